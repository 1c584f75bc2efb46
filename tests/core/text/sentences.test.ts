import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SrxDocument } from "#lib/core/srx/document.ts";
import { sentenceJoiner } from "#lib/core/text/sentence-joiner.ts";
import { sentenceStarts, splitSentences } from "#lib/core/text/sentences.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

const pieces = [
	..."。！？!?.…；，,:：“”‘’\"'「」『』（）()《》[]—-~",
	" ",
	"  ",
	"\u3000",
	"\u00a0",
	"\n",
	"\t",
	"他说",
	"一",
	"等",
	"的",
	"Mr",
	"U.S",
	"No",
	"I",
	"a.m",
	"He",
	"went",
	"3.5",
	"12",
	"said",
	"…… ",
];
const paragraphs = fc.oneof(
	fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join("")),
	fc.string(),
);

test.each(["en", "zh-Hans", "zh-Hant", "de"])(
	"%s sentences joined give the paragraph back, to the character",
	(language) => {
		fc.assert(
			fc.property(paragraphs, (paragraph) => {
				expect(splitSentences(paragraph, language).join(sentenceJoiner(language))).toBe(paragraph);
			}),
			{ numRuns: 2_000 },
		);
	},
);

test.each(["en", "zh-Hans"])(
	"%s: no sentence of a trimmed paragraph is blank, and starts ascend",
	(language) => {
		fc.assert(
			fc.property(paragraphs, (text) => {
				const paragraph = text.trim();
				const sentences = splitSentences(paragraph, language);
				if (paragraph !== "") expect(sentences.filter((sentence) => sentence.trim() === "")).toEqual([]);
				const starts = sentenceStarts(paragraph, language);
				expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
			}),
			{ numRuns: 2_000 },
		);
	},
);

test("a paragraph of 200,000 characters is split within a second", () => {
	for (const [language, sentence] of [
		["zh-Hans", "（一）他说“走吧！”，然后走了。"],
		["en", "Mr. Li (see p. 5) said “go!” to No. 7. "],
	] as const) {
		const begin = processorTime();
		splitSentences(sentence.repeat(200_000 / sentence.length), language);
		expect(processorTime() - begin).toBeLessThan(1_000);
	}
});

test.each([
	["(".repeat(20_000), "en"],
	["“".repeat(20_000), "zh"],
	[".".repeat(20_000), "en"],
	[". ".repeat(20_000), "en"],
	["。 ".repeat(20_000), "zh"],
	["A. ".repeat(20_000), "en"],
	["“走！”".repeat(5_000), "zh"],
	[" ".repeat(20_000), "en"],
	[`${". ".repeat(20_000)}x`, "en"],
	[`.${" ".repeat(20_000)}x`, "zh"],
	["…".repeat(20_000), "zh"],
	["……。”".repeat(5_000), "zh"],
	["（。".repeat(10_000), "zh"],
])("hostile repetition %#: stays under a second", (text, language) => {
	const begin = processorTime();
	splitSentences(text, language);
	expect(processorTime() - begin).toBeLessThan(1_000);
});

describe("rules of one's own", () => {
	const rules: SrxDocument = {
		segmentSubflows: true,
		cascade: true,
		formatHandles: [],
		languageRules: [
			{ name: "Clauses", rules: [{ breaks: true, before: "[，；,;]", after: "" }] },
			{ name: "Stops", rules: [{ breaks: true, before: "[.。]", after: "" }] },
		],
		maps: [
			{ pattern: "(zh|en).*", ruleName: "Clauses" },
			{ pattern: "zh.*", ruleName: "Stops" },
		],
	};
	test.each([
		["zh-Hant", "天亮了，", "鳥叫了；", "人醒了。", "走。"],
		["en", "One,", "two.  Three;four;", "five"],
		["fr", "Un, deux. Trois"],
	])("%s: they alone decide where, a space permitting", (language, ...wanted) => {
		const paragraph = wanted.join(sentenceJoiner(language));
		expect(splitSentences(paragraph, language, rules)).toEqual(wanted);
	});
});
