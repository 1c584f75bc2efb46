/** What the checks find in a document as it is. */
import type { PassageFindings, WireFindings } from "#lib/core/document/wire.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";
import type { Actor } from "./access.ts";
import { pool } from "./db.ts";
import { everyPassage } from "./every-passage.ts";
import { documentHead } from "./passages.ts";

/** Passages named in one answer: more than anybody works through before asking again. */
const mostPassages = 1_000;

/** Counts everything; names the first passages with what was found in them. */
export async function readFindings(actor: Actor, documentId: string): Promise<WireFindings> {
	const { headNumber, description, sides } = await documentHead(actor, documentId);
	const { sourceLanguage, targetLanguage } = description;
	const check = await loadChecks({ sourceLanguage, targetLanguage, sides });
	const passages: PassageFindings[] = [];
	let [total, found] = [0, 0];
	if (check) {
		for await (const passage of everyPassage(pool(), documentId)) {
			const findings = check(passage);
			if (findings.length === 0) continue;
			total += findings.length;
			found += 1;
			if (passages.length < mostPassages) passages.push({ id: passage.id, index: passage.index, findings });
		}
	}
	return { headNumber, total, passages, more: found - passages.length };
}
