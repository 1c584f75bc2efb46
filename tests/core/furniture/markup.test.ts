import { expect, test } from "vitest";
import type { LineHint } from "#lib/core/formats/reader.ts";
import { classifyPage } from "#lib/core/furniture/classify-page.ts";

const long =
	"The office explained at length what it had done in the past year, and then it explained it again. ".repeat(
		3,
	);

function kindsOf(lines: readonly (readonly [text: string, hint?: LineHint])[]): string[] {
	const page = classifyPage(
		lines.map(([text, hint], index) => ({ line: index + 1, text, ...(hint ? { hint } : {}) })),
	);
	return page.blocks.map((block) => block.kind);
}

test("what the markup says decides where the words do not", () => {
	expect(
		kindsOf([
			["Our harbour", { region: "header" }],
			["Boats", { region: "navigation", linked: 1 }],
			["Moorings", { region: "navigation", linked: 1 }],
			["Quiet rooms", { heading: 1, region: "main" }],
			["Tao Ming", { classes: "byline" }],
			[long, { region: "article" }],
			["Lamps", { heading: 2, region: "article" }],
			[long, { region: "article" }],
			["The new room", { caption: true }],
			["Bring a book", { list: { ordered: false, level: 1 } }],
			["Bring a friend", { list: { ordered: false, level: 1 } }],
			["Ten", { cell: { row: 0, column: 0 } }],
			["See page 4.", { footnote: true }],
			["Harbour Office, page 3", { margin: true }],
			["A storm is coming, says the office of the weather.", { region: "aside", linked: 1 }],
			["14 Quay Street", { region: "footer" }],
		]),
	).toEqual([
		"furniture",
		"furniture",
		"furniture",
		"title",
		"meta",
		"body",
		"heading",
		"body",
		"caption",
		"item",
		"item",
		"cell",
		"footnote",
		"furniture",
		"furniture",
		"furniture",
	]);
});

test.each(["form", "aside", "footer", "navigation"] as const)(
	"a %s around the whole page says nothing",
	(region) => {
		expect(
			kindsOf([
				["Quiet rooms", { region, heading: 1 }],
				[long, { region }],
				["Lamps", { region, heading: 2 }],
				[long, { region }],
			]),
		).toEqual(["title", "body", "heading", "body"]);
	},
);

test("classes of what is around the text say nothing of a line in it", () => {
	const classes = "paragraph article-body page-banner with-sidebar-right tag-share nav footer";
	expect(
		kindsOf([
			["Quiet rooms", { heading: 1 }],
			[long, { classes }],
			["Bring a lamp", { classes, heading: 2 }],
			[long, { classes }],
		]),
	).toEqual(["title", "body", "heading", "body"]);
});
