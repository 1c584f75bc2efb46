import fc from "fast-check";
import { expect, test } from "vitest";
import { markOf, marks } from "#lib/core/formats/marked-text.ts";
import type { Codes } from "#lib/core/formats/styled-text.ts";
import { plainOf } from "#lib/core/formats/word/returned/expected.ts";
import { ontoMarks } from "#lib/core/formats/word/returned/onto-marks.ts";

const codes: Codes = {
	0: { kind: "bold", part: "start", pair: "1" },
	1: { kind: "bold", part: "end", pair: "1" },
	2: { kind: "footnote", part: "alone", value: "3" },
	3: { kind: "image", part: "alone", value: "the quay" },
};
/** Marks are written ‹0›. */
const marked = (text: string) => text.replaceAll(/‹(\d)›/g, (_, number) => markOf(Number(number)));

test.each([
	["‹0›old‹1› canal", "ancient canal", "‹0›ancient‹1› canal"],
	["the ‹0›old‹1› canal", "the canal", "the ‹0›‹1›canal"],
	["a canal‹2›.", "a canal3 here.", "a canal‹2› here."],
	["a canal‹2›.", "a canal.", "a canal."],
	["‹3›The quay", "A quay", "‹3›A quay"],
	["a ‹0›wide‹1› one", "a ‹0›wide‹1› one".replaceAll(/‹\d›/g, ""), "a ‹0›wide‹1› one"],
	["", "Typed.", "Typed."],
])("%s read as %j becomes %s", (before, after, expected) => {
	expect(ontoMarks(marked(before), after, codes, "en")).toBe(marked(expected));
});

const anyMarked = fc
	.array(fc.constantFrom("the ", "old", " ", "canal", "‹0›", "‹1›", "‹3›", ", ", "boats"), { maxLength: 12 })
	.map((parts) => marked(parts.join("")));

test("whatever was made of the words, the text reads so, and every look is still there", () => {
	fc.assert(
		fc.property(anyMarked, anyMarked, (before, other) => {
			const after = plainOf(other, codes);
			const made = ontoMarks(before, after, codes, "en");
			expect(plainOf(made, codes)).toBe(after);
			expect(made.match(marks) ?? []).toEqual(before.match(marks) ?? []);
			expect(ontoMarks(before, plainOf(before, codes), codes, "en")).toBe(before);
		}),
		{ numRuns: 500 },
	);
});
