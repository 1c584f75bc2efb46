import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeTexts } from "#lib/core/diff/merge.ts";
import { anyLanguage, anyText, editedText } from "#tests/core/diff/arbitraries.ts";

const conflict = { kind: "conflict" };
const merged = (text: string) => ({ kind: "merged", text });

test.each([
	[
		"different places",
		"en",
		"The old cat sat on the mat.",
		"The new cat sat on the mat.",
		"The old cat sat on the rug.",
		merged("The new cat sat on the rug."),
	],
	[
		"an insertion and a deletion",
		"en",
		"We all went home again.",
		"Today we all went home again.",
		"We all went home.",
		merged("Today we all went home."),
	],
	[
		"the same edit by both",
		"en",
		"an old text here",
		"a new text here",
		"a new text here",
		merged("a new text here"),
	],
	[
		"the same edit by both beside another",
		"en",
		"one two three four five",
		"uno two three four five",
		"uno two three four cinque",
		merged("uno two three four cinque"),
	],
	["mine only", "en", "one", "two", "one", merged("two")],
	["theirs only", "en", "one", "one", "three", merged("three")],
	["the same word", "en", "an old text", "a new text", "an odd text", conflict],
	["insertions at one place", "en", "a text", "a fine text", "a long text", conflict],
	["an insertion touching a deletion", "en", "a fine text", "a text", "a very fine text", conflict],
	["deleted by one, edited by the other", "en", "Take this sentence.", "", "Take that sentence.", conflict],
	[
		"Chinese words",
		"zh-Hans",
		"我们批示下级开始工作。",
		"他们批示下级开始工作。",
		"我们批示下级开始行动。",
		merged("他们批示下级开始行动。"),
	],
])("%s", (_, language, base, mine, theirs, expected) => {
	expect(mergeTexts(base, mine, theirs, language)).toEqual(expected);
	expect(mergeTexts(base, theirs, mine, language)).toEqual(expected);
});

test("merging does not depend on whose edit is whose, and merging with nothing changes nothing", () => {
	fc.assert(
		fc.property(anyText, anyText, anyText, anyLanguage, (base, mine, theirs, language) => {
			expect(mergeTexts(base, mine, theirs, language)).toEqual(mergeTexts(base, theirs, mine, language));
			expect(mergeTexts(base, mine, base, language)).toEqual(merged(mine));
			expect(mergeTexts(base, mine, mine, language)).toEqual(merged(mine));
		}),
	);
});

test("edits in the two halves of a text, with a word between them, both survive to the letter", () => {
	fc.assert(
		fc.property(editedText, editedText, anyLanguage, (left, right, language) => {
			const middle = " unchanged middle ";
			const [leftNow, rightNow] = [left.at(-1) ?? "", right.at(-1) ?? ""];
			const answer = mergeTexts(
				left[0] + middle + right[0],
				leftNow + middle + right[0],
				left[0] + middle + rightNow,
				language,
			);
			// The alignment may reach over the middle where a side is rewritten; a merge must be the exact one.
			if (answer.kind === "merged") expect(answer.text).toBe(leftNow + middle + rightNow);
		}),
	);
});
