import fc from "fast-check";
import { expect, test } from "vitest";
import { ladder as ladderFormat } from "#lib/core/align/formats/ladder.ts";
import { vecalign as vecalignFormat } from "#lib/core/align/formats/vecalign.ts";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { ladder } from "#lib/core/formats/readers/ladder.ts";
import { vecalign } from "#lib/core/formats/readers/vecalign.ts";
import { alignment } from "#tests/core/align/formats/alignments.ts";
import { fileOf, readWith, refusalOf } from "./read-with.ts";

test("text form: sentences of both sides, an empty side, paragraphs by their marks", async () => {
	const { shape, units, problems } = await readWith(
		ladder,
		"一。 ~~~ 二。\tOne and two.\t0.5\n\n三。\t\t0\n<p>\t<p>\t0.9\n四。\tFour.\t1\n",
	);
	expect(shape).toBe("pairs");
	const unit = (
		line: number,
		source: string[],
		target: string[],
		confidence: number,
		paragraphStart: boolean,
	) => ({
		line,
		variants: [
			{ language: "source", segments: source.map((text) => ({ text })) },
			{ language: "target", segments: target.map((text) => ({ text })) },
		],
		confidence,
		paragraphStart,
	});
	expect(units).toEqual([
		unit(1, ["一。", "二。"], ["One and two."], 0.5, true),
		unit(3, ["三。"], [], 0, false),
		unit(5, ["四。"], ["Four."], 1, true),
	]);
	expect(problems).toEqual([]);
});

test("scores beyond 0 and 1 are no confidence, and that is said", async () => {
	const { units, problems } = await readWith(ladder, "一。\tOne.\t1.35\n二。\tTwo.\t-0.3\n");
	expect(units.map(({ confidence }) => confidence)).toEqual([undefined, undefined]);
	expect(problems).toEqual([{ line: 1, column: null, key: "ladderScores" }]);
});

test("numeric form: the steps between the rungs", async () => {
	const { shape, links } = await readWith(ladder, "0\t0\t0.9\n1\t1\t0.25\n3\t1\t0.5\n4\t2\t0\n");
	expect(shape).toBe("links");
	expect(links).toEqual([
		{ line: 1, source: [0, 1], target: [0, 1], confidence: 0.9 },
		{ line: 2, source: [1, 3], target: [1, 1], confidence: 0.25 },
		{ line: 3, source: [3, 4], target: [1, 2], confidence: 0.5 },
	]);
});

test("a ladder of any alignment, read again, has each of its pairs", async () => {
	await fc.assert(
		fc.asyncProperty(alignment, async (given) => {
			const { links } = await readWith(ladder, ladderFormat.write(given));
			const read = links.map(({ source, target, confidence }) => ({ source, target, confidence }));
			for (const { source, target, confidence } of given.beads) {
				expect(read).toContainEqual({ source, target, confidence: Number(confidence.toFixed(6)) });
			}
			const ends = links.at(-1);
			expect([ends?.source[1] ?? 0, ends?.target[1] ?? 0]).toEqual([
				given.source.sentences.length,
				given.target.sentences.length,
			]);
		}),
	);
});

test("sentence numbers of any alignment, read again, are the same", async () => {
	const numbers = ([from, to]: readonly [number, number]) => (from === to ? "none" : `${from} to ${to}`);
	await fc.assert(
		fc.asyncProperty(alignment, async (given) => {
			const { links } = await readWith(vecalign, `${vecalignFormat.write(given)}\n`);
			expect(links.map(({ source, target }) => [numbers(source), numbers(target)])).toEqual(
				given.beads.map(({ source, target }) => [numbers(source), numbers(target)]),
			);
		}),
	);
});

test("Vecalign's own way of writing: blanks, costs, empty sides where they stand", async () => {
	const { shape, links } = await readWith(vecalign, "[0, 1]:[0]:0.15\r\n\r\n[2]:[]:0.5\r\n[]:[1]\r\n");
	expect(shape).toBe("links");
	expect(links).toEqual([
		{ line: 1, source: [0, 2], target: [0, 1] },
		{ line: 3, source: [2, 3], target: [1, 1] },
		{ line: 4, source: [3, 3], target: [1, 2] },
	]);
});

test.each([
	["a rung that goes back", ladder, "0\t0\t1\n2\t2\t1\n1\t3\t1\n", { key: "ladderGoesBack", line: 3 }],
	["a rung of words", ladder, "0\t0\t1\n2\ttwo\t1\n", { key: "ladderBadRung", line: 2 }],
	["a pair without a score", ladder, "一\tOne\t1\n二\tTwo\n", { key: "ladderBadPair", line: 2 }],
	["a list with a gap", vecalign, "[0]:[0]:1\n[1,3]:[1]:1\n", { key: "vecalignGap", line: 2 }],
	["a list of words", vecalign, "[0]:[0]:1\n[1]:[one]:1\n", { key: "vecalignBadBead", line: 2, column: 1 }],
])("refused with its line: %s", async (_, reader, content, expected) => {
	expect(await refusalOf(reader, content)).toMatchObject(expected);
});

test.each([
	["a.txt", "0\t0\t1\n2\t2\t1\n", "ladder"],
	["a.txt", "一。 ~~~ 二。\tOne.\t0.5\n", "ladder"],
	["a.ladder", "一。\tOne.\t0.5\n", "ladder"],
	["a.txt", "[0]:[0]:0.5\n[1]:[]\n", "vecalign"],
	["a.txt", "[1] See the note.\n[2]: another\n", "txt"],
	["a.txt", "0\t0 degrees\n", "txt"],
])("%s with %j is read as %s", (name, content, id) => {
	expect(recognise(fileOf(content, name), content)?.id).toBe(id);
});
