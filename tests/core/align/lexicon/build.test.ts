import { describe, expect, test } from "vitest";
import { buildLexicon, longestByFirst } from "#lib/core/align/lexicon/build.ts";
import { row, tinyLexicon, tinySources } from "./tiny-sources.ts";

const lexicon = tinyLexicon();
const { heads, english } = lexicon;
const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);
const sums = (of: "glosses" | "neighbours") =>
	(of === "glosses" ? heads : english).texts.map((word) => sum(Object.values(row(lexicon, of, word))));
const share = (word: string) => Math.exp(heads.logShares[heads.numbers.get(word) ?? -1] ?? 0);

describe("glosses", () => {
	test("every row adds up to 1, or is empty where nothing is said", () => {
		for (const [i, total] of sums("glosses").entries())
			expect([heads.texts[i], total]).toEqual([heads.texts[i], expect.closeTo(total < 0.5 ? 0 : 1, 5)]);
		expect(heads.texts.filter((_, i) => sums("glosses")[i] === 0)).toEqual(["乙"]);
	});

	test.each<[string, string, string[]]>([
		["words that say something, without to", "准备", ["fix", "preparation", "prepare"]],
		["no measure words", "图书馆", ["library"]],
		["an old variant has the words of the other, and its own", "册", ["book", "list"]],
		["a reference hands on the other's", "看书", ["read"]],
		["also in a part of it", "馆", ["library"]],
		["a reference into the void gives none", "乙", []],
		["readings of one character are put together", "长", ["grow", "long"]],
		["surname counts as a filler", "李", ["li", "plum"]],
	])("%s: %s", (_, head, words) => {
		expect(Object.keys(row(lexicon, "glosses", head)).sort()).toEqual(words);
	});

	test("the first sense counts most", () => {
		const { prepare = 0, preparation = 0, fix = 0 } = row(lexicon, "glosses", "准备");
		expect(prepare).toBeGreaterThan(preparation);
		expect(preparation).toBeGreaterThan(fix);
	});

	test("a surname counts less than the word", () => {
		const { li = 1, plum = 0 } = row(lexicon, "glosses", "李");
		expect(plum).toBeGreaterThan(3 * li);
	});
});

describe("neighbours", () => {
	test("every row adds up to 1 or is empty", () => {
		for (const total of sums("neighbours")) expect(total).toBeCloseTo(total < 0.5 ? 0 : 1, 5);
	});

	test("words of one meaning and of one stem", () => {
		expect(Object.keys(row(lexicon, "neighbours", "prepare")).sort()).toEqual(["fix", "preparation"]);
	});

	test("no word is its own neighbour, and none has more than sixteen", () => {
		for (const word of english.texts) {
			const near = Object.keys(row(lexicon, "neighbours", word));
			expect(near).not.toContain(word);
			expect(near.length).toBeLessThanOrEqual(16);
		}
	});
});

describe("head words", () => {
	test("are simplified, each once", () => {
		expect(heads.texts).toEqual([...new Set(tinySources.entries.map(({ simplified }) => simplified))]);
		expect([...heads.numbers]).toEqual(heads.texts.map((word, i) => [word, i]));
	});

	test("shares of running words add up to 1 and follow the list; unlisted words have the least", () => {
		expect(sum(heads.texts.map(share))).toBeCloseTo(1, 5);
		expect(share("准备") / share("书")).toBeCloseTo(50 / 40, 4);
		expect(share("书") / share("李")).toBeGreaterThan(40);
		expect(share("李")).toBeGreaterThan(0);
	});

	test("traditional characters lead to simplified ones; those alike do not occur", () => {
		expect(heads.simplified.get("圖")).toBe("图");
		expect(heads.simplified.get("靜")).toBe("静");
		expect(heads.simplified.has("走")).toBe(false);
		expect(heads.simplified.get("著"), "as most entries have it").toBe("着");
	});

	test.each<[string, string[]]>([
		["长", ["chang", "zhang"]],
		["李", ["li"]],
		["吕", ["lu"]],
	])("readings of %s: %j", (character, readings) => {
		expect(heads.readings.get(character)).toEqual(readings);
	});

	test("only characters have readings", () => {
		expect([...heads.readings.keys()].every((text) => text.length === 1)).toBe(true);
	});

	test("the longest word by first character is known", () => {
		expect(heads.longest.get("图")).toBe(3);
		expect(heads.longest.get("书")).toBe(1);
		expect([...longestByFirst(["甲", "甲乙丙", "甲乙"])]).toEqual([["甲", 3]]);
	});
});

describe("English words", () => {
	test("of WordNet and of the glosses, each once", () => {
		for (const word of ["library", "bookroom", "treasure", "plum", "li"])
			expect([word, english.texts.includes(word)]).toEqual([word, true]);
		expect(new Set(english.texts).size).toBe(english.texts.length);
		expect([...english.numbers]).toEqual(english.texts.map((word, i) => [word, i]));
	});

	test("shares add up to 1 and are larger for words that definitions use", () => {
		const shares = english.texts.map((_, i) => Math.exp(english.logShares[i] ?? 0));
		expect(sum(shares)).toBeCloseTo(1, 5);
		const of = (word: string) => shares[english.numbers.get(word) ?? -1] ?? 0;
		expect(of("book")).toBeGreaterThan(of("bookroom"));
	});
});

test("a lexicon of nothing is empty and not broken", () => {
	const empty = buildLexicon({ entries: [], wordNet: [], irregular: new Map(), frequencies: "" }, "nothing");
	expect(empty.heads.texts).toEqual([]);
	expect(empty.english.texts).toEqual([]);
	expect([...empty.glosses.starts]).toEqual([0]);
});
