import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapSpan } from "#lib/core/anchor/map-span.ts";

/** The part between the brackets, and the text without them. */
function marked(text: string): { text: string; start: number; end: number } {
	return { text: text.replaceAll(/[[\]]/g, ""), start: text.indexOf("["), end: text.indexOf("]") - 1 };
}

test.each([
	["nothing changed", "The [old harbour] was opened.", "The [old harbour] was opened."],
	["words before it changed", "The [old harbour] was opened.", "Yesterday the [old harbour] was opened."],
	["words behind it changed", "The [old harbour] was opened.", "The [old harbour] has been closed."],
	["words were put in right before it", "The [harbour] opened.", "The new [harbour] opened."],
	["words were put in right behind it", "The [harbour] opened.", "The [harbour] basin opened."],
	["a word within it changed", "The [old stone harbour] opened.", "The [old granite harbour] opened."],
	["its first word was replaced", "The [old stone harbour] opened.", "The [new stone harbour] opened."],
	["its last word was replaced", "The [old stone harbour] opened.", "The [old stone port] opened."],
	["words were put into it", "The [old harbour] opened.", "The [old and deep harbour] opened."],
	["Chinese around it changed", "港口[今天开放]了。", "新港口昨天和[今天开放]了两次。"],
	["the text behind it was cut off", "The [old harbour] was opened.", "The [old harbour]"],
	["the text before it was cut off", "It rained. The [old harbour] opened.", "The [old harbour] opened."],
])("%s", (_claim, before, after) => {
	const { text, start, end } = marked(before);
	const now = marked(after);
	expect(mapSpan(text, now.text, { start, end }, "en")).toMatchObject({ start: now.start, end: now.end });
});

test.each([
	["The [harbour] opened.", "The opened."],
	["[全部]", "没有"],
])("nothing is left of %s in %s", (before, after) => {
	const { text, start, end } = marked(before);
	expect(mapSpan(text, after, { start, end }, "en")).toBeNull();
});

test("says how much is left", () => {
	expect(mapSpan("one two", "one", { start: 0, end: 7 }, "en")?.kept).toBeCloseTo(3 / 7);
});

const piece = fc.stringMatching(/^[a-d 港口😀é]{0,12}$/u);

describe("for any texts", () => {
	test("one edit outside of a part leaves the part exactly", () => {
		fc.assert(
			fc.property(piece, piece, piece, piece, piece, fc.boolean(), (a, b, quote, c, put, ahead) => {
				fc.pre(quote !== "");
				const before = a + b + quote + c;
				const after = ahead ? a + put + quote + c : a + b + quote + put;
				const start = a.length + b.length;
				const mapped = mapSpan(before, after, { start, end: start + quote.length }, "en");
				expect(mapped?.kept).toBe(1);
				expect(after.slice(mapped?.start, mapped?.end)).toBe(quote);
			}),
		);
	});

	test("what is answered is a part of the text that cuts no character", () => {
		fc.assert(
			fc.property(piece, piece, fc.nat(), fc.nat(), (before, after, x, y) => {
				const characters = [...before];
				const at = (n: number) => characters.slice(0, n % (characters.length + 1)).join("").length;
				const [start, end] = [at(x), at(y)].sort((m, n) => m - n) as [number, number];
				const mapped = mapSpan(before, after, { start, end }, "zh-Hans");
				if (mapped === null) return;
				expect(mapped.kept).toBeGreaterThan(0);
				expect(mapped.kept).toBeLessThanOrEqual(1);
				expect(mapped.start).toBeLessThanOrEqual(mapped.end);
				expect(after.slice(mapped.start, mapped.end).isWellFormed()).toBe(true);
				expect(after.slice(0, mapped.start).isWellFormed()).toBe(true);
			}),
		);
	});
});
