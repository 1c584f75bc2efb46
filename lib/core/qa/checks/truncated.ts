import { isChinese, isEnglish } from "../../text/language.ts";
import type { Fault, PassageCheck } from "../contract.ts";
import { deviationOf, expectedLetters, lettersOf } from "../drafts/expected-length.ts";
import { runningWords } from "../drafts/running-words.ts";

/** No sentence ends with these, and no title. */
const neverLast: ReadonlySet<string> = new Set(
	"the a an and or of my our their whose every because although than into between among during toward towards".split(
		" ",
	),
);
/** A question or a relative clause may end with these: what are you looking at. */
const seldomLast: ReadonlySet<string> = new Set(
	"to in on for with at by from as that is are was were has have will which who if when its your his but".split(
		" ",
	),
);
const sentenceEnd = /[。！？!?…][”’」』"')）】\s]*$/u;
const unfinished = /[\p{L}\p{N},，、;；:\-–—(（]\s*$/u;
/** Logarithm of the deviation of length from which on a missing end is no matter of style. */
const clearlyShort = -0.45;
/** Letters of a source that is more than a phrase. */
const leastExpected = 40;

/** The rendering ends in the middle of a sentence. */
export const truncated = {
	id: "truncated",
	severity: "major",
	mqm: "accuracy/omission",
	keys: ["word", "sentence"],
	concerns: ({ sides, targetLanguage }) => sides.target && isEnglish(targetLanguage),
	checkPassage({ source, target }, { sides, sourceLanguage }) {
		const last = target.at(-1);
		if (last === undefined || !unfinished.test(last.text)) return [];
		const original = source.map(({ text }) => text).join(" ");
		const knowsSource = sides.source && original !== "" && isChinese(sourceLanguage);
		if (knowsSource && !sentenceEnd.test(original)) return [];
		const end = runningWords(last.text.slice(-longestWord)).at(-1);
		if (end === undefined) return [];
		const from = Math.max(0, last.text.length - longestWord);
		const fault = (key: "word" | "sentence"): Fault => ({
			side: "target",
			segment: last.id,
			start: from + end.start,
			end: from + end.end,
			key,
			values: { last: last.text.slice(from + end.start, from + end.end) },
			fix: null,
		});
		const endsThere = /^\s*$/u.test(last.text.slice(from + end.end));
		if (endsThere && neverLast.has(end.word))
			return [knowsSource ? fault("word") : { ...fault("word"), severity: "minor" }];
		if (!knowsSource) return [];
		if (endsThere && seldomLast.has(end.word)) return [fault("word")];
		const expected = expectedLetters(original);
		const deviation = deviationOf(lettersOf(target.map(({ text }) => text).join(" ")), expected);
		return deviation < clearlyShort && expected >= leastExpected ? [fault("sentence")] : [];
	},
} as const satisfies PassageCheck;

/** Characters at the end that are read. */
const longestWord = 100;
