import { isChinese } from "./language.ts";

/**
 * What stands between the sentences of a paragraph: a space, in Chinese nothing.
 * `splitSentences(paragraph, language).join(sentenceJoiner(language))` is the paragraph, to the character.
 */
export function sentenceJoiner(language: string): "" | " " {
	return isChinese(language) ? "" : " ";
}
