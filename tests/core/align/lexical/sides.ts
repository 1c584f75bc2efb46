/** Texts of words between spaces as the aligner's sides, and the pairs of words as something to look at. */
import type { WordPairs } from "#lib/core/align/lexical/pairs.ts";
import { plainReader, readSide, type SideWords } from "#lib/core/align/lexical/words.ts";

export function plainSide(...sentences: string[]): SideWords {
	return readSide(sentences, plainReader());
}

/** A property of a pair of words; 0 where the pair is not there. */
export function pairValues(
	{ starts, targets }: Pick<WordPairs, "starts" | "targets">,
	values: ArrayLike<number>,
	source: SideWords,
	target: SideWords,
): (z: string, e: string) => number {
	return (z, e) => {
		const row = source.numbers.get(z) ?? -1;
		const column = target.numbers.get(e);
		for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k += 1)
			if (targets[k] === column) return values[k] ?? 0;
		return 0;
	};
}
