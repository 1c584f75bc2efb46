import { expect, test } from "vitest";
import { oneToOne } from "#lib/core/align/aligners/one-to-one.ts";

const confidences = (sources: number, targets: number) =>
	oneToOne.align(Array(sources).fill("a"), Array(targets).fill("b")).map((bead) => bead.confidence);

test("equally many lines correspond, on the caller's word", () => {
	expect(confidences(3, 3)).toEqual([1, 1, 1]);
});

test("with a line missing somewhere, each pair is less certain than the one before", () => {
	expect(confidences(3, 4)).toEqual([3 / 4, 2 / 4, 1 / 4, 1 / 4]);
	expect(oneToOne.align(["a"], ["b", "c"])).toEqual([
		{ source: [0, 1], target: [0, 1], confidence: 1 / 2 },
		{ source: [1, 1], target: [1, 2], confidence: 1 / 2 },
	]);
});
