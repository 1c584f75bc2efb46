import { expect } from "vitest";
import type {
	CheckedDocument,
	CheckedPassage,
	Fault,
	Knowledge,
	PassageCheck,
} from "#lib/core/qa/contract.ts";
import { anyStyle } from "#lib/core/qa/style-profile.ts";
import { noUsage } from "#lib/core/qa/usage/usage.ts";
import { loadScriptLexicon } from "#lib/core/scripts/lexicon.ts";
import { noTerms } from "#lib/core/terms/matcher.ts";

const both: CheckedDocument = {
	sourceLanguage: "zh-Hans",
	targetLanguage: "en",
	sides: { source: true, target: true },
};

const plain: Knowledge = {
	scripts: await loadScriptLexicon(),
	terms: noTerms,
	style: anyStyle,
	usage: noUsage,
	words: new Set(),
	lexicon: null,
};

interface Around {
	readonly passage?: Partial<CheckedPassage>;
	readonly document?: Partial<CheckedDocument>;
	readonly knowledge?: Partial<Knowledge>;
}

/** What a check says of a pair of texts; an empty text is a side without segments. */
export function look(check: PassageCheck, source: string, target: string, around: Around = {}): Fault[] {
	const passage: CheckedPassage = {
		id: "p",
		source: source ? [{ id: "s", text: source }] : [],
		target: target ? [{ id: "t", text: target }] : [],
		...around.passage,
	};
	const faults = check.checkPassage(
		passage,
		{ ...both, ...around.document },
		{ ...plain, ...around.knowledge },
	);
	for (const { side, segment, start, end, fix, values } of faults) {
		const text = passage[side].find(({ id }) => id === segment)?.text ?? "";
		// Whoever applies a fix compares what is there with what was found.
		if (fix !== null) expect(values["found"]).toBe(text.slice(start, end));
	}
	return faults;
}

/** “key [found] → fix”, with where it is when the severity is not the check's. */
export function told(faults: readonly Fault[], text: string): string[] {
	return faults.map(({ key, start, end, fix, severity }) => {
		const found = `${key} [${text.slice(start, end)}]${fix === null ? "" : ` → [${fix}]`}`;
		return severity ? `${severity} ${found}` : found;
	});
}

/** The text with everything corrected that has a correction. */
export function corrected(text: string, faults: readonly Fault[]): string {
	return faults
		.toSorted((a, b) => b.start - a.start)
		.reduce(
			(whole, { start, end, fix }) => (fix === null ? whole : whole.slice(0, start) + fix + whole.slice(end)),
			text,
		);
}
