import type { PassageCheck } from "../contract.ts";
import { dashSlips } from "../typography/dashes.ts";
import { inRenderings, isInChinese, rendersEnglish, type Slip } from "../typography/in-english.ts";
import { spaceRules } from "../typography/space-rules.ts";
import { outside, verbatimIn } from "../typography/verbatim.ts";

/** Spaces where none belong, none where one does, and dashes typed as hyphens. */
export const spacing = {
	id: "spacing",
	severity: "minor",
	mqm: "linguistic-conventions/punctuation",
	keys: [
		"edge",
		"double",
		"tab",
		"before",
		"marks",
		"after",
		"inside",
		"apostrophe",
		"quote",
		"hyphen",
		"dashes",
	],
	concerns: rendersEnglish,
	checkPassage(passage) {
		const source = passage.source.map(({ text }) => text).join("\n");
		return inRenderings(passage, (text) => {
			const isFree = verbatimIn(text);
			return [...spaceSlips(text), ...dashSlips(text, source)]
				.filter(({ start, end }) => outside(isFree)(start, end) && !isInChinese(text, start, end))
				.sort((a, b) => a.start - b.start)
				.filter((slip, index, all) => index === 0 || (all[index - 1]?.end ?? 0) <= slip.start);
		});
	},
} as const satisfies PassageCheck;

function spaceSlips(text: string): Slip[] {
	return spaceRules.flatMap(({ key, pattern, fix }) =>
		[...text.matchAll(pattern)].map((match) => {
			const found = match[0];
			const put = fix(found);
			return {
				start: match.index,
				end: match.index + found.length,
				key,
				values: { found, mark: (put ?? found).trim() },
				fix: put,
			};
		}),
	);
}
