/** Texts of words between spaces as the aligner's sides, and the pairs of words as something to look at. */
import { type Ratios, type WordPairs, wordPairs } from "#lib/core/align/lexical/pairs.ts";
import type { Prior } from "#lib/core/align/lexical/prior.ts";
import { plainReader, readSide, type SideWords } from "#lib/core/align/lexical/words.ts";

export function plainSide(...sentences: string[]): SideWords {
	return readSide(sentences, plainReader());
}

/** Ratios of pairs of words, the same both ways. */
export function pairsOf(
	source: SideWords,
	target: SideWords,
	known: Readonly<Record<string, Readonly<Record<string, number>>>>,
): WordPairs {
	const rows = source.texts.map((text) =>
		Object.entries(known[text] ?? {})
			.map(([word, ratio]) => ({ other: target.numbers.get(word) ?? -1, ratio }))
			.filter(({ other }) => other >= 0)
			.sort((a, b) => a.other - b.other),
	);
	const forward = {
		starts: Int32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)]),
		others: Int32Array.from(rows.flat(), ({ other }) => other),
		values: Float32Array.from(rows.flat(), ({ ratio }) => ratio),
	};
	return wordPairs(forward, forward.values, target.texts.length);
}

/** What the rows hold for a word of theirs and one of the other side; 0 where the pair is not there. */
export function pairValues(
	{ starts, others, values }: Ratios,
	rows: SideWords,
	columns: SideWords,
): (word: string, other: string) => number {
	return (word, other) => {
		const row = rows.numbers.get(word) ?? -1;
		const column = columns.numbers.get(other);
		for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k += 1)
			if (others[k] === column) return values[k] ?? 0;
		return 0;
	};
}

export function priorValues(
	{ starts, targets, shares }: Prior,
	source: SideWords,
	target: SideWords,
): (z: string, e: string) => number {
	return pairValues({ starts, others: targets, values: shares }, source, target);
}
