import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attribute, type Version } from "#lib/core/diff/attribute.ts";
import { diffWords, textAfter, textBefore } from "#lib/core/diff/words.ts";
import { anyLanguage, editedText } from "#tests/core/diff/arbitraries.ts";

const version = (author: string, text: string, day = 1): Version => ({
	author,
	text,
	at: `2024-05-0${day}T08:00:00.000Z`,
});

const written = (first: string, versions: readonly Version[]) =>
	attribute(first, versions, "en")
		.map(({ kind, text, author }) =>
			kind === "same" ? text : `${kind === "deleted" ? "-" : "+"}${author}[${text}]`,
		)
		.join("");

describe("every piece of the net difference has its author", () => {
	test.each<[string, string, Version[], string]>([
		["nobody edited", "The draft.", [], "The draft."],
		["one author", "The old text.", [version("Ann", "The new text.")], "The -Ann[old]+Ann[new] text."],
		[
			"two places",
			"The old cat sat quietly down.",
			[version("Ann", "The new cat sat quietly down."), version("Ben", "The new cat sat quietly here.", 2)],
			"The -Ann[old]+Ann[new] cat sat quietly -Ben[down]+Ben[here].",
		],
		[
			"a word changed twice belongs to the last, its deletion to the first",
			"an old text",
			[version("Ann", "an odd text"), version("Ben", "an even text", 2)],
			"an -Ann[old]+Ben[even] text",
		],
		[
			"inserted, then deleted again",
			"a text",
			[version("Ann", "a fine text"), version("Ben", "a text", 2)],
			"a text",
		],
		[
			"deleted, then restored by another",
			"a fine text",
			[version("Ann", "a text"), version("Ben", "a fine text", 2)],
			"a fine text",
		],
		[
			"inserted by two",
			"It was.",
			[version("Ann", "It was here."), version("Ben", "It was here before.", 2)],
			"It was+Ann[ here]+Ben[ before].",
		],
		["emptied", "Gone.", [version("Ann", "")], "-Ann[Gone.]"],
		[
			"typed into nothing",
			"",
			[version("Ann", "New"), version("Ben", "New text", 2)],
			"+Ann[New]+Ben[ text]",
		],
	])("%s", (_, first, versions, expected) => {
		expect(written(first, versions)).toBe(expected);
	});
});

test("a run carries the time of the version that made it", () => {
	const runs = attribute(
		"a b c d e f",
		[version("Ann", "x b c d e f", 1), version("Ann", "x b c d e y", 3)],
		"en",
	);
	expect(runs.filter((run) => run.kind === "inserted").map((run) => run.at)).toEqual([
		"2024-05-01T08:00:00.000Z",
		"2024-05-03T08:00:00.000Z",
	]);
});

test("attribution is exact, is the net difference, and names only people of the history", () => {
	fc.assert(
		fc.property(editedText, anyLanguage, ([first, ...later], language) => {
			const versions = later.map((text, index) => version(`author ${index % 3}`, text, index + 1));
			const runs = attribute(first, versions, language);
			expect(textBefore(runs)).toBe(first);
			expect(textAfter(runs)).toBe(later.at(-1) ?? first);
			const kinds = (changes: readonly { kind: string }[]) =>
				changes.map((change) => change.kind).filter((kind, index, all) => kind !== all[index - 1]);
			expect(kinds(runs)).toEqual(kinds(diffWords(first, later.at(-1) ?? first, language)));
			for (const run of runs) {
				expect(run.text.isWellFormed()).toBe(true);
				if (run.kind === "same") expect([run.author, run.at]).toEqual([null, null]);
				else expect(versions.some(({ author, at }) => author === run.author && at === run.at)).toBe(true);
			}
		}),
	);
});
