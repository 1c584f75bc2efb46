import { expect, test } from "vitest";
import { authorsOf } from "#app/_workbench/editor/authors.ts";
import type { WireTextBlame, WireWriter } from "#lib/core/document/blame/wire.ts";

const at = "2026-11-22T10:00:00.000Z";
const person = (id: string, revision: number, suggestedBy: string | null = null): WireWriter => ({
	is: "person",
	revision,
	at,
	actor: { id, name: id },
	suggestedBy: suggestedBy === null ? null : { id: suggestedBy, name: suggestedBy },
});
const writers: readonly WireWriter[] = [
	{ is: "draft", revision: 1, at, origin: { kind: "machine", engine: "demo-mt" } },
	person("Ann", 2),
	person("Ben", 3),
	person("Ann", 4),
	person("Ben", 5, "Cho"),
];
const told = (text: string, stretches: WireTextBlame["stretches"]): WireTextBlame => ({
	...{ segment: "s", text, version: 4, machine: 0, stretches },
});

/** "Ann solid: the words" for each part. */
function drawn(blame: WireTextBlame, text = blame.text): string[] {
	const { parts, authors } = authorsOf(blame, writers, text, "en");
	return parts.map((part) => {
		const here = authors[part.author];
		const name = here?.author.is === "person" ? here.author.name : here?.author.is;
		return `${name} ${here?.line}: ${part.text}`;
	});
}

test("each author has one line of their own, and each revision its part", () => {
	const blame = told("one two three four", [
		[0, 4, 1],
		[4, 8, 0],
		[8, 14, 2],
		[14, 18, 3],
	]);
	expect(drawn(blame)).toEqual([
		"Ann solid: one ",
		"machine dotted: two ",
		"Ben dashed: three ",
		"Ann solid: four",
	]);
	const { authors } = authorsOf(blame, writers, blame.text, "en");
	expect(authors.map(({ share }) => Math.round(share * 18))).toEqual([8, 4, 6]);
});

test("words that were suggested are whoever's who suggested them", () => {
	expect(drawn(told("one", [[0, 3, 4]]))).toEqual(["Cho solid: one"]);
});

test("what is typed since is nobody's yet, and moves the rest along", () => {
	const blame = told("one two", [
		[0, 4, 0],
		[4, 7, 1],
	]);
	expect(drawn(blame, "just one two")).toEqual([
		"now solid: just ",
		"machine dotted: one ",
		"Ann solid: two",
	]);
	expect(drawn(blame, "")).toEqual([]);
});
