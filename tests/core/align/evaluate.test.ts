import { expect, test } from "vitest";
import { evaluate, type IndexBead } from "#lib/core/align/evaluate.ts";

const bead = (source: number[], target: number[]): IndexBead => ({ source, target });
const gold = [bead([0], [0]), bead([1, 2], [1]), bead([3], []), bead([4], [2, 3])];

test("a perfect alignment scores 1 throughout", () => {
	const { strict, lax, nulls } = evaluate([{ gold, system: gold }]);
	// Precision counts null beads, recall only beads with both sides
	for (const score of [strict, lax, nulls]) expect(score).toEqual({ precision: 1, recall: 1, f1: 1 });
});

test("strict wants the same bead, lax a shared pair, nulls the same lonely sentences", () => {
	const system = [bead([0], [0]), bead([1], [1]), bead([2], []), bead([3], []), bead([4], [2, 3])];
	const { strict, lax, nulls, beads } = evaluate([{ gold, system }]);
	expect(beads).toBe(5);
	expect(strict).toEqual({ precision: 3 / 5, recall: 2 / 3, f1: (2 * (3 / 5) * (2 / 3)) / (3 / 5 + 2 / 3) });
	expect([lax.precision, lax.recall]).toEqual([4 / 5, 1]);
	expect([nulls.precision, nulls.recall]).toEqual([1 / 2, 1]);
});

test("documents are pooled, and a bead printed twice counts once", () => {
	const system = [...gold, bead([0], [0])];
	expect(
		evaluate([
			{ gold, system },
			{ gold, system: [] },
		]).strict,
	).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
});

test("nothing printed and nothing wanted is 0, not a division by zero", () => {
	expect(evaluate([]).strict).toEqual({ precision: 0, recall: 0, f1: 0 });
});

/** Crossing beads, a sentence that the gold leaves out, a bead of no sentences, one printed twice. */
const hard = {
	gold: [
		bead([0], [0]),
		bead([1], [2]),
		bead([2], [1]),
		bead([3], []),
		bead([], [3, 4]),
		bead([4, 5], [5]),
		bead([6], [6, 7, 8]),
		bead([9], [10]),
	],
	system: [
		bead([0], [0]),
		bead([1, 2], [1, 2]),
		bead([3], []),
		bead([], [3]),
		bead([4], [4]),
		bead([5], [5]),
		bead([5], [5]),
		bead([6], [6, 7]),
		bead([], [8]),
		bead([7], []),
		bead([8, 9], [9, 10]),
	],
};
const easy = {
	gold: [bead([0, 1], [0]), bead([2], [1])],
	system: [bead([], []), bead([0, 1], [0]), bead([2], [1])],
};

test.each([
	// Of 10 beads the first and the null of source 3 are the gold's; four more share a pair; of 4 lone sentences 2 are the gold's
	[
		"one document",
		[hard],
		{ strict: [2 / 10, 1 / 6], lax: [6 / 10, 6 / 6], nulls: [2 / 4, 2 / 3], beads: 10 },
	],
	[
		"two, pooled",
		[hard, easy],
		{ strict: [4 / 12, 3 / 8], lax: [8 / 12, 1], nulls: [2 / 4, 2 / 3], beads: 12 },
	],
])("%s: counted by hand", (_, documents, wanted) => {
	const result = evaluate(documents);
	for (const kind of ["strict", "lax", "nulls"] as const) {
		const { precision, recall, f1 } = result[kind];
		expect([precision, recall]).toEqual(wanted[kind].map((share) => expect.closeTo(share, 10)));
		expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 10);
	}
	expect([result.beads, result.alone]).toEqual([wanted.beads, 3]);
});
