/** Who was called by name and has not looked yet. */
import { mentionedIn } from "#lib/core/comments/mentions.ts";
import type { WireMention, WireMentions } from "#lib/core/comments/wire.ts";
import { type Actor, requireDocument } from "#lib/server/access.ts";
import { pool } from "#lib/server/db.ts";
import { storedThread } from "./read.ts";

/** Mentions in one answer. */
const mostMentions = 50;

interface Line extends Omit<WireMention, "at" | "people"> {
	readonly at: Date;
}

/** Unread mentions of the actor in documents that they may still read, the newest first, one of each thread. */
export async function listMentions(actor: Actor): Promise<WireMentions> {
	const found = await pool().query<Line>(
		`SELECT * FROM (
			SELECT DISTINCT ON (m."documentId", m."threadId") m."projectId", m."documentId", d."title", m."threadId" AS "thread",
				m."number", u."name" AS "by", e."at", e."text"
			FROM "Mention" m
			JOIN "Document" d ON d."id" = m."documentId" AND d."deletedAt" IS NULL
			JOIN "Project" p ON p."id" = d."projectId" AND p."deletedAt" IS NULL
			JOIN "Membership" s ON s."projectId" = p."id" AND s."userId" = m."userId"
			JOIN "CommentEntry" e ON e."documentId" = m."documentId" AND e."number" = m."number"
			JOIN "User" u ON u."id" = e."authorId"
			LEFT JOIN "CommentSeen" seen ON seen."userId" = m."userId" AND seen."documentId" = m."documentId"
				AND seen."threadId" = m."threadId"
			WHERE m."userId" = $1 AND e."authorId" <> $1 AND m."number" > coalesce(seen."number", 0)
				AND NOT EXISTS (SELECT FROM "CommentEntry" x WHERE x."documentId" = m."documentId"
					AND x."threadId" = m."threadId" AND x."kind" = 'delete' AND x."of" = coalesce(e."of", e."number"))
			ORDER BY m."documentId", m."threadId", m."number" DESC
		) AS latest ORDER BY "at" DESC LIMIT ${mostMentions}`,
		[actor.userId],
	);
	const names = await namesIn(found.rows);
	return { mentions: found.rows.map((line) => ({ ...line, at: line.at.toISOString(), people: names })) };
}

async function namesIn(lines: readonly Line[]): Promise<Record<string, string>> {
	const found = await pool().query<{ id: string; name: string }>(
		`SELECT DISTINCT u."id", u."name" FROM "User" u JOIN "Mention" m ON m."userId" = u."id"
		WHERE u."id" = ANY($1) AND m."documentId" = ANY($2)`,
		[lines.flatMap(({ text }) => mentionedIn(text)), lines.map(({ documentId }) => documentId)],
	);
	return Object.fromEntries(found.rows.map(({ id, name }) => [id, name]));
}

/** The actor has read a thread as far as it goes now. */
export async function markSeen(actor: Actor, documentId: string, threadId: string): Promise<void> {
	await requireDocument(actor, documentId, "document.read");
	await storedThread(pool(), documentId, threadId);
	await pool().query(
		`INSERT INTO "CommentSeen" ("userId", "documentId", "threadId", "number")
		SELECT $1, $2, $3, max("number") FROM "CommentEntry" WHERE "documentId" = $2 AND "threadId" = $3
		ON CONFLICT ("userId", "documentId", "threadId") DO UPDATE SET "number" = greatest("CommentSeen"."number", excluded."number")`,
		[actor.userId, documentId, threadId],
	);
}
