/** What a document usually calls things: learned from all of it, kept, and learned again now and then. */
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import type { CheckedPassage } from "#lib/core/qa/contract.ts";
import { noUsage, type Usage } from "#lib/core/qa/usage/usage.ts";
import { pool } from "#lib/server/db.ts";
import { loadPassages } from "./load-passages.ts";
import type { CheckedHead } from "./rules.ts";

/** Revisions after which a document is read anew for it, and after which one that is long for a request is. */
const often = 50;
const seldom = 500;
/** Passages read at once. */
const partSize = 1_000;

interface Kept {
	readonly usage: Usage;
	readonly learned: number;
}

/** `due`: it has to be learned, from more than `most` passages. */
export async function usageFor(
	head: CheckedHead,
	basis: string,
	most: number,
	lexicon: Lexicon | null,
): Promise<{ readonly usage: Usage; readonly due: boolean }> {
	const { id, headNumber } = head;
	const found = await pool().query<Kept>(
		`SELECT "usage", "learned" FROM "CheckedDocument" WHERE "documentId" = $1 AND "basis" = $2`,
		[id, basis],
	);
	const [kept] = found.rows;
	if (kept && headNumber - kept.learned < often) return { usage: kept.usage, due: false };
	if ((await passagesIn(id)) > most)
		return { usage: kept?.usage ?? noUsage, due: !kept || headNumber - kept.learned >= seldom };
	const { learnUsage } = await import("#lib/core/qa/usage/learn-usage.ts");
	const usage = learnUsage(await everyCheckedPassage(head), lexicon);
	const stored = await pool().query<{ usage: Usage }>(
		`INSERT INTO "CheckedDocument" ("documentId", "projectId", "number", "rules", "basis", "learned", "usage")
		VALUES ($1, $2, -1, '', $3, $4, $5)
		ON CONFLICT ("documentId") DO UPDATE SET "basis" = $3, "learned" = $4, "usage" = $5
		RETURNING "usage"`,
		[id, head.projectId, basis, headNumber, JSON.stringify(usage)],
	);
	return { usage: stored.rows[0]?.usage ?? usage, due: false }; // as the database orders it, and so names it
}

export async function passagesIn(documentId: string): Promise<number> {
	const found = await pool().query<{ count: number }>(
		`SELECT count(*)::int AS "count" FROM "Passage" WHERE "documentId" = $1`,
		[documentId],
	);
	return found.rows[0]?.count ?? 0;
}

async function everyCheckedPassage(head: CheckedHead): Promise<CheckedPassage[]> {
	const found = await pool().query<{ id: string }>(
		`SELECT "id" FROM "Passage" WHERE "documentId" = $1 ORDER BY "rank"`,
		[head.id],
	);
	const passages: CheckedPassage[] = [];
	for (let first = 0; first < found.rows.length; first += partSize) {
		const ids = found.rows.slice(first, first + partSize).map(({ id }) => id);
		passages.push(...(await loadPassages(head, ids)).map(({ passage }) => passage));
	}
	return passages;
}
