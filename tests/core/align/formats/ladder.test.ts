import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bead } from "#lib/core/align/contract.ts";
import { ladder } from "#lib/core/align/formats/ladder.ts";
import {
	alignment,
	bead,
	harbour,
	linesOf,
	nothing,
	withoutUnsure,
} from "#tests/core/align/formats/alignments.ts";

/** The steps between rungs, as hunalign's README explains them. */
function readLadder(text: string): { steps: Bead[]; end: [number, number] } {
	const rungs = linesOf(text).map((line) => line.split("\t").map(Number));
	for (const rung of rungs) expect(rung).toHaveLength(3);
	expect(rungs[0]?.slice(0, 2)).toEqual([0, 0]);
	const steps = rungs.slice(0, -1).map(([n = 0, m = 0, score = 0], index): Bead => {
		const [nextN = 0, nextM = 0] = rungs[index + 1] ?? [];
		return bead([n, nextN], [m, nextM], score);
	});
	const [n = 0, m = 0] = rungs.at(-1) ?? [];
	return { steps, end: [n, m] };
}

describe("ladder", () => {
	test("a rung where each bead begins, and one at the end", () => {
		expect(ladder.write(harbour)).toBe(
			"0\t0\t0.993140\n1\t1\t0.410000\n2\t1\t0.870000\n3\t3\t0.500000\n3\t4\t1.000000\n5\t5\t0\n",
		);
		expect(ladder.write(nothing)).toBe("0\t0\t0\n");
	});

	test("what was left out between two beads is one step with the score 0", () => {
		expect(ladder.write(withoutUnsure)).toBe(
			"0\t0\t0.993140\n1\t1\t0\n2\t1\t0.870000\n3\t3\t0\n3\t4\t1.000000\n5\t5\t0\n",
		);
		expect(ladder.write({ ...harbour, beads: [] })).toBe("0\t0\t0\n5\t5\t0\n");
	});

	test("any alignment: from 0 0 to the ends, never back, every bead a step of its own", () => {
		fc.assert(
			fc.property(alignment, (given) => {
				const { steps, end } = readLadder(ladder.write(given));
				expect(end).toEqual([given.source.sentences.length, given.target.sentences.length]);
				for (const { source, target } of steps) {
					expect(source[1] - source[0] + (target[1] - target[0])).toBeGreaterThan(0);
					expect(Math.min(source[1] - source[0], target[1] - target[0])).toBeGreaterThanOrEqual(0);
				}
				for (const { source, target, confidence } of given.beads) {
					expect(steps).toContainEqual(bead(source, target, Number(confidence.toFixed(6))));
				}
			}),
		);
	});
});
