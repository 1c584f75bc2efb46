import { expect, test } from "vitest";
import { english } from "#lib/core/qa/checks/english.ts";
import type { EnglishRemark } from "#lib/core/qa/contract.ts";
import { noTerms } from "#lib/core/terms/matcher.ts";
import { look, told } from "./look-with.ts";

const text = "The goverment is an university.";

const remark = (slip: string, found: string, ...replacements: string[]): EnglishRemark => {
	const start = text.indexOf(found);
	return { slip, start, end: start + found.length, replacements };
};

const said = (remarks: readonly EnglishRemark[], knowledge = {}) => {
	const target = [{ id: "t", text, remarks }];
	return told(look(english, "", "", { passage: { target }, knowledge }), text);
};

test("what was remarked is told, with its replacement where there is one only", () => {
	expect(said([remark("spelling", "goverment", "government"), remark("article", "an", "a")])).toEqual([
		"spelling [goverment] → [government]",
		"article [an] → [a]",
	]);
	expect(said([remark("spelling", "goverment", "government", "governments")])).toEqual([
		"spelling [goverment]",
	]);
});

test("what other checks look for is left to them", () => {
	expect(said([remark("spacing", " ", ""), remark("repeated", "The", "")])).toEqual([]);
});

test("a word that the people of the project know is none", () => {
	expect(said([remark("spelling", "goverment", "government")], { words: new Set(["goverment"]) })).toEqual(
		[],
	);
	expect(said([remark("article", "an", "a")], { words: new Set(["an"]) })).toEqual(["article [an] → [a]"]);
});

test("the rendering of a term is none", () => {
	const rendering = {
		text: "goverment",
		status: "preferred",
		note: "",
		authority: "",
		alwaysWrong: false,
	} as const;
	const term = {
		id: "x",
		simplified: "府",
		traditional: "府",
		domain: "",
		note: "",
		renderings: [rendering],
	};
	const terms = { ...noTerms, inTarget: () => [{ term, rendering, start: 4, end: 13 }] };
	expect(
		said([remark("spelling", "goverment", "government"), remark("article", "an", "a")], { terms }),
	).toEqual(["article [an] → [a]"]);
});

test("nothing is said of a text that nobody has read", () => {
	expect(look(english, "", text)).toEqual([]);
});
