import fc from "fast-check";
import { expect, test } from "vitest";
import { addRuns, characterRuns, chrF } from "#lib/core/measure/chrf.ts";

/**
 * Values of sacreBLEU 2.6.0 for the same texts. By hand, "abcd" and "abce": 3 of 4 characters, 2 of 3 pairs, 1 of 2
 * threes, 0 of 1 four in common, on the mean (3/4 + 2/3 + 1/2 + 0) / 4.
 */
test.each([
	["", "", "0.0000"],
	["abc", "", "0.0000"],
	["", "abc", "0.0000"],
	["abc", "abc", "100.0000"],
	["abcdefgh", "abcdefgh", "100.0000"],
	["a b c", "abc", "100.0000"],
	["abcd", "abce", "47.9167"],
	["ab", "abcdefgh", "23.4043"],
	["abcdefgh", "ab", "55.0000"],
	["Tall ships", "tall ships", "83.4061"],
	["😀🚢x", "😀🚢y", "38.8889"],
	["港口开放", "港口已经开放", "28.7356"],
	["The ferry leaves at nine.", "At nine the ferry leaves.", "69.9418"],
])("chrF2 of %j against %j is %s", (text, reference, value) => {
	expect(chrF(characterRuns(text, reference)).toFixed(4)).toBe(value);
});

test("of several texts the runs are added up, not the values", () => {
	const runs = [
		characterRuns("abcd", "abce"),
		characterRuns("The ferry leaves at nine.", "At nine the ferry leaves."),
	];
	expect(chrF(runs.reduce(addRuns)).toFixed(4)).toBe("68.2785");
});

test("between 0 and 100, and 100 only of what has all the same characters", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (one, other) => {
			const value = chrF(characterRuns(one, other));
			expect(value).toBeGreaterThanOrEqual(0);
			expect(value).toBeLessThanOrEqual(100 + 1e-9);
			if (value > 100 - 1e-9) expect([...one.trim()].toSorted()).toEqual([...other.trim()].toSorted());
		}),
	);
});
