import { expect, test } from "vitest";
import { classifyPage } from "#lib/core/furniture/classify-page.ts";

const kindsOf = (texts: readonly string[]) =>
	classifyPage(texts.map((text, i) => ({ line: i + 1, text }))).blocks.map(({ kind }) => kind);

const long =
	"The office explained at length what it had done in the past year, and then it explained the same again. ".repeat(
		3,
	);
const longChinese = "过去一年，办公室认真开展各项工作，取得了良好成效，受到了各方面的好评。".repeat(4);

test.each<[string, [string, string][]]>([
	[
		"an English page with navigation, byline and date",
		[
			["Search:", "furniture"],
			["Home >> News >> Local", "furniture"],
			["Harbour office opens a reading room for its crews", "title"],
			["Tao Ming, Harbour Office", "meta"],
			["08:35, May 27, 2024", "meta"],
			["Text zoom:", "furniture"],
			["A quiet place, a warm lamp", "heading"],
			[long, "body"],
			["First step: find a room", "heading"],
			[long, "body"],
			["The office will:", "body"],
			["- repair the roof", "item"],
			["The picture shows crews at the opening. The room holds forty.", "caption"],
			["(Edited by: Tao Ming)", "meta"],
			["Related News", "furniture"],
			["Harbour festival begins", "furniture"],
			["Contact Us", "furniture"],
			["Copyright 2024 Harbour Office. All rights reserved.", "furniture"],
		],
	],
	[
		"a Chinese page",
		[
			["投稿邮箱:desk@example.org", "furniture"],
			["港务网", "furniture"],
			["港务局为船员开设阅览室 受到广泛欢迎", "title"],
			["港务局党委", "meta"],
			["来源:港务网2024年05月27日08:35", "meta"],
			["文字缩放:", "furniture"],
			[longChinese, "body"],
			["第一步 找房子", "heading"],
			[longChinese, "body"],
			["图为船员在阅览室看书。", "caption"],
			["(编辑:陶明)", "meta"],
			["相关新闻", "furniture"],
			["港务局举办运动会", "furniture"],
		],
	],
	[
		"title and short paragraphs",
		[
			["A short story", "title"],
			["He came home.", "body"],
			["She left.", "body"],
		],
	],
	[
		"a chapter under a title",
		[
			["Chapter One", "heading"],
			["The arrival of the long-awaited ship", "title"],
			[long, "body"],
			[long, "body"],
		],
	],
	[
		"lines without punctuation are no headings",
		[
			["first line", "body"],
			["second line", "body"],
			["third line", "body"],
		],
	],
	["one line", [["Hello world", "body"]]],
	[
		"signs only",
		[
			["* * *", "body"],
			[long, "body"],
			["Then", "heading"],
			[long, "body"],
		],
	],
	["nothing", []],
])("%s", (_, page) => {
	expect(kindsOf(page.map(([text]) => text))).toEqual(page.map(([, kind]) => kind));
});

test("a breadcrumb is set aside, words in angle quotation marks are text", () => {
	expect(kindsOf(["Accueil » Ville » Port"])).toEqual(["furniture"]);
	for (const said of [
		"« Le pont est à nous », dit la gardienne.",
		"»Die Brücke gehört uns«, sagt die Wärterin.",
	])
		expect(kindsOf([said])).toEqual(["body"]);
});
