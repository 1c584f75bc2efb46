/** Wordings that somebody suggests, and what those who may edit make of them. */
import type { PoolClient } from "pg";
import type { WholeThread, WholeThreads } from "#lib/core/comments/wire.ts";
import { mergeTexts } from "#lib/core/diff/merge.ts";
import type { Refusal } from "#lib/core/document/operations/contract.ts";
import { type Operation, PostedOperation } from "#lib/core/document/operations/registry.ts";
import { type Actor, requireDocument } from "#lib/server/access.ts";
import { AppError } from "#lib/server/errors.ts";
import { announce, comments } from "#lib/server/live/announce.ts";
import { newId } from "#lib/server/new-id.ts";
import { appendOperation } from "#lib/server/revision-log/append.ts";
import { type Head, onDocument } from "#lib/server/revision-log/transaction.ts";
import { insertEntry, insertThread, lockComments, spoken } from "./append.ts";
import type { DecideSuggestion, PostSuggestion } from "./input.ts";
import { onPassage, segmentNow } from "./post.ts";
import { oneThread } from "./read.ts";

/** Answers the suggestion's thread. */
export async function postSuggestion(
	actor: Actor,
	documentId: string,
	input: PostSuggestion,
): Promise<WholeThreads> {
	const access = await requireDocument(actor, documentId, "suggest");
	return await spoken(access, async (client) => {
		const { place, repeated } = await lockComments(client, actor, access, input.key);
		if (repeated !== null) return await oneThread(client, actor, documentId, repeated);
		const thread = await suggestedFor(client, documentId, input);
		if (thread.text === input.text) throw new AppError("refused", "refusals.nothing-changed");
		await insertThread(client, place, { ...thread, kind: "suggestion" });
		await insertEntry(client, actor, place, input.key, {
			threadId: thread.id,
			kind: "suggest",
			text: input.text,
		});
		return await oneThread(client, actor, documentId, thread.id);
	});
}

/** The text that the person started from is the base, also where the text has moved on since. */
async function suggestedFor(client: PoolClient, documentId: string, input: PostSuggestion) {
	if (input.segment === null) return await onPassage(client, documentId, input.passage, "target");
	const segment = await segmentNow(client, documentId, input.segment);
	if (segment.side !== "target") throw new AppError("forbidden", "forbidden");
	const now = segment.text === input.base && segment.id === input.segment;
	return {
		id: newId(),
		about: "segment" as const,
		passageId: segment.passageId ?? input.passage,
		side: segment.side,
		segmentId: segment.id,
		version: now ? segment.version : Math.min(input.version, segment.version),
		text: input.base,
		span: null,
		quote: input.base,
	};
}

export interface Decided extends WholeThreads {
	/** The revision that accepting wrote; null: the text was as suggested already, or it was rejected. */
	readonly revision: number | null;
	readonly headNumber: number;
}

/**
 * Accepting edits the text in the same transaction, as an operation of whoever accepts. Where the text moved on,
 * the two are merged word by word; `conflict` with both where they touch, to be asked again with a chosen text.
 */
export async function decideSuggestion(
	actor: Actor,
	documentId: string,
	threadId: string,
	input: DecideSuggestion,
): Promise<Decided> {
	const access = await requireDocument(actor, documentId, "suggestion.decide");
	const decided = await onDocument(actor, documentId, input.key, async (client, head) => {
		const { place, repeated } = await lockComments(client, actor, access, input.key);
		const told = async (headNumber: number): Promise<Decided> => {
			const read = await oneThread(client, actor, documentId, threadId);
			const accepted = read.threads[0]?.entries.findLast(({ kind }) => kind === "accept");
			return { ...read, revision: accepted?.revision ?? null, headNumber };
		};
		if (repeated !== null) return await told(head.number);
		const thread = (await oneThread(client, actor, documentId, threadId)).threads[0];
		if (thread?.kind !== "suggestion") throw new AppError("not-found", "notFound");
		if (thread.state !== "open" && thread.state !== "resolved")
			throw new AppError("refused", "suggestionDecided");
		const written = input.accept ? await write(client, actor, head, thread, input) : null;
		await insertEntry(client, actor, place, input.key, {
			threadId,
			kind: input.accept ? "accept" : "reject",
			...(written !== null && { revision: written }),
		});
		return await told(written ?? head.number);
	});
	announce(documentId, comments);
	return decided;
}

/** Answers the revision; null where the text is so already. */
async function write(
	client: PoolClient,
	actor: Actor,
	head: Head,
	thread: WholeThread,
	input: DecideSuggestion,
): Promise<number | null> {
	const operation = await operationFor(client, head, thread, input);
	if (operation === null) return null;
	const writing = { actorId: actor.userId, at: new Date(), undoes: null, requestKey: input.key };
	const appended = await appendOperation(client, head, operation, writing);
	if ("refused" in appended) throw refused(appended);
	return appended.head.number;
}

const refused = ({ refused: reason, values }: Refusal) =>
	new AppError("refused", `refusals.${reason}`, values ?? {});

async function operationFor(
	client: PoolClient,
	head: Head,
	thread: WholeThread,
	{ chosen }: DecideSuggestion,
): Promise<Operation | null> {
	const { anchor, base, excerpt: suggested } = thread;
	if (!anchor) throw new AppError("refused", "refusals.segment-gone");
	const now = await targetNow(client, head.documentId, anchor.segment, anchor.passage);
	if (!now) return await insertion(client, head.documentId, anchor.passage, chosen?.text ?? suggested);
	const { id: segment, version, text: current } = now;
	const merged =
		current === base
			? suggested
			: mergedText(base ?? "", suggested, current, head.description.targetLanguage);
	const text = chosen?.version === version ? chosen.text : merged;
	if (text === null)
		throw new AppError("conflict", "conflict", { current, version, yours: suggested, base: base ?? "" });
	return text === current ? null : { type: "edit", v: 1, segment, version, text, as: null };
}

function mergedText(base: string, suggested: string, current: string, language: string): string | null {
	const merged = mergeTexts(base, suggested, current, language);
	return merged.kind === "merged" ? merged.text : null;
}

/** The text that a suggestion would change; undefined where the passage still has no rendering. */
async function targetNow(
	client: PoolClient,
	documentId: string,
	segment: string | null,
	passage: string,
): Promise<{ id: string; version: number; text: string } | undefined> {
	const found = await client.query<{ id: string; version: number; text: string }>(
		`SELECT "id", "version", "text" FROM "Segment" WHERE "documentId" = $1
			AND CASE WHEN $2::text IS NULL THEN "passageId" = $3 AND "side" = 'target' ELSE "id" = $2 END
		ORDER BY "rank" LIMIT 1`,
		[documentId, segment, passage],
	);
	return found.rows[0];
}

/** The first rendering of a passage. */
async function insertion(
	client: PoolClient,
	documentId: string,
	passage: string,
	text: string,
): Promise<Operation> {
	const found = await client.query<{ id: string }>(
		`SELECT "id" FROM "Segment" WHERE "documentId" = $1 AND "passageId" = $2 ORDER BY "rank"`,
		[documentId, passage],
	);
	const row = { id: passage, source: found.rows.map(({ id }) => id), target: [] };
	return PostedOperation.parse({ type: "insert", row, segment: newId(), text, after: null });
}
