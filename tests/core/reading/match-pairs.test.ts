import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchPairs } from "#lib/core/reading/match-pairs.ts";

/** Pairs by name, and what is left over with its side. */
function matched(names: readonly string[]) {
	const { pairs, alone } = matchPairs(names);
	return {
		pairs: pairs.map(({ source, target }) => [names[source], names[target]]),
		alone: alone.map(({ file, side }) => [names[file], side]),
	};
}

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
			expect(matched(names)).toEqual({ pairs: [[source, target]], alone: [] });
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
			expect(matched(names)).toEqual({ pairs: [[source, target]], alone: [] });
	});
});

describe("left alone", () => {
	test.each([
		[
			["a.txt", "b.txt"],
			[
				["a.txt", null],
				["b.txt", null],
			],
		],
		[
			["a.zh.txt", "b.en.txt"],
			[
				["a.zh.txt", "source"],
				["b.en.txt", "target"],
			],
		],
		[["a.zh.txt"], [["a.zh.txt", "source"]]],
		[["讲话译文.txt"], [["讲话译文.txt", "target"]]],
		[
			["a.zh.txt", "a.zh.docx"],
			[
				["a.zh.txt", "source"],
				["a.zh.docx", "source"],
			],
		],
		[
			["a.zh-Hans.txt", "a.zh-Hant.txt", "a.en.txt"],
			[
				["a.zh-Hans.txt", "source"],
				["a.zh-Hant.txt", "source"],
				["a.en.txt", "target"],
			],
		],
		[
			["zhongwen.txt", "english.txt"],
			[
				["zhongwen.txt", null],
				["english.txt", "target"],
			],
		],
		[
			["中国.txt", "英国.txt"],
			[
				["中国.txt", null],
				["英国.txt", null],
			],
		],
		[
			["one/a.zh.txt", "two/a.en.txt"],
			[
				["one/a.zh.txt", "source"],
				["two/a.en.txt", "target"],
			],
		],
		[[], []],
	] as const)("%j", (names, alone) => {
		expect(matched(names)).toEqual({ pairs: [], alone });
	});
});

test("a folder full of pairs, whatever its order", () => {
	const numbers = Array.from({ length: 30 }, (_, i) => String(i + 1).padStart(3, "0"));
	const names = [...numbers.map((n) => `${n}-中文.txt`), ...numbers.map((n) => `${n}-英文.txt`), "readme.md"];
	fc.assert(
		fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
			const { pairs, alone } = matched(shuffled);
			expect(pairs.toSorted()).toEqual(numbers.map((n) => [`${n}-中文.txt`, `${n}-英文.txt`]));
			expect(alone).toEqual([["readme.md", null]]);
		}),
		{ numRuns: 20 },
	);
});

test("every file is in one pair or alone, whatever the names", () => {
	const part = fc.constantFrom("a", "b", "zh", "en", "中文", "英", "source", ".", "-", " ", "/", "(", ")");
	const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
	fc.assert(
		fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
			const { pairs, alone } = matchPairs(names);
			const all = [
				...pairs.flatMap(({ source, target }) => [source, target]),
				...alone.map(({ file }) => file),
			];
			expect(all.toSorted((a, b) => a - b)).toEqual([...names.keys()]);
		}),
	);
});
