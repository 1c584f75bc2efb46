import { isChinese } from "./language.ts";
import { chineseStarts } from "./sentences/chinese.ts";
import { englishStarts } from "./sentences/english.ts";

/**
 * What stands between the sentences of a paragraph: a space, in Chinese nothing.
 * `splitSentences(paragraph, language).join(sentenceJoiner(language))` is the paragraph, to the character.
 */
export function sentenceJoiner(language: string): "" | " " {
	return isChinese(language) ? "" : " ";
}

/**
 * The sentences of one paragraph, closing quotes and brackets included. White space between two sentences goes
 * with the joiner; whatever is more than the joiner (a second space, in Chinese any space) stays at the end of the
 * sentence before it, so nothing is lost. An English sentence therefore never ends where no space follows.
 * Languages without rules of their own are split like English.
 */
export function splitSentences(paragraph: string, language: string): string[] {
	const joiner = sentenceJoiner(language);
	const sentences: string[] = [];
	let from = 0;
	for (const start of sentenceStarts(paragraph, language)) {
		sentences.push(paragraph.slice(from, start - joiner.length));
		from = start;
	}
	sentences.push(paragraph.slice(from));
	return sentences;
}

/** Offsets (UTF-16 units) at which a sentence begins, without the first; in English each has a space before it. */
export function sentenceStarts(paragraph: string, language: string): number[] {
	return isChinese(language) ? chineseStarts(paragraph) : englishStarts(paragraph);
}
