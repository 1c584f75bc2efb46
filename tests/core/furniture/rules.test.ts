import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { isControlBar, isMenuBar } from "#lib/core/furniture/rules/compiled.ts";
import { languageRules } from "#lib/core/furniture/rules/registry.ts";

const machinery = ["compiled.ts", "contract.ts", "registry.ts"];

test("every language's file is in the registry", () => {
	const files = readdirSync(new URL("../../../lib/core/furniture/rules/", import.meta.url));
	const languages = files.filter((file) => !machinery.includes(file)).map((file) => file.replace(".ts", ""));
	expect(languageRules.map((rules) => rules.id).toSorted()).toEqual(languages.toSorted());
});

test.each([
	["字号：大 中 小", true],
	["【打印】【关闭】", true],
	["分享到： 微信 微博 QQ空间", true],
	["Share | Print | Email", true],
	["A- A A+", true],
	["大家都来打印", false],
	["Share your thoughts", false],
	["2024", false],
	["* * *", false],
])("“%s” is a bar of buttons: %s", (text, isBar) => {
	expect(isControlBar(text)).toBe(isBar);
});

test.each([
	["首页 新闻 视频 专题", true],
	["Home | News | Sports", true],
	["News from the harbour", false],
])("“%s” is a menu: %s", (text, isBar) => {
	expect(isMenuBar(text)).toBe(isBar);
});

test.each(["1", "-", "A-", "+ ", "2024-05-27 "])(
	"a line of nothing but “%s” does not hold a page up",
	(part) => {
		expect(isMenuBar(`${part.repeat(90)}Q`)).toBe(false);
		expect(isControlBar(`${part.repeat(90)}Q`)).toBe(false);
	},
);
