/** How far people have seen a document, and what others changed since. */
import { z } from "zod";
import type { WireNews } from "#lib/core/document/wire.ts";
import { type Actor, requireDocument } from "./access.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { besides, wide } from "./later-work.ts";

export const SeenUntil = z.strictObject({ number: z.int().min(0) });
export type SeenUntil = z.infer<typeof SeenUntil>;

/** Names of those who changed something that are told. */
const mostNamed = 3;

/**
 * Revisions after $2 that still make a difference and are not by $3 (null: by anybody): one that was taken back is
 * none, nor is what took it back, unless it took back something from before.
 */
const changing = `SELECT r."number", r."actorId", r."type" FROM "Revision" r
	WHERE r."documentId" = $1 AND r."number" > $2 AND ($3::text IS NULL OR r."actorId" <> $3)
		AND r."type" <> ALL('{${besides.join()}}') AND (r."undoes" IS NULL OR r."undoes" <= $2)
		AND NOT EXISTS (SELECT FROM "Revision" b WHERE b."documentId" = $1 AND b."undoes" = r."number"
			AND NOT EXISTS (SELECT FROM "Revision" c WHERE c."documentId" = $1 AND c."undoes" = b."number"))`;

/** Nothing is news to somebody who was never here. */
export async function newsFor(actor: Actor, documentId: string): Promise<WireNews> {
	await requireDocument(actor, documentId, "document.read");
	const found = await pool().query<{ headNumber: number; number: number | null; at: Date | null }>(
		`SELECT d."headNumber", v."number", v."at" FROM "Document" d
		LEFT JOIN "Visit" v ON v."documentId" = d."id" AND v."userId" = $2 WHERE d."id" = $1`,
		[documentId, actor.userId],
	);
	const { headNumber = 0, number = null, at = null } = found.rows[0] ?? {};
	const none = { headNumber, passages: 0, regrouped: false, people: [] };
	if (number === null || at === null) return { visit: null, ...none };
	const visit = { number, at: at.toISOString() };
	if (number >= headNumber) return { visit, ...none };
	const news = await pool().query<{ passages: number; regrouped: boolean | null; people: string[] | null }>(
		`WITH changing AS (${changing})
		SELECT (SELECT count(DISTINCT s."passageId")::int FROM changing c
				JOIN "RevisionSegment" x ON x."documentId" = $1 AND x."number" = c."number"
				JOIN "Segment" s ON s."documentId" = $1 AND s."id" = x."segmentId") AS "passages",
			(SELECT bool_or(c."type" = ANY($4)) FROM changing c) AS "regrouped",
			(SELECT array_agg(u."name" ORDER BY u."name") FROM "User" u WHERE u."id" IN (SELECT "actorId" FROM changing)) AS "people"`,
		[documentId, number, actor.userId, wide],
	);
	const { passages = 0, regrouped = null, people = null } = news.rows[0] ?? {};
	return {
		visit,
		headNumber,
		passages,
		regrouped: regrouped ?? false,
		people: (people ?? []).slice(0, mostNamed),
	};
}

/** The places of passages that were changed after a revision, in order; `except`: not by this person. */
export async function changedSince(
	documentId: string,
	number: number,
	except: string | null,
): Promise<number[]> {
	const found = await pool().query<{ index: number }>(
		`WITH changing AS (${changing}), touched AS (
			SELECT DISTINCT s."passageId" AS id FROM changing c
			JOIN "RevisionSegment" x ON x."documentId" = $1 AND x."number" = c."number"
			JOIN "Segment" s ON s."documentId" = $1 AND s."id" = x."segmentId" AND s."passageId" IS NOT NULL
		), numbered AS (
			SELECT "id", (row_number() OVER (ORDER BY "rank") - 1)::int AS "index" FROM "Passage" WHERE "documentId" = $1
		)
		SELECT n."index" FROM numbered n JOIN touched t ON t.id = n."id" ORDER BY n."index"`,
		[documentId, number, except],
	);
	return found.rows.map(({ index }) => index);
}

/** Never less far than before: another page of the same person may be behind. */
export async function noteVisit(actor: Actor, documentId: string, { number }: SeenUntil): Promise<void> {
	const { projectId } = await requireDocument(actor, documentId, "document.read");
	const written = await pool().query(
		`INSERT INTO "Visit" ("userId", "documentId", "projectId", "number", "at")
		SELECT $1, $2, $3, $4, now() FROM "Document" WHERE "id" = $2 AND "headNumber" >= $4
		ON CONFLICT ("userId", "documentId")
			DO UPDATE SET "number" = greatest("Visit"."number", excluded."number"), "at" = excluded."at"`,
		[actor.userId, documentId, projectId, number],
	);
	if (written.rowCount === 0) throw new AppError("not-found", "noSuchVersion", { number });
}
