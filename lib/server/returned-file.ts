/** Bringing back a Word file that somebody edited outside: shown first, then done as suggestions and comments. */
import type { PoolClient } from "pg";
import { z } from "zod";
import type {
	BroughtBack,
	ReturnedChange,
	ReturnedCounts,
	ReturnedPreview,
	ReturnedWords,
} from "#lib/core/comments/returned.ts";
import type { ReturnedFile } from "#lib/core/formats/word/returned/file.ts";
import { type Actor, requireDocument } from "./access.ts";
import { lockComments, type Numbered, spoken } from "./comments/append.ts";
import { databaseAddress } from "./db.ts";
import { AppError } from "./errors.ts";
import { readInThread } from "./files/read-in-thread.ts";
import { startJob } from "./jobs.ts";
import { RequestKey } from "./operations.ts";
import { documentHead } from "./passages.ts";
import { type WorkedOut, type WorkedOutText, workOut } from "./returned/work-out.ts";
import { writeReturned } from "./returned/write.ts";
import type { Watch } from "./threads/in-thread.ts";
import {
	findUpload,
	type IncomingFile,
	type StoredUpload,
	storeUpload,
	type UploadQuery,
} from "./uploads.ts";

export const BringBack = z.strictObject({
	key: RequestKey,
	/** The file, kept before. */
	upload: z.string().regex(/^[0-9A-Za-z]{1,64}$/),
	/** Only show what would come of it. */
	preview: z.boolean().default(false),
});
export type BringBack = z.infer<typeof BringBack>;

/** Bytes of a file, and passages of a document, from which on a job does it. */
const smallFile = 2 * 1024 * 1024;
const longDocument = 3_000;
/** Changes, comments and remains that are listed, of each. */
const mostShown = 200;

/** Keeps a file that came back, for whoever may bring it back. */
export async function keepReturned(
	actor: Actor,
	documentId: string,
	query: z.infer<typeof UploadQuery>,
	file: IncomingFile,
): Promise<StoredUpload> {
	const { projectId } = await requireDocument(actor, documentId, "file.return");
	return await storeUpload(actor, projectId, query, file, "file.return");
}

/** Shows or does it; a large file and a long document are left to a job. */
export async function requestReturn(
	actor: Actor,
	documentId: string,
	input: BringBack,
): Promise<ReturnedPreview | BroughtBack | { jobId: string }> {
	const { projectId } = await requireDocument(actor, documentId, "file.return");
	const { size } = await findUpload(projectId, input.upload);
	const { passages } = await documentHead(actor, documentId);
	if (size > smallFile || passages > longDocument)
		return { jobId: await startJob(actor, projectId, "bring-back", { documentId, input }) };
	return await bringBack(actor, documentId, input);
}

/** The work itself. Asked for again with the same key it writes nothing more. */
export async function bringBack(
	actor: Actor,
	documentId: string,
	{ key, upload, preview }: BringBack,
	watch: Watch = {},
): Promise<ReturnedPreview | BroughtBack> {
	const access = await requireDocument(actor, documentId, "file.return");
	const { id, name, size } = await findUpload(access.projectId, upload);
	const limits = { database: databaseAddress() };
	const file = await readInThread<ReturnedFile>({ returned: { id, name, size } }, watch, limits);
	const found = await workOut(actor, documentId, file);
	const fresh = { ...found, texts: found.texts.filter(isFresh) };
	if (preview) return previewOf(name, found);
	const repeated = await spoken(access, async (client) => {
		const { place } = await lockComments(client, actor, access, `${key}.1`);
		const before = await writtenBefore(client, actor, documentId, key);
		if (before !== null) return before;
		await requireNoneSince(client, place, found);
		await writeReturned(client, actor, place, fresh, { key, fileName: name });
		return null;
	});
	const { suggestions, comments } = repeated ?? countsOf(found);
	const { rest, number } = found;
	return {
		...countsOf(found),
		suggestions,
		comments,
		file: name,
		number,
		rest: rest.slice(0, mostShown),
		more: Math.max(0, rest.length - mostShown),
	};
}

const isFresh = ({ state }: WorkedOutText) => state === "ready" || state === "conflict";

/** What the same request wrote; null where it has not. */
async function writtenBefore(
	client: PoolClient,
	actor: Actor,
	documentId: string,
	key: string,
): Promise<Pick<ReturnedCounts, "suggestions" | "comments"> | null> {
	const found = await client.query<{ suggestions: number; comments: number }>(
		`SELECT count(*) FILTER (WHERE "kind" = 'suggest')::int AS "suggestions",
			count(*) FILTER (WHERE "kind" = 'comment')::int AS "comments"
		FROM "CommentEntry" WHERE "documentId" = $1 AND "authorId" = $2 AND starts_with("requestKey", $3 || '.')`,
		[documentId, actor.userId, key],
	);
	const [line] = found.rows;
	return line && line.suggestions + line.comments > 0 ? line : null;
}

/** Two who bring the same file back at once: the second finds, under the lock, what the first has written. */
async function requireNoneSince(client: PoolClient, place: Numbered, { texts }: WorkedOut): Promise<void> {
	const fresh = texts.filter(isFresh);
	const found = await client.query(
		`SELECT 1 FROM "CommentThread" t
		JOIN "CommentEntry" e ON e."documentId" = t."documentId" AND e."threadId" = t."id" AND e."kind" = 'suggest'
		JOIN unnest($2::text[], $3::text[], $4::text[]) AS n("segment", "base", "text")
			ON n."segment" = t."segmentId" AND n."base" = t."text" AND n."text" = e."text"
		WHERE t."documentId" = $1 AND t."kind" = 'suggestion' LIMIT 1`,
		[
			place.documentId,
			fresh.map(({ segment }) => segment),
			fresh.map(({ base }) => base),
			fresh.map(({ suggested }) => suggested),
		],
	);
	if (found.rows.length > 0) throw new AppError("conflict", "returnedMeanwhile");
}

function countsOf({ texts, comments, answers, relooked }: WorkedOut): ReturnedCounts {
	const fresh = texts.filter(isFresh);
	return {
		suggestions: fresh.length,
		conflicts: fresh.filter(({ state }) => state === "conflict").length,
		passages: new Set(fresh.map(({ passage }) => passage)).size,
		comments: comments.reduce((sum, { said }) => sum + said.length, answers.length),
		here: texts.length - fresh.length,
		relooked,
	};
}

function previewOf(file: string, found: WorkedOut): ReturnedPreview {
	const changes = found.texts.map(
		({ index, before, after, authors, at, state }): ReturnedChange => ({
			index,
			before,
			after,
			authors,
			at,
			state,
		}),
	);
	const words: ReturnedWords[] = [
		...found.comments.flatMap(({ index, said }) => said.map(({ author, text }) => ({ index, author, text }))),
		...found.answers.map(({ said: { author, text } }) => ({ index: null, author, text })),
	];
	const lists = [changes, words, found.rest];
	return {
		...countsOf(found),
		file,
		number: found.number,
		changes: changes.slice(0, mostShown),
		words: words.slice(0, mostShown),
		rest: found.rest.slice(0, mostShown),
		more: lists.reduce((sum, list) => sum + Math.max(0, list.length - mostShown), 0),
	};
}
