import { expect, test } from "vitest";
import { crumbsOf, isTrail } from "#lib/core/furniture/crumbs.ts";

test.each([
	["Home > News > Local", true],
	["首页 › 新闻", true],
	["港务网首页 → 时政 → 公告", true],
	["首頁/地方/港區", true],
	["Currently you are at: Home - Proposals - Replies", true],
	["Travel > Rail", true],
	["副刊 ‧ 人物", true],
	["Home - a poem", false],
	["Home is the sailor, home from sea / and the hunter home", false],
	["Travel - the cheap way", false],
	["陶明远 ‧ 周雅琴", false],
	["He said «home» and left", false],
	["3/4", false],
])("“%s” is a breadcrumb: %s", (text, expected) => {
	expect(isTrail(text)).toBe(expected);
});

test("what leads in to the breadcrumb is no crumb", () => {
	expect(crumbsOf("您的位置：首页 > 新闻 > 港区")).toEqual(["首页", "新闻", "港区"]);
});
