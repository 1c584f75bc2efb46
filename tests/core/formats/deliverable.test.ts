import { expect, test } from "vitest";
import { joinSentences } from "#lib/core/diff/sentences.ts";
import { dateLine, paragraphsOf } from "#lib/core/formats/deliverable.ts";
import { articleWith, passage, segment } from "#tests/core/formats/articles.ts";

test.each([
	["en", ["One.", "Two."], "One. Two."],
	["en", ["One. ", "Two."], "One. Two."],
	["en", ["One.", "\u00a0Two."], "One.\u00a0Two."],
	["en", ["One.", "", "  ", "Two."], "One. Two."],
	["zh-Hans", ["一。", "二。"], "一。二。"],
	["zh-Hant", ["一。 ", "二。"], "一。 二。"],
	["en", [], ""],
])("%s: %j become %j", (language, sentences, expected) => {
	expect(joinSentences(sentences, language)).toBe(expected);
});

test("a paragraph begins where a segment says so and where the kind changes, also across passages", () => {
	const article = articleWith([
		passage([], [segment("a"), segment("b")]),
		passage([], [segment("c")]),
		passage([segment("source only")], []),
		passage([], [segment("d", { paragraphStart: true }), segment("e", { kind: "caption" })]),
		passage([], [segment("f", { kind: "caption" })]),
	]);
	const read = paragraphsOf(article, "target").map(
		({ kind, segments }) => `${kind} ${segments.map(({ text }) => text).join("")}`,
	);
	expect(read).toEqual(["body abc", "body d", "caption ef"]);
});

test.each([
	["en", "2024-05-27", "May 27, 2024 · Canal Weekly · Zhou Min"],
	["zh-Hans", "2024-05-27", "2024年5月27日 · Canal Weekly · Zhou Min"],
	["en", "spring 2024", "spring 2024 · Canal Weekly · Zhou Min"],
	["en", null, "Canal Weekly · Zhou Min"],
])("%s: the date line of %j is %j", (language, publishedOn, expected) => {
	expect(dateLine(articleWith([], { publishedOn }), language)).toBe(expected);
});
