/** Reading a document's log: what happened since, and the history of a segment. */
import { type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import { type Actor, requireDocument } from "./access.ts";
import { pool } from "./db.ts";

export interface Person {
	readonly id: string;
	readonly name: string;
}

export interface RevisionEntry {
	readonly number: number;
	readonly at: string;
	readonly actor: Person;
	readonly type: Operation["type"];
	/** The operation as stored; null where it is too long to send, as an import's is. */
	readonly operation: unknown;
	readonly undoes: number | null;
}

/** Revisions in one answer. */
export const maxRevisions = 500;
/** Characters of an operation that is sent along. */
const longestOperation = 100_000;

interface Line {
	number: number;
	at: Date;
	actorId: string;
	name: string;
	type: Operation["type"];
	operation: string | null;
	undoes: number | null;
}

const columns = `r."number", r."at", r."actorId", u."name", r."type", r."undoes",
	CASE WHEN length(r."operation") <= ${longestOperation} THEN r."operation" END AS "operation"`;

/** Revisions after a number, oldest first. */
export async function revisionsSince(
	actor: Actor,
	documentId: string,
	since: number,
	limit: number,
): Promise<{ headNumber: number; revisions: RevisionEntry[] }> {
	await requireDocument(actor, documentId, "document.read");
	const head = await pool().query<{ headNumber: number }>(
		`SELECT "headNumber" FROM "Document" WHERE "id" = $1`,
		[documentId],
	);
	const found = await pool().query<Line>(
		`SELECT ${columns} FROM "Revision" r JOIN "User" u ON u."id" = r."actorId"
		WHERE r."documentId" = $1 AND r."number" > $2 ORDER BY r."number" LIMIT $3`,
		[documentId, since, Math.min(limit, maxRevisions)],
	);
	return { headNumber: head.rows[0]?.headNumber ?? 0, revisions: found.rows.map(entryOf) };
}

/** The same for a reader who is known to be one, as far as the operations are short. */
export async function newestRevisions(
	documentId: string,
	since: number,
	limit: number,
): Promise<RevisionEntry[]> {
	const found = await pool().query<Line>({
		name: "newest-revisions",
		text: `SELECT ${columns} FROM "Revision" r JOIN "User" u ON u."id" = r."actorId"
		WHERE r."documentId" = $1 AND r."number" > $2 ORDER BY r."number" LIMIT $3`,
		values: [documentId, since, limit],
	});
	return found.rows.map(entryOf);
}

/** How far documents have come, of those that are there. */
export async function headNumbers(documentIds: readonly string[]): Promise<Map<string, number>> {
	const found = await pool().query<{ id: string; headNumber: number }>(
		`SELECT "id", "headNumber" FROM "Document" WHERE "id" = ANY($1) AND "deletedAt" IS NULL`,
		[documentIds],
	);
	return new Map(found.rows.map(({ id, headNumber }) => [id, headNumber]));
}

/** The latest revisions before a number, newest first: how versions are picked. */
export async function revisionsBefore(
	actor: Actor,
	documentId: string,
	before: number | null,
	limit: number,
): Promise<{ headNumber: number; revisions: RevisionEntry[] }> {
	await requireDocument(actor, documentId, "document.read");
	const head = await pool().query<{ headNumber: number }>(
		`SELECT "headNumber" FROM "Document" WHERE "id" = $1`,
		[documentId],
	);
	const found = await pool().query<Line>(
		`SELECT ${columns} FROM "Revision" r JOIN "User" u ON u."id" = r."actorId"
		WHERE r."documentId" = $1 AND ($2::integer IS NULL OR r."number" < $2) ORDER BY r."number" DESC LIMIT $3`,
		[documentId, before, Math.min(limit, maxRevisions)],
	);
	return { headNumber: head.rows[0]?.headNumber ?? 0, revisions: found.rows.map(entryOf) };
}

function entryOf({ number, at, actorId, name, type, operation, undoes }: Line): RevisionEntry {
	return {
		number,
		at: at.toISOString(),
		actor: { id: actorId, name },
		type,
		operation: operation === null ? null : JSON.parse(operation),
		undoes,
	};
}

/** Operations that word many segments, and their inverses. */
const wordsMany: readonly string[] = [
	"rewrite",
	"update",
	"restore",
	"fill",
	"clear",
] satisfies Operation["type"][];
const manyWorded = wordsMany.map((type) => `'${type}'`).join(", ");

/** The text of the segment ($2) or of the first of its family in an operation that words many, read without parsing it here. */
const rewritten = (
	body: "operation" | "inverse",
) => `CASE WHEN r."type" IN (${manyWorded}) THEN jsonb_path_query_first(
	r."${body}"::jsonb,
	CASE r."${body}"::jsonb->>'type' WHEN 'rewrite' THEN 'strict $.edits[*] ? (@[0] == $id)[2]'
		WHEN 'fill' THEN 'strict $.rows[*] ? (@[3] == $id)[4]' WHEN 'clear' THEN 'strict $.rows[*] ? (@[3] == $id)[5].text'
		ELSE 'strict $.written[*] ? (@.id == $id).text' END::jsonpath,
	jsonb_build_object('id', s."segmentId"), true) #>> '{}' END`;

export interface HistoryEntry {
	readonly number: number;
	readonly at: string;
	readonly actor: Person;
	readonly type: Operation["type"];
	readonly undoes: number | null;
	/** The segment's text before and after, where the revision changed it. */
	readonly before: string | null;
	readonly after: string | null;
	/** Who suggested the wording that this revision took over; null: whoever wrote it. */
	readonly suggestedBy: Person | null;
}

/** Who suggested what a revision took over. */
export const suggester = `(SELECT jsonb_build_object('id', w."id", 'name', w."name") FROM "CommentEntry" e
	JOIN "CommentThread" t ON t."documentId" = e."documentId" AND t."id" = e."threadId"
	JOIN "CommentEntry" b ON b."documentId" = t."documentId" AND b."number" = t."number"
	JOIN "User" w ON w."id" = b."authorId"
	WHERE e."documentId" = r."documentId" AND e."kind" = 'accept' AND e."revision" = r."number")`;

/**
 * Shifts that took the segment ($2) along with everything behind their first one: a side keeps its order, so ranks
 * still tell, and no shift has to list 50,000 segments. Those from before somebody put the segment in are not its own.
 */
const movedByAll = `SELECT r."number", $2::text FROM "Segment" here
	JOIN "Revision" r ON r."documentId" = here."documentId" AND r."type" = 'shift'
	JOIN "Segment" first ON first."documentId" = here."documentId" AND first."side" = here."side" AND first."rank" <= here."rank"
		AND first."id" = CASE WHEN r."type" = 'shift' THEN r."operation"::json->>'segment' END
	WHERE here."documentId" = $1 AND here."id" = $2 AND here."passageId" IS NOT NULL AND r."number" > coalesce((
		SELECT min(b."number") FROM "RevisionSegment" s JOIN "Revision" b ON b."documentId" = s."documentId" AND b."number" = s."number"
		WHERE s."documentId" = $1 AND s."segmentId" = $2 AND b."type" IN ('insert', 'fill', 'update')), 0)`;

/** Everything that happened to a segment and to those it was made from, newest first. */
export async function segmentHistory(
	actor: Actor,
	documentId: string,
	segmentId: string,
): Promise<{ entries: HistoryEntry[]; notes: string[] }> {
	await requireDocument(actor, documentId, "document.read");
	const found = await pool().query<
		Line & {
			inverse: string | null;
			before: string | null;
			after: string | null;
			suggestedBy: Person | null;
		}
	>(
		`WITH RECURSIVE family(id) AS (
			SELECT $2::text
			UNION
			SELECT CASE WHEN l."toId" = f.id THEN l."fromId" ELSE l."toId" END
			FROM "Lineage" l JOIN family f ON l."toId" = f.id WHERE l."documentId" = $1
		), touched("number", "segmentId") AS (
			SELECT s."number", s."segmentId" FROM "RevisionSegment" s JOIN family f ON f.id = s."segmentId" WHERE s."documentId" = $1
			UNION ALL
			${movedByAll}
		), latest AS MATERIALIZED (
			SELECT "number", coalesce(min("segmentId") FILTER (WHERE "segmentId" = $2), min("segmentId")) AS "segmentId"
			FROM touched GROUP BY "number" ORDER BY "number" DESC LIMIT 200
		)
		SELECT ${columns}, CASE WHEN r."type" NOT IN (${manyWorded}) THEN r."inverse" END AS "inverse",
			${rewritten("inverse")} AS "before", ${rewritten("operation")} AS "after", ${suggester} AS "suggestedBy"
		FROM latest s
		JOIN "Revision" r ON r."documentId" = $1 AND r."number" = s."number"
		JOIN "User" u ON u."id" = r."actorId"
		ORDER BY r."number" DESC`,
		[documentId, segmentId],
	);
	return {
		entries: found.rows.map((line) => ({
			...withoutOperation(entryOf(line)),
			...textsFor(line),
			suggestedBy: line.suggestedBy,
		})),
		notes: await notesBeside(documentId, segmentId),
	};
}

/** What the file that was imported said about the segments of this one's passage. */
async function notesBeside(documentId: string, segmentId: string): Promise<string[]> {
	const found = await pool().query<{ text: string }>(
		`SELECT n."text" FROM "Segment" here
		JOIN "Segment" s ON s."documentId" = here."documentId" AND s."passageId" = here."passageId"
		JOIN "Note" n ON n."documentId" = s."documentId" AND n."segmentId" = s."id"
		WHERE here."documentId" = $1 AND here."id" = $2 ORDER BY n."ordinal" LIMIT 50`,
		[documentId, segmentId],
	);
	return found.rows.map(({ text }) => text);
}

function withoutOperation({
	number,
	at,
	actor,
	type,
	undoes,
}: RevisionEntry): Omit<RevisionEntry, "operation"> {
	return { number, at, actor, type, undoes };
}

function textsFor(line: Line & { inverse: string | null; before: string | null; after: string | null }) {
	const { type, operation, inverse, before, after } = line;
	if (wordsMany.includes(type)) return { before, after };
	return type === "settle" ? chosenTexts(operation, inverse) : textsOf(operation, inverse);
}

/** An edit stores the text after it, and its inverse the text before. */
function textsOf(
	operation: string | null,
	inverse: string | null,
): { before: string | null; after: string | null } {
	return { before: textIn(inverse), after: textIn(operation) };
}

/** Choosing between two versions stores in its inverse all that was there. */
function chosenTexts(
	operation: string | null,
	inverse: string | null,
): { before: string | null; after: string | null } {
	const [done, undone] = [operation, inverse].map((body) =>
		body === null ? null : StoredOperation.parse(JSON.parse(body)),
	);
	if (done?.type !== "settle" || undone?.type !== "settle" || !undone.as)
		return { before: null, after: null };
	const { text: before, other } = undone.as;
	const chosen = done.take && other && "text" in other ? other.text : before;
	return { before, after: done.as?.text ?? chosen };
}

function textIn(body: string | null): string | null {
	const operation: unknown = body === null ? null : JSON.parse(body);
	if (typeof operation !== "object" || operation === null || !("text" in operation)) return null;
	return typeof operation.text === "string" ? operation.text : null;
}
