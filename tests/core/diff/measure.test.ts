import { expect, test } from "vitest";
import { isPunctuationOnly, reading, shareChanged, wordsChanged } from "#lib/core/diff/measure.ts";
import { diffWithMoves, diffWords } from "#lib/core/diff/words.ts";

test.each([
	["en", "one two three four five", "one two three four six", 1, 0.2, "words"],
	["en", "one two three four five", "one two three four five", 0, 0, "words"],
	["en", "a b c d e", "v w x d e", 3, 0.6, "words"],
	["en", "a b c d e", "v w x y e", 4, 0.8, "whole"],
	["en", "a b c d e f g h i j", "a b c", 7, 0.7, "whole"],
	["en", "a b c", "a b c d e", 2, 0.4, "words"],
	["en", "", "New words", 2, 1, "whole"],
	["en", "—", "–", 0, 1, "whole"],
	["zh-Hans", "今天会议结束了", "今天会议开始了", 1, 0.25, "words"],
])(
	"%s: %j → %j changes %d words, %d of the sentence, read as %s",
	(language, before, after, words, share, read) => {
		const changes = diffWords(before, after, language);
		expect(wordsChanged(changes, language)).toBe(words);
		expect(shareChanged(changes, language)).toBeCloseTo(share);
		expect(reading(before, after, language)).toBe(read);
	},
);

test("a moved phrase is counted once, where it came to", () => {
	const texts = ["In old days, we all met in this place.", "We all met in this place in old days."] as const;
	expect(wordsChanged(diffWithMoves(...texts, "en"), "en")).toBe(4);
	expect(wordsChanged(diffWords(...texts, "en"), "en")).toBe(7);
});

test.each([
	["China‘s path", "China's path", true],
	["会议，精神", "会议,精神", true],
	["a  b", "a b", true],
	["well known", "well-known", true],
	["Hello", "Hello.", true],
	["Hello", "Hello", false],
	["Hello", "hello", false],
	["1.5 million", "15 million", false],
	["10 30", "1030", false],
	["at 10:30", "at 10.30", false],
	["fell to -5", "fell to 5", false],
	["50% of it", "50 of it", false],
	["(2023)", "（2023）", true],
])("%j → %j: punctuation only is %j", (before, after, expected) => {
	expect(isPunctuationOnly(diffWords(before, after, "en"))).toBe(expected);
});
