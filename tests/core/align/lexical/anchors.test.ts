import fc from "fast-check";
import { expect, test } from "vitest";
import { anchorPath } from "#lib/core/align/lexical/anchors.ts";
import { letters, numbersTo, rareTexts } from "./rare-words.ts";
import { pairsOf } from "./sides.ts";

function anchored(sources: readonly number[], targets: readonly number[]) {
	const { prepared, pairs } = rareTexts(sources, targets);
	const { path, gaps } = anchorPath(prepared.sides, pairs);
	return { path: [...path], gaps: [...gaps] };
}

const all = numbersTo(30);

test("rare words that translate each other are the way", () => {
	const { path, gaps } = anchored(all, all);
	expect(path).toEqual(numbersTo(31));
	expect(Math.max(...gaps)).toBe(1);
});

test("where sentences of the target are missing the way stands still, and the gap is as long as they are many", () => {
	const { path, gaps } = anchored(
		all,
		all.filter((n) => n < 10 || n >= 20),
	);
	expect([path[9], path[20], path[30]]).toEqual([9, 10, 20]);
	expect(path.slice(10, 20).every((column) => column === 9 || column === 10)).toBe(true);
	expect([gaps[8], gaps[15], gaps[25]]).toEqual([1, 11, 1]);
});

test("where sentences of the source are missing the way leaps, and the gap is as wide as they are many", () => {
	const { path, gaps } = anchored(
		all.filter((n) => n < 10 || n >= 20),
		all,
	);
	expect([path[9], path[11], path[20]]).toEqual([9, 21, 30]);
	expect(Math.max(...gaps)).toBe(11);
});

test("sentences that changed their places are no anchors", () => {
	const targets = all.map((n) => ({ 4: 25, 25: 4 })[n] ?? n);
	const { path } = anchored(all, targets);
	expect(path).toEqual(numbersTo(31));
});

test.each([
	[200, 6],
	[50, 3],
])("of two sentences that one calls for, the way goes through the likelier (%i: %i)", (ratio, column) => {
	const { prepared } = rareTexts([4], all.slice(0, 8));
	const { source, target } = prepared.sides;
	const known = { [`qu${letters(4)}`]: { [`zw${letters(3)}`]: 100, [`zw${letters(6)}`]: ratio } };
	const { path } = anchorPath(prepared.sides, pairsOf(source, target, known));
	expect([...path]).toEqual([column, 8]);
});

test("words that occur as often on both sides meet in order: the first the first, the last the last", () => {
	const often = all.map((n) => n % 5);
	const { path, gaps } = anchored(often, often);
	expect(path).toEqual(numbersTo(31));
	expect(Math.max(...gaps)).toBeLessThan(30);
});

test("words that occur much more often on one side are no anchors", () => {
	const often = all.map((n) => n % 5);
	const { gaps } = anchored(often, [...often, ...often, ...often]);
	expect(Math.max(...gaps)).toBeGreaterThanOrEqual(30);
});

test("the way ascends to the end, whatever the texts, and gaps are those between its anchors", () => {
	const numbers = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 25 });
	fc.assert(
		fc.property(numbers, numbers, (sources, targets) => {
			const { path, gaps } = anchored(sources, targets);
			expect(path).toEqual(path.toSorted((a, b) => a - b));
			expect(path.length).toBe(sources.length + 1);
			expect(path[0]).toBeGreaterThanOrEqual(0);
			expect(path.at(-1)).toBe(targets.length);
			for (const gap of gaps) {
				expect(gap).toBeGreaterThanOrEqual(0);
				expect(gap).toBeLessThanOrEqual(Math.max(sources.length, targets.length));
			}
		}),
	);
});
