import fc from "fast-check";
import { expect, test } from "vitest";
import { shifted } from "#lib/core/measure/shifts.ts";
import { editRate, translationEdits } from "#lib/core/measure/ter.ts";
import { tercomWords } from "#lib/core/measure/tercom-words.ts";

/** Values of sacreBLEU 2.6.0 for the same sentences; those of up to four words can be counted by hand. */
test.each<[text: string, reference: string, edits: number, words: number, rate: string]>([
	["", "", 0, 0, "0.0000"],
	["two words", "", 2, 0, "100.0000"],
	["", "two words", 2, 2, "100.0000"],
	["The boat sails.", "the BOAT sails.", 0, 3, "0.0000"],
	["The boat sails", "The boat sails.", 1, 3, "33.3333"],
	["a b c", "a b c d", 1, 4, "25.0000"],
	["a b c d", "a c d", 1, 3, "33.3333"],
	["d a b c", "a b c d", 1, 4, "25.0000"],
	["c d a b", "a b c d", 1, 4, "25.0000"],
	["d c b a", "a b c d", 3, 4, "75.0000"],
	["x", "a b c d", 4, 4, "100.0000"],
	["w x y z v", "a", 5, 1, "500.0000"],
	[
		"On Tuesday the harbour office opened a new reading room for sailors.",
		"The harbour office opened a new reading room for sailors on Tuesday.",
		4,
		12,
		"33.3333",
	],
	[
		"The museum of the salt is near to the old market, and it closes at five o'clock.",
		"Near the old market is the Salt Museum; it closes at five.",
		10,
		12,
		"83.3333",
	],
])("%j → %j takes %d edits of %d words, %s %%", (text, reference, edits, words, rate) => {
	const found = translationEdits(text, reference, "en");
	expect(found).toEqual({ edits, words });
	expect(editRate(found).toFixed(4)).toBe(rate);
});

test.each<[text: string, reference: string, edits: number, words: number]>([
	["港口已经开放。", "港口已经开放。", 0, 7],
	["港口已经开放。", "港口现在开放。", 2, 7],
	["今天港口开放。", "港口今天开放。", 1, 7],
	["共有310人，GDP增长5.5%", "共有301人，GDP增长5.5%", 1, 10],
])("in Chinese every character is a word: %s → %s takes %d edits of %d", (text, reference, edits, words) => {
	expect(translationEdits(text, reference, "zh-Hans")).toEqual({ edits, words });
});

test.each([
	["en", "Well, THEN", ["well,", "then"]],
	["en", "a\u00a0b\u3000c\x1cd", ["a", "b", "c", "d"]],
	["en", "\ufeffa", ["\ufeffa"]],
	["en", "İstanbul", ["i̇stanbul"]],
	["en", "港口 开放", ["港口", "开放"]],
	["zh-Hans", "港口（2024年）", ["港", "口", "（", "2024", "年", "）"]],
	["zh-Hans", "约1.5亿, A-B", ["约", "1.5", "亿", ",", "a-b"]],
	["zh-Hant", "&quot;船&quot;", ['"', "船", '"']],
	["ja", "みなとへ", ["み", "な", "と", "へ"]],
])("%s: %j is cut into %j", (language, text, words) => {
	expect(tercomWords(text, language)).toEqual(words);
});

test.each([
	[0, 2, 4, [3, 4, 1, 2, 5]],
	[2, 2, 0, [3, 4, 1, 2, 5]],
	[3, 1, 1, [1, 4, 2, 3, 5]],
	[1, 1, 5, [1, 3, 4, 5, 2]],
	[1, 3, 2, [1, 5, 2, 3, 4]],
	[1, 2, 1, [1, 2, 3, 4, 5]],
])("words from %d, %d of them, before %d: %j", (start, length, target, expected) => {
	expect([...shifted(Int32Array.of(1, 2, 3, 4, 5), start, length, target)]).toEqual(expected);
});

const sentence = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 40 });

test("never more edits than without shifting, and none where nothing changed", () => {
	fc.assert(
		fc.property(sentence, sentence, (one, other) => {
			const { edits } = translationEdits(one.join(" "), other.join(" "), "en");
			expect(edits).toBeLessThanOrEqual(wordDistance(one, other));
			expect(edits).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
			expect(translationEdits(one.join(" "), one.join(" "), "en").edits).toBe(0);
		}),
	);
});

test("one move of some words is at most one edit where each occurs once", () => {
	const order = Array.from({ length: 20 }, (_, i) => `w${i}`);
	fc.assert(
		fc.property(fc.nat(19), fc.integer({ min: 1, max: 10 }), fc.nat(19), (start, length, place) => {
			const moved = order.slice(start, start + length);
			const rest = order.filter((word) => !moved.includes(word));
			const text = rest.toSpliced(place, 0, ...moved).join(" ");
			expect(translationEdits(text, order.join(" "), "en").edits).toBeLessThanOrEqual(1);
		}),
	);
});

/** The longest segment there can be, of nothing but words that occur again and again. */
test.each([
	["en", "ab", " "],
	["zh", "山水云", ""],
])(
	"%s: 20,000 characters of %j are measured in bounded time",
	(language, letters, separator) => {
		const text = (step: number) =>
			Array.from(
				{ length: 20_000 / (1 + separator.length) },
				(_, i) => letters[((i * i * step) % 7) % letters.length],
			).join(separator);
		const { edits, words } = translationEdits(text(1), text(3), language);
		expect(edits).toBeGreaterThan(0);
		expect(words).toBe(20_000 / (1 + separator.length));
	},
	10_000,
);

function wordDistance(one: readonly string[], other: readonly string[]): number {
	let row = Array.from({ length: other.length + 1 }, (_, j) => j);
	for (const [i, word] of one.entries()) {
		const next = [i + 1];
		for (const [j, wanted] of other.entries())
			next.push(
				Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (word === wanted ? 0 : 1)),
			);
		row = next;
	}
	return row.at(-1) ?? 0;
}
