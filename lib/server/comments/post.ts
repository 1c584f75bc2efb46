/** Saying something about a passage, and answering. */
import type { PoolClient } from "pg";
import { nearestOccurrence } from "#lib/core/anchor/locate.ts";
import type { WholeThread, WholeThreads } from "#lib/core/comments/wire.ts";
import { type Actor, requireDocument } from "#lib/server/access.ts";
import { AppError } from "#lib/server/errors.ts";
import { newId } from "#lib/server/new-id.ts";
import { insertEntry, insertThread, lockComments, type NewThread, spoken } from "./append.ts";
import type { CommentedOn, PostComment, PostEntry } from "./input.ts";
import { oneThread } from "./read.ts";

/** Begins a thread. Answers it as it is now. */
export async function postComment(
	actor: Actor,
	documentId: string,
	{ key, on, text }: PostComment,
): Promise<WholeThreads> {
	const access = await requireDocument(actor, documentId, "comment");
	return await spoken(access, async (client) => {
		const { place, repeated } = await lockComments(client, actor, access, key);
		if (repeated !== null) return await oneThread(client, actor, documentId, repeated);
		const thread = await anchored(client, documentId, on);
		await insertThread(client, place, { ...thread, kind: "comment" });
		await insertEntry(client, actor, place, key, { threadId: thread.id, kind: "comment", text });
		return await oneThread(client, actor, documentId, thread.id);
	});
}

/** Answers in a thread, closes or opens it, words one's own comment anew or deletes it. */
export async function postEntry(
	actor: Actor,
	documentId: string,
	threadId: string,
	input: PostEntry,
): Promise<WholeThreads> {
	const access = await requireDocument(actor, documentId, "comment");
	return await spoken(access, async (client) => {
		const { place, repeated } = await lockComments(client, actor, access, input.key);
		if (repeated !== null) return await oneThread(client, actor, documentId, repeated);
		const { threads } = await oneThread(client, actor, documentId, threadId);
		requirePossible(actor, threads[0], input);
		const { key, kind, ...rest } = input;
		await insertEntry(client, actor, place, key, { threadId, kind, ...rest });
		return await oneThread(client, actor, documentId, threadId);
	});
}

function requirePossible(actor: Actor, thread: WholeThread | undefined, input: PostEntry): void {
	if (!thread) throw new AppError("not-found", "notFound");
	if (input.kind === "edit" || input.kind === "delete") {
		const entry = thread.entries.find(({ number }) => number === input.of);
		if (!entry || entry.deleted || entry.text === null) throw new AppError("not-found", "notFound");
		if (entry.author.id !== actor.userId) throw new AppError("forbidden", "forbidden");
		// What somebody else wrote in a file stays as they wrote it.
		if (input.kind === "edit" && entry.from) throw new AppError("forbidden", "forbidden");
		const decided = thread.state === "accepted" || thread.state === "rejected";
		if (entry.kind === "suggest" && (input.kind === "edit" || decided))
			throw new AppError("refused", "suggestionDecided");
	}
	const wanted = { resolve: "open", reopen: "resolved" } as const;
	if ((input.kind === "resolve" || input.kind === "reopen") && thread.state !== wanted[input.kind])
		throw new AppError("refused", "refusals.nothing-changed");
}

type Anchored = Omit<NewThread, "kind">;

export interface SegmentLine {
	readonly id: string;
	readonly side: "source" | "target";
	readonly version: number;
	readonly text: string;
	readonly passageId: string | null;
}

/** What a person points at, held against the text as it is now. */
export async function anchored(client: PoolClient, documentId: string, on: CommentedOn): Promise<Anchored> {
	if (on.segment === null) return await onPassage(client, documentId, on.passage, on.side);
	const segment = await segmentNow(client, documentId, on.segment);
	const { id: segmentId, side, version, text, passageId } = segment;
	const base = { id: newId(), passageId: passageId ?? on.passage, side, segmentId, version, text };
	if (on.span === null) return { ...base, about: "segment", span: null, quote: text };
	const { start, end, quote } = on.span;
	if (start < end && text.slice(start, end) === quote)
		return { ...base, about: "span", span: { start, end }, quote };
	const at = nearestOccurrence(text, quote, start);
	// The words are gone already: what was said about them is kept all the same.
	if (at === null) return { ...base, about: "segment", span: null, quote };
	return { ...base, about: "span", span: { start: at, end: at + quote.length }, quote };
}

/** A passage whose side is empty is followed by a text across from it. */
export async function onPassage(
	client: PoolClient,
	documentId: string,
	passageId: string,
	side: "source" | "target",
): Promise<Anchored> {
	const found = await client.query<SegmentLine>(
		`SELECT "id", "side", "version", "text", "passageId" FROM "Segment"
		WHERE "documentId" = $1 AND "passageId" = $2 ORDER BY "side", "rank" LIMIT 1`,
		[documentId, passageId],
	);
	const [across] = found.rows;
	if (!across) throw new AppError("refused", "refusals.row-changed");
	const { id: segmentId, version } = across;
	const about = "passage" as const;
	return { id: newId(), about, passageId, side, segmentId, version, text: "", span: null, quote: "" };
}

/** The segment as it is. One that was joined to another is found there. */
export async function segmentNow(
	client: PoolClient,
	documentId: string,
	segmentId: string,
): Promise<SegmentLine> {
	const found = await client.query<SegmentLine>(
		`WITH RECURSIVE family("id", "depth") AS (
			SELECT $2::text, 0
			UNION
			SELECT l."toId", f."depth" + 1 FROM family f JOIN "Lineage" l ON l."documentId" = $1 AND l."fromId" = f."id"
			WHERE f."depth" < 20
		)
		SELECT s."id", s."side", s."version", s."text", s."passageId" FROM family f
		JOIN "Segment" s ON s."documentId" = $1 AND s."id" = f."id" WHERE s."passageId" IS NOT NULL
		ORDER BY f."depth" LIMIT 1`,
		[documentId, segmentId],
	);
	const [segment] = found.rows;
	if (!segment) throw new AppError("refused", "refusals.segment-gone");
	return segment;
}
