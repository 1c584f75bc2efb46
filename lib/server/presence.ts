/** Who is where in a document. Said every few seconds by every open page, and forgotten soon after. */
import { z } from "zod";
import { type Actor, requireDocument } from "./access.ts";
import { pool } from "./db.ts";
import { announce, people } from "./live/announce.ts";

const Id = z.string().regex(/^[0-9A-Za-z]{1,24}$/);

export const HerePresence = z.strictObject({
	/** Chosen by the page: somebody with two of them is still one person. */
	page: Id,
	passage: Id.nullable(),
	/** The passage's place as the page counts it, for those who have not loaded it. */
	index: z.int().min(0).max(10_000_000).nullable(),
	typing: z.boolean(),
	leaving: z.boolean().optional(),
});
export type HerePresence = z.infer<typeof HerePresence>;

/** Somebody in a document, for the others. */
export interface Present {
	readonly id: string;
	readonly name: string;
	readonly passage: string | null;
	readonly index: number | null;
	readonly typing: boolean;
}

/** Whoever has not been heard of for so long is not there any more. */
export const forgottenAfter = 15; // seconds

export async function notePresence(
	actor: Actor,
	documentId: string,
	{ page, passage, index, typing, leaving }: HerePresence,
): Promise<void> {
	await requireDocument(actor, documentId, "document.read");
	const key = [documentId, actor.userId, page];
	if (leaving) {
		await pool().query(
			`DELETE FROM "Presence" WHERE "documentId" = $1 AND "userId" = $2 AND ("page" = $3 OR "seenAt" < now() - interval '1 minute')`,
			key,
		);
		announce(documentId, people);
		return;
	}
	const found = await pool().query<{ moved: boolean }>(
		`WITH before AS (
			SELECT "passage", "index", "typing" FROM "Presence" WHERE "documentId" = $1 AND "userId" = $2 AND "page" = $3
				AND "seenAt" > now() - make_interval(secs => ${forgottenAfter})
		), written AS (
			INSERT INTO "Presence" AS p ("documentId", "userId", "page", "passage", "index", "typing") VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT ("documentId", "userId", "page") DO UPDATE SET "passage" = $4, "index" = $5, "typing" = $6, "seenAt" = now(),
				"movedAt" = CASE WHEN p."passage" IS DISTINCT FROM $4 OR p."typing" <> $6 THEN now() ELSE p."movedAt" END
		)
		SELECT NOT EXISTS (
			SELECT FROM before WHERE "passage" IS NOT DISTINCT FROM $4 AND "index" IS NOT DISTINCT FROM $5 AND "typing" = $6
		) AS "moved"`,
		[...key, passage, index, typing],
	);
	if (found.rows[0]?.moved) announce(documentId, people);
}

/** Everybody who is in one of these documents and may be, by document; of somebody with two pages the one used last. */
export async function peopleIn(documentIds: readonly string[]): Promise<Map<string, Present[]>> {
	const found = await pool().query<Present & { documentId: string }>(
		`SELECT * FROM (
			SELECT DISTINCT ON (h."documentId", h."userId") h."documentId", h."userId" AS "id", u."name", h."passage", h."index", h."typing"
			FROM "Presence" h
			JOIN "User" u ON u."id" = h."userId" AND u."disabledAt" IS NULL
			JOIN "Document" d ON d."id" = h."documentId"
			JOIN "Membership" m ON m."projectId" = d."projectId" AND m."userId" = h."userId"
			WHERE h."documentId" = ANY($1) AND h."seenAt" > now() - make_interval(secs => ${forgottenAfter})
			ORDER BY h."documentId", h."userId", h."movedAt" DESC
		) AS latest ORDER BY "name", "id"`,
		[documentIds],
	);
	const rooms = new Map<string, Present[]>(documentIds.map((id) => [id, []]));
	for (const { documentId, id, name, passage, index, typing } of found.rows)
		rooms.get(documentId)?.push({ id, name, passage, index, typing });
	return rooms;
}

/** Pages that crashed never said good-bye. */
export async function sweepPresence(): Promise<void> {
	await pool().query(`DELETE FROM "Presence" WHERE "seenAt" < now() - interval '1 minute'`);
}
