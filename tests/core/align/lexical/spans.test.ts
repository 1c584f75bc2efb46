import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ratios } from "#lib/core/align/lexical/pairs.ts";
import { makeReach, type Reach, scoreSpans, turn } from "#lib/core/align/lexical/spans.ts";
import type { SideWords } from "#lib/core/align/lexical/words.ts";
import { plainSide } from "./sides.ts";

const vocabulary = 5;
const sentences = (count: fc.Arbitrary<number>) =>
	count.chain((length) =>
		fc.array(fc.array(fc.nat({ max: vocabulary - 1 }), { maxLength: 5 }), {
			minLength: length,
			maxLength: length,
		}),
	);

/** `before` is the number of running words before the first sentence, as in a view of a longer text. */
function sideOf(all: readonly (readonly number[])[], before: number): SideWords {
	return {
		texts: Array.from({ length: vocabulary }, (_, word) => `w${word}`),
		numbers: new Map(Array.from({ length: vocabulary }, (_, word) => [`w${word}`, word])),
		starts: Int32Array.from(
			[0, ...all.map((_, i) => all.slice(0, i + 1).flat().length)],
			(at) => at + before,
		),
		words: Int32Array.from([...new Array<number>(before).fill(0), ...all.flat()]),
		counts: new Int32Array(vocabulary),
		names: new Set(),
	};
}

/** Both ends ascend; some ranges are empty. */
function reaches(count: number, others: number): fc.Arbitrary<Reach> {
	const end = fc.array(fc.integer({ min: 0, max: others }), { minLength: count, maxLength: count });
	return fc
		.tuple(end, end)
		.map(([first, last]) =>
			makeReach(Int32Array.from(first).sort(), Int32Array.from(last, (b) => b - 1).sort()),
		);
}

const matrices = fc.array(
	fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 300, noNaN: true })), {
		minLength: vocabulary,
		maxLength: vocabulary,
	}),
	{ minLength: vocabulary, maxLength: vocabulary },
);

function ratiosOf(matrix: readonly (readonly number[])[]): Ratios {
	const rows = matrix.map((row) => row.flatMap((value, other) => (value > 0 ? [{ value, other }] : [])));
	return {
		starts: Int32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)]),
		others: Int32Array.from(rows.flat(), ({ other }) => other),
		values: Float32Array.from(rows.flat(), ({ value }) => value),
	};
}

const cases = fc
	.tuple(sentences(fc.nat({ max: 6 })), sentences(fc.integer({ min: 1, max: 6 })))
	.chain(([runs, covered]) =>
		fc.record({
			runs: fc.constant(runs),
			covered: fc.constant(covered),
			before: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
			reach: reaches(runs.length, covered.length),
			matrix: matrices,
			longest: fc.integer({ min: 1, max: 4 }),
			share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
		}),
	);

describe("the score of a sentence given a run of sentences", () => {
	test("is the sum of the logarithms of the mixtures of its words", () => {
		fc.assert(
			fc.property(cases, ({ runs, covered, before, reach, matrix, longest, share }) => {
				const [one, other] = [sideOf(runs, before[0]), sideOf(covered, before[1])];
				const { values } = scoreSpans(one, other, ratiosOf(matrix), reach, longest, share);
				expect(values.length).toBe((reach.offset.at(-1) ?? 0) * longest);
				for (const [a] of runs.entries()) {
					for (let b = reach.first[a] ?? 0; b <= (reach.last[a] ?? -1); b += 1) {
						for (let n = 1; n <= longest && a + n <= runs.length; n += 1) {
							const run = runs.slice(a, a + n).flat();
							const expected = (covered[b] ?? []).reduce((sum, word) => {
								const ratio = run.reduce((all, z) => all + (matrix[z]?.[word] ?? 0), 0);
								return sum + Math.log(1 - share + (share * ratio) / Math.max(1, run.length));
							}, 0);
							const at = ((reach.offset[a] ?? 0) + b - (reach.first[a] ?? 0)) * longest + n - 1;
							expect(Math.abs((values[at] ?? Number.NaN) - expected)).toBeLessThan(1e-3);
						}
					}
				}
			}),
			{ numRuns: 200 },
		);
	});

	test("does not leave the range of numbers in the longest sentences", () => {
		const long = new Array<string>(1_000).fill("a").join(" ");
		const all = makeReach(Int32Array.of(0), Int32Array.of(0));
		const score = (ratio: number) =>
			scoreSpans(plainSide("a"), plainSide(long), ratiosOf([[ratio]]), all, 1, 0.5).values[0];
		expect(score(1e-3)).toBeCloseTo(1_000 * Math.log(0.5005), 0);
		expect(score(350)).toBeCloseTo(1_000 * Math.log(175.5), 0);
	});
});

describe("a reach", () => {
	test("counts the places before each sentence; an empty range has none", () => {
		expect([...makeReach(Int32Array.of(0, 1, 3), Int32Array.of(1, 0, 5)).offset]).toEqual([0, 2, 2, 5]);
	});

	const reachCases = fc
		.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 }))
		.chain(([count, others]) => fc.record({ others: fc.constant(others), reach: reaches(count, others) }));

	test("seen from the other side has the same places, and as many", () => {
		fc.assert(
			fc.property(reachCases, ({ others, reach }) => {
				const turned = turn(reach, others);
				for (let a = 0; a < reach.first.length; a += 1) {
					for (let b = 0; b < others; b += 1) {
						const here = b >= (reach.first[a] ?? 0) && b <= (reach.last[a] ?? -1);
						const there = a >= (turned.first[b] ?? 0) && a <= (turned.last[b] ?? -1);
						expect(there).toBe(here);
					}
				}
				expect(turned.offset.at(-1)).toBe(reach.offset.at(-1));
			}),
		);
	});
});
