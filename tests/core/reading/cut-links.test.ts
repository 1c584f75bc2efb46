import { expect, test } from "vitest";
import type { ReadLink } from "#lib/core/formats/reader.ts";
import { cutLinks, numberedSentences } from "#lib/core/reading/cut-links.ts";

const sentences = (text: string) => text.split("").map((one) => (one === "-" ? null : { text: one }));
const link = (
	source: [number, number],
	target: [number, number],
	more: Partial<ReadLink> = {},
): ReadLink => ({
	line: 1,
	source,
	target,
	...more,
});

function drawn(source: string, target: string, links: ReadLink[]): string[] {
	const cut = cutLinks(sentences(source), sentences(target), links);
	const left = { source: [...cut.source.segments], target: [...cut.target.segments] };
	return cut.rows.map(([sources, targets, confidence], i) => {
		const texts = [left.source.splice(0, sources), left.target.splice(0, targets)];
		const said = cut.stated[i]?.length ? "!" : confidence === null ? "" : ` ${confidence}`;
		return texts.map((side) => side.map(({ text }) => text).join("")).join("=") + said;
	});
}

test.each<[string, string, string, ReadLink[], string[]]>([
	["one to one", "ab", "xy", [link([0, 1], [0, 1]), link([1, 2], [1, 2])], ["a=x", "b=y"]],
	[
		"groups and deletions",
		"abc",
		"xy",
		[link([0, 2], [0, 1]), link([2, 3], [1, 1]), link([3, 3], [1, 2])],
		["ab=x", "c=", "=y"],
	],
	["what no link names stands alone", "abc", "xyz", [link([1, 2], [1, 2])], ["a=", "=x", "b=y", "c=", "=z"]],
	[
		"blank lines count and vanish",
		"a-b",
		"x-y",
		[link([0, 1], [0, 1]), link([1, 2], [1, 2]), link([2, 3], [2, 3])],
		["a=x", "b=y"],
	],
	[
		"confidence and confirmation",
		"ab",
		"xy",
		[link([0, 1], [0, 1], { confidence: 0.7 }), link([1, 2], [1, 2], { confirmed: true })],
		["a=x 0.7", "b=y!"],
	],
])("links become rows: %s", (_, source, target, links, wanted) => {
	expect(drawn(source, target, links)).toEqual(wanted);
});

test.each<[string, ReadLink[], string]>([
	["beyond the text", [link([0, 3], [0, 1], { line: 7 })], "linkBeyondText"],
	["back before another", [link([1, 2], [1, 2]), link([0, 1], [0, 1], { line: 7 })], "linkBackwards"],
])("a link that leads %s is refused with its line", (_, links, key) => {
	expect(() => cutLinks(sentences("ab"), sentences("xy"), links)).toThrow(
		expect.objectContaining({ problem: expect.objectContaining({ key, line: 7 }) }),
	);
});

test("sentences of a plain text are numbered by their lines, those of other files in order", () => {
	const blocks = [
		{ line: 1, kind: "body", text: "a" },
		{ line: 3, kind: "meta", text: "2024 " },
		{ line: 3, kind: "body", text: "b" },
	] as const;
	expect(numberedSentences(blocks, true)).toEqual([{ text: "a" }, null, { text: "2024 b" }]);
	expect(numberedSentences(blocks, false).length).toBe(3);
});
