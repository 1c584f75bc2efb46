import type { Fault, PassageCheck } from "../contract.ts";
import { fromChineseToEnglish } from "../from-chinese.ts";
import { nameSlips } from "../names/slips.ts";
import { joined } from "../usage/joined.ts";

/** A Chinese name that is spelt nearly, but not quite, as its characters are read. */
export const personName = {
	id: "person-name",
	severity: "major",
	mqm: "linguistic-conventions/spelling",
	keys: ["misspelt", "misspelt-unsure"],
	concerns: fromChineseToEnglish,
	checkPassage(passage) {
		const source = joined(passage.source);
		return passage.target.flatMap(({ id, text }) =>
			nameSlips(source, text).map(({ start, end, written, source: name, right }): Fault => {
				const [only] = right;
				const sure = right.length === 1 && only !== undefined;
				return {
					side: "target",
					segment: id,
					start,
					end,
					key: sure ? "misspelt" : "misspelt-unsure",
					values: { written, name, right: right.join(" / ") },
					fix: sure ? only : null,
				};
			}),
		);
	},
} as const satisfies PassageCheck;
