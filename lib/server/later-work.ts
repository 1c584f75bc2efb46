/** Who changed what somebody is about to take back or to bring back. */
import type { ClientBase } from "pg";
import type { OperationType } from "#lib/core/document/operations/registry.ts";

export interface LaterRevision {
	readonly number: number;
	readonly type: string;
	readonly name: string;
	/** ISO 8601. */
	readonly at: string;
}

/** They change the pairing of more segments than their revision is listed under. */
export const wide = [
	"shift",
	"realign",
	"attach",
	"detach",
	"update",
] as const satisfies readonly OperationType[];
/** They leave every passage the segments that it has. */
const wording = ["edit", "rewrite", "paragraph", "fill", "clear"] as const satisfies readonly OperationType[];
/** They state something, or say something of the document: no text and no pairing depends on them. */
export const besides = [
	"confirm",
	"assert",
	"withdraw",
	"affirm",
	"disavow",
	"label",
	"describe",
	"origin",
] as const satisfies readonly OperationType[];

/**
 * The first revision after a number that touched one of the segments, or that moved whole sides; of `grouping` only
 * what changed the pairing counts. One that was taken back, and what took it back, do not count. Null: there is none.
 */
export async function laterRevision(
	client: Pick<ClientBase, "query">,
	documentId: string,
	after: number,
	segments: readonly string[],
	grouping = false,
): Promise<LaterRevision | null> {
	const found = await client.query<{ number: number; type: string; name: string; at: Date }>(
		`SELECT r."number", r."type", u."name", r."at" FROM "Revision" r JOIN "User" u ON u."id" = r."actorId"
		WHERE r."documentId" = $1 AND r."number" > $2 AND r."type" <> ALL($5) AND (r."type" = ANY($4) OR EXISTS (
			SELECT FROM "RevisionSegment" s WHERE s."documentId" = $1 AND s."number" = r."number" AND s."segmentId" = ANY($3)))
			AND NOT EXISTS (SELECT FROM "Revision" b WHERE b."documentId" = $1 AND b."undoes" = r."number")
			AND (r."undoes" IS NULL OR r."undoes" <= $2)
		ORDER BY r."number" LIMIT 1`,
		[documentId, after, segments, wide, grouping ? [...besides, ...wording] : besides],
	);
	const [line] = found.rows;
	return line ? { ...line, at: line.at.toISOString() } : null;
}
