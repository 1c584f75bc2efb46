import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import type { CheckedSegment } from "../contract.ts";
import { chineseWords } from "./chinese-words.ts";

/**
 * The Chinese words of a passage that are no part of a phrase, which may be what its English words stand for; and what
 * two of them side by side make, where the dictionary has that.
 */
export function wordsBeside(
	phrase: string,
	source: readonly CheckedSegment[],
	lexicon: Lexicon | null,
): string[] {
	const beside: string[] = [];
	for (const { text } of source) {
		let before = "";
		for (const word of chineseWords(text)) {
			const here = word && !phrase.includes(word.text) ? word.text : "";
			if (here !== "") beside.push(here);
			if (before !== "" && here !== "" && lexicon?.heads.numbers.has(before + here))
				beside.push(before + here);
			before = here;
		}
	}
	return beside;
}
