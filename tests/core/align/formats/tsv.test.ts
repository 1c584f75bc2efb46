import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tsv } from "#lib/core/align/formats/tsv.ts";
import { alignment, harbour, linesOf, nothing, texts } from "#tests/core/align/formats/alignments.ts";

describe("tsv", () => {
	test("one bead a line, the missing side empty", () => {
		expect(tsv.write(harbour)).toBe(
			"港口开放了。\tThe port opened.\t0.9931\n" +
				"天气很好。\t\t0.4100\n" +
				"来了三艘船。\tThree ships came. All at once.\t0.8700\n" +
				"\tNobody knew why.\t0.5000\n" +
				"引航员上了岸。他们喝茶。\tThe pilots had tea.\t1.0000\n",
		);
		expect(tsv.write(nothing)).toBe("");
	});

	test("three fields a line, read back to the letter", () => {
		const meanings: Record<string, string> = { "\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r" };
		const field = (written: string) => written.replace(/\\[\\tnr]/gu, (pair) => meanings[pair] ?? pair);
		fc.assert(
			fc.property(alignment, (given) => {
				const rows = linesOf(tsv.write(given)).map((line) => line.split("\t").map(field));
				expect(rows).toEqual(texts(given).map(([left, right, sure]) => [left, right, sure.toFixed(4)]));
			}),
		);
	});
});
