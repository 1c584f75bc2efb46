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
