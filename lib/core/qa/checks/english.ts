import type { CheckedSegment, EnglishRemark, Knowledge, PassageCheck } from "../contract.ts";
import { inRenderings, rendersEnglish, type Slip } from "../typography/in-english.ts";

/** What a reader of English remarks; doubled words and spaces have checks of their own. */
const keys = ["spelling", "article", "agreement", "pronoun", "auxiliary", "missing"] as const;

/** Slips of spelling and grammar; nothing where nobody has read the text. */
export const english = {
	id: "english",
	severity: "minor",
	mqm: "linguistic-conventions/grammar",
	keys,
	needsRemarks: true,
	concerns: rendersEnglish,
	checkPassage: (passage, _document, knowledge) =>
		inRenderings(passage, (_text, segment) => slipsOf(segment, knowledge)),
} as const satisfies PassageCheck;

function slipsOf({ text, remarks = [] }: CheckedSegment, { words, terms }: Knowledge): Slip[] {
	const said = remarks.filter(({ slip }) => keys.some((key) => key === slip));
	if (said.length === 0) return [];
	const renderings = terms.inTarget(text);
	return said
		.filter(
			({ slip, start, end }) => !(slip === "spelling" && words.has(text.slice(start, end).toLowerCase())),
		)
		.filter(({ start, end }) => !renderings.some((term) => term.start < end && start < term.end))
		.map((remark) => slipOf(text, remark));
}

/** Safe to apply is what has one way only. */
function slipOf(text: string, { slip, start, end, replacements }: EnglishRemark): Slip {
	const [first = null, ...others] = replacements;
	const values = { found: text.slice(start, end), suggestion: replacements.join(", ") || "none" };
	return { start, end, key: slip, values, fix: others.length === 0 ? first : null };
}
