/** Runs the checks that concern a document over its passages. */
import { loadScriptLexicon } from "../scripts/lexicon.ts";
import { noTerms } from "../terms/matcher.ts";
import {
	type Check,
	type CheckedDocument,
	type CheckedPassage,
	type Fault,
	type Finding,
	isMentionCheck,
	type Knowledge,
	type Mention,
	type Tally,
} from "./contract.ts";
import { checks } from "./registry.ts";
import { anyStyle } from "./style-profile.ts";
import { noUsage } from "./usage/usage.ts";

/** What is said, as `findings.failed`, where a check threw. */
export const failed = "failed";

/** What a check that compares passages read in one of them. */
export interface CheckMention extends Mention {
	readonly check: string;
}

/** What the checks see in a passage. */
export interface Look {
	/** Check by check, each in the order of the text. */
	readonly findings: readonly Finding[];
	/** What the passage says that is judged beside what others say. */
	readonly mentions: readonly CheckMention[];
}

export interface Checker {
	/** Checks that want the renderings read by a reader of English. */
	readonly reading: readonly string[];
	look(passage: CheckedPassage): Look;
	/** Null where nothing is wrong with it. */
	judge(mention: CheckMention, tally: Tally): Finding | null;
}

/** Those that need nothing but the passage: what is said in others is compared where all of them are. */
export const withinPassages: readonly Check[] = checks.filter((check) => !isMentionCheck(check));

/** Null where no check concerns the document; then nothing is loaded either. */
export async function loadChecks(
	document: CheckedDocument,
	known: Partial<Knowledge> = {},
	all: readonly Check[] = checks,
): Promise<Checker | null> {
	const concerned = all.filter((check) => check.concerns(document) && (known.lexicon || !check.needsLexicon));
	if (concerned.length === 0) return null;
	const knowledge: Knowledge = {
		scripts: known.scripts ?? (await loadScriptLexicon()),
		terms: known.terms ?? noTerms,
		style: known.style ?? anyStyle,
		words: known.words ?? new Set(),
		usage: known.usage ?? noUsage,
		lexicon: known.lexicon ?? null,
	};
	const compared = new Map(concerned.filter(isMentionCheck).map((check) => [check.id, check]));
	return {
		reading: concerned.filter(({ needsRemarks }) => needsRemarks).map(({ id }) => id),
		look(passage) {
			const findings: Finding[] = [];
			const mentions: CheckMention[] = [];
			for (const check of concerned) {
				try {
					if (isMentionCheck(check))
						mentions.push(...named(check, check.mentions(passage, document, knowledge)));
					else findings.push(...ranked(check, check.checkPassage(passage, document, knowledge)));
				} catch {
					findings.push(...ranked(check, failure(check, passage))); // the others go on
				}
			}
			return { findings, mentions };
		},
		judge(mention, tally) {
			const check = compared.get(mention.check);
			const fault = check?.judge(mention, tally);
			return check && fault ? (ranked(check, [fault])[0] ?? null) : null;
		},
	};
}

const named = ({ id }: Check, mentions: readonly Mention[]): CheckMention[] =>
	mentions.map((mention) => ({ ...mention, check: id }));

const ranked = ({ id, severity }: Check, faults: readonly Fault[]): Finding[] =>
	faults.map((fault) => ({ severity, ...fault, check: id }));

/** A check that throws says so about the passage. */
function failure(check: Check, passage: CheckedPassage): Fault[] {
	const [segment] = [...passage.target, ...passage.source];
	const side = passage.target.length > 0 ? "target" : "source";
	const nowhere = { start: 0, end: 0, values: { check: check.id }, fix: null };
	return segment ? [{ side, segment: segment.id, key: failed, ...nowhere }] : [];
}
