import fc from "fast-check";
import { expect, test } from "vitest";
import { calibrate, type Judged, judgeAll } from "#lib/core/align/calibration.ts";

const judged = (confidence: number, right: boolean): Judged => ({ confidence, right });
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test("the share right is held against the mean confidence, bin by bin", () => {
	const { bins, error, sure } = calibrate([
		...times(3, judged(0.96, true)),
		judged(1, false),
		judged(0.52, true),
		judged(0.54, false),
	]);
	expect(bins.map(({ from, to, beads }) => [from, to, beads])).toEqual([
		[0.5, 0.55, 2],
		[0.95, 1, 4],
	]);
	expect(bins.map(({ confidence }) => confidence)).toEqual([
		expect.closeTo(0.53),
		expect.closeTo((3 * 0.96 + 1) / 4),
	]);
	expect(bins.map(({ right }) => right)).toEqual([0.5, 0.75]);
	expect(error).toBeCloseTo((2 * (0.53 - 0.5) + 4 * (0.97 - 0.75)) / 6);
	expect(sure).toEqual({ from: 0.95, beads: 4, right: 0.75 });
});

test.each([
	[0, 0],
	[0.0499, 0],
	[0.05, 0.05],
	[0.15, 0.15],
	[0.3, 0.3],
	[0.35, 0.35],
	[0.7, 0.7],
	[0.85, 0.85],
	[0.9499, 0.9],
	[0.95, 0.95],
	[1, 0.95],
])("confidence %d falls into the bin from %d", (confidence, from) => {
	expect(calibrate([judged(confidence, true)]).bins.map((bin) => bin.from)).toEqual([from]);
});

test("nothing judged is no error, and nobody is sure", () => {
	expect(calibrate([])).toEqual({ bins: [], error: 0, sure: { from: 0.95, beads: 0, right: 0 } });
	expect(calibrate([judged(0.4, true)]).sure).toEqual({ from: 0.95, beads: 0, right: 0 });
});

test("each bead is in one bin, and the error is between 0 and 1", () => {
	const one = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() });
	fc.assert(
		fc.property(fc.array(one), (all) => {
			const { bins, error } = calibrate(all);
			expect(bins.reduce((sum, { beads }) => sum + beads, 0)).toBe(all.length);
			expect(error).toBeGreaterThanOrEqual(0);
			expect(error).toBeLessThanOrEqual(1);
		}),
	);
});

test("a bead is right where the gold has the very bead, a lone sentence too", () => {
	const bead = (source: number[], target: number[], confidence: number) => ({ source, target, confidence });
	const gold = [bead([0], [0], 0), bead([1], [1, 2], 0), bead([2], [], 0)];
	const system = [bead([0], [0], 0.9), bead([1], [1], 0.6), bead([], [2], 0.5), bead([2], [], 0.4)];
	expect(judgeAll([{ gold, system }])).toEqual([
		judged(0.9, true),
		judged(0.6, false),
		judged(0.5, false),
		judged(0.4, true),
	]);
});
