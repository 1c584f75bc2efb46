import type { SrxDocument } from "./document.ts";
import { chinese } from "./rules/chinese.ts";
import { english } from "./rules/english.ts";
import { german } from "./rules/german.ts";
import { romance } from "./rules/romance.ts";
import { spaced } from "./rules/spaced.ts";

/**
 * Our own rules; `duizhao.srx` is the same as a file. Patterns are written so that ICU, Java and JavaScript's `u` mode
 * understand them alike, and every repetition that could look far is bounded.
 */
export const duizhaoRules: SrxDocument = {
	segmentSubflows: true,
	cascade: true,
	formatHandles: [
		{ type: "start", include: false },
		{ type: "end", include: true },
		{ type: "isolated", include: true },
	],
	languageRules: [chinese, english, german, romance, spaced],
	maps: [
		{ pattern: "zh(-.*)?", ruleName: chinese.name },
		// A text whose language nobody knows is most often English
		{ pattern: "(en|und|mul)(-.*)?", ruleName: english.name },
		{ pattern: "de(-.*)?", ruleName: german.name },
		{ pattern: "(fr|es|it|pt|ca)(-.*)?", ruleName: romance.name },
		{ pattern: "(?!zh(-|$)).*", ruleName: spaced.name },
	],
};
