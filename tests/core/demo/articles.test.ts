import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DemoArticle, DemoParagraph } from "#prisma/demo/article.ts";
import { demoArticles } from "#prisma/demo/articles.ts";
import { museum } from "#prisma/demo/museum.ts";
import { port } from "#prisma/demo/port.ts";
import { charactersOfOtherScript } from "./scripts.ts";

const sentencesOf = (paragraphs: readonly DemoParagraph[] | null) =>
	(paragraphs ?? []).flatMap(({ sentences }) => sentences);
const inRows = (paragraphs: readonly DemoParagraph[] | null) =>
	sentencesOf((paragraphs ?? []).filter(({ kind }) => kind !== "furniture"));
const english = (article: DemoArticle) => sentencesOf(article.target).join("\n");
const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const rowsOf = (article: DemoArticle, sources: number, targets: number) =>
	article.rows.filter(([s, t]) => s === sources && t === targets);
const bilingual = demoArticles.filter(({ source, target }) => source && target);

describe.each(demoArticles.map((article) => [article.key, article] as const))("%s", (_key, article) => {
	test("its rows use up both sides, and none is empty", () => {
		expect(total(article.rows.map(([sources]) => sources))).toBe(inRows(article.source).length);
		expect(total(article.rows.map(([, targets]) => targets))).toBe(inRows(article.target).length);
		expect(article.rows.filter(([sources, targets]) => sources + targets === 0)).toEqual([]);
	});

	test("it has a title, a line of metadata, a heading and furniture on each side there is", () => {
		for (const side of [article.source, article.target]) {
			if (side === null) continue;
			const kinds = side.map(({ kind }) => kind);
			expect(kinds).toEqual(expect.arrayContaining(["title", "meta", "heading", "caption", "furniture"]));
		}
	});

	test("its Chinese is in the script it declares", () => {
		expect(charactersOfOtherScript(sentencesOf(article.source).join(""), article.sourceLanguage)).toEqual([]);
	});

	test("no sentence is blank or ends in space", () => {
		for (const text of [...sentencesOf(article.source), ...sentencesOf(article.target)]) {
			expect(text).toBe(text.trim());
			expect(text).not.toBe("");
		}
	});
});

test.each([
	["台灣歷史博物館", "zh-Hans", ["灣", "歷", "館"]],
	["台湾历史博物馆", "zh-Hant", ["湾", "历", "馆"]],
	["一渠清水", "zh-Hans", []],
])("%s read as %s has foreign characters %j", (text, language, foreign) => {
	expect(charactersOfOtherScript(text, language)).toEqual(foreign);
});

test("the traditional article has none of the characters that conversion gets wrong", () => {
	const text = demoArticles
		.filter(({ sourceLanguage }) => sourceLanguage === "zh-Hant")
		.flatMap(({ source }) => sentencesOf(source));
	expect(text.join("")).toMatch(/雲.*裡/s);
	expect(text.join("")).not.toMatch(/[云后里干准斗范]/);
});

test("the bilingual articles have more than 60 passages together", () => {
	expect(bilingual.map(({ key }) => key)).toEqual(["port", "museum"]);
	expect(total(bilingual.map(({ rows }) => rows.length))).toBeGreaterThanOrEqual(70);
});

test("the port has a row of every difficult shape, and only those are uncertain", () => {
	expect(rowsOf(port, 2, 1)).toEqual([[2, 1, 0.41]]);
	expect(rowsOf(port, 1, 2)).toHaveLength(1);
	expect(rowsOf(port, 1, 0)).toHaveLength(1);
	expect(rowsOf(port, 0, 1)).toHaveLength(1);
	for (const [, , confidence] of bilingual.flatMap(({ rows }) => rows)) {
		if (confidence !== 0.41) expect(confidence).toBeGreaterThanOrEqual(0.83);
		expect(confidence).toBeLessThanOrEqual(0.99);
	}
});

test("list items pair one to one", () => {
	for (const { source, target } of bilingual) {
		const items = (side: typeof source) => side?.filter(({ kind }) => kind === "item").length;
		expect(items(source)).toBe(3);
		expect(items(target)).toBe(3);
	}
});

describe("the machine English has the faults that reviewers meet", () => {
	const fullWidth = /[，。；：？！（）]/g;
	const han = /\p{Script=Han}+/gu;

	test.each([
		["progress and progress"],
		["discussed and discussed"],
		["sorted out and sorted out"],
		["opinions and opinions"],
		["studying at work and working at work"],
		["discussions and discussions"],
		["communication and communication"],
	])("a coordinated repeat: %s", (repeat) => {
		expect(english(port)).toContain(repeat);
	});

	test("one office under three names", () => {
		const names = [
			"Yunting External Liaison Office",
			"Foreign Liaison Department",
			"Yunting Municipal Outreach Office",
		];
		for (const name of names) expect(english(port)).toContain(name);
		expect(sentencesOf(port.source).join("")).toContain("云汀市对外联络办公室");
	});

	test("an opening quotation mark for an apostrophe", () => {
		expect(english(port)).toContain("city‘s");
		expect(english(museum)).toContain("Castwen‘s");
	});

	test.each([
		["missed terms", "标准箱", "standard boxes"],
		["missed terms", "吊具", "hanger"],
		["missed terms", "出水文物", "effluent cultural relics"],
		["a number ten times too small", "1.5亿吨", "15 million tons"],
		["an over-literal rendering", "越来越细", "thinner and thinner"],
		["an over-literal rendering", "牵线搭桥", "leads the line and builds the bridge"],
	])("%s: %s → %s", (_fault, chinese, machine) => {
		expect(bilingual.flatMap(({ source }) => sentencesOf(source)).join("")).toContain(chinese);
		expect(bilingual.map(english).join("")).toContain(machine);
	});

	test("full-width punctuation and a Chinese word, once each", () => {
		expect(bilingual.map(english).join("").match(fullWidth)).toEqual(["，"]);
		expect(bilingual.map(english).join("").match(han)).toEqual(["带缆"]);
	});
});

describe("the pages for the browser journeys", () => {
	const read = (name: string) =>
		readFileSync(new URL(`../../e2e/fixtures/${name}`, import.meta.url), "utf8").trimEnd();

	test("the Chinese article has six paragraphs, of which the English renders four", () => {
		const paragraphs = read("import.zh.txt").split("\n\n");
		expect(paragraphs).toHaveLength(6);
		expect(charactersOfOtherScript(paragraphs.join(""), "zh-Hans")).toEqual([]);
		expect(read("import.en.txt").split("\n\n")).toHaveLength(4);
	});

	test("the English page names one office in three ways and carries its furniture", () => {
		const page = read("walk-one.en.txt");
		for (const name of ["Yunting External Liaison Office", "Foreign Liaison Department", "Outreach Office"]) {
			expect(page).toContain(name);
		}
		expect(page).toMatch(/^Text zoom:$/m);
		expect(page).not.toMatch(/\p{Script=Han}/u);
	});
});
