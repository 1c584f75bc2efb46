/** Has only those passages looked at again that another glossary can concern. */
import { createHash } from "node:crypto";
import type { CheckedPassage } from "#lib/core/qa/contract.ts";
import type { TermMatcher } from "#lib/core/terms/matcher.ts";
import { pool } from "#lib/server/db.ts";
import { loadPassages } from "./load-passages.ts";
import { type CheckedHead, exceptGlossary, type Rules } from "./rules.ts";

/**
 * Names all that a glossary can tell the checks of a passage: they ask it about the texts of segments, sources on their
 * side and renderings on theirs. Where this is the same, so is what they find; nothing found is as no glossary.
 */
export function termsIn({ source, target }: CheckedPassage, terms: TermMatcher): string {
	const told = [
		source.map(({ text }) => [terms.inSource(text), terms.allInSource(text)]),
		target.map(({ text }) => [terms.inTarget(text), terms.allInTarget(text)]),
	];
	return createHash("md5").update(JSON.stringify(told)).digest("hex");
}

/** Of these passages those in which the glossary finds something else than the one that they were looked at with. */
export async function concernedIn(
	head: CheckedHead,
	{ name, terms }: Pick<Rules, "name" | "terms">,
	passages: readonly string[],
): Promise<string[]> {
	const others = exceptGlossary(name);
	const found = await pool().query<{ passageId: string }>(
		`SELECT "passageId" FROM "CheckedPassage"
		WHERE "documentId" = $1 AND "passageId" = ANY($2) AND starts_with("rules", $3)`,
		[head.id, passages, others],
	);
	const looked = found.rows.map(({ passageId }) => passageId);
	if (looked.length === 0) return [...passages];
	const lines = (await loadPassages(head, looked)).map(({ stamp, passage }) => ({
		id: passage.id,
		stamp,
		terms: termsIn(passage, terms),
	}));
	const same = await pool().query<{ passageId: string }>(
		`UPDATE "CheckedPassage" c SET "rules" = $2 FROM jsonb_to_recordset($3) AS line(id text, stamp text, terms text)
		WHERE c."documentId" = $1 AND c."passageId" = line.id AND c."stamp" = line.stamp AND c."terms" = line.terms
			AND starts_with(c."rules", $4) RETURNING c."passageId"`,
		[head.id, name, JSON.stringify(lines), others],
	);
	const unconcerned = new Set(same.rows.map(({ passageId }) => passageId));
	return passages.filter((id) => !unconcerned.has(id));
}
