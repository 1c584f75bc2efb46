import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { length } from "#lib/core/align/aligners/length.ts";
import type { Bead } from "#lib/core/align/contract.ts";
import { kindEvidence } from "#lib/core/align/kinds.ts";
import { numberEvidence } from "#lib/core/align/numbers.ts";
import { scriptOf } from "#lib/core/align/script.ts";
import { segmentText } from "#lib/core/reading/segment-text.ts";

const fixture = (name: string) =>
	readFileSync(new URL(`../../e2e/fixtures/${name}`, import.meta.url), "utf8");
const cut = (text: string, language: string) =>
	segmentText(text, { paragraphs: "blank-line", language }).segments;
const chinese = cut(fixture("import.zh.txt"), "zh-Hans");
/** Covers the title and the first three paragraphs of the six. */
const english = cut(fixture("import.en.txt"), "en");
type Segments = ReturnType<typeof cut>;

function align(source: Segments, target: Segments): Bead[] {
	const starts = (side: Segments) => side.flatMap(({ paragraphStart }, i) => (paragraphStart ? [i] : []));
	return length.align(
		source.map(({ text }) => text),
		target.map(({ text }) => text),
		{
			sourceParagraphs: starts(source),
			targetParagraphs: starts(target),
			sourceKinds: source.map(({ kind }) => kind),
			targetKinds: target.map(({ kind }) => kind),
		},
	);
}

/** Sentences of the Chinese and of the English side per bead, known by reading: the last two paragraphs are not there. */
const wanted = ["1-1", "1-1", "1-1", "1-1", "1-1", "1-2", "1-1", "2-1", "1-1", "1-1"];
const untranslated = Array<string>(5).fill("1-0");
const shapes = (beads: readonly Bead[]) =>
	beads.map(({ source, target }) => `${source[1] - source[0]}-${target[1] - target[0]}`);
const turned = (shape: string) => shape.split("-").reverse().join("-");
const linked = (beads: readonly Bead[]) =>
	beads.filter(({ source, target }) => source[1] > source[0] && target[1] > target[0]);

describe("English for the first paragraphs of a Chinese article", () => {
	test("each sentence finds its own, and the untranslated rest stands alone", () => {
		expect(shapes(align(chinese, english))).toEqual([...wanted, ...untranslated]);
	});

	test("the other way round too", () => {
		expect(shapes(align(english, chinese))).toEqual([...wanted, ...untranslated].map(turned));
	});

	test("for the last paragraphs, it is the beginning that stands alone", () => {
		const last = cut(
			[
				"The lighthouse now has a remote monitoring system, and the navigation office on shore can see the state of the lamp at any time. The keepers have not left because of that. They still observe the weather, record seabirds and help with rescues at sea.",
				"One night in August a fishing boat lost power off the island, and Ji Xiaoman, who was on duty, lit the way for the rescue boat with a searchlight for three hours. As long as the lamp is lit, she said, ships have a direction.",
			].join("\n\n"),
			"en",
		);
		expect(shapes(align(chinese, last))).toEqual([
			...Array<string>(11).fill("1-0"),
			...Array<string>(5).fill("1-1"),
		]);
	});

	test("a complete translation is left no end to drop", () => {
		const whole = chinese.slice(0, 11);
		expect(shapes(align(whole, english))).toEqual(wanted);
	});
});

test("a Chinese title and byline stand beside the English ones, each in its own row", () => {
	const kinds = (segments: Segments, at: number, kind: "meta", text: string): Segments => [
		...segments.slice(0, at),
		{ kind, paragraphStart: true, text },
		...segments.slice(at),
	];
	const beads = align(
		kinds(chinese, 1, "meta", "作者：纪小满"),
		kinds(english, 1, "meta", "By our correspondent Ji Xiaoman"),
	);
	expect(shapes(beads).slice(0, 3)).toEqual(["1-1", "1-1", "1-1"]);
});

test("of equally long sentences none is the obvious one, and the confidence says so", () => {
	const source = Array<string>(30).fill("字".repeat(30));
	const beads = linked(length.align(source, Array<string>(12).fill("x".repeat(99))));
	expect(beads.length).toBeGreaterThan(0);
	expect(Math.max(...beads.map(({ confidence }) => confidence))).toBeLessThan(0.9);
});

test("beyond the whole lattice, the band follows a translation of the first third", () => {
	let state = 5;
	const source = Array.from({ length: 2_400 }, () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return "字".repeat(8 + (Math.floor(state / 65_536) % 97));
	});
	const target = source.slice(0, 800).map((text, i) => "x".repeat(Math.round(3.2 * text.length) + (i % 5)));
	const right = linked(length.align(source, target)).filter(({ source: s, target: t }) => s[0] === t[0]);
	expect(right.length).toBeGreaterThan(790);
});

test.each([
	[["灯塔有 GPS 和 AIS 两套设备，都由岸上看管。"], "han"],
	[["The lighthouse (望潮岛) stands 18 nautical miles east of the mainland of the province."], "latin"],
	[["灯台の光は、とおくまで届きます。"], "other"],
	[["Маяк стоит на острове."], "other"],
	[["1,234", "", "…"], "other"],
])("the script of %j is %s", (sentences, script) => {
	expect(scriptOf(sentences)).toBe(script);
});

describe("kinds", () => {
	const article = ["title", "meta", ...Array<string>(18).fill("body")];
	const weigh = kindEvidence(article, article)?.weigh ?? (() => Number.NaN);

	test("like goes with like, the rarer the kind the more so", () => {
		expect(weigh(0, 1, 0, 1)).toBeGreaterThan(2);
		expect(Math.abs(weigh(5, 1, 9, 1))).toBeLessThan(0.5);
		expect(weigh(5, 1, 0, 1)).toBeLessThan(-3);
		expect(weigh(0, 1, 0, 2)).toBeLessThan(0);
	});

	test("one kind throughout, or none known, tells nothing", () => {
		expect(kindEvidence(["body", "item"], ["body", "body"])).toBeNull();
		expect(kindEvidence(article, undefined)).toBeNull();
	});
});

test.each([
	["1月31日，310人回国", "On January 31, 310 came home", 4],
	["用了１２３４元", "It took 1,234 yuan", 2],
	["第3课", "Lesson 3", null],
	["310人", "301 people", null],
])("numbers: “%s” beside “%s” is worth %j", (source, target, worth) => {
	expect(numberEvidence([source], [target])?.weigh(0, 1, 0, 1) ?? null).toBe(worth);
});
