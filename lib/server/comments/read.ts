/** Reading a document's threads, each where its text is now. */
import type { ClientBase } from "pg";
import { readEntries, type StoredEntry, stateOf } from "#lib/core/comments/thread.ts";
import type { WholeThread, WholeThreads, WireThread, WireThreads } from "#lib/core/comments/wire.ts";
import { type Actor, requireDocument } from "#lib/server/access.ts";
import { pool } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { resolveAnchors, type StoredAnchor } from "./anchors.ts";
import { maxThreads, type ThreadsQuery } from "./input.ts";

type Client = Pick<ClientBase, "query">;

/** Characters of a comment in a list. */
const excerptLength = 200;

export interface StoredThread extends StoredAnchor {
	readonly kind: "comment" | "suggestion";
	readonly number: number;
}

const columns = `t."id", t."kind", t."number", t."about", t."passageId", t."side", t."segmentId", t."version", t."text",
	t."start", t."end", t."quote", t."head"`;

/** The last entry that closes or opens a thread leaves it open. */
const isOpen = `coalesce((SELECT e."kind" FROM "CommentEntry" e WHERE e."documentId" = t."documentId" AND e."threadId" = t."id"
	AND e."kind" IN ('resolve', 'reopen', 'accept', 'reject') ORDER BY e."number" DESC LIMIT 1), 'reopen') = 'reopen'`;

/** The newest threads first, without what was said in them; open ones unless `which` is "all". */
export async function listThreads(
	actor: Actor,
	documentId: string,
	{ before, which = "open", limit = maxThreads }: ThreadsQuery,
): Promise<WireThreads> {
	await requireDocument(actor, documentId, "document.read");
	const found = await pool().query<StoredThread>(
		`SELECT ${columns} FROM "CommentThread" t WHERE t."documentId" = $1 AND ($2::int IS NULL OR t."number" < $2)
			AND ($3 OR ${isOpen}) ORDER BY t."number" DESC LIMIT $4`,
		[documentId, before ?? null, which === "all", limit],
	);
	const { threads, ...rest } = await wholeThreads(pool(), actor, documentId, found.rows);
	return {
		...rest,
		threads: threads.map(lightOf).filter(({ state }) => state !== "withdrawn"),
		next: found.rows.length === limit ? (found.rows.at(-1)?.number ?? null) : null,
	};
}

const lightOf = ({ entries: _, base: __, ...thread }: WholeThread): WireThread => thread;

/**
 * All threads of a document with everything said in them, where their texts are now: for exports that carry
 * comments. In the order in which they were begun.
 */
export async function everyThread(actor: Actor, documentId: string): Promise<WholeThreads> {
	await requireDocument(actor, documentId, "document.read");
	const found = await pool().query<StoredThread>(
		`SELECT ${columns} FROM "CommentThread" t WHERE t."documentId" = $1 ORDER BY t."number"`,
		[documentId],
	);
	return await wholeThreads(pool(), actor, documentId, found.rows);
}

/** The threads whose text is in a passage now, and those begun there whose text is nowhere. */
export async function threadsOfPassage(
	actor: Actor,
	documentId: string,
	passageId: string,
): Promise<WholeThreads> {
	await requireDocument(actor, documentId, "document.read");
	const found = await pool().query<StoredThread>(
		`WITH RECURSIVE family("id") AS (
			SELECT "id" FROM "Segment" WHERE "documentId" = $1 AND "passageId" = $2
			UNION
			SELECT l."fromId" FROM family f JOIN "Lineage" l ON l."documentId" = $1 AND l."toId" = f."id"
		)
		SELECT ${columns} FROM "CommentThread" t
		WHERE t."documentId" = $1 AND (t."passageId" = $2 OR t."segmentId" IN (SELECT "id" FROM family))
		ORDER BY t."number"`,
		[documentId, passageId],
	);
	const read = await wholeThreads(pool(), actor, documentId, found.rows);
	const here = read.threads.filter(({ anchor }) => anchor === null || anchor.passage === passageId);
	return { ...read, threads: here.filter(({ state }) => state !== "withdrawn") };
}

/** One thread. */
export async function readThread(actor: Actor, documentId: string, threadId: string): Promise<WholeThreads> {
	await requireDocument(actor, documentId, "document.read");
	return await oneThread(pool(), actor, documentId, threadId);
}

/** The same for whoever has asked already whether they may, in a transaction of theirs. */
export async function oneThread(
	client: Client,
	actor: Actor,
	documentId: string,
	threadId: string,
): Promise<WholeThreads> {
	return await wholeThreads(client, actor, documentId, [await storedThread(client, documentId, threadId)]);
}

export async function storedThread(
	client: Client,
	documentId: string,
	threadId: string,
): Promise<StoredThread> {
	const found = await client.query<StoredThread>(
		`SELECT ${columns} FROM "CommentThread" t WHERE t."documentId" = $1 AND t."id" = $2`,
		[documentId, threadId],
	);
	const [thread] = found.rows;
	if (!thread) throw new AppError("not-found", "notFound");
	return thread;
}

async function wholeThreads(
	client: Client,
	actor: Actor,
	documentId: string,
	stored: readonly StoredThread[],
): Promise<WholeThreads> {
	const ids = stored.map(({ id }) => id);
	const [entries, anchors, mentions, head] = await Promise.all([
		entriesOf(client, documentId, ids),
		resolveAnchors(client, documentId, stored),
		mentionsIn(client, documentId, ids),
		client.query<{ number: number }>(`SELECT "number" FROM "CommentHead" WHERE "documentId" = $1`, [
			documentId,
		]),
	]);
	const threads = stored.map((thread): WholeThread => {
		const said = entries.get(thread.id) ?? [];
		const mentionsMe = mentions.some((one) => one.threadId === thread.id && one.userId === actor.userId);
		return wholeOf(thread, said, { anchor: anchors.get(thread.id) ?? null, actor, mentionsMe });
	});
	return {
		number: head.rows[0]?.number ?? 0,
		threads,
		people: Object.fromEntries(mentions.map(({ userId, name }) => [userId, name])),
	};
}

function wholeOf(
	thread: StoredThread,
	stored: readonly StoredEntry[],
	known: {
		readonly anchor: WholeThread["anchor"];
		readonly actor: Actor;
		readonly mentionsMe: boolean;
	},
): WholeThread {
	const entries = readEntries(stored);
	const [first] = entries;
	if (!first) throw new Error(`the thread ${thread.id} has no entry`);
	const { id, kind, number, quote } = thread;
	const text = first.text ?? entries.find(({ text: said }) => said !== null)?.text ?? "";
	return {
		id,
		kind,
		state: stateOf(entries),
		number,
		last: stored.at(-1)?.number ?? number,
		author: first.author,
		at: first.at,
		anchor: known.anchor,
		quote,
		excerpt: kind === "suggestion" ? text : shortened(text),
		comments: entries.filter((entry) => entry.kind === "comment" && !entry.deleted).length,
		mine: first.author.id === known.actor.userId,
		mentionsMe: known.mentionsMe,
		entries,
		base: kind === "suggestion" ? thread.text : null,
		...(first.from && { from: first.from }),
	};
}

const shortened = (text: string) =>
	text.length <= excerptLength ? text : `${[...text].slice(0, excerptLength).join("")}…`;

interface EntryLine extends Omit<StoredEntry, "at" | "author" | "from"> {
	readonly threadId: string;
	readonly authorId: string;
	readonly name: string;
	readonly at: Date;
	readonly fileName: string | null;
	readonly writer: string | null;
	readonly writtenAt: Date | null;
}

async function entriesOf(
	client: Client,
	documentId: string,
	threads: readonly string[],
): Promise<Map<string, StoredEntry[]>> {
	const found = await client.query<EntryLine>(
		`SELECT e."threadId", e."number", e."kind", e."authorId", u."name", e."at", e."text", e."of", e."revision",
			e."fileName", e."writer", e."writtenAt"
		FROM "CommentEntry" e JOIN "User" u ON u."id" = e."authorId"
		WHERE e."documentId" = $1 AND e."threadId" = ANY($2) ORDER BY e."number"`,
		[documentId, threads],
	);
	const entries = new Map<string, StoredEntry[]>();
	for (const { threadId, authorId, name, at, fileName, writer, writtenAt, ...entry } of found.rows) {
		const list = entries.get(threadId) ?? [];
		const from = fileName !== null && {
			from: { file: fileName, name: writer, at: writtenAt?.toISOString() ?? null },
		};
		list.push({ ...entry, author: { id: authorId, name }, at: at.toISOString(), ...from });
		entries.set(threadId, list);
	}
	return entries;
}

/** Who is mentioned, by the name they have now, whether or not they are still of the project. */
async function mentionsIn(
	client: Client,
	documentId: string,
	threads: readonly string[],
): Promise<{ threadId: string; userId: string; name: string }[]> {
	const found = await client.query<{ threadId: string; userId: string; name: string }>(
		`SELECT DISTINCT m."threadId", m."userId", u."name" FROM "Mention" m JOIN "User" u ON u."id" = m."userId"
		WHERE m."documentId" = $1 AND m."threadId" = ANY($2)`,
		[documentId, threads],
	);
	return found.rows;
}
