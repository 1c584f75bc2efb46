/** Writes what came back as threads: many at once, each numbered as if it had been said alone. */
import type { PoolClient } from "pg";
import { maxCommentLength } from "#lib/core/comments/wire.ts";
import type { Said } from "#lib/core/formats/word/returned/plan.ts";
import type { Actor } from "#lib/server/access.ts";
import { insertThread, type NewThread, type Numbered } from "#lib/server/comments/append.ts";
import { anchored, onPassage } from "#lib/server/comments/post.ts";
import { newId } from "#lib/server/new-id.ts";
import type { WorkedOut, WorkedOutComment, WorkedOutText } from "./work-out.ts";

interface Entry {
	readonly threadId: string;
	readonly kind: "comment" | "suggest";
	readonly text: string;
	readonly said: Pick<Said, "author" | "at">;
	/** Begun by this entry. */
	readonly thread: NewThread | null;
}

export interface Writing {
	readonly key: string;
	readonly fileName: string;
}

/** `place` has the first number, which is free; numbering is locked already. */
export async function writeReturned(
	client: PoolClient,
	actor: Actor,
	place: Numbered,
	{ texts, comments, answers }: Pick<WorkedOut, "texts" | "comments" | "answers">,
	writing: Writing,
): Promise<void> {
	const entries: Entry[] = [];
	for (const text of texts) {
		const thread = await suggestionThread(client, place.documentId, text);
		const said = { author: text.authors.join(", "), at: text.at };
		entries.push({ threadId: thread.id, kind: "suggest", text: text.suggested, said, thread });
	}
	for (const comment of comments) {
		const thread = await commentThread(client, place.documentId, comment);
		for (const [index, said] of comment.said.entries())
			entries.push({
				threadId: thread.id,
				kind: "comment",
				text: shortened(said.text),
				said,
				thread: index === 0 ? thread : null,
			});
	}
	for (const { thread, said } of answers)
		entries.push({ threadId: thread, kind: "comment", text: shortened(said.text), said, thread: null });
	for (const [index, { thread }] of entries.entries())
		if (thread) await insertThread(client, { ...place, number: place.number + index }, thread);
	await insertEntries(client, actor, place, entries, writing);
	await client.query(`UPDATE "CommentHead" SET "number" = $2 WHERE "documentId" = $1`, [
		place.documentId,
		place.number + Math.max(0, entries.length - 1),
	]);
}

/** A comment that is longer than one may be here goes on in its file, which is said by the ellipsis. */
const shortened = (text: string) =>
	text.length <= maxCommentLength ? text : `${text.slice(0, maxCommentLength - 1).toWellFormed()}…`;

async function suggestionThread(
	client: PoolClient,
	documentId: string,
	{ segment, passage, version, base }: WorkedOutText,
): Promise<NewThread> {
	if (segment === null)
		return { ...(await onPassage(client, documentId, passage, "target")), kind: "suggestion" };
	return {
		id: newId(),
		kind: "suggestion",
		about: "segment",
		passageId: passage,
		side: "target",
		segmentId: segment,
		version,
		text: base,
		span: null,
		quote: base,
	};
}

async function commentThread(
	client: PoolClient,
	documentId: string,
	{ kind, id, side, passage, quote }: WorkedOutComment,
): Promise<NewThread> {
	const span = quote && { start: quote.at, end: quote.at + quote.text.length, quote: quote.text };
	const on = { passage, side, segment: kind === "segment" ? id : null, span };
	return { ...(await anchored(client, documentId, on)), kind: "comment" };
}

async function insertEntries(
	client: PoolClient,
	actor: Actor,
	{ documentId, projectId, number }: Numbered,
	entries: readonly Entry[],
	{ key, fileName }: Writing,
): Promise<void> {
	await client.query(
		`INSERT INTO "CommentEntry" ("documentId", "projectId", "number", "threadId", "kind", "authorId", "text",
			"requestKey", "at", "fileName", "writer", "writtenAt")
		SELECT $1, $2, $3 + e.place - 1, e."threadId", e.kind, $4, e.text, $5 || '.' || e.place, clock_timestamp(), $6,
			nullif(e.writer, ''), e."writtenAt"::timestamptz
		FROM unnest($7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
			WITH ORDINALITY AS e("threadId", kind, text, writer, "writtenAt", place)`,
		[
			documentId,
			projectId,
			number,
			actor.userId,
			key,
			fileName,
			entries.map(({ threadId }) => threadId),
			entries.map(({ kind }) => kind),
			entries.map(({ text }) => text),
			entries.map(({ said }) => said.author),
			entries.map(({ said }) => said.at),
		],
	);
}
