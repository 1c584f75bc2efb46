import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutHan, isHan, simplifier } from "#lib/core/align/lexical/han.ts";
import { longestByFirst, numbered } from "#lib/core/align/lexicon/build.ts";
import type { HeadWords } from "#lib/core/align/lexicon/lexicon.ts";
import { tinyLexicon } from "../lexicon/tiny-sources.ts";

const { heads } = tinyLexicon();

function wordsWith(shares: Record<string, number>): HeadWords {
	const texts = Object.keys(shares);
	return {
		texts,
		numbers: numbered(texts),
		logShares: Float32Array.from(Object.values(shares), Math.log),
		longest: longestByFirst(texts),
		simplified: new Map(),
		onlyTraditional: new Set(),
		readings: new Map(),
	};
}

describe("a run of characters is cut into words", () => {
	test.each<[string, string]>([
		["图书馆看书", "图书馆 看书"],
		["走图书馆走", "走 图书馆 走"],
		["书图书馆", "书 图书馆"],
		["猫走", "猫 走"], // no dictionary has the first
		["猫狗", "猫 狗"],
		["图书", "图 书"], // a beginning of a word is none
		["𠮷走", "𠮷 走"],
		["", ""],
	])("%s → %s", (run, words) => {
		expect(cutHan(run, heads).join(" ")).toBe(words);
	});

	test.each<[string, Record<string, number>, string]>([
		["the likelier of two cuts that overlap", { 发展: 0.1, 展中: 0.001, 发: 0.01, 中: 0.1 }, "发展 中"],
		["the other one, if that is likelier", { 发展: 0.001, 展中: 0.1, 发: 0.1, 中: 0.001 }, "发 展中"],
		["one word rather than two rare ones", { 发展: 0.001, 展: 0.01, 发: 0.01, 中: 0.1 }, "发展 中"],
		["two common words rather than a rare one", { 发展: 0.001, 展: 0.2, 发: 0.2, 中: 0.1 }, "发 展 中"],
	])("发展中: %s", (_, shares, words) => {
		expect(cutHan("发展中", wordsWith(shares)).join(" ")).toBe(words);
	});

	test("nothing is lost, whatever the run", () => {
		const character = fc.constantFrom(..."图书馆看准备走猫𠮷〇");
		fc.assert(
			fc.property(fc.string({ unit: character, maxLength: 20 }), (run) => {
				const words = cutHan(run, heads);
				expect(words.join("")).toBe(run);
				for (const word of words) expect(heads.numbers.has(word) || [...word].length === 1).toBe(true);
			}),
		);
	});
});

describe("traditional text is written in simplified characters", () => {
	test.each<[string, string[], string[]]>([
		["a traditional text", ["圖書館很安靜", "準備讀書"], ["图书馆很安静", "准备读书"]],
		["in all sentences, if the text as a whole is", ["圖書館準備", "走"], ["图书馆准备", "走"]],
		[
			"characters that no simplified word has, in a simplified text too",
			["图书馆看书准备", "圖"],
			["图书馆看书准备", "图"],
		],
		["but 著 only in a traditional text", ["圖書館著書"], ["图书馆着书"]],
		["not a simplified one, with a lone 著", ["图书馆著书", "准备读"], ["图书馆著书", "准备读"]],
		["not a text without Chinese", ["book"], ["book"]],
		["not an empty one", [], []],
	])("%s", (_, texts, expected) => {
		expect(texts.map(simplifier(texts, heads))).toEqual(expected);
	});
});

test.each([
	["图", true],
	["𠮷", true],
	["a", false],
	["1", false],
	["。", false],
	["か", false],
])("is %s a Chinese character? %j", (character, expected) => {
	expect(isHan(character)).toBe(expected);
});
