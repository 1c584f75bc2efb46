import { findPairs, keptTogether } from "../brackets.ts";

/*
 * A run of marks that may end a sentence, with the closing marks after it. A half-width full stop counts only after a
 * Chinese character; an ellipsis counts only before a closing quote, for in running text it is a hesitation (我……我).
 */
const ending =
	/(?:[。！？!?｡⁇⁈⁉‼]|(?<=\p{Script=Han}[”’」』）)》]?)[.．](?![.．]))[。！？!?｡.．…⁇⁈⁉‼～~]*(?:\s*[”’」』）】〕]|["')\]])*(?:\[\d+\])*|(?<![….])(?:…+|\.{3,})(?:\s*[”’」』]|["'])+/gu;

const afterwards = /\s*/uy;
/** Marks that carry the sentence on: 他说“走吧！”，… */
const goesOn =
	/[，、；：,;:。.…—\-–)）》】〕/·]|等(?!待|候|到|于|於)|的(?!确|確)|之[类類流]|[这這][样樣]的|[这這][句一]/uy;
/** A short remark on who spoke belongs to the speech before it: “好吗？”他问。 */
const speechTag =
	/[\p{Script=Han}\p{Script=Latin}· ]{0,10}?(?:说|說|道|问|問|答|喊|叫|嚷|表示|强调|強調|指出|介绍|介紹|告诉|告訴|写道|寫道)(?:道|着|著)?(?:记者|記者)?[。，,！!]/uy;
/** 一、 1. (三) at the head of a sentence is its number. */
const enumerator =
	/^[\s(（]*(?:[一二三四五六七八九十百零〇]+|\d{1,3}|第[一二三四五六七八九十]+)[)）]?[.．、]?\s*$/u;

/** A quoted cry or question up to this length is part of the sentence that quotes it. */
const longestQuotedPhrase = 20;

export function chineseStarts(paragraph: string): number[] {
	const pairs = findPairs(paragraph);
	const openers = new Map(pairs.map(({ open, close }) => [close, open]));
	const kept = keptTogether(paragraph, pairs);
	const starts: number[] = [];
	let sentence = 0;
	for (const match of paragraph.matchAll(ending)) {
		const end = match.index + match[0].length;
		const start = end + lengthAt(afterwards, paragraph, end);
		if (start >= paragraph.length || kept(end - 1, sentence)) continue;
		if (enumerator.test(paragraph.slice(sentence, end))) continue;
		if (carriesOn(paragraph, match[0], match.index, end, start)) continue;
		if (quotesPhrase(paragraph, match[0], openers, sentence, end)) continue;
		starts.push(start);
		sentence = start;
	}
	return starts;
}

function carriesOn(paragraph: string, marks: string, index: number, end: number, start: number): boolean {
	if (lengthAt(goesOn, paragraph, start) > 0) return true;
	if (start === end && /[A-Za-z0-9=&]/u.test(paragraph[start] ?? "")) {
		// A web address, a file name: query?id=3, Yahoo!Japan, 附件.pdf
		if (/^[!?]$/u.test(marks) && /[A-Za-z0-9/]/u.test(paragraph[index - 1] ?? "")) return true;
		if (/^[.．]/u.test(marks)) return true;
	}
	return /[”’」』"']/u.test(marks) && lengthAt(speechTag, paragraph, start) > 0;
}

/** 高喊“中国加油！”跑过终点 quotes a phrase in the middle of its sentence; a speech opens the sentence or follows a colon. */
function quotesPhrase(
	paragraph: string,
	marks: string,
	openers: ReadonlyMap<number, number>,
	sentence: number,
	end: number,
): boolean {
	if (!/^[！？!?]+\s*[”」]$/u.test(marks)) return false;
	const open = openers.get(end - 1);
	if (open === undefined || open === sentence || end - open > longestQuotedPhrase) return false;
	return !/[：:，,。！？”」\s]/u.test(paragraph[open - 1] ?? "");
}

/** Length of what the sticky pattern matches at `at`, 0 where it does not match. */
function lengthAt(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0].length ?? 0;
}
