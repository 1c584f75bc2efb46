import fc from "fast-check";
import { expect, test } from "vitest";
import { readEvidence, scorePairs, scoreWords } from "#lib/core/align/lexical/read-evidence.ts";
import type { Reach, SpanScores } from "#lib/core/align/lexical/spans.ts";
import { bandOf, parameters, sizesOf, smallTexts } from "./evidence.ts";

const halfWidths = fc.integer({ min: 0, max: 8 });
/** Half-width, and how far beside the straight line. */
const bands = fc.tuple(halfWidths, fc.integer({ min: -6, max: 6 }));

/** The scores of sentence b given the runs from a on, as many as there are. */
function scoresAt({ reach, longest, values }: SpanScores, a: number, b: number, count: number): number[] {
	const place = ((reach.offset[a] ?? 0) + b - (reach.first[a] ?? 0)) * longest;
	return [...values.subarray(place, place + Math.min(longest, count - a))];
}

function* placesOf(reach: Reach): Generator<readonly [a: number, b: number]> {
	for (let a = 0; a < reach.first.length; a += 1)
		for (let b = reach.first[a] ?? 0; b <= (reach.last[a] ?? -1); b += 1) yield [a, b];
}

function within(inner: Reach, outer: Reach): boolean {
	return inner.first.every(
		(first, a) => first >= (outer.first[a] ?? 0) && (inner.last[a] ?? 0) <= (outer.last[a] ?? 0),
	);
}

test("scores that reach far enough are used again, and are those that would be found anew", () => {
	fc.assert(
		fc.property(smallTexts, bands, bands, ({ prepared, known }, earlier, later) => {
			const before = scoreWords(prepared, known, bandOf(prepared, ...earlier), parameters);
			const band = bandOf(prepared, ...later);
			const anew = scoreWords(prepared, known, band, parameters);
			const again = scoreWords(prepared, known, band, parameters, before);
			expect(again === before).toBe(within(anew.reach, before.reach));
			const { rows, columns } = sizesOf(prepared);
			for (const [i, j] of placesOf(anew.reach)) {
				const there = scoresAt(anew.forward, i, j, rows);
				const back = scoresAt(anew.backward, j, i, columns);
				expect(scoresAt(again.forward, i, j, rows)).toEqual(there.map((score) => expect.closeTo(score, 4)));
				expect(scoresAt(again.backward, j, i, columns)).toEqual(
					back.map((score) => expect.closeTo(score, 4)),
				);
			}
		}),
		{ numRuns: 80 },
	);
});

test("scores of a narrower band do not serve a wider one", () => {
	fc.assert(
		fc.property(smallTexts, ({ prepared, known }) => {
			const narrow = scoreWords(prepared, known, bandOf(prepared, 0), parameters);
			const wide = bandOf(prepared, 9);
			const anew = scoreWords(prepared, known, wide, parameters);
			if (within(anew.reach, narrow.reach)) return;
			expect(scoreWords(prepared, known, wide, parameters, narrow)).toEqual(anew);
		}),
		{ numRuns: 30 },
	);
});

test("a pair of sentences is scored as a bead of the two is, both ways together", () => {
	fc.assert(
		fc.property(smallTexts, halfWidths, ({ prepared, known }, halfWidth) => {
			const band = bandOf(prepared, halfWidth);
			const { rows, columns } = sizesOf(prepared);
			const scores = scorePairs(prepared, known, band, parameters);
			const { forward, backward } = scoreWords(prepared, known, band, parameters);
			for (let i = 0; i < rows; i += 1) {
				for (let j = band.first[i] ?? 0; j <= Math.min(columns - 1, band.last[i] ?? -1); j += 1) {
					const [there = Number.NaN] = scoresAt(forward, i, j, rows);
					const [back = Number.NaN] = scoresAt(backward, j, i, columns);
					const found = scores[(band.offset[i] ?? 0) + j - (band.first[i] ?? 0)];
					expect(found).toBeCloseTo(there + back, 3);
				}
			}
		}),
		{ numRuns: 40 },
	);
});

test("evidence has what the texts are, what they say together, and what is given besides", () => {
	fc.assert(
		fc.property(smallTexts, ({ prepared, known, learned }) => {
			const band = bandOf(prepared, 3);
			const [first, later] = [known, learned].map((pairs) => scoreWords(prepared, pairs, band, parameters));
			if (!first) return;
			const state = { ratio: 2, sourceAlone: -3, targetAlone: -4 };
			const given = [{ weigh: () => 1 }];
			const evidence = readEvidence(prepared, first, later, state, given);
			expect(evidence).toMatchObject({ ...state, given });
			expect(evidence.forward).toBe(first.forward);
			expect(evidence.learned?.backward).toBe(later?.backward);
			expect(evidence.targetWords).toBe(prepared.sides.target.starts);
		}),
		{ numRuns: 5 },
	);
});
