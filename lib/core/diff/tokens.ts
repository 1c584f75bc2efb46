import { knownLocale } from "#lib/core/diff/locale.ts";

/** Cutting a text into the tokens a difference is made of: concatenating them gives the text back. */

/** Languages written without spaces, where only a dictionary knows the words. */
const unspaced = new Set(["zh", "ja", "ko", "th", "lo", "km", "my"]);

/** A number with its separators, a word, one ideograph or kana, a run of white space, else one character. */
const spacedToken =
	/\p{N}+(?:[.,]\p{N}+)*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+|\s+|./gsu;

const segmenters = new Map<string, Intl.Segmenter>();

export function isUnspaced(language: string): boolean {
	return unspaced.has(language.toLowerCase().split("-")[0] ?? "");
}

export function tokenize(text: string, language: string): string[] {
	if (!isUnspaced(language)) return text.match(spacedToken) ?? [];
	let segmenter = segmenters.get(language);
	if (segmenter === undefined) {
		segmenter = new Intl.Segmenter(knownLocale(language), { granularity: "word" });
		segmenters.set(language, segmenter);
	}
	return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** A token that is read as a word or a number, not as punctuation or space. */
export function isWord(token: string): boolean {
	return /[\p{L}\p{N}]/u.test(token);
}

export function countWords(text: string, language: string): number {
	return tokenize(text, language).filter(isWord).length;
}
