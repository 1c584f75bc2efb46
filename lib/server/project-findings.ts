/** What the checks find across the documents of a project, and mending all of a kind. */
import { z } from "zod";
import { Id } from "#lib/core/document/operations/contract.ts";
import { severities } from "#lib/core/qa/contract.ts";
import type { FindingCount, ListedFinding, WireFinding, WireProjectFindings } from "#lib/core/qa/wire.ts";
import { type Actor, can, type Role, requireProject } from "./access.ts";
import { checkIds } from "./checking/check-names.ts";
import { type ToldValues, told } from "./checking/found.ts";
import { type LookedAt, lookedAt } from "./checking/looked-at.ts";
import { checkedHead } from "./checking/rules.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { dated } from "./findings.ts";

/** Findings in one answer. */
const pageSize = 100;

export const ProjectFindingsQuery = z.strictObject({
	check: z.enum(checkIds).optional(),
	key: z.string().max(64).optional(),
	severity: z.enum(severities).optional(),
	state: z.enum(["open", "dismissed", "any"]).default("open"),
	document: Id.optional(),
	offset: z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.default(0),
});
export type ProjectFindingsQuery = z.infer<typeof ProjectFindingsQuery>;

export async function readProjectFindings(
	actor: Actor,
	projectId: string,
	query: ProjectFindingsQuery,
): Promise<WireProjectFindings> {
	const { role } = await requireProject(actor, projectId, "document.read");
	const { values, counting, unread, settings } = await lookedAtIn(actor, projectId, null);
	const [counts, fixable, documents, listed] = await Promise.all([
		countsIn(values, query.document ?? null),
		fixableIn(values, query.document ?? null, role),
		documentsIn(values, query),
		listFindings(values, query, pageSize),
	]);
	const sum = (pick: (count: FindingCount) => number) => counts.reduce((all, count) => all + pick(count), 0);
	return {
		counting,
		unread,
		total: sum(({ open }) => open),
		dismissed: sum(({ dismissed }) => dismissed),
		counts,
		fixable,
		documents,
		findings: listed.findings,
		listed: listed.all,
		settings,
	};
}

/** A document that is not of the project is absent. */
export async function lookedAtIn(
	actor: Actor,
	projectId: string,
	documentId: string | null,
): Promise<LookedAt> {
	const head = documentId === null ? null : await checkedHead(documentId);
	if (head && head.projectId !== projectId) throw new AppError("not-found", "notFound");
	return await lookedAt(actor, projectId, head);
}

async function countsIn(values: ToldValues, document: string | null): Promise<FindingCount[]> {
	const found = await pool().query<FindingCount>(
		`WITH ${told} SELECT "check", "severity", (count(*) FILTER (WHERE "dismissal" IS NULL))::int AS "open",
			count("dismissal")::int AS "dismissed" FROM told WHERE $4::text IS NULL OR "documentId" = $4 GROUP BY 1, 2 ORDER BY 1, 2`,
		[...values, document],
	);
	return found.rows;
}

async function fixableIn(
	values: ToldValues,
	document: string | null,
	role: Role,
): Promise<WireProjectFindings["fixable"]> {
	const sides = [
		...(can(role, "rendering.edit") ? ["target"] : []),
		...(can(role, "rendering.edit") && can(role, "source.edit") ? ["source"] : []),
	];
	if (sides.length === 0) return [];
	const found = await pool().query<WireProjectFindings["fixable"][number]>(
		`WITH ${told} SELECT "check", count(*)::int AS "open" FROM told
		WHERE "dismissal" IS NULL AND "finding"->>'fix' IS NOT NULL AND "finding"->>'side' = ANY($4)
			AND ($5::text IS NULL OR "documentId" = $5) GROUP BY 1 ORDER BY 1`,
		[...values, sides, document],
	);
	return found.rows;
}

type Chosen = Partial<Omit<ProjectFindingsQuery, "state">> & Pick<ProjectFindingsQuery, "state">;

const isChosen = `($4::text IS NULL OR t."check" = $4) AND ($5::text IS NULL OR t."key" = $5)
	AND ($6::text IS NULL OR t."severity" = $6) AND ($7 = 'any' OR (t."dismissal" IS NULL) = ($7 = 'open'))`;

const chosenValues = ({ check, key, severity, state }: Chosen) => [
	check ?? null,
	key ?? null,
	severity ?? null,
	state,
];

async function documentsIn(values: ToldValues, query: Chosen): Promise<WireProjectFindings["documents"]> {
	const found = await pool().query<WireProjectFindings["documents"][number]>(
		`WITH ${told} SELECT d."id", d."title", (count(*) FILTER (WHERE t."severity" = 'critical'))::int AS "critical",
			(count(*) FILTER (WHERE t."severity" = 'major'))::int AS "major", (count(*) FILTER (WHERE t."severity" = 'minor'))::int AS "minor"
		FROM told t JOIN "Document" d ON d."id" = t."documentId" WHERE ${isChosen} GROUP BY d."id" ORDER BY d."updatedAt" DESC, d."id"`,
		[...values, ...chosenValues(query)],
	);
	return found.rows;
}

interface Line extends Omit<ListedFinding, "index"> {
	index: string;
	all: string;
}

/** By document, in the order of its text. `fixable`: only those that can be mended without reading further. */
export async function listFindings(
	values: ToldValues,
	query: Chosen,
	limit: number,
	fixable = false,
): Promise<{ findings: ListedFinding[]; all: number }> {
	const found = await pool().query<Line>(
		`WITH ${told}, listed AS (
			SELECT t.*, d."title", d."updatedAt", p."rank", p."state", s."text", s."version", s."rank" AS "placed",
				CASE s."side" WHEN 'source' THEN d."sourceLanguage" ELSE d."targetLanguage" END AS "language", count(*) OVER () AS "all"
			FROM told t JOIN "Document" d ON d."id" = t."documentId"
			JOIN "Passage" p ON p."documentId" = t."documentId" AND p."id" = t."passageId"
			JOIN "Segment" s ON s."documentId" = t."documentId" AND s."id" = t."finding"->>'segment' AND s."passageId" = p."id"
			WHERE ${isChosen} AND ($8::text IS NULL OR t."documentId" = $8) AND (NOT $9 OR t."finding"->>'fix' IS NOT NULL)
			ORDER BY d."updatedAt" DESC, d."id", p."rank", s."side", s."rank", (t."finding"->>'start')::int OFFSET $10 LIMIT $11
		)
		SELECT l."documentId", l."title", l."passageId" AS "passage", l."state", l."text", l."version", l."language", l."all",
			(SELECT count(*) FROM "Passage" b WHERE b."documentId" = l."documentId" AND b."rank" < l."rank") AS "index",
			l."finding" || jsonb_build_object('dismissal', CASE WHEN x."id" IS NOT NULL THEN
				jsonb_build_object('id', x."id", 'reason', x."reason", 'note', x."note", 'by', u."name", 'at', x."at") END) AS "finding"
		FROM listed l LEFT JOIN "Dismissal" x ON x."id" = l."dismissal" LEFT JOIN "User" u ON u."id" = x."byId"
		ORDER BY l."updatedAt" DESC, l."documentId", l."rank", l."finding"->>'side', l."placed", (l."finding"->>'start')::int`,
		[...values, ...chosenValues(query), query.document ?? null, fixable, query.offset ?? 0, limit],
	);
	const all = Number(found.rows[0]?.all ?? 0);
	return {
		all,
		findings: found.rows.map(({ all: _, index, finding, ...line }) => ({
			...line,
			index: Number(index),
			finding: dated(finding satisfies WireFinding),
		})),
	};
}
