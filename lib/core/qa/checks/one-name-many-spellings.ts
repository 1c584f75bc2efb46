import { isEnglish } from "../../text/language.ts";
import type { CheckedDocument, CheckedPassage, Fault, Mention, MentionCheck, Tally } from "../contract.ts";
import { knownNames } from "../names/known-names.ts";
import { nameMentions } from "../names/name-mentions.ts";

/** A name is written otherwise this many times less often than it usually is, and at most `mostSlips` times. */
const leastRatio = 2;
/** Fewer uses may be a chance. */
const surely = 3;
const mostSlips = 2;

/** A name that the document writes again and again, once with a letter wrong. */
export const oneNameManySpellings = {
	id: "one-name-many-spellings",
	severity: "major",
	mqm: "linguistic-conventions/spelling",
	keys: ["misspelt"],
	concerns: ({ sides, targetLanguage }: CheckedDocument) => sides.target && isEnglish(targetLanguage),
	mentions({ source, target }: CheckedPassage, _document, { usage }): Mention[] {
		if (usage.names.length === 0) return [];
		const names = knownNames(usage);
		return nameMentions(target, (text) =>
			names
				.uses(text, source)
				.map(({ name, written, ...place }) => ({ ...place, subject: name, value: written })),
		);
	},
	judge({ subject, value, side, segment, start, end }: Mention, tally: Tally): Fault | null {
		if (value === subject || areBothRight(value, subject)) return null;
		const usual = timesOf(tally, subject);
		const times = timesOf(tally, value);
		if (times > mostSlips || usual < times * leastRatio) return null;
		const values = { written: value, usual: subject, count: usual };
		const severity = usual < surely ? "minor" : "major";
		return { side, segment, start, end, key: "misspelt", values, fix: null, severity };
	},
} as const satisfies MentionCheck;

/** Marxism and a Marxist; Macao, as it spells itself, and Macau. */
const areBothRight = (one: string, other: string): boolean => {
	const stem = (text: string) => text.replace(/is[mt]$|ca[ou]$/u, "");
	return stem(one) === stem(other) && stem(one) !== one && stem(other) !== other;
};

function timesOf(tally: Tally, value: string): number {
	const found = tally.find((one) => one.value === value);
	return found ? found.here + found.elsewhere : 0;
}
