import type { LanguageRule } from "../document.ts";
import { breakAt, keep } from "./rule-writing.ts";

const stops = "[。！？!?｡⁇⁈⁉‼]";
/** A half-width full stop counts only after a Chinese character. */
const halfStop = "\\p{Script=Han}[”’」』）)》]?[.．](?![.．])";
const marks = "[。！？!?｡.．…⁇⁈⁉‼～~]{0,20}";
const closers = "(?:\\s{0,3}[”’」』﹂﹄】〕]|[\"')\\]）])";
const note = "[\\[［][0-9]{1,3}[\\]］]";
const digits = "[一二三四五六七八九十百零〇]{1,4}";

const speechVerbs = "说|說|道|问|問|答|喊|叫|嚷|表示|强调|強調|指出|介绍|介紹|告诉|告訴|写道|寫道";
const quote = "[”’」』\"']";
const speaker = "\\s{0,3}(?![^。]{0,8}[没沒不无無未])[\\p{Script=Han}\\p{Script=Latin}· ]{0,10}";

/** A quoted cry or question up to this length is part of the sentence that quotes it: 高喊“加油！”跑过终点. */
const phrase = 20;
/** A speech opens its sentence or follows a colon; a phrase does neither. */
const midSentence = "[^：:，,。！？!?”」』\\s]";

function quotedPhrase(open: string, close: string) {
	const inside = `[^${open}${close}]`;
	return [
		keep(`${midSentence}${open}${inside}{0,${phrase}}[！？!?]{1,3}\\s?${close}`, ""),
		keep(
			`${midSentence}${open}${inside}{0,${phrase}}[！!]`,
			`[^${open}${close}。]{1,${phrase}}[！!]${close}`,
		),
	];
}

/** They open and close by turns, as is told of the first pairs of a paragraph; later ones are believed to close. */
function straightQuotes(mark: string) {
	const inside = `[^${mark}]{0,200}`;
	const even = `^${inside}(?:${mark}${inside}${mark}${inside}){0,5}`;
	return [
		keep(`${even}${mark}${inside}`, `\\s{0,3}${mark}`),
		breakAt(`${even}(?<=[。！？!?])\\s{0,3}`, mark),
		keep(`${even}${mark}`, ""),
		keep("", `${mark}(?=\\s|$|\\p{Script=Han})`),
	];
}

export const chinese: LanguageRule = {
	name: "Chinese",
	rules: [
		// Marks that belong to the end, or carry the sentence on
		keep("", "\\s{0,3}[。！？!?｡⁇⁈⁉‼～~，、；：,;:.．…—–)）》】〕”’」』﹂﹄\\]/·-]"),
		keep("", note),
		keep(
			"[”’」』》\"']",
			"\\s{0,3}(?:等(?!待|候|到|于|於)|的(?!确|確)|之[类類流]|[这這][样樣]的|[这這][句一])",
		),
		// A short remark on who spoke belongs to the speech before it; ”他说，这 opens the next sentence
		keep(quote, `${speaker}(?:${speechVerbs})(?:道|着|著)?(?:记者|記者)?(?:[。！!]|[，,]\\s?[“「『‘])`),
		...quotedPhrase("“", "”"),
		...quotedPhrase("「", "」"),
		...quotedPhrase("『", "』"),
		...quotedPhrase("‘", "’"),
		// 一. (三) at the head of a sentence is its number
		keep(`(?:^|[。！？!?….．；;]${closers}{0,3})[\\s(（]{0,3}(?:第?${digits})[)）]?[.．]`, ""),
		// Web addresses, names, file names
		keep("[A-Za-z0-9/][!?]", "[A-Za-z0-9=&]"),
		keep("Yahoo!", ""),
		keep("[.．]", "(?![0-9]{1,3}[.．、)）](?![0-9]))[A-Za-z0-9=&]"),
		keep("《[^《》]{0,80}", "[^《》]{0,80}》"),
		keep("[（(][^（）()]{0,200}", "[^（）()]{0,200}[)）]"),
		keep(`[^。！？!?.…\\s”’」』）)]\\s?[（(][^（）()]{0,200}[。！？!?.．][”’」』"]?[)）]`, ""),
		...straightQuotes('"'),
		...straightQuotes("'"),
		breakAt(`(?:${stops}|${halfStop})${marks}${closers}{0,8}(?:${note}){0,5}`, ""),
		// An ellipsis ends a sentence only before a closing quote; in running text it is a hesitation
		breakAt("(?<![….])(?:…{1,6}|\\.{3,6})(?:\\s{0,3}[”’」』]|[\"']){1,3}", ""),
		// Latin sentences among the Chinese
		breakAt(
			"[A-Za-z’'-]{1,20},? (?!(?:corp|dept|univ|etc)\\.)[a-z]{3,20}\\.",
			"\\s{1,9}(?:\\p{Lu}|\\p{Script=Han})",
		),
		breakAt("[A-Za-z]{2,20}[.][”」]", "\\s{0,3}\\p{Script=Han}"),
	],
};
