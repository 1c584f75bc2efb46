/** Looks again at the passages of a document whose content, or whose rules, changed since they were looked at last. */
import type { Counting } from "#lib/core/qa/wire.ts";
import { pool } from "#lib/server/db.ts";
import type { Watch } from "#lib/server/threads/in-thread.ts";
import { forgetGone } from "./keep-looks.ts";
import { lookAt, type NamedChecker } from "./look-at.ts";
import { basisFor, type CheckedHead, type ProjectRules } from "./rules.ts";
import { ofPassage, stamp } from "./stamp.ts";
import { concernedIn } from "./terms-in.ts";
import { passagesIn, usageFor } from "./usage.ts";

/** Passages beyond which a job looks: fewer are looked at while a request waits. */
export const mostAtOnce = 500;
/** Passages between two writes. */
const partSize = 250;

export interface UpToDate {
	/** Null where no check concerns the document. */
	readonly rules: NamedChecker | null;
	/** Null where nothing is left to be looked at. */
	readonly counting: Counting | null;
	/** Passages that were looked at now. */
	readonly looked: number;
}

interface Watched extends Watch {
	/** Where more have to be looked at, none is. */
	readonly most?: number;
	/** What the documents of the project share, where it is known. */
	readonly shared?: ProjectRules;
}

/** Safe to run twice, and by two at once. */
export async function bringUpToDate(
	head: CheckedHead,
	{ most = Number.POSITIVE_INFINITY, shared, progress, signal }: Watched = {},
): Promise<UpToDate> {
	const basis = await basisFor(head, shared);
	const { usage, due } = await usageFor(head, basis.name, most, basis.lexicon);
	const rules = await basis.rulesBy(usage);
	if (!rules) return { rules: null, counting: null, looked: 0 };
	const { name } = rules;
	const counting = async (left: number) => ({ left, total: await passagesIn(head.id) });
	if (due) return { rules, counting: await counting(await passagesIn(head.id)), looked: 0 };
	const since = await changedSince(head, name);
	if (since?.length === 0) return { rules, counting: null, looked: 0 };
	const stale = await staleIn(head, name, since);
	if (stale.length > most) return { rules, counting: await counting(stale.length), looked: 0 };
	let looked = 0;
	for (let first = 0; first < stale.length; first += partSize) {
		const part = await concernedIn(head, rules, stale.slice(first, first + partSize));
		if (part.length > 0) await lookAt(head, rules, part, { signal });
		looked += part.length;
		progress?.(Math.min(first + partSize, stale.length), stale.length);
		signal?.throwIfAborted();
	}
	if (!since) await forgetGone(head);
	await know(head, name);
	return { rules, counting: null, looked };
}

/** Operations that concern just the passages of the segments in whose histories they are; none of these leaves or comes. */
const local = ["edit", "rewrite", "confirm", "withdraw", "assert", "label"];
/** Revisions beyond which all passages are looked through at once. */
const mostRevisions = 200;

/** Passages that may have changed since the document was looked at by these rules; null: any of them. */
async function changedSince({ id, headNumber }: CheckedHead, rules: string): Promise<string[] | null> {
	const known = await pool().query<{ number: number }>(
		`SELECT "number" FROM "CheckedDocument" WHERE "documentId" = $1 AND "rules" = $2`,
		[id, rules],
	);
	const number = known.rows[0]?.number;
	if (number === undefined || headNumber - number > mostRevisions) return null;
	if (number >= headNumber) return [];
	const found = await pool().query<{ local: boolean; passages: string[] }>(
		`WITH since AS (SELECT "number", "type" FROM "Revision" WHERE "documentId" = $1 AND "number" > $2)
		SELECT (SELECT coalesce(bool_and("type" = ANY($3)), false) FROM since) AS "local", ARRAY(
			SELECT DISTINCT s."passageId" FROM since r
			JOIN "RevisionSegment" x ON x."documentId" = $1 AND x."number" = r."number"
			JOIN "Segment" s ON s."documentId" = $1 AND s."id" = x."segmentId" WHERE s."passageId" IS NOT NULL
		) AS "passages"`,
		[id, number, local],
	);
	const [line] = found.rows;
	return line?.local && line.passages.length > 0 ? line.passages : null;
}

/** Of the rules that the document taught last: what others looked at by others meanwhile is looked at again. */
async function know({ id, headNumber }: CheckedHead, rules: string): Promise<void> {
	await pool().query(
		`UPDATE "CheckedDocument" SET "rules" = $3,
			"number" = CASE WHEN "rules" = $3 THEN greatest("number", $2) ELSE $2 END WHERE "documentId" = $1`,
		[id, headNumber, rules],
	);
}

/** `among`: of these passages, or of all. */
async function staleIn(
	{ id }: CheckedHead,
	rules: string,
	among: readonly string[] | null,
): Promise<string[]> {
	const found = await pool().query<{ id: string }>({
		name: among ? "few-passages-to-look-at" : "passages-to-look-at",
		text: `SELECT now."id" FROM (
				SELECT p."id", p."rank", ${stamp} AS "stamp" FROM "Passage" p JOIN ${ofPassage}
				WHERE p."documentId" = $1 ${among ? `AND p."id" = ANY($3)` : ""} GROUP BY p."documentId", p."id"
			) AS now LEFT JOIN "CheckedPassage" c ON c."documentId" = $1 AND c."passageId" = now."id"
			WHERE c."stamp" IS DISTINCT FROM now."stamp" OR c."rules" <> $2 ORDER BY now."rank"`,
		values: among ? [id, rules, among] : [id, rules],
	});
	return found.rows.map((line) => line.id);
}
