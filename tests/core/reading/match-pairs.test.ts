import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchPairs } from "#lib/core/reading/match-pairs.ts";

/** By name; "" where a side has none. */
const matched = (names: readonly string[]) =>
	matchPairs(names).map(({ source, target }) => [
		source === null ? "" : names[source],
		target === null ? "" : names[target],
	]);

describe("two names that differ only in what they say of the language", () => {
	test.each([
		["a.zh.txt", "a.en.txt"],
		["a_zh", "a_en"],
		["001-中文", "001-英文"],
		["001-中文.docx", "001-英文.docx"],
		["train.zh", "train.en"],
		["lines.zh.gz.txt", "lines.en.gz.txt"],
		["report-zh-CN.docx", "report-en-US.docx"],
		["report_zh_TW.docx", "report_en_GB.docx"],
		["report zh-Hant.txt", "report en.txt"],
		["Report (ZH).pdf", "Report (EN).pdf"],
		["report.zh.docx", "report.en.txt"],
		["zh-report.txt", "en-report.txt"],
		["zh/report.txt", "en/report.txt"],
		["texts/zh/part 1/a.txt", "texts/en/part 1/a.txt"],
		["chinese\\a.txt", "english\\a.txt"],
		["港口报告中文版.docx", "港口报告英文版.docx"],
		["港口报告（中）.docx", "港口报告（英）.docx"],
		["港口報告【漢語】.docx", "港口報告【英語】.docx"],
		["讲话-原文.txt", "讲话-译文.txt"],
		["講話 原稿.txt", "講話 譯稿.txt"],
		["speech_source.txt", "speech_target.txt"],
		["speech.src", "speech.tgt"],
		["speech original.txt", "speech translation.txt"],
		["speech_zh.txt", "speech-en.txt"],
		["a.zh.txt", "a.fr.txt"],
		["a.ru.txt", "a.en.txt"],
		["a.zh-CN.txt", "A.EN.TXT"],
		["it.zh.txt", "it.en.txt"],
		["讲话.zh.txt", "讲话.en.txt"],
		["zh", "en"],
		["zh.txt", "en.txt"],
		["2024-05-27 zh.html", "2024-05-27 en.html"],
	])("%s is the source of %s", (source, target) => {
		for (const names of [
			[source, target],
			[target, source],
		])
			expect(matched(names)).toEqual([[source, target]]);
	});
});

describe("only one of two says it", () => {
	test.each([
		["report.txt", "report.en.txt"],
		["report.docx", "report_en.docx"],
		["讲话.txt", "讲话-译文.txt"],
		["report.zh.txt", "report.txt"],
		["讲话原文.txt", "讲话.txt"],
	])("%s is the source of %s", (source, target) => {
		for (const names of [
			[source, target],
			[target, source],
		])
			expect(matched(names)).toEqual([[source, target]]);
	});
});

test.each<[string, string[], [string, string][]]>([
	[
		"other names",
		["a.zh.txt", "b.en.txt"],
		[
			["a.zh.txt", ""],
			["", "b.en.txt"],
		],
	],
	["one file", ["讲话译文.txt"], [["", "讲话译文.txt"]]],
	[
		"the same language",
		["a.zh.txt", "a.zh.docx"],
		[
			["a.zh.txt", ""],
			["a.zh.docx", ""],
		],
	],
	[
		"names that say nothing",
		["notes.txt", "港口.txt"],
		[
			["", "notes.txt"],
			["港口.txt", ""],
		],
	],
	[
		"words that only look like a language",
		["enzyme.txt", "china.txt"],
		[
			["", "enzyme.txt"],
			["", "china.txt"],
		],
	],
	[
		"countries",
		["中国.txt", "英国.txt"],
		[
			["中国.txt", ""],
			["英国.txt", ""],
		],
	],
	[
		"other folders",
		["one/a.zh.txt", "two/a.en.txt"],
		[
			["one/a.zh.txt", ""],
			["", "two/a.en.txt"],
		],
	],
	[
		"two of one language",
		["1.zh.txt", "1.zh.docx", "1.en.txt"],
		[
			["1.zh.txt", ""],
			["1.zh.docx", ""],
			["", "1.en.txt"],
		],
	],
	[
		"three of which any two could be a pair",
		["a.zh-Hans.txt", "a.zh-Hant.txt", "a.en.txt"],
		[
			["a.zh-Hans.txt", ""],
			["a.zh-Hant.txt", ""],
			["", "a.en.txt"],
		],
	],
	["nothing", [], []],
])("left alone, on the side that its name tells: %s", (_, names, wanted) => {
	expect(matched(names)).toEqual(wanted);
});

test.each([
	[["001.zh.txt", "001.en.txt"], "001"],
	[["Port_report.zh-CN.docx", "Port_report.en-US.docx"], "Port report"],
	[["texts/zh/One more.txt", "texts/en/One more.txt"], "One more"],
	[["港口报告（中）.docx", "港口报告（英）.docx"], "港口报告"],
	[["zh.txt", "en.txt"], "zh"],
	[["notes.txt"], "notes"],
	[["讲话-译文.txt"], "讲话"],
])("what %j have in common is %s", (names, name) => {
	expect(matchPairs(names).map((pair) => pair.name)).toEqual([name]);
});

test("a folder full of pairs, whatever its order", () => {
	const numbers = Array.from({ length: 30 }, (_, i) => String(i + 1).padStart(3, "0"));
	const names = [...numbers.map((n) => `${n}-中文.txt`), ...numbers.map((n) => `${n}-英文.txt`), "readme.md"];
	fc.assert(
		fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
			expect(matched(shuffled).toSorted()).toEqual([
				["", "readme.md"],
				...numbers.map((n) => [`${n}-中文.txt`, `${n}-英文.txt`]),
			]);
		}),
		{ numRuns: 20 },
	);
});

test("every file is in exactly one entry, and the entries are in the list's order, whatever the names", () => {
	const part = fc.constantFrom("a", "b", "zh", "en", "中文", "英", "source", ".", "-", " ", "/", "(", ")");
	const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
	fc.assert(
		fc.property(fc.array(name, { maxLength: 12 }), (names) => {
			const entries = matchPairs(names).map(({ source, target }) =>
				[source, target].filter((place) => place !== null),
			);
			expect(entries.flat().toSorted((a, b) => a - b)).toEqual([...names.keys()]);
			const firsts = entries.map((places) => Math.min(...places));
			expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
		}),
	);
});
