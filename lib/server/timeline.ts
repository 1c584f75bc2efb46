/** What happened in a document or in a project, newest first, a page at a time. */
import { z } from "zod";
import { Id } from "#lib/core/document/operations/contract.ts";
import { typesOf, type WorkKind, workKinds } from "#lib/core/document/work-kinds.ts";
import { type Actor, requireDocument, requireProject } from "./access.ts";
import { pool } from "./db.ts";
import { familyOf } from "./passage-family.ts";
import type { Person } from "./revisions.ts";
import { type TimelineEntry, type TimelineLine, told } from "./timeline-entries.ts";

/** Revisions in one answer. */
export const maxTimeline = 100;
const usualTimeline = 50;

const Limit = z
	.string()
	.regex(/^\d{1,3}$/)
	.transform(Number)
	.refine((n) => n >= 1 && n <= maxTimeline);
const Instant = z.iso.datetime();

const filters = {
	person: Id.optional(),
	kind: z.enum(workKinds).optional(),
	/** From this moment on, and before that one. */
	since: Instant.optional(),
	until: Instant.optional(),
	limit: Limit.optional(),
};

export const TimelineQuery = z.strictObject({
	...filters,
	passage: Id.optional(),
	before: z
		.string()
		.regex(/^\d{1,9}$/)
		.optional(),
});
export type TimelineQuery = z.infer<typeof TimelineQuery>;

export const ProjectTimelineQuery = z.strictObject({
	...filters,
	/** Moment, document and number of the last one seen. */
	before: z
		.string()
		.regex(/^\d{1,15}~[0-9A-Za-z]{12,24}~\d{1,9}$/)
		.optional(),
});
export type ProjectTimelineQuery = z.infer<typeof ProjectTimelineQuery>;

/** A log that was brought from elsewhere: by whom, when, and up to which revision. */
export interface Brought {
	readonly by: Person;
	readonly at: string;
	readonly until: number;
}

export interface Timeline {
	readonly entries: readonly TimelineEntry[];
	/** What to ask for more `before`; null where there is no more. */
	readonly next: string | null;
	/** Who has done something here; only with the first page. */
	readonly people?: readonly Person[];
	readonly brought?: Brought | null;
}

const columns = `r."documentId", r."number", r."at", r."actorId", u."name", r."type", r."undoes", o."type" AS "undone",
	CASE WHEN octet_length(r."operation") <= 20000 THEN r."operation" END AS "operation",
	CASE WHEN octet_length(r."inverse") <= 20000 THEN r."inverse" END AS "inverse"`;
const beside = `JOIN "User" u ON u."id" = r."actorId"
	LEFT JOIN "Revision" o ON o."documentId" = r."documentId" AND o."number" = r."undoes"`;

/** Conditions that both timelines know, with their values behind `values`. */
function conditions({ person, kind, since, until }: z.infer<z.ZodObject<typeof filters>>, values: unknown[]) {
	const parts: string[] = [];
	const add = (condition: (place: string) => string, value: unknown) => {
		values.push(value);
		parts.push(condition(`$${values.length}`));
	};
	if (person) add((place) => `r."actorId" = ${place}`, person);
	if (kind) parts.push(`r."type" IN (${namesOf(kind)})`);
	if (since) add((place) => `r."at" >= ${place}`, since);
	if (until) add((place) => `r."at" < ${place}`, until);
	return parts;
}

/** Our own names, written out so that the index of rare types is seen to hold them. */
const namesOf = (kind: WorkKind) =>
	typesOf(kind)
		.map((type) => `'${type}'`)
		.join(", ");

/** Throws `not-found` to anybody who may not see the document. */
export async function documentTimeline(
	actor: Actor,
	documentId: string,
	query: TimelineQuery,
): Promise<Timeline> {
	await requireDocument(actor, documentId, "document.read");
	const limit = query.limit ?? usualTimeline;
	const values: unknown[] = [documentId, limit + 1];
	const where = [`r."documentId" = $1`, ...conditions(query, values)];
	if (query.before) {
		values.push(Number(query.before));
		where.push(`r."number" < $${values.length}`);
	}
	if (query.passage) {
		values.push(await familyOf(documentId, query.passage));
		where.push(`r."number" = ANY($${values.length}::integer[])`);
	}
	const found = await pool().query<TimelineLine>(
		`SELECT ${columns} FROM "Revision" r ${beside} WHERE ${where.join(" AND ")} ORDER BY r."number" DESC LIMIT $2`,
		values,
	);
	const entries = await told(found.rows.slice(0, limit));
	const next = found.rows.length > limit ? String(entries.at(-1)?.number) : null;
	if (query.before) return { entries, next };
	const [people, brought] = await Promise.all([peopleOf([documentId]), broughtTo(documentId)]);
	return { entries, next, people, brought };
}

/** Of all documents of the project that are there. */
export async function projectTimeline(
	actor: Actor,
	projectId: string,
	query: ProjectTimelineQuery,
): Promise<Timeline> {
	await requireProject(actor, projectId, "document.read");
	const limit = query.limit ?? usualTimeline;
	const values: unknown[] = [projectId, limit + 1];
	const where = [`r."projectId" = $1`, ...conditions(query, values)];
	if (query.before) {
		const [moment = "", documentId = "", number = ""] = query.before.split("~");
		values.push(new Date(Number(moment)), documentId, Number(number));
		const [at, id, last] = [-2, -1, 0].map((back) => `$${values.length + back}`);
		where.push(`(r."at", r."documentId", r."number") < (${at}::timestamptz, ${id}::text, ${last}::integer)`);
	}
	const found = await pool().query<TimelineLine>(
		`SELECT ${columns}, d."title" FROM "Revision" r ${beside}
		JOIN "Document" d ON d."id" = r."documentId" AND d."deletedAt" IS NULL
		WHERE ${where.join(" AND ")} ORDER BY r."at" DESC, r."documentId" DESC, r."number" DESC LIMIT $2`,
		values,
	);
	const lines = found.rows.slice(0, limit);
	const entries = await told(lines);
	const last = lines.at(-1);
	const next =
		found.rows.length > limit && last ? `${last.at.getTime()}~${last.documentId}~${last.number}` : null;
	if (query.before) return { entries, next };
	const documents = await pool().query<{ id: string }>(
		`SELECT "id" FROM "Document" WHERE "projectId" = $1 AND "deletedAt" IS NULL`,
		[projectId],
	);
	return { entries, next, people: await peopleOf(documents.rows.map(({ id }) => id)) };
}

/** One look into the index for each person and document, however long the logs are. */
async function peopleOf(documentIds: readonly string[]): Promise<Person[]> {
	const found = await pool().query<Person>(
		`SELECT u."id", u."name" FROM "User" u WHERE u."id" IN (
			WITH RECURSIVE one("document", "id") AS (
				SELECT d, (SELECT min("actorId") FROM "Revision" WHERE "documentId" = d) FROM unnest($1::text[]) AS d
				UNION ALL
				SELECT one."document", (SELECT min("actorId") FROM "Revision" WHERE "documentId" = one."document" AND "actorId" > one."id")
				FROM one WHERE one."id" IS NOT NULL
			) SELECT "id" FROM one WHERE "id" IS NOT NULL
		) ORDER BY u."name", u."id"`,
		[documentIds],
	);
	return found.rows;
}

async function broughtTo(documentId: string): Promise<Brought | null> {
	const found = await pool().query<{ id: string; name: string; at: Date; until: number }>(
		`SELECT u."id", u."name", d."broughtAt" AS "at", d."broughtUntil" AS "until"
		FROM "Document" d JOIN "User" u ON u."id" = d."broughtById" WHERE d."id" = $1`,
		[documentId],
	);
	const [line] = found.rows;
	return line ? { by: { id: line.id, name: line.name }, at: line.at.toISOString(), until: line.until } : null;
}
