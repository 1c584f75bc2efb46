import { knownLocale } from "#lib/core/diff/locale.ts";
import { isUnspaced } from "#lib/core/text/unspaced.ts";

/** Cutting a text into the tokens a difference is made of: concatenating them gives the text back. */

/** A sign with what is drawn as one with it: its accents, its joined pictures, its other half of a flag. */
const picture = String.raw`\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*`;
const sign = String.raw`${picture}(?:\u200D${picture})*|\p{Regional_Indicator}{2}|\S\p{M}*`;

/** A number with its separators, a word, a run of white space, else one sign: an ideograph, a kana, a mark. */
const spacedToken = new RegExp(
	String.raw`\p{N}+(?:[.,]\p{N}+)*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+|\s+|${sign}|.`,
	"gsu",
);
const signs = new RegExp(`${sign}|.`, "gsu");

const segmenters = new Map<string, Intl.Segmenter>();

export function tokenize(text: string, language: string): string[] {
	if (!isUnspaced(language)) return text.match(spacedToken) ?? [];
	let segmenter = segmenters.get(language);
	if (segmenter === undefined) {
		segmenter = new Intl.Segmenter(knownLocale(language), { granularity: "word" });
		segmenters.set(language, segmenter);
	}
	return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** The signs a reader sees: what must not be cut even where a difference goes below the word. */
export function signsOf(text: string): string[] {
	return text.match(signs) ?? [];
}

const letter = /[\p{L}\p{N}]/u;

/** A token that is read as a word or a number, not as punctuation or space. */
export function isWord(token: string): boolean {
	const first = token.charCodeAt(0) | 0x20;
	return (first >= 0x61 && first <= 0x7a) || (token !== " " && letter.test(token));
}

export function countWords(text: string, language: string): number {
	return tokenize(text, language).filter(isWord).length;
}
