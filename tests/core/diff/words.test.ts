import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenize } from "#lib/core/diff/tokens.ts";
import { type Change, diffWords, textAfter, textBefore } from "#lib/core/diff/words.ts";
import { anyLanguage, anyText, editedText } from "#tests/core/diff/arbitraries.ts";
import { cpuTime } from "#tests/core/diff/cpu-time.ts";

const written = (changes: readonly Change[]) =>
	changes
		.map(({ kind, text }) => (kind === "same" ? text : kind === "deleted" ? `[-${text}-]` : `{+${text}+}`))
		.join("");

describe("diffWords reads like a correction", () => {
	test.each([
		["en", "", "", ""],
		["en", "", "New.", "{+New.+}"],
		["en", "Gone.", "", "[-Gone.-]"],
		["en", "It is the same.", "It is the same.", "It is the same."],
		[
			"en",
			"instructions and instructions were given",
			"instructions were given",
			"instructions [-and instructions -]were given",
		],
		["en", "China‘s path", "China's path", "China[-‘-]{+'+}s path"],
		["en", "in 1.5 years", "in 15 years", "in [-1.5-]{+15+} years"],
		[
			"en",
			"a polish the background of organs",
			"a show of the nature of organs",
			"a [-polish the background-]{+show of the nature+} of organs",
		],
		["en", "alpha, beta, gamma", "one, two, three", "[-alpha, beta, gamma-]{+one, two, three+}"],
		[
			"en",
			"the unity of knowledge wins",
			"the harmony of action wins",
			"the [-unity of knowledge-]{+harmony of action+} wins",
		],
		["en", "We came, we saw", "We came now, then we saw", "We came{+ now+},{+ then+} we saw"],
		["zh-Hans", "他批示下级。", "他指示下级。", "他[-批示-]{+指示+}下级。"],
		["zh-Hant", "會議範圍很廣。", "會議范圍很廣！", "會議[-範圍-]{+范圍+}很廣[-。-]{+！+}"],
	])("%s: %j → %j", (language, before, after, expected) => {
		expect(written(diffWords(before, after, language))).toBe(expected);
	});
});

test("diffWords is exact, without empty or equal neighbours, a deletion before its insertion", () => {
	fc.assert(
		fc.property(anyText, anyText, anyLanguage, (before, after, language) => {
			const changes = diffWords(before, after, language);
			expect(textBefore(changes)).toBe(before);
			expect(textAfter(changes)).toBe(after);
			expect(changes.every((change) => change.text !== "")).toBe(true);
			for (const [index, change] of changes.entries()) {
				expect(changes[index + 1]?.kind).not.toBe(change.kind);
				if (change.kind === "inserted") expect(changes[index + 1]?.kind).not.toBe("deleted");
			}
		}),
	);
});

test("an edited text keeps its exactness through every round", () => {
	fc.assert(
		fc.property(editedText, anyLanguage, (texts, language) => {
			const last = texts.at(-1) ?? "";
			const changes = diffWords(texts[0], last, language);
			expect([textBefore(changes), textAfter(changes)]).toEqual([texts[0], last]);
		}),
	);
});

test("tokens give the text back and never cut a surrogate pair", () => {
	fc.assert(
		fc.property(anyText, anyLanguage, (text, language) => {
			const tokens = tokenize(text, language);
			expect(tokens.join("")).toBe(text);
			expect(tokens.every((token) => token !== "" && token.isWellFormed())).toBe(true);
		}),
	);
});

test.each([
	["nothing in common", (index: number) => `a${index}`, (index: number) => `b${index}`],
	[
		"every other word",
		(index: number) => (index % 2 ? `w${index}` : `a${index}`),
		(index: number) => (index % 2 ? `w${index}` : `b${index}`),
	],
	["reversed", (index: number) => `w${index}`, (index: number) => `w${20_000 - index}`],
])("two texts of 20,000 words, %s, are compared within the bound", (_, old, now) => {
	const text = (word: (index: number) => string) =>
		Array.from({ length: 20_000 }, (_, index) => word(index)).join(" ");
	let changes: readonly Change[] = [];
	const spent = cpuTime(() => {
		changes = diffWords(text(old), text(now), "en");
	});
	// About 250 ms on one core; unbounded it takes minutes.
	expect(spent).toBeLessThan(5_000);
	expect(textAfter(changes)).toBe(text(now));
});
