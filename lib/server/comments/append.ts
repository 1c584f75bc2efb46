/** Writes threads and their entries. Nothing here is ever changed; numbers are given under a lock of their own. */
import type { PoolClient } from "pg";
import { mentionedIn } from "#lib/core/comments/mentions.ts";
import type { EntryKind } from "#lib/core/comments/thread.ts";
import type { Side } from "#lib/core/document/model.ts";
import type { Actor } from "#lib/server/access.ts";
import { AppError } from "#lib/server/errors.ts";
import { announce, comments } from "#lib/server/live/announce.ts";
import { inTransaction } from "#lib/server/revision-log/transaction.ts";

export interface Numbered {
	readonly documentId: string;
	readonly projectId: string;
	/** The number that the next entry gets. */
	readonly number: number;
}

/**
 * Locks the document's numbering of entries. Answers the thread of the entry that the same request wrote before,
 * where it is a repeat.
 */
export async function lockComments(
	client: PoolClient,
	actor: Actor,
	{ documentId, projectId }: Omit<Numbered, "number">,
	key: string,
): Promise<{ place: Numbered; repeated: string | null }> {
	const locked = await client.query<{ number: number }>(
		`INSERT INTO "CommentHead" ("documentId", "number") VALUES ($1, 1)
		ON CONFLICT ("documentId") DO UPDATE SET "number" = "CommentHead"."number" + 1 RETURNING "number"`,
		[documentId],
	);
	const before = await client.query<{ threadId: string }>(
		`SELECT "threadId" FROM "CommentEntry" WHERE "documentId" = $1 AND "authorId" = $2 AND "requestKey" = $3`,
		[documentId, actor.userId, key],
	);
	const number = locked.rows[0]?.number;
	if (number === undefined) throw new AppError("not-found", "notFound");
	return { place: { documentId, projectId, number }, repeated: before.rows[0]?.threadId ?? null };
}

/** A transaction in which somebody says something; whoever has the document open is told of it afterwards. */
export async function spoken<Result>(
	{ documentId }: Pick<Numbered, "documentId">,
	work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
	const result = await inTransaction(work);
	announce(documentId, comments);
	return result;
}

export interface NewThread {
	readonly id: string;
	readonly kind: "comment" | "suggestion";
	readonly about: "span" | "segment" | "passage";
	readonly passageId: string;
	readonly side: Side;
	readonly segmentId: string;
	readonly version: number;
	readonly text: string;
	readonly span: { readonly start: number; readonly end: number } | null;
	readonly quote: string;
}

/** Begins a thread; its first entry follows. */
export async function insertThread(client: PoolClient, place: Numbered, thread: NewThread): Promise<void> {
	await client.query(
		`INSERT INTO "CommentThread" ("documentId", "projectId", "number", "id", "kind", "about", "passageId", "side",
			"segmentId", "version", "text", "start", "end", "quote", "head")
		SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "headNumber" FROM "Document" WHERE "id" = $1`,
		[
			place.documentId,
			place.projectId,
			place.number,
			thread.id,
			thread.kind,
			thread.about,
			thread.passageId,
			thread.side,
			thread.segmentId,
			thread.version,
			thread.text,
			thread.span?.start ?? null,
			thread.span?.end ?? null,
			thread.quote,
		],
	);
}

export interface NewEntry {
	readonly threadId: string;
	readonly kind: EntryKind;
	readonly text?: string;
	readonly of?: number;
	readonly revision?: number;
}

/** Adds what somebody says or does, and whom of the project they mention. */
export async function insertEntry(
	client: PoolClient,
	actor: Actor,
	place: Numbered,
	key: string,
	{ threadId, kind, text, of, revision }: NewEntry,
): Promise<void> {
	const { documentId, projectId, number } = place;
	await client.query(
		`INSERT INTO "CommentEntry" ("documentId", "projectId", "number", "threadId", "kind", "authorId", "text", "of", "revision", "requestKey", "at")
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`,
		[
			documentId,
			projectId,
			number,
			threadId,
			kind,
			actor.userId,
			text ?? null,
			of ?? null,
			revision ?? null,
			key,
		],
	);
	const mentioned = kind === "comment" || kind === "edit" ? mentionedIn(text ?? "") : [];
	if (mentioned.length === 0) return;
	await client.query(
		`INSERT INTO "Mention" ("documentId", "projectId", "number", "threadId", "userId")
		SELECT $1, $2, $3, $4, "userId" FROM "Membership" WHERE "projectId" = $2 AND "userId" = ANY($5)`,
		[documentId, projectId, number, threadId, mentioned],
	);
}
