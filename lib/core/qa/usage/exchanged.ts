/**
 * A term of several words whose last one is exchanged: “digital alteration” for what is “digital transformation”
 * elsewhere, even in the same sentence.
 */
import { type Lexicon, partOfSpeech } from "../../align/lexicon/lexicon.ts";
import type { EnglishWord } from "./english-words.ts";
import { isExplained } from "./glossed.ts";
import { looseWords } from "./loose-words.ts";
import { isSameWord } from "./near.ts";

/**
 * Whether somewhere all words of the rendering but the last stand, and then a noun that no other Chinese word of the
 * passage is called. Without a dictionary nothing is known.
 */
export function isExchanged(
	wanted: readonly string[],
	words: readonly EnglishWord[],
	others: readonly string[],
	lexicon: Lexicon | null,
): boolean {
	const start = wanted.slice(0, -1);
	const last = wanted.at(-1) ?? "";
	if (!lexicon || start.every((stem) => looseWords.has(stem))) return false;
	return words.some((word, at) => {
		const from = at - start.length;
		if (word.parted || !start.every((stem, i) => words[from + i]?.stem === stem)) return false;
		if (words.slice(from + 1, at).some(({ parted }) => parted)) return false;
		const next = words[at + 1];
		const follows = next && !next.parted ? next.stem : "";
		if (isSameWord(last, word.stem) || isSameWord(last, follows)) return false;
		return isNoun(word, lexicon) && !isExplained(word.stem, others, lexicon);
	});
}

function isNoun({ text }: EnglishWord, { english }: Lexicon): boolean {
	const small = text.toLowerCase();
	if (looseWords.has(small)) return false;
	const number = english.numbers.get(small) ?? english.numbers.get(small.replace(/s$/, ""));
	return ((english.partsOfSpeech[number ?? -1] ?? 0) & partOfSpeech.noun) > 0;
}
