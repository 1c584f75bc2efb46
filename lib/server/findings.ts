/** What the checks find in a document: as it was looked at last, and looked at again where little changed. */
import { z } from "zod";
import { severities } from "#lib/core/qa/contract.ts";
import type { FindingCount, PassageFindings, WireFinding, WireFindings } from "#lib/core/qa/wire.ts";
import { type Actor, requireDocument } from "./access.ts";
import { checkIds } from "./checking/check-names.ts";
import { type ToldValues, told } from "./checking/found.ts";
import { lookedAt } from "./checking/looked-at.ts";
import { checkedHead } from "./checking/rules.ts";
import { pool } from "./db.ts";

/** Passages named in one answer: more than anybody works through before asking again. */
const mostPassages = 300;

export const FindingsQuery = z.strictObject({
	check: z.enum(checkIds).optional(),
	severity: z.enum(severities).optional(),
	state: z.enum(["open", "dismissed", "any"]).default("any"),
	/** The place of the document to begin with. */
	from: z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.default(0),
});
export type FindingsQuery = z.infer<typeof FindingsQuery>;

/** Counts everything; names passages with what was found in them. */
export async function readFindings(
	actor: Actor,
	documentId: string,
	query: FindingsQuery = FindingsQuery.parse({}),
): Promise<WireFindings> {
	await requireDocument(actor, documentId, "document.read");
	const head = await checkedHead(documentId);
	const { values, counting, unread, settings } = await lookedAt(actor, head.projectId, head);
	const [counted, listed] = await Promise.all([countsIn(values), passagesIn(values, query)]);
	return { headNumber: head.headNumber, counting, unread, ...counted, ...listed, settings };
}

/** Passages, by their places, in which a check found something that nobody dismissed. */
export async function placesWithFindings(actor: Actor, documentId: string, check: string): Promise<number[]> {
	const head = await checkedHead(documentId);
	const { values } = await lookedAt(actor, head.projectId, head);
	const found = await pool().query<{ index: string }>(
		`WITH ${told} SELECT p."index" FROM (
			SELECT "id", row_number() OVER (ORDER BY "rank") - 1 AS "index" FROM "Passage" WHERE "documentId" = ANY($1)
		) AS p WHERE p."id" IN (
			SELECT "passageId" FROM told WHERE "dismissal" IS NULL AND ($4 = 'any' OR "check" = $4)
		) ORDER BY 1`,
		[...values, check],
	);
	return found.rows.map((line) => Number(line.index));
}

type Counted = Pick<WireFindings, "total" | "dismissed" | "counts" | "checks">;

async function countsIn(values: ToldValues): Promise<Counted> {
	const found = await pool().query<{
		check: string | null;
		severity: FindingCount["severity"] | null;
		open: number;
		dismissed: number;
		passages: number;
	}>(
		`WITH ${told} SELECT "check", "severity", (count(*) FILTER (WHERE "dismissal" IS NULL))::int AS "open",
			count("dismissal")::int AS "dismissed",
			(count(DISTINCT "passageId") FILTER (WHERE "dismissal" IS NULL))::int AS "passages"
		FROM told
		GROUP BY GROUPING SETS ((), ("check"), ("check", "severity")) ORDER BY "check", "severity"`,
		[...values],
	);
	const checks: Record<string, number> = {};
	const counts: FindingCount[] = [];
	let [total, dismissed] = [0, 0];
	for (const { check, severity, ...line } of found.rows) {
		if (check !== null && severity !== null)
			counts.push({ check, severity, open: line.open, dismissed: line.dismissed });
		else if (line.passages > 0) checks[check ?? "any"] = line.passages;
		if (check === null) [total, dismissed] = [line.open, line.dismissed];
	}
	return { total, dismissed, counts, checks };
}

async function passagesIn(
	values: ToldValues,
	{ check = null, severity = null, state, from }: Optional<FindingsQuery>,
): Promise<Pick<WireFindings, "passages" | "more">> {
	const found = await pool().query<Omit<PassageFindings, "index"> & { index: string; all: string }>(
		`WITH ${told}, listed AS (
			SELECT t."passageId", jsonb_agg(t."finding" || jsonb_build_object('dismissal', CASE WHEN d."id" IS NOT NULL THEN
				jsonb_build_object('id', d."id", 'reason', d."reason", 'note', d."note", 'by', u."name", 'at', d."at") END)
				ORDER BY s."side", s."rank", (t."finding"->>'start')::int) AS "findings"
			FROM told t JOIN "Segment" s ON s."documentId" = t."documentId" AND s."id" = t."finding"->>'segment' LEFT JOIN "Dismissal" d ON d."id" = t."dismissal" LEFT JOIN "User" u ON u."id" = d."byId"
			WHERE ($4::text IS NULL OR t."check" = $4) AND ($5::text IS NULL OR t."severity" = $5)
				AND ($6 = 'any' OR (t."dismissal" IS NULL) = ($6 = 'open'))
			GROUP BY 1
		), numbered AS (
			SELECT "id", row_number() OVER (ORDER BY "rank") - 1 AS "index" FROM "Passage" WHERE "documentId" = ANY($1)
		)
		SELECT n."id", n."index", c."content", l."findings", count(*) OVER () AS "all"
		FROM listed l JOIN numbered n ON n."id" = l."passageId"
		JOIN "CheckedPassage" c ON c."documentId" = ANY($1) AND c."passageId" = l."passageId"
		WHERE n."index" >= $7 ORDER BY n."index" LIMIT ${mostPassages}`,
		[...values, check, severity, state, from],
	);
	const passages = found.rows.map(({ id, index, content, findings }) => ({
		id,
		index: Number(index),
		content,
		findings: findings.map(dated),
	}));
	return { passages, more: Number(found.rows[0]?.all ?? 0) - passages.length };
}

type Optional<Query> = { readonly [Name in keyof Query]: Query[Name] | null };

/** JSON of the database writes a time as it stands in its own zone. */
export const dated = (finding: WireFinding): WireFinding =>
	finding.dismissal
		? { ...finding, dismissal: { ...finding.dismissal, at: new Date(finding.dismissal.at).toISOString() } }
		: finding;
