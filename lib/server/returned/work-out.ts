/** What a Word file that came back would change, held against the document as it is now. */
import type { PoolClient } from "pg";
import { readable } from "#lib/core/comments/mentions.ts";
import type { ReturnedRest, ReturnedState } from "#lib/core/comments/returned.ts";
import type { WholeThreads } from "#lib/core/comments/wire.ts";
import { mergeTexts } from "#lib/core/diff/merge.ts";
import { maxSegmentLength } from "#lib/core/document/operations/contract.ts";
import type { Deliverable, DeliverSegment } from "#lib/core/formats/deliverable.ts";
import { composeWord } from "#lib/core/formats/word/compose.ts";
import type { FileTrace } from "#lib/core/formats/word/returned/body.ts";
import { saidKey } from "#lib/core/formats/word/returned/comments.ts";
import { expectedOf } from "#lib/core/formats/word/returned/expected.ts";
import type { ReturnedFile } from "#lib/core/formats/word/returned/file.ts";
import { ontoMarks } from "#lib/core/formats/word/returned/onto-marks.ts";
import {
	planReturned,
	type ReturnedComment,
	type ReturnedPlan,
	type ReturnedText,
	type Said,
	type Unplaced,
} from "#lib/core/formats/word/returned/plan.ts";
import type { FileIdentity } from "#lib/core/formats/word/tags.ts";
import type { Actor } from "#lib/server/access.ts";
import { everyThread } from "#lib/server/comments/read.ts";
import { readVersion } from "#lib/server/delivery/read-version.ts";
import { AppError } from "#lib/server/errors.ts";
import { inTransaction } from "#lib/server/revision-log/transaction.ts";

/** A text as it is now. */
interface Now {
	readonly id: string;
	readonly version: number;
	readonly text: string;
	readonly passageId: string;
	readonly index: number;
}

export interface WorkedOutText extends ReturnedText {
	/** The rendering's segment; null: its passage has none. */
	readonly segment: string | null;
	readonly passage: string;
	readonly index: number;
	/** What the file was made from, with its codes, and the revision that wrote it. */
	readonly base: string;
	readonly version: number;
	/** With its codes. */
	readonly suggested: string;
	readonly state: ReturnedState;
}

export interface WorkedOutComment extends ReturnedComment {
	readonly passage: string;
	readonly index: number;
}

export interface WorkedOut {
	readonly number: number;
	readonly texts: readonly WorkedOutText[];
	readonly comments: readonly WorkedOutComment[];
	readonly answers: readonly { readonly thread: string; readonly said: Said }[];
	readonly rest: readonly ReturnedRest[];
	readonly relooked: number;
}

/** Throws `refused` for a file of another document, of a version that there is not, or that does not say. */
export async function workOut(actor: Actor, documentId: string, file: ReturnedFile): Promise<WorkedOut> {
	const identity = requireOurs(file.identity, documentId);
	const threads = await everyThread(actor, documentId);
	return await inTransaction(async (client) => {
		await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
		const version = await versionOf(client, identity);
		const label = (key: string) => key;
		const document = composeWord(
			{ ...version, layout: identity.layout },
			{ tracked: false, unknown: { author: "", at: "" }, label },
		);
		const plan = planReturned(file, {
			expected: expectedOf(document),
			sourceLanguage: version.sourceLanguage,
			targetLanguage: version.targetLanguage,
			said: await saidEver(client, documentId, threads),
			isOurs: await ours(client, documentId),
		});
		const about = [...plan.texts, ...plan.comments].map(({ id }) => id);
		const near = plan.unplaced.flatMap((one) => one.near ?? []);
		const now = await textsNow(client, documentId, [...about, ...near]);
		const known = await suggestedBefore(client, documentId);
		return { number: identity.number, ...heldAgainst(plan, { version, now, known, threads }) };
	});
}

interface Here {
	readonly version: Deliverable;
	readonly now: ReadonlyMap<string, Now>;
	readonly known: ReadonlySet<string>;
	readonly threads: WholeThreads;
}

/** What of it has a place in the document as it is; what has none is among the rest. */
function heldAgainst(plan: ReturnedPlan, { version, now, known, threads }: Here): Omit<WorkedOut, "number"> {
	const rest = plan.unplaced.map((one) => restOf(one, now));
	const gone = (text: string) => void rest.push({ kind: "gone", text, index: null });
	const texts = plan.texts.flatMap((text) => {
		const found = workedOutText(text, version, now, known);
		if (found === null) gone(text.after);
		return found ?? [];
	});
	const comments = plan.comments.flatMap((comment) => {
		const here = now.get(comment.id);
		if (!here) for (const { text } of comment.said) gone(text);
		return here ? { ...comment, passage: here.passageId, index: here.index } : [];
	});
	const threadOf = threadsBySaid(threads);
	const answers = plan.answers.flatMap(({ to, said }) => {
		const thread = threadOf.get(saidKey(to));
		if (thread === undefined) gone(said.text);
		return thread === undefined ? [] : { thread, said };
	});
	return { texts, comments, answers, rest, relooked: plan.relooked };
}

function requireOurs(identity: FileIdentity | null, documentId: string): FileIdentity {
	if (identity === null) throw new AppError("refused", "returnedUnknown");
	if (identity.documentId !== documentId) throw new AppError("refused", "returnedOther");
	return identity;
}

async function versionOf(client: PoolClient, { documentId, number }: FileIdentity): Promise<Deliverable> {
	try {
		return await readVersion(client, documentId, { from: "draft", to: number, histories: false });
	} catch (error) {
		if (error instanceof AppError && error.key === "noSuchVersion")
			throw new AppError("refused", "returnedVersion", { number });
		throw error;
	}
}

/**
 * What was ever said here, also what was worded anew or deleted since it went out; what was brought back before, under
 * the name that stood in the file.
 */
async function saidEver(
	client: PoolClient,
	documentId: string,
	{ people }: WholeThreads,
): Promise<Pick<Said, "author" | "text">[]> {
	const found = await client.query<{ author: string; text: string }>(
		`SELECT coalesce(e."writer", u."name") AS "author", e."text" FROM "CommentEntry" e
		JOIN "User" u ON u."id" = e."authorId" WHERE e."documentId" = $1 AND e."text" IS NOT NULL`,
		[documentId],
	);
	return found.rows.map(({ author, text }) => ({ author, text: readable(text, people) }));
}

function threadsBySaid({ threads, people }: WholeThreads): Map<string, string> {
	const comments = threads.filter(({ kind }) => kind === "comment");
	return new Map(
		comments.flatMap(({ id, entries }) =>
			entries.flatMap(({ author, text, from }): [string, string][] =>
				text === null
					? []
					: [[saidKey({ author: from?.name ?? author.name, text: readable(text, people) }), id]],
			),
		),
	);
}

/** Changes that were made here went out with the file: by their author and second. */
async function ours(client: PoolClient, documentId: string): Promise<(trace: FileTrace) => boolean> {
	const found = await client.query<{ trace: string }>(
		`SELECT DISTINCT u."name" || ' ' || floor(extract(epoch FROM r."at")) AS "trace"
		FROM "Revision" r JOIN "User" u ON u."id" = r."actorId" WHERE r."documentId" = $1`,
		[documentId],
	);
	const traces = new Set(found.rows.map(({ trace }) => trace));
	return ({ author, at }) => at !== null && traces.has(`${author} ${Math.floor(Date.parse(at) / 1_000)}`);
}

/** By segment, and by passage for those that have no rendering. One that was joined to another is found there. */
async function textsNow(
	client: PoolClient,
	documentId: string,
	ids: readonly string[],
): Promise<Map<string, Now>> {
	const found = await client.query<Now & { asked: string }>(
		`WITH RECURSIVE places AS (
			SELECT "id", (row_number() OVER (ORDER BY "rank") - 1)::int AS "index" FROM "Passage" WHERE "documentId" = $1
		), family("asked", "id", "depth") AS (
			SELECT id, id, 0 FROM unnest($2::text[]) AS id
			UNION
			SELECT f."asked", l."toId", f."depth" + 1 FROM family f
			JOIN "Lineage" l ON l."documentId" = $1 AND l."fromId" = f."id"
			WHERE f."depth" < 20 AND NOT EXISTS (
				SELECT FROM "Segment" x WHERE x."documentId" = $1 AND x."id" = f."id" AND x."passageId" IS NOT NULL)
		)
		SELECT DISTINCT ON (f."asked") f."asked", s."id", s."version", s."text", s."passageId", p."index" FROM family f
		JOIN "Segment" s ON s."documentId" = $1 AND s."id" = f."id"
		JOIN places p ON p."id" = s."passageId" ORDER BY f."asked", f."depth"`,
		[documentId, [...new Set(ids)]],
	);
	const passages = await client.query<{ id: string; index: number }>(
		`SELECT "id", "index" FROM (
			SELECT "id", (row_number() OVER (ORDER BY "rank") - 1)::int AS "index" FROM "Passage" WHERE "documentId" = $1
		) AS numbered WHERE "id" = ANY($2)`,
		[documentId, [...new Set(ids)]],
	);
	return new Map([
		...passages.rows.map(({ id, index }): [string, Now] => [
			id,
			{ id, version: 0, text: "", passageId: id, index },
		]),
		...found.rows.map(({ asked, ...now }): [string, Now] => [asked, now]),
	]);
}

async function suggestedBefore(client: PoolClient, documentId: string): Promise<Set<string>> {
	const found = await client.query<{ segmentId: string; base: string; text: string }>(
		`SELECT t."segmentId", t."text" AS "base", e."text" FROM "CommentThread" t
		JOIN "CommentEntry" e ON e."documentId" = t."documentId" AND e."threadId" = t."id" AND e."kind" = 'suggest'
		WHERE t."documentId" = $1 AND t."kind" = 'suggestion'`,
		[documentId],
	);
	return new Set(found.rows.map(({ segmentId, base, text }) => suggestionKey(segmentId, base, text)));
}

const suggestionKey = (segment: string, base: string, text: string) => `${segment}\0${base}\0${text}`;

/** Null where the sentence, or its passage, is not in the document any more. */
function workedOutText(
	text: ReturnedText,
	version: Deliverable,
	now: ReadonlyMap<string, Now>,
	known: ReadonlySet<string>,
): WorkedOutText | null {
	const here = now.get(text.id);
	if (!here) return null;
	const place = { passage: here.passageId, index: here.index };
	if (text.kind === "passage")
		return { ...text, ...place, segment: null, base: "", version: 0, suggested: text.after, state: "ready" };
	const was = segmentIn(version, text.id);
	const base = was?.text ?? "";
	const language = version.targetLanguage;
	const suggested = ontoMarks(base, text.after, version.codes ?? {}, language);
	if (suggested.length > maxSegmentLength) return null;
	const merged = mergeTexts(base, suggested, here.text, language);
	const state: ReturnedState = known.has(suggestionKey(here.id, base, suggested))
		? "known"
		: merged.kind === "conflict"
			? "conflict"
			: merged.text === here.text
				? "here"
				: "ready";
	const since = here.text === base ? here.version : Math.min(was?.version ?? 0, here.version);
	return { ...text, ...place, segment: here.id, base, version: since, suggested, state };
}

function segmentIn({ passages }: Deliverable, id: string): DeliverSegment | undefined {
	for (const { target } of passages) {
		const found = target.find((segment) => segment.id === id);
		if (found) return found;
	}
	return undefined;
}

const restOf = ({ kind, text, near }: Unplaced, now: ReadonlyMap<string, Now>): ReturnedRest => ({
	kind,
	text,
	index: now.get(near ?? "")?.index ?? null,
});
