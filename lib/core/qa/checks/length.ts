import type { PassageCheck } from "../contract.ts";
import { deviationOf, expectedLetters, lettersOf } from "../drafts/expected-length.ts";
import { fromChineseToEnglish } from "../from-chinese.ts";

/**
 * The logarithm of the deviation from which on a long and a short rendering is a fault: among 1,875 human and as many
 * machine renderings of all lengths, and among 1,300 of novels, one in a thousand is further off.
 */
const mostOfLong = 0.75;
const moreOfShort = 3;

/** A rendering far shorter or longer than its source lets expect. */
export const length = {
	id: "length",
	severity: "major",
	mqm: "accuracy/omission",
	keys: ["short", "long"],
	concerns: fromChineseToEnglish,
	checkPassage({ source, target }) {
		const [first] = target;
		const rendering = target.map(({ text }) => text).join(" ");
		if (first === undefined || source.length === 0 || rendering.trim() === "") return [];
		const expected = expectedLetters(source.map(({ text }) => text).join(" "));
		const found = lettersOf(rendering);
		const deviation = deviationOf(found, expected);
		if (expected === 0 || Math.abs(deviation) < mostOfLong + moreOfShort / Math.sqrt(expected)) return [];
		return [
			{
				side: "target",
				segment: first.id,
				start: 0,
				end: first.text.length,
				key: deviation < 0 ? "short" : "long",
				values: { percent: Math.round((100 * found) / expected) },
				fix: null,
			},
		];
	},
} as const satisfies PassageCheck;
