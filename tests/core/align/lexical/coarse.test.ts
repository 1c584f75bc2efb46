import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coarsePath } from "#lib/core/align/lexical/coarse.ts";
import { parametersFor } from "#lib/core/align/lexical/parameters.ts";
import { numbersTo, rareTexts } from "./rare-words.ts";

function rough(sources: readonly number[], targets: readonly number[]): number[] {
	const { prepared, pairs } = rareTexts(sources, targets);
	return [...coarsePath(prepared, pairs, parametersFor(true), () => {})];
}

/** The longer text is too long for all pairs of its sentences to be looked at, or may be. */
describe.each([60, 700])("of %i sentences", (length) => {
	const all = numbersTo(length);
	const third = Math.floor(length / 3);

	test("the way of a text and its translation is the diagonal", () => {
		expect(rough(all, all)).toEqual(numbersTo(length + 1));
	});

	test("after a block that the target lacks, the way is as far behind", () => {
		const path = rough(
			all,
			all.filter((n) => n < third || n >= 2 * third),
		);
		for (let i = 0; i <= third; i += 1) expect([i, path[i]]).toEqual([i, i]);
		for (let i = third; i <= 2 * third; i += 1) expect([i, path[i]]).toEqual([i, third]);
		for (let i = 2 * third; i <= length; i += 1) expect([i, path[i]]).toEqual([i, i - third]);
	});

	test("after a block that the source lacks, the way is as far ahead", () => {
		const path = rough(
			all.filter((n) => n < third || n >= 2 * third),
			all,
		);
		for (let i = 0; i < third; i += 1) expect([i, path[i]]).toEqual([i, i]);
		for (let i = third + 1; i + third <= length; i += 1) expect([i, path[i]]).toEqual([i, i + third]);
	});
});

test("between anchors far apart the way is found by words that occur again and again", () => {
	const length = 700;
	const own = 1_000; // numbers of words that occur once: of the first and the last ten sentences
	const again = (n: number) => ((n * n * 31 + n * 7) % 997) % 23; // in no order that comes again
	const all = numbersTo(length).map((n) => (n < 10 || n >= length - 10 ? own + n : again(n)));
	const [from, to] = [100, 250];
	const path = rough(
		all,
		all.filter((_, n) => n < from || n >= to),
	);
	const right = numbersTo(length + 1).filter((n) => n < from - 25 || n > to + 25); // the block ends somewhere there
	const far = right.filter((n) => Math.abs((path[n] ?? 0) - (n < from ? n : n - to + from)) > 5);
	expect(far).toEqual([]);
});

test("the way ascends from 0 and stays within the columns, whatever the texts", () => {
	const numbers = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 25 });
	fc.assert(
		fc.property(numbers, numbers, (sources, targets) => {
			const path = rough(sources, targets);
			expect(path).toEqual(path.toSorted((a, b) => a - b));
			expect([path.length, path[0]]).toEqual([sources.length + 1, 0]);
			expect(path.at(-1)).toBeLessThanOrEqual(targets.length);
		}),
	);
});

test("it can be stopped", () => {
	const { prepared, pairs } = rareTexts([1, 2], [1, 2]);
	const stopped = new Error("stopped");
	expect(() =>
		coarsePath(prepared, pairs, parametersFor(true), () => {
			throw stopped;
		}),
	).toThrow(stopped);
});
