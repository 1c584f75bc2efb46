import type { Lexicon, Table } from "#lib/core/align/lexicon/lexicon.ts";
import type { WordBook } from "./uniform-terms.ts";

/** At most so many words that WordNet has beside one. */
const mostNear = 8;

/** What the dictionaries say; nothing where none is installed. */
export function wordBook(lexicon: Lexicon | null): WordBook {
	if (!lexicon)
		return { near: () => [], partsOfSpeech: () => null, isChineseWord: () => false, glosses: () => [] };
	const { heads, english, glosses, neighbours } = lexicon;
	const row = ({ starts, words }: Table, number: number | undefined): string[] =>
		number === undefined
			? []
			: [...words.subarray(starts[number], starts[number + 1])].map((word) => english.texts[word] ?? "");
	return {
		near: (word) =>
			row(neighbours, english.numbers.get(word))
				.slice(0, mostNear)
				.filter((other) => /^[a-z]{3,}$/u.test(other)),
		partsOfSpeech: (word) => {
			const parts = english.partsOfSpeech[english.numbers.get(word) ?? -1];
			return parts === undefined || parts === 0 ? null : parts;
		},
		isChineseWord: (han) => han.length > 1 && heads.numbers.has(han),
		glosses: (han) => row(glosses, heads.numbers.get(han)),
	};
}
