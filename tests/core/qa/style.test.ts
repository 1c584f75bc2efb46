import { describe, expect, test } from "vitest";
import { checkAll } from "#lib/core/qa/check-all.ts";
import { numberStyle } from "#lib/core/qa/checks/number-style.ts";
import { serialComma } from "#lib/core/qa/checks/serial-comma.ts";
import { spellingVariant } from "#lib/core/qa/checks/spelling-variant.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";
import { inWords, valueOfWords } from "#lib/core/qa/style/number-words.ts";
import { anyStyle, type StyleProfile } from "#lib/core/qa/style-profile.ts";
import { corrected, look, told } from "./look-with.ts";

describe("spelling", () => {
	async function variants(
		texts: readonly string[],
		style: Partial<StyleProfile> = {},
		targetLanguage = "en",
	) {
		const document = { sourceLanguage: "zh", targetLanguage, sides: { source: false, target: true } };
		const checker = await loadChecks(document, { style: { ...anyStyle, ...style } }, [spellingVariant]);
		if (!checker) return null;
		const passages = texts.map((text, i) => ({ id: `p${i}`, source: [], target: [{ id: `t${i}`, text }] }));
		return checkAll(checker, passages).map((found, i) =>
			told(found, texts[i] ?? "").map((one) => one.replace("minor ", "")),
		);
	}

	test("the one that a document has less often is the odd one", async () => {
		expect(await variants(["the colour of the centre", "a gray sky", "labour"])).toEqual([
			[],
			["mixed [gray] → [grey]"],
			[],
		]);
	});

	test("in a document of one spelling nothing is odd", async () => {
		expect(await variants(["the colour of the centre", "we organize it", "labour"])).toEqual([[], [], []]);
		expect(await variants(["the color of the center", "we organize it", "a program"])).toEqual([[], [], []]);
	});

	test("as many of either leave one of them odd", async () => {
		expect(await variants(["the colour", "the center"])).toEqual([[], ["mixed [center] → [centre]"]]);
	});

	test("names keep their spelling", async () => {
		expect(await variants(["the colour of Pearl Harbor, by the Center, at color.org"])).toEqual([[]]);
	});

	test("a project that has a rule, or a language with a region, asks for one", async () => {
		const texts = ["we organise the defence of its color"];
		expect(await variants(texts, { spelling: "american" })).toEqual([
			["unwanted [organise] → [organize]", "unwanted [defence] → [defense]"],
		]);
		expect(await variants(texts, { spelling: "british" })).toEqual([["unwanted [color] → [colour]"]]);
		expect(await variants(texts, {}, "en-GB")).toEqual([["unwanted [color] → [colour]"]]);
	});
});

test.each([
	["always", "red, white and blue", ["missing [ and] → [, and]"]],
	["always", "We need tea, rice or salt.", ["missing [ or] → [, or]"]],
	["always", "red, white, and blue", []],
	["always", "In 2020, China and Japan met.", []],
	["always", "However, China and Japan met.", []],
	["always", "red and white", []],
	["never", "red, white, and blue", ["unwanted [, and] → [ and]"]],
	["never", "red, white and blue", []],
	["never", "He came, and she left.", []],
	["either", "red, white, and blue; tea, rice and salt", []],
] as const)("serial comma %s: %s", (rule, text, expected) => {
	const around = { knowledge: { style: { ...anyStyle, serialComma: rule } } };
	const faults = look(serialComma, "", text, around);
	expect(told(faults, text)).toEqual(expected);
	expect(look(serialComma, "", corrected(text, faults), around)).toEqual([]);
});

test.each([
	[10, "They have 3 children", ["words [3] → [three]"]],
	[10, "They have three children", []],
	[10, "They have 12 children", []],
	[10, "They sent fifteen delegates", ["figures [fifteen] → [15]"]],
	[10, "Fifteen delegates came", []],
	[10, "about 3 percent and 5 million and 2 km and article 5 says", []],
	[10, "in 3-day steps, at 5:30, on May 3 and 2.5 times", []],
	[100, "They sent 42 delegates", ["words [42] → [forty-two]"]],
	[null, "They have 3 children and fifteen delegates", []],
] as const)("figures from %s: %s", (figuresFrom, text, expected) => {
	const around = { knowledge: { style: { ...anyStyle, figuresFrom } } };
	const faults = look(numberStyle, "", text, around);
	expect(told(faults, text)).toEqual(expected);
	expect(look(numberStyle, "", corrected(text, faults), around)).toEqual([]);
});

test("every number up to a hundred reads as it is written", () => {
	for (const [words, value] of valueOfWords) expect(inWords(value)).toBe(words);
	expect([inWords(21), inWords(100), inWords(101), inWords(-1)]).toEqual([
		"twenty-one",
		"one hundred",
		null,
		null,
	]);
});
