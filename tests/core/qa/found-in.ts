import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import { checkAll } from "#lib/core/qa/check-all.ts";
import type { Check, CheckedPassage, Finding } from "#lib/core/qa/contract.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";
import { learnUsage } from "#lib/core/qa/usage/learn-usage.ts";

export const pair = (source: string, target: string, id = "p"): CheckedPassage => ({
	id,
	source: source === "" ? [] : [{ id: `${id}-s`, text: source }],
	target: target === "" ? [] : [{ id: `${id}-t`, text: target }],
});

/** What one check finds in pairs that are a document, read as a whole before. */
export async function foundIn(
	check: Check,
	pairs: readonly (readonly [source: string, target: string])[],
	lexicon: Lexicon | null = null,
): Promise<Finding[][]> {
	const passages = pairs.map(([source, target], at) => pair(source, target, String(at)));
	const sides = { source: pairs.some(([source]) => source !== ""), target: true };
	const usage = learnUsage(passages, lexicon);
	const checker = await loadChecks(
		{ sourceLanguage: "zh-Hans", targetLanguage: "en", sides },
		{ usage, lexicon },
		[check],
	);
	return checker ? checkAll(checker, passages) : pairs.map(() => []);
}
