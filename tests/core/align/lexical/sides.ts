/** Texts of words between spaces as the aligner's sides, and the pairs of words as something to look at. */
import type { Ratios } from "#lib/core/align/lexical/pairs.ts";
import type { Prior } from "#lib/core/align/lexical/prior.ts";
import { plainReader, readSide, type SideWords } from "#lib/core/align/lexical/words.ts";

export function plainSide(...sentences: string[]): SideWords {
	return readSide(sentences, plainReader());
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
