import fc from "fast-check";
import { expect, test } from "vitest";
import { isSlight, withBlanks } from "#app/_ui/blanks.ts";

const drawn = (text: string) =>
	withBlanks(text)
		.map((piece) => (piece.glyph === null ? piece.text : `<${piece.glyph}>`))
		.join("");

test.each([
	[" ", "<␣>"],
	["  ", "<␣><␣>"],
	["\t", "<tab>"],
	["\n ", "<↵><␣>"],
	["\u3000", "<□>"],
	["\u00a0", "<nbsp>"],
	["\u2003", "<U+2003>"],
	["\u200b", "<zwsp>"],
	["a word ", "a word "],
	[", ", ", "],
	["10\u00a0km of it", "10<nbsp>km of it"],
	["，\u3000他说", "，<□>他说"],
	["co\u00adoperate", "co<shy>operate"],
	["👩‍💻 here", "👩‍💻 here"],
])("%j is drawn as %s", (text, expected) => {
	expect(drawn(text)).toBe(expected);
});

test("whatever is drawn, the text in the page is the text", () => {
	const text = fc.string({
		unit: fc.constantFrom("a", " ", "\t", "\u00a0", "\u3000", "会", "👩‍💻", "\u200b", ","),
	});
	fc.assert(
		fc.property(text, (any) => {
			const pieces = withBlanks(any);
			expect(pieces.map((piece) => piece.text).join("")).toBe(any);
			expect(pieces.every((piece) => piece.text !== "")).toBe(true);
		}),
	);
});

test.each([
	[",", true],
	["。", true],
	[" – ", true],
	["‘", true],
	["a", false],
	["会", false],
	["5", false],
	["\u{F0000}", false],
])("%j is nothing but marks and spaces: %j", (text, expected) => {
	expect(isSlight(text)).toBe(expected);
});
