import fc from "fast-check";
import { expect, test } from "vitest";
import { mapOffset } from "#lib/core/diff/offsets.ts";
import { anyLanguage, editedText } from "#tests/core/diff/arbitraries.ts";

test.each([
	["He came. | Then he left.", "He came. | Then he left."],
	["He came.| Then he left.", "He arrived.| Then he left."],
	["He came. |Then he left.", "He came, |then he left."],
	["|All of it", "|Everything"],
	["All of it|", "Everything|"],
	["One. |Two.", "One. |Zero. Two."],
])("the caret of %j goes to %j", (marked, expected) => {
	const before = marked.replace("|", "");
	const after = expected.replace("|", "");
	const mapped = mapOffset(before, after, marked.indexOf("|"), "en");
	expect(`${after.slice(0, mapped)}|${after.slice(mapped)}`).toBe(expected);
});

test("an offset stays within the text, in order, and out of surrogate pairs", () => {
	fc.assert(
		fc.property(editedText, anyLanguage, (texts, language) => {
			const before = texts[0];
			const after = texts.at(-1) ?? "";
			let last = 0;
			for (let offset = 0; offset <= before.length; offset++) {
				const mapped = mapOffset(before, after, offset, language);
				expect(mapped).toBeGreaterThanOrEqual(last);
				expect(mapped).toBeLessThanOrEqual(after.length);
				expect(after.slice(0, mapped).isWellFormed()).toBe(true);
				last = mapped;
			}
			expect(mapOffset(before, after, before.length, language)).toBe(before === "" ? 0 : after.length);
			expect(mapOffset(before, before, Math.floor(before.length / 2), language)).toBeLessThanOrEqual(
				before.length / 2,
			);
		}),
	);
});
