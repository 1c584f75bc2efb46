import fc from "fast-check";
import { expect, test } from "vitest";
import { moses } from "#lib/core/align/formats/moses.ts";
import { pairLines } from "#lib/core/formats/line-pairs.ts";
import { txt } from "#lib/core/formats/readers/txt.ts";
import { alignment } from "#tests/core/align/formats/alignments.ts";
import { readWith } from "./readers/read-with.ts";

async function paired(source: string, target: string) {
	const [left, right] = await Promise.all([readWith(txt, source), readWith(txt, target)]);
	const { units, problems } = pairLines(left.lines, right.lines);
	const texts = units.map(({ variants }) =>
		variants.map(({ segments }) => segments.map(({ text }) => text).join("|")),
	);
	return { units, texts, lines: units.map(({ line }) => line), problems };
}

test("line n with line n; a line blank on one side is an empty side", async () => {
	const { units, texts, lines, problems } = await paired("一\n\n三\n", "one\ntwo\nthree\n");
	expect(texts).toEqual([
		["一", "one"],
		["", "two"],
		["三", "three"],
	]);
	expect(lines).toEqual([1, 2, 3]);
	expect(units[0]?.variants.map(({ language }) => language)).toEqual(["source", "target"]);
	expect(units.some((unit) => "paragraphStart" in unit)).toBe(false);
	expect(problems).toEqual([]);
});

test("a line blank on both sides ends a paragraph", async () => {
	const { units } = await paired("一\n二\n\n三", "one\ntwo\n\nthree");
	expect(units.map(({ line, paragraphStart }) => [line, paragraphStart])).toEqual([
		[1, true],
		[2, false],
		[4, true],
	]);
});

test("texts of unequal length: the numbers of lines and the first place where they part", async () => {
	const { texts, problems } = await paired("一\n二\n三\n四\n", "one\n\nthree\n");
	expect(texts.at(-1)).toEqual(["四", ""]);
	expect(problems).toEqual([
		{ line: 2, column: null, key: "lineCountsDiffer", values: { source: 4, target: 3 } },
	]);
});

test("what is written for Moses, read again, is the same pairs", async () => {
	await fc.assert(
		fc.asyncProperty(alignment, async (given) => {
			const [source, target] = moses.writeSides(given);
			fc.pre(source.text !== "" && !`${source.text}${target.text}`.includes("\0"));
			const written = source.text
				.split("\n")
				.map((line, index) => [line, target.text.split("\n")[index] ?? ""])
				.filter(([line]) => line !== "");
			expect((await paired(source.text, target.text)).texts).toEqual(written);
		}),
	);
});
