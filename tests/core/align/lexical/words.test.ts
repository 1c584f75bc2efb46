import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { glossReader, headReader, plainReader, readSide } from "#lib/core/align/lexical/words.ts";
import { tinyLexicon } from "../lexicon/tiny-sources.ts";
import { plainSide } from "./sides.ts";

const lexicon = tinyLexicon();
const words = (read: { word: string }[]) => read.map(({ word }) => word).join(" ");

describe("any language", () => {
	test.each<[string, string, string]>([
		["words in lower case, without punctuation", "Der Hund, er bellt!", "der hund er bellt"],
		["accents stay", "Été à Zürich", "été à zürich"],
		["apostrophes end a word", "don't l’été", "don t l été"],
		["no quotation marks", "‘dogs’ and 'cats'", "dogs and cats"],
		["numbers without grouping", "12,000 men, 3.5 miles, 1,234,567", "12000 men 3.5 miles 1234567"],
		["a list of numbers stays one", "1,2", "1,2"],
		["wide forms as narrow ones", "Ａ１２", "a 12"],
		["Korean has spaces", "나는 학교에 간다", "나는 학교에 간다"],
		["single characters of Japanese", "日本のカメラ", "日 本 の カ メ ラ"],
		["of Thai", "ภาษา", "ภ า ษ า"],
		["of Chinese", "我们走", "我 们 走"],
		["but not of Latin words beside them", "我们用Word", "我 们 用 word"],
		["none", "— … !", ""],
	])("%s: %s", (_, sentence, expected) => {
		expect(words(plainReader().read(sentence))).toBe(expected);
	});

	test("no word is taken for a name: some languages write every noun with a capital letter", () => {
		expect(plainReader().read("der Hund Max")).toEqual([
			{ word: "der", name: false },
			{ word: "hund", name: false },
			{ word: "max", name: false },
		]);
	});
});

describe("Chinese with a dictionary", () => {
	const read = (sentence: string, ...english: string[]) =>
		words(headReader(lexicon, [sentence], readSide(english, glossReader(lexicon))).read(sentence));

	test.each<[string, string, string]>([
		["dictionary words", "准备，看书！", "准备 看书"],
		["traditional text in simplified words", "準備讀書，圖書館。", "准备 读 书 图书馆"],
		["numbers", "1998年，12,000本", "1998 年 12000 本"],
		["wide numbers", "１９９８年", "1998 年"],
		["Latin letters in lower case", "用Word读DNA书", "用 word 读 dna 书"],
		["zero as a character", "二〇〇八", "二 〇 〇 八"],
	])("%s: %s", (_, sentence, expected) => {
		expect(read(sentence)).toBe(expected);
	});

	test("characters are one name where the other text has its pinyin", () => {
		expect(read("宝玉走", "Then Bao-yu walked.")).toBe("宝玉 走");
		expect(read("宝玉走", "Then Baoyu walked.")).toBe("宝玉 走");
		expect(read("宝玉走", "Then he walked.")).toBe("宝 玉 走");
	});
});

describe("English with a dictionary", () => {
	test.each<[string, string, string]>([
		["base forms", "He booked two rooms.", "he book two room"],
		["numbers without grouping", "12,000 books in 1998", "12000 book in 1998"],
	])("%s: %s", (_, sentence, expected) => {
		expect(words(glossReader(lexicon).read(sentence))).toBe(expected);
	});
});

describe("a side", () => {
	test("numbers its words in the order of their first occurrence", () => {
		const side = plainSide("the dog saw the cat", "", "a cat saw Max");
		expect(side.texts).toEqual(["the", "dog", "saw", "cat", "a", "max"]);
		expect([...side.starts]).toEqual([0, 5, 5, 9]);
		expect([...side.words]).toEqual([0, 1, 2, 0, 3, 4, 3, 2, 5]);
		expect([...side.counts]).toEqual([2, 1, 2, 2, 1, 1]);
		expect([...side.names]).toEqual([]);
	});

	test("tells the names in English", () => {
		const side = readSide(["Then Bao-yu walked.", "A book."], glossReader(lexicon));
		expect([...side.names].map((word) => side.texts[word])).toContain("baoyu");
		expect([...side.names].map((word) => side.texts[word])).not.toContain("book");
	});

	test("has every word of every sentence, and counts them all", () => {
		const sentence = fc.array(fc.constantFrom("a", "b", "cc", "Dd", "12"), { maxLength: 6 });
		fc.assert(
			fc.property(fc.array(sentence, { maxLength: 6 }), (sentences) => {
				const { texts, starts, words: all, counts } = plainSide(...sentences.map((all) => all.join(" ")));
				for (const [i, expected] of sentences.entries())
					expect([...all.subarray(starts[i], starts[i + 1])].map((word) => texts[word])).toEqual(
						expected.map((word) => word.toLowerCase()),
					);
				expect([...counts].reduce((sum, count) => sum + count, 0)).toBe(all.length);
			}),
		);
	});
});
