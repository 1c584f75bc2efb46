import { expect, test } from "vitest";
import { classifyPage } from "#lib/core/furniture/classify-page.ts";
import { learnFrom, maskLine, noLearnedRules } from "#lib/core/furniture/learned-rules.ts";

const long = "过去一年，办公室认真开展各项工作，取得了良好成效，受到了各方面的好评。".repeat(4);

const pageOf = (date: string, slogan: string): { line: number; text: string }[] =>
	["港务局为船员开设阅览室", `${date} 来源：港务网`, long, slogan, long].map((text, index) => ({
		line: index + 1,
		text,
	}));

test.each([
	["第1024期 2024-05-27", "第0期 D"],
	["责任编辑：陶明", "责任编辑:*"],
	["Home > News > Local", "home>*"],
	["Total  views 1,204", "total views 0"],
	["", null],
	[long, null],
])("%s is remembered as %s", (text, pattern) => {
	expect(maskLine(text)).toBe(pattern);
});

test("what a reviewer set aside on one page is set aside on the next of the same publisher, and said to be learned", () => {
	const before = classifyPage(pageOf("2024-05-27", "港务微光 第12期"));
	expect(before.blocks[3]?.kind).not.toBe("furniture");
	const learned = learnFrom([{ text: "港务微光 第12期", kind: "furniture", publisher: "港务网" }]);
	const after = classifyPage(pageOf("2024-06-03", "港务微光 第13期"), { learned });
	expect(after.blocks[3]?.kind).toBe("furniture");
	expect(after.learned).toEqual([3]);
	expect(JSON.parse(JSON.stringify(learned))).toEqual(learned);
});

test("another publisher's pages are left alone", () => {
	const learned = learnFrom([{ text: "港务微光 第12期", kind: "furniture", publisher: "渔业网" }]);
	expect(classifyPage(pageOf("2024-06-03", "港务微光 第13期"), { learned }).learned).toEqual([]);
});

test("a line taken for the title can be taught to be furniture", () => {
	const lines = [
		"港务局党的建设工作专题网站首屏",
		"船员阅览室启用",
		"2024-05-27 来源：港务网",
		long,
		long,
	].map((text, index) => ({ line: index + 1, text }));
	const learned = learnFrom([
		{ text: "港务局党的建设工作专题网站首屏", kind: "furniture", publisher: "港务网" },
	]);
	expect(classifyPage(lines, { learned }).metadata.title).toBe("船员阅览室启用");
});

test("repeated corrections count, contrary ones weaken and then replace", () => {
	const toggle = (kind: "furniture" | "body") => ({ text: "第1期", kind, publisher: null });
	const twice = learnFrom([toggle("furniture"), toggle("furniture")]);
	expect(twice.rules).toEqual([{ publisher: null, pattern: "第0期", kind: "furniture", count: 2 }]);
	const weakened = learnFrom([toggle("body")], twice);
	expect(weakened.rules).toEqual([{ publisher: null, pattern: "第0期", kind: "furniture", count: 1 }]);
	expect(learnFrom([toggle("body")], weakened).rules).toEqual([
		{ publisher: null, pattern: "第0期", kind: "body", count: 1 },
	]);
});

test("titles and whole paragraphs teach nothing", () => {
	const corrections = [
		{ text: "港务局为船员开设阅览室", kind: "title" as const, publisher: null },
		{ text: long, kind: "furniture" as const, publisher: null },
	];
	expect(learnFrom(corrections)).toEqual(noLearnedRules);
});
