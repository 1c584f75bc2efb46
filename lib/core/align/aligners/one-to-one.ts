import { alignBetween } from "../between.ts";
import type { Aligner, Bead } from "../contract.ts";

/**
 * Line n beside line n, for texts that are line-parallel already; what one side has more stands alone at the end.
 *
 * With equally many lines the caller's word is taken: confidence 1. With unequal numbers something is missing
 * somewhere, and if that is one gap at any of the n + 1 places with equal probability, pair i (from 0) of n lies
 * before it, and is right, with probability (n − i) / (n + 1).
 */
export const oneToOne = {
	id: "one-to-one",
	ignoresWords: true,
	align(source, target, options = {}) {
		return alignBetween(pairLines, source, target, options);
	},
} as const satisfies Aligner;

function pairLines(source: readonly string[], target: readonly string[]): Bead[] {
	const paired = Math.min(source.length, target.length);
	const equal = source.length === target.length;
	const beads: Bead[] = [];
	for (let i = 0; i < Math.max(source.length, target.length); i += 1) {
		beads.push({
			source: [Math.min(i, source.length), Math.min(i + 1, source.length)],
			target: [Math.min(i, target.length), Math.min(i + 1, target.length)],
			confidence: equal ? 1 : i < paired ? (paired - i) / (paired + 1) : 1 / (paired + 1),
		});
	}
	return beads;
}
