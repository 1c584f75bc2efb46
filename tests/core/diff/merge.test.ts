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
		"the same insertion",
		"en",
		"one two three four",
		"one two and three four",
		"one two and three five",
		merged("one two and three five"),
	],
	[
		"the same word put in beside its like, and another next to it",
		"en",
		"It was very good. We left.",
		"It was very very good. We left.",
		"It was very very very good. We left.",
		conflict,
	],
	[
		"the same word put in beside its like, and another far from it",
		"en",
		"One day it was very good. We left.",
		"One day it was very very good. We left early.",
		"This day it was very very good. We left.",
		merged("This day it was very very good. We left early."),
	],
	[
		"neighbouring words",
		"en",
		"an old cat sat",
		"an odd cat sat",
		"an old dog sat",
		merged("an odd dog sat"),
	],
	["neighbouring sentences", "en", "Old. Worn.", "New. Worn.", "Old. Torn.", merged("New. Torn.")],
	["both at the end", "en", "One.", "One. Two.", "One. Three.", conflict],
	[
		"a moved phrase and a word elsewhere",
		"en",
		"In the spring of 2023, they met at the old harbour with us.",
		"They met at the old harbour with us in the spring of 2023.",
		"In the spring of 2023, they met at the new harbour with us.",
		merged("They met at the new harbour with us in the spring of 2023."),
	],
	[
		"a word within what the other moved",
		"en",
		"Quietly and very firmly, those from the north said that the work must go on.",
		"Those from the north said that the work must go on, quietly and very firmly.",
		"Quietly and rather firmly, those from the north said that the work must go on.",
		conflict,
	],
	[
		"the same sentence moved to two places",
		"en",
		"We left at dawn. They came home. It was late in May. All was well again.",
		"They came home. We left at dawn. It was late in May. All was well again.",
		"They came home. It was late in May. All was well again. We left at dawn.",
		conflict,
	],
	[
		"a sentence moved by one and taken out by the other",
		"en",
		"We left at dawn. They came home. It was late in May. All was well again.",
		"They came home. It was late in May. All was well again. We left at dawn.",
		"They came home. It was late in May. All was well again.",
		conflict,
	],
	["two signs of one Chinese word", "zh-Hans", "他批示下级。", "他指示下级。", "他批复下级。", conflict],
	["two Chinese words that touch", "zh-Hans", "他批示下级。", "他指示下级。", "他批示上级。", conflict],
	[
		"Chinese around an unchanged word",
		"zh-Hans",
		"他今天批示下级。",
		"她今天批示下级。",
		"他今天指示下级。",
		merged("她今天指示下级。"),
	],
	[
		"Chinese that a dictionary cuts otherwise",
		"zh-Hans",
		"他们研究生命，成果很多。",
		"他们研究生命令，成果很多。",
		"他们研究生命，成果不多。",
		merged("他们研究生命令，成果不多。"),
	],
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

const scatteredEdits = fc
	.array(fc.tuple(fc.nat(12), fc.nat(2), fc.nat(3)), { maxLength: 3 })
	.map((edits) => edits.toSorted((a, b) => a[0] - b[0]));

/** Every word of the base and of either person is unlike any other, so that each can be looked for. */
function editedBy(name: string, edits: readonly (readonly [number, number, number])[]): string[] {
	let words = Array.from({ length: 12 }, (_, index) => `word${index}`);
	for (const [index, [at, taken, put]] of [...edits.entries()].toReversed()) {
		const own = Array.from({ length: put }, (_, step) => `${name}${index}x${step}`);
		words = words.toSpliced(at, taken, ...own);
	}
	return words;
}

test("a merge has every word that either put in, none that either took out, and each once", () => {
	let merges = 0;
	fc.assert(
		fc.property(scatteredEdits, scatteredEdits, fc.constantFrom(" ", "\n"), (first, second, space) => {
			const [mine, theirs] = [editedBy("mine", first), editedBy("theirs", second)];
			const base = editedBy("", []);
			const answer = mergeTexts(base.join(space), mine.join(space), theirs.join(space), "en");
			if (answer.kind === "conflict") return;
			merges++;
			const kept = base.filter((word) => mine.includes(word) && theirs.includes(word));
			const put = [...mine, ...theirs].filter((word) => !base.includes(word));
			const words = answer.text.split(/\s+/u).filter((word) => word !== "");
			expect(words.toSorted()).toEqual([...kept, ...put].toSorted());
			for (const side of [mine, theirs])
				expect(words.filter((word) => side.includes(word))).toEqual(
					side.filter((word) => words.includes(word)),
				);
		}),
	);
	expect(merges).toBeGreaterThan(10);
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
