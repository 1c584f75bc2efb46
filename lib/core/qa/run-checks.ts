/** Runs the checks that concern a document over its passages. */
import { loadScriptLexicon } from "../scripts/lexicon.ts";
import type { Check, CheckedDocument, CheckedPassage, Fault, Finding, Knowledge } from "./contract.ts";
import { checks } from "./registry.ts";

/** What is said, as `findings.failed`, where a check threw. */
export const failed = "failed";

export type CheckPassage = (passage: CheckedPassage) => Finding[];

/** Null where no check concerns the document; then nothing is loaded either. */
export async function loadChecks(
	document: CheckedDocument,
	all: readonly Check[] = checks,
): Promise<CheckPassage | null> {
	const concerned = all.filter((check) => check.concerns(document));
	if (concerned.length === 0) return null;
	const knowledge: Knowledge = { scripts: await loadScriptLexicon() };
	return (passage) => concerned.flatMap((check) => findingsOf(check, passage, document, knowledge));
}

/** In the order of the text. */
function findingsOf(
	check: Check,
	passage: CheckedPassage,
	document: CheckedDocument,
	knowledge: Knowledge,
): Finding[] {
	const { id, severity } = check;
	return faultsOf(check, passage, document, knowledge).map((fault) => ({ severity, ...fault, check: id }));
}

/** A check that throws says so about the passage; the others go on. */
function faultsOf(
	check: Check,
	passage: CheckedPassage,
	document: CheckedDocument,
	knowledge: Knowledge,
): Fault[] {
	try {
		return check.checkPassage(passage, document, knowledge);
	} catch {
		const [segment] = [...passage.target, ...passage.source];
		const side = passage.target.length > 0 ? "target" : "source";
		const nowhere = { start: 0, end: 0, values: { check: check.id }, fix: null };
		return segment ? [{ side, segment: segment.id, key: failed, ...nowhere }] : [];
	}
}
