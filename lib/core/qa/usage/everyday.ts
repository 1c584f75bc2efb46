/**
 * Short words that are one small word in English are said otherwise as the sentence wants, or not at all. Only where
 * another noun of the same meaning stands in the passage is such a word called otherwise: physician, for doctor.
 */
import { type Lexicon, partOfSpeech, type Table } from "../../align/lexicon/lexicon.ts";
import { surelyPhrase } from "./best-partner.ts";
import { type EnglishWord, stemOf } from "./english-words.ts";
import { generalWords } from "./general-words.ts";
import { isExplained } from "./glossed.ts";
import { determiners, looseWords, verbSigns } from "./loose-words.ts";
import { isSameWord } from "./near.ts";
import { isProper } from "./proper.ts";

/** Names, and words that are more than one in English, are kept to wherever they stand. */
export const isEverydayWord = (subject: string, rendering: string): boolean =>
	subject.length < surelyPhrase && !/[ -]/.test(rendering) && !isProper(rendering);

/** The other noun, as it stands there; null where none does. `others` are the other Chinese words of the passage. */
export function otherNoun(
	subject: string,
	rendering: string,
	words: readonly EnglishWord[],
	others: readonly string[],
	lexicon: Lexicon | null,
): string | null {
	if (!lexicon) return null;
	const near = nounsNear(subject, rendering, lexicon);
	const found = words.find(
		(word, at) =>
			near.has(word.stem) &&
			(!word.capital || word.first) &&
			(near.get(word.stem) === partOfSpeech.noun || isUsedAsNoun(at, words)) &&
			!isExplained(word.stem, others, lexicon),
	);
	return found?.text ?? null;
}

/** Stems, and what those words can be: near in meaning to the rendering, or called so by the dictionary and near. */
function nounsNear(subject: string, rendering: string, lexicon: Lexicon): Map<string, number> {
	const { heads, glosses, neighbours, english } = lexicon;
	const small = rendering.toLowerCase();
	const number = english.numbers.get(small) ?? english.numbers.get(small.replace(/s$/, "")) ?? -1;
	const stem = stemOf(rendering);
	const near = new Map<string, number>();
	const called = rowOf(glosses, heads.numbers.get(subject)).filter((gloss) =>
		rowOf(neighbours, gloss).includes(number),
	);
	for (const one of [...rowOf(neighbours, number), ...called]) {
		const parts = english.partsOfSpeech[one] ?? 0;
		const other = stemOf(english.texts[one] ?? "");
		if (
			(parts & partOfSpeech.noun) === 0 ||
			isSameWord(stem, other) ||
			generalWords.has(other) ||
			looseWords.has(other)
		)
			continue;
		near.set(other, (near.get(other) ?? 0) | parts);
	}
	return near;
}

const rowOf = ({ starts, words }: Table, number: number | undefined): number[] =>
	number === undefined || number < 0 ? [] : [...words.subarray(starts[number], starts[number + 1])];

function isUsedAsNoun(at: number, words: readonly EnglishWord[]): boolean {
	const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
	const left = before && !word?.parted ? before.text.toLowerCase() : "";
	if (!word || /(?:ed|ing)$/.test(word.text) || (verbSigns.has(left) && !determiners.has(left))) return false;
	return !after || after.parted || looseWords.has(after.text.toLowerCase());
}
