import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bead } from "#lib/core/align/contract.ts";
import { readBeads, vecalign } from "#lib/core/align/formats/vecalign.ts";
import { alignment, harbour, linesOf, nothing, withoutUnsure } from "#tests/core/align/formats/alignments.ts";

/** As Vecalign's own scorer does: fields between colons, each a list of numbers. */
function readVecalign(text: string): [source: number[], target: number[], score: number][] {
	return linesOf(text).map((line) => {
		const [source = "", target = "", score = ""] = line.split(":");
		return [JSON.parse(source), JSON.parse(target), Number(score)];
	});
}

describe("vecalign", () => {
	test("lists of sentence numbers, empty where a side is missing", () => {
		expect(vecalign.write(harbour)).toBe(
			"[0]:[0]:0.993140\n[1]:[]:0.410000\n[2]:[1,2]:0.870000\n[]:[3]:0.500000\n[3,4]:[4]:1.000000\n",
		);
		expect(vecalign.write(withoutUnsure)).toBe("[0]:[0]:0.993140\n[2]:[1,2]:0.870000\n[3,4]:[4]:1.000000\n");
		expect(vecalign.write(nothing)).toBe("");
	});

	test("any alignment is read back, by another reader and by our own", () => {
		const numbers = ([from, to]: Bead["source"]) => Array.from({ length: to - from }, (_, i) => from + i);
		fc.assert(
			fc.property(alignment, (given) => {
				const wanted = given.beads.map((each) => ({
					source: numbers(each.source),
					target: numbers(each.target),
				}));
				const written = vecalign.write(given);
				expect(readVecalign(written).map(([source, target]) => ({ source, target }))).toEqual(wanted);
				expect(readBeads(written)).toEqual({ ok: true, beads: wanted });
			}),
		);
	});

	test.each([
		["[0]:[0]", [[[0], [0]]]],
		[
			"[0, 1]:[ 2 ]:0.15\r\n\n[]:[3]\n",
			[
				[[0, 1], [2]],
				[[], [3]],
			],
		],
		["  [1]: [2] : anything: at all", [[[1], [2]]]],
		["", []],
	])("%j is read as %j", (text, beads) => {
		expect(readBeads(text)).toEqual({
			ok: true,
			beads: beads.map(([source, target]) => ({ source, target })),
		});
	});

	test.each([
		["[0]:[0]\n0:1", 2, 1],
		["[a]:[0]", 1, 1],
		["[0,]:[0]", 1, 1],
		["[0]:[1 2]", 1, 5],
		["[0]", 1, 1],
		["[0]:[-1]", 1, 1],
	])("%j is no list of beads: line %i, column %i", (text, line, column) => {
		expect(readBeads(text)).toEqual({ ok: false, line, column });
	});
});
