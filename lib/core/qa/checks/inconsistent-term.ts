import type { CheckedPassage, Mention, MentionCheck } from "../contract.ts";
import { fromChineseToEnglish } from "../from-chinese.ts";
import { judgeUsual } from "../usage/judge.ts";
import { usualMentions } from "../usage/mentions.ts";
import { isProper } from "../usage/proper.ts";

/** A word of the source that the document renders in one way, and once in another. */
export const inconsistentTerm = {
	id: "inconsistent-term",
	severity: "minor",
	mqm: "terminology/inconsistent-use",
	keys: ["otherwise", "other"],
	concerns: fromChineseToEnglish,
	mentions: (passage: CheckedPassage, _document, knowledge): Mention[] =>
		usualMentions(passage, knowledge, (rendering) => !isProper(rendering)),
	judge: judgeUsual,
} as const satisfies MentionCheck;
