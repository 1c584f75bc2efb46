import { isChinese } from "./language.ts";

/** Letters and digits, held together by apostrophes and hyphens, by the signs inside numbers, and by the points of U.S. */
const word = /[\p{L}\p{N}\p{M}]+(?:['’‘\&\-][\p{L}\p{N}\p{M}]+|[.,:\/]\p{N}+|\.\p{L}(?!\p{L}))*/gv;
const chineseUnit =
	/\p{Script=Han}|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+(?:['’.,:\/\-][[\p{L}\p{N}\p{M}]--\p{Script=Han}]+)*|\S/gv;

/**
 * The size of a text as translators bill it. English: words ("well-known" and "don't" are one). Chinese: what
 * word processors call 字数, characters with their punctuation and without spaces, where a Latin word or a number
 * counts as one; half-width punctuation counts like full-width.
 */
export function countWords(text: string, language: string): number {
	const unit = isChinese(language) ? chineseUnit : word;
	let found = 0;
	for (const _ of text.matchAll(unit)) found += 1;
	return found;
}
