import { expect, test } from "vitest";
import { json } from "#lib/core/align/formats/json.ts";
import { harbour, linesOf } from "#tests/core/align/formats/alignments.ts";

test("json: both sides whole, and the sentence numbers of every bead", () => {
	expect(JSON.parse(json.write(harbour))).toEqual({
		aligner: "length",
		source: harbour.source,
		target: harbour.target,
		beads: [
			{ source: [0], target: [0], confidence: 0.9931 },
			{ source: [1], target: [], confidence: 0.41 },
			{ source: [2], target: [1, 2], confidence: 0.87 },
			{ source: [], target: [3], confidence: 0.5 },
			{ source: [3, 4], target: [4], confidence: 1 },
		],
	});
	expect(linesOf(json.write(harbour))).toHaveLength(1);
});
