import { expect, test } from "vitest";
import { classifyPage } from "#lib/core/furniture/classify-page.ts";

const long =
	"The harbour office writes down who borrowed which lamp, and asks for it back after a week, or after two in winter.";
const table = "Lamp\tPier\tPrice";

/** The kinds of the lines below a title, its credits and a first paragraph. */
function kindsOf(...texts: string[]): string[] {
	const lines = ["Rules for lamps", "By Ann Lee, May 3, 2023", long, ...texts];
	return classifyPage(lines.map((text, index) => ({ line: index + 1, text })))
		.blocks.slice(3)
		.map((block) => block.kind);
}

test.each([
	["chapters", ["1. Lending", long, "2. Returning", long], "heading body heading body"],
	[
		"chapters above tables",
		["1. Lamps", table, table, "2. Piers", table, table],
		"heading body body heading body body",
	],
	[
		"chapters with a list of sentences inside",
		["1. Lending", "1. Lamps are free;", "2. Oil is not.", "2. Returning", long],
		"heading body body heading body",
	],
	[
		"chapters that notes end",
		["1. Lending", `${long}[1]`, "2. Returning", `${long}[2]`],
		"heading body heading body",
	],
	["a list", ["1. a lamp", "2. some oil", "3. a wick", "4. patience", long], "item item item item body"],
])("%s", (_name, texts, expected) => {
	expect(kindsOf(...texts).join(" ")).toBe(expected);
});
