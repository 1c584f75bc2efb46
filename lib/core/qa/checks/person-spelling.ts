import type { CheckedPassage, Fault, Mention, MentionCheck, Tally } from "../contract.ts";
import { fromChineseToEnglish } from "../from-chinese.ts";
import { nameMentions } from "../names/name-mentions.ts";
import { namedPeople } from "../names/people.ts";
import { joined } from "../usage/joined.ts";
import { renderingsBySource } from "../usage/mentions.ts";

/** Somebody whose name is spelt rightly, but in more than one way or order: “Chen Liwei” and “Chen Li-wei”. */
export const personSpelling = {
	id: "person-spelling",
	severity: "minor",
	mqm: "terminology/inconsistent-use",
	keys: ["otherwise"],
	concerns: fromChineseToEnglish,
	mentions({ source, target }: CheckedPassage, _document, { usage }): Mention[] {
		const chinese = joined(source);
		// Where the document has a usual name for somebody, it is asked for by another check.
		const usual = renderingsBySource(usage);
		return nameMentions(target, (text) =>
			namedPeople(chinese, text)
				.filter(({ person }) => !usual.has(person))
				.map(({ person, written, ...place }) => ({ ...place, subject: person, value: written })),
		);
	},
	/** The most frequent spelling is right; of several that are as frequent, the first by letters. */
	judge({ subject, value, side, segment, start, end }: Mention, tally: Tally): Fault | null {
		const times = tally.map((one) => ({ value: one.value, count: one.here + one.elsewhere }));
		const [usual] = times.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
		if (!usual || usual.value === value) return null;
		const count = times.find((one) => one.value === value)?.count ?? 1;
		const values = { name: subject, usual: usual.value, count: usual.count, written: value };
		const fix = usual.count > count ? usual.value : null;
		return { side, segment, start, end, key: "otherwise", values, fix };
	},
} as const satisfies MentionCheck;
