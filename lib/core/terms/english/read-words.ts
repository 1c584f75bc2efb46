/** An English text as the words by which renderings are found in it. */
import { wordKey } from "./word-key.ts";

/** What stands between two words; the greater, the less likely is it within a name or phrase. */
export const gap = { none: 0, comma: 1, stop: 2 } as const;
export type Gap = (typeof gap)[keyof typeof gap];

/** Offsets are UTF-16 code units, end exclusive; a possessive ending is not in it. */
export interface EnglishWord {
	readonly start: number;
	readonly end: number;
	readonly key: string;
	/** Of a word in capitals, which may be a short form: it is none of the ordinary word of the same letters. */
	readonly capitals: string | null;
	/** The same of a word that some houses write with one capital: Unesco, Covid; of short ones that is another word. */
	readonly shortForm: string | null;
	/** What stands between it and the word before. */
	readonly gap: Gap;
	/** A hyphen, and nothing else, joins it to the word before. */
	readonly joined: boolean;
}

const word =
	/\p{L}(?:\.\p{L}){1,7}(?![\p{L}\p{M}])|[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th)?(?![\p{L}])|\p{N}+|&/gu;
const possessive = /^['’‘ʼ´`]s(?![\p{L}\p{N}])/iu;
const apostrophes = "'’‘ʼ´`";
const hyphen = /^[-‐‑–]$/u;
const stop = /[^\s\p{Quotation_Mark}'’‘ʼ´`,，\-‐‑–]/u;

/** Articles are left out, as names and phrases go with and without them. */
export function readWords(text: string): EnglishWord[] {
	const words: EnglishWord[] = [];
	let before = 0;
	let passed: Gap = gap.none;
	for (const { 0: written, index } of text.matchAll(word)) {
		if (index < before) continue; // the s of a possessive
		const between = text.slice(before, index);
		const step = words.length === 0 ? gap.none : gapOf(between);
		const end = index + written.length;
		before =
			end + (apostrophes.includes(text.charAt(end)) && possessive.test(text.slice(end, end + 3)) ? 2 : 0);
		passed = step > passed ? step : passed;
		if (article.test(written)) continue;
		const joined = words.length > 0 && between.length === 1 && hyphen.test(between);
		words.push({ start: index, end, ...read(written), gap: passed, joined });
		passed = gap.none;
	}
	return words;
}

/** A capital A may be a letter that counts something. */
const article = /^(?:the|The|THE|an?)$/u;

function gapOf(between: string): Gap {
	if (between === " ") return gap.none;
	if (stop.test(between)) return gap.stop;
	return /[,，]/u.test(between) ? gap.comma : gap.none;
}

function read(written: string): Pick<EnglishWord, "key" | "capitals" | "shortForm"> {
	if (written === "&") return { key: "and", capitals: null, shortForm: null };
	const letters = written.replaceAll(/(?<=\p{L})\./gu, "");
	const capitals =
		letters.length > 1 && /^\p{Lu}+s?$/u.test(letters) ? `=${letters.replace(/s$/u, "")}` : null;
	const shortForm = capitals ?? (/^\p{Lu}\p{Ll}{3,9}$/u.test(letters) ? `=${letters.toUpperCase()}` : null);
	return { key: wordKey(letters.toLowerCase()), capitals, shortForm };
}
