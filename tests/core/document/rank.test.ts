import fc from "fast-check";
import { expect, test } from "vitest";
import { evenRanks, ranksBetween } from "#lib/core/document/rank.ts";

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function expectOrder(ranks: readonly string[]): void {
	for (const [i, rank] of ranks.entries()) {
		if (!/^[0-9A-Za-z]*[1-9A-Za-z]$/.test(rank)) throw new Error(`${rank} is no rank`);
		const before = ranks[i - 1];
		if (before !== undefined && byBytes(before, rank) >= 0) throw new Error(`${before} is not below ${rank}`);
	}
}

const longest = (ranks: readonly string[]) => Math.max(0, ...ranks.map((rank) => rank.length));

/** Puts ranks in one at a time, each at the place that `choose` names. */
function filled(count: number, choose: (length: number, i: number) => number): string[] {
	const ranks = evenRanks(2);
	for (let i = 0; i < count; i++) {
		const at = choose(ranks.length, i);
		ranks.splice(at, 0, ...ranksBetween(ranks[at - 1] ?? null, ranks[at] ?? null, 1));
	}
	expectOrder(ranks);
	return ranks;
}

test.each([0, 1, 2, 60, 61, 62, 63, 3_843, 3_844, 3_845, 100_000])(
	"%i ranks laid out anew are in order and short",
	(count) => {
		const ranks = evenRanks(count);
		expect(ranks).toHaveLength(count);
		expectOrder(ranks);
		expect(longest(ranks)).toBeLessThanOrEqual(5);
	},
);

test("any number of ranks fits between any two neighbours, whatever came before", () => {
	const steps = fc.array(
		fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 80 })),
		{
			minLength: 1,
			maxLength: 12,
		},
	);
	fc.assert(
		fc.property(fc.nat(70), steps, (count, places) => {
			let ranks = evenRanks(count);
			for (const [place, more] of places) {
				const at = Math.round(place * ranks.length);
				const made = ranksBetween(ranks[at - 1] ?? null, ranks[at] ?? null, more);
				expect(made).toHaveLength(more);
				ranks = ranks.toSpliced(at, 0, ...made);
			}
			expectOrder(ranks);
		}),
	);
});

test.each<[string, number, number, (length: number, i: number) => number]>([
	["behind the last", 20_000, 6, (length) => length],
	["before the first", 20_000, 6, () => 0],
	["each behind the one before, in the middle", 3_000, 3 + 3_000 / 30, (length) => length - 1],
	["each before the one before, in the middle", 3_000, 3 + 3_000 / 30, () => 1],
	["from both sides by turns", 1_000, 3 + 1_000 / 2, (_, i) => 1 + Math.ceil(i / 2)],
])("one at a time %s: %i ranks need at most %i digits", (_, count, most, choose) => {
	expect(longest(filled(count, choose))).toBeLessThanOrEqual(most);
});

test("50,000 at once between two neighbours stay short", () => {
	const ranks = ranksBetween("V", "V1", 50_000);
	expectOrder(["V", ...ranks, "V1"]);
	expect(longest(ranks)).toBeLessThanOrEqual(6);
});

test.each([
	["b", "a"],
	["a", "a"],
])("nothing lies between %s and %s: said at once, not searched for ever", (low, high) => {
	expect(() => ranksBetween(low, high, 1)).toThrow(RangeError);
});
