import fc from "fast-check";
import { expect, test } from "vitest";
import { markOf } from "#lib/core/formats/marked-text.ts";
import { activeMinutes } from "#lib/core/measure/activity.ts";
import { characterDistance } from "#lib/core/measure/character-distance.ts";
import { addMeasured, measureTexts, nothingMeasured, ratesOf } from "#lib/core/measure/measure-texts.ts";

test.each([
	["en", "The port is open.", "The port is open.", { charactersChanged: 0, wordsChanged: 0, edits: 0 }],
	["en", "The port is open.", "The port was open.", { charactersChanged: 2, wordsChanged: 1, edits: 1 }],
	["en", "The port is open.", "The port is open!", { charactersChanged: 1, wordsChanged: 0, edits: 1 }],
	["en", "the port is open.", "The port is open.", { charactersChanged: 1, wordsChanged: 1, edits: 0 }],
	["en", "The port is open.", "", { charactersChanged: 17, wordsChanged: 4, edits: 4 }],
	["en", "", "Open now", { charactersChanged: 8, wordsChanged: 2, edits: 2 }],
	["en", "Open now, today", "Now open, today", { charactersChanged: 8, edits: 2 }],
	["zh-Hans", "港口已经开放。", "港口现在开放。", { charactersChanged: 2, wordsChanged: 1, edits: 2 }],
	["zh-Hans", "港口开放", "港口开放", { charactersChanged: 0, wordsChanged: 0, edits: 0 }],
])("%s: %j → %j changes %j", (language, draft, final, expected) => {
	expect(measureTexts(draft, final, language)).toMatchObject(expected);
});

test("shares are of the longer text, and never more than all of it", () => {
	const cut = measureTexts("one two three four", "one two", "en");
	expect([cut.shareOfWords, cut.shareOfCharacters]).toEqual([0.5, 11 / 18]);
	expect(measureTexts("", "one two", "en").shareOfWords).toBe(1);
	expect(measureTexts("", "", "en")).toMatchObject({ shareOfWords: 0, shareOfCharacters: 0, ter: 0 });
});

test("what a mark in the text stands for is no wording", () => {
	const bold = `The ${markOf(0)}port${markOf(1)} is open.`;
	expect(measureTexts("The port is open.", bold, "en")).toMatchObject({
		charactersChanged: 0,
		ter: 0,
		chrf: 100,
	});
});

test("of several texts the counts are added up, so that a long one weighs more", () => {
	const long = measureTexts("a b c d e f g h i j", "a b c d e f g h i j", "en");
	const short = measureTexts("x y", "z w", "en");
	const both = [long, short].reduce(addMeasured, nothingMeasured);
	expect(both).toMatchObject({ words: 12, wordsChanged: 2, edits: 2, referenceWords: 12 });
	expect(ratesOf(both).ter).toBeCloseTo(100 / 6);
});

test("a character distance is what the table of all cells gives", () => {
	const text = fc.array(fc.constantFrom("a", "b", "船", "🚢"), { maxLength: 90 }).map((all) => all.join(""));
	fc.assert(
		fc.property(text, text, (one, other) => {
			expect(characterDistance(one, other)).toBe(byTable([...one], [...other]));
		}),
	);
});

function byTable(one: readonly string[], other: readonly string[]): number {
	let row = Array.from({ length: other.length + 1 }, (_, j) => j);
	for (const [i, character] of one.entries()) {
		const next = [i + 1];
		for (const [j, wanted] of other.entries())
			next.push(
				Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (character === wanted ? 0 : 1)),
			);
		row = next;
	}
	return row.at(-1) ?? 0;
}

test.each([
	["nothing", [], 0],
	["one change is its minute", [10], 1],
	["several in one minute are that minute", [10, 10, 10], 1],
	["minutes in between count up to a pause of five", [10, 15], 6],
	["a longer pause counts for nothing", [10, 16], 2],
	["in whatever order", [16, 10, 12], 5 + 2],
	["two stays", [0, 1, 2, 60, 63], 3 + 4],
])("minutes at work: %s", (_, minutes, expected) => {
	expect(activeMinutes(minutes)).toBe(expected);
});
