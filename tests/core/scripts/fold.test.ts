import fc from "fast-check";
import { expect, test } from "vitest";
import { findFolded, foldScript, foldText } from "#lib/core/scripts/fold.ts";
import { foldPattern } from "#lib/core/scripts/fold-pattern.ts";

test.each([
	["准确", "準確"],
	["准确", "准確"],
	["发生后", "發生後"],
	["里面", "裡面"],
	["里面", "裏面"],
	["面条", "麵條"],
	["面条", "麪條"],
	["群众", "羣衆"],
	["保证", "保証"],
	["台湾", "臺灣"],
	["看着", "看著"],
	["说", "説"],
	["什么", "什麼"],
	["什么", "什麽"],
	["ABC 123", "ａｂｃ　１２３"],
	["Canal", "CANAL"],
	["，", ","],
	["（二）", "(二)"],
])("%s and %s are the same to a search", (one, other) => {
	expect(foldText(one)).toBe(foldText(other));
});

test.each([
	["大", "太"],
	["水渠", "水库"],
	["东", "西"],
	["e", "é"],
])("%s and %s are not", (one, other) => {
	expect(foldText(one)).not.toBe(foldText(other));
});

test.each([
	["水渠的標准要准確", "標準", ["標准"]],
	["😀準確，准确，準确", "准确", ["準確", "准确", "準确"]],
	["重 5 ㎏ 的石頭", "kg", ["㎏"]],
	["重 5 ㎏ 的石頭", "g", ["㎏"]],
	["ﬁnd", "fi", ["ﬁ"]],
	["aaaa", "aa", ["aa", "aa"]],
	["The Canal, the canal", "CANAL", ["Canal", "canal"]],
	["什麼都沒有", "", []],
	["", "水", []],
	["a.b(c", ".b(", [".b("]],
])("in %s, %s is found as %j", (text, query, expected) => {
	expect(findFolded(text, foldText(query)).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

const text = fc.string({ unit: fc.constantFrom(..."后後準准国國aA１①㎏ﬁ😀𠮷 İß\u0301"), maxLength: 40 });

test("every place of the folded text leads back into the original, and never backwards", () => {
	fc.assert(
		fc.property(text, (original) => {
			const { text: folded, starts } = foldScript(original);
			expect(folded).toBe(foldText(original));
			expect(starts).toHaveLength(folded.length + 1);
			expect(starts.at(-1)).toBe(original.length);
			expect(starts.every((start, i) => i === 0 || start >= (starts[i - 1] ?? 0))).toBe(true);
		}),
	);
});

test("every piece of a text is found in it", () => {
	fc.assert(
		fc.property(text, fc.nat(), fc.nat(), (original, a, b) => {
			const characters = [...original];
			const from = a % (characters.length + 1);
			const piece = characters.slice(from, from + (b % 4)).join("");
			const query = foldText(piece);
			fc.pre(query !== "");
			const found = findFolded(original, query);
			expect(found.length).toBeGreaterThan(0);
			for (const { start, end } of found) expect(foldText(original.slice(start, end))).toContain(query);
		}),
	);
});

const rare = fc.oneof(
	fc.constantFrom(..."后後准準aA１①㎏ﬁ😀𠮷ß…½℃[]^-\\|.*\u{1d400}\u{2f81a}\u0301İ"),
	fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
	fc
		.string({ unit: "binary", minLength: 1, maxLength: 1 })
		.filter((one) => one.isWellFormed() && one !== "\0"),
);

test("whatever holds a query matches its pattern, also where one character folds to several", () => {
	fc.assert(
		fc.property(
			fc.array(rare, { maxLength: 8 }),
			fc.array(rare, { minLength: 1, maxLength: 3 }),
			fc.nat(),
			(around, asked, n) => {
				const query = foldText(asked.join(""));
				fc.pre(query !== "");
				const pattern = new RegExp(foldPattern(query), "u");
				const held = around.toSpliced(n % (around.length + 1), 0, ...asked).join("");
				expect(findFolded(held, query).length).toBeGreaterThan(0);
				expect(pattern.test(held)).toBe(true);
				const text = around.join("");
				if (findFolded(text, query).length > 0) expect(pattern.test(text)).toBe(true);
			},
		),
		{ numRuns: 500 },
	);
});

test.each([
	["標準", "准確", false],
	["標准", "标准", true],
	["标-准", "标准", false],
	["5㎏", "kg", true],
	["abc", "b", true],
	["a[b", "[b", true],
])("%s against the pattern of %s: %s", (text, query, expected) => {
	expect(new RegExp(foldPattern(foldText(query)), "u").test(text)).toBe(expected);
});

test("no more is looked for than is asked", () => {
	expect(findFolded("水水水水", "水", 3)).toHaveLength(3);
});
