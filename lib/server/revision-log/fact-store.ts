/** Facts as the database keeps them: append-only, the last statement about the same content counts. */
import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { contentKey, FactBook } from "#lib/core/document/facts.ts";
import type { Fact, FactKind, Row } from "#lib/core/document/model.ts";
import { send } from "./send.ts";

const kinds = ["bead", "link", "review", "approval"] as const satisfies readonly FactKind[];

/** The index key that the database computes for a fact. */
function digest(kind: FactKind, source: string, target: string): string {
	return createHash("md5").update(`${kind}|${source}|${target}`).digest("hex");
}

/** Every fact that can bear on these rows as they stand. */
export async function loadFacts(
	client: ClientBase,
	documentId: string,
	rows: readonly Row[],
): Promise<FactBook> {
	if (rows.length === 0) return new FactBook();
	const digests = rows.flatMap((row) =>
		kinds.flatMap((kind) => {
			const { source, target } = contentKey(kind, row);
			const wording = kind === "review" || kind === "approval";
			return wording && source !== ""
				? [digest(kind, source, target), digest(kind, "", target)]
				: [digest(kind, source, target)];
		}),
	);
	const segments = rows.flatMap((row) => [...row.source, ...row.target].map((segment) => segment.id));
	const found = await client.query<Fact>(
		`SELECT "kind", "source", "target", "standing", "confidence" FROM (
			SELECT * FROM "Fact" WHERE "documentId" = $1 AND "digest" = ANY($2)
			UNION
			SELECT f.* FROM "Fact" f JOIN "RevisionSegment" r ON r."documentId" = f."documentId" AND r."number" = f."number"
			WHERE r."documentId" = $1 AND r."segmentId" = ANY($3) AND r."ordinal" IS NULL AND f."kind" = 'link'
			UNION
			SELECT f.* FROM "RevisionSegment" r
			JOIN "Fact" f ON f."documentId" = r."documentId" AND f."number" = r."number" AND f."ordinal" = r."ordinal"
			WHERE r."documentId" = $1 AND r."segmentId" = ANY($3) AND r."ordinal" IS NOT NULL
		) AS known ORDER BY "number", "ordinal"`,
		[documentId, digests, segments],
	);
	return bookOf(found.rows);
}

/** What aligners said of these pairings. */
export async function loadBeads(
	client: ClientBase,
	documentId: string,
	beads: readonly { readonly source: string; readonly target: string }[],
): Promise<FactBook> {
	const found = await client.query<Fact>(
		`SELECT "kind", "source", "target", "standing", "confidence" FROM "Fact"
		WHERE "documentId" = $1 AND "digest" = ANY($2) ORDER BY "number", "ordinal"`,
		[documentId, beads.map(({ source, target }) => digest("bead", source, target))],
	);
	return bookOf(found.rows);
}

/** Every fact of a document. */
export async function loadAllFacts(client: ClientBase, documentId: string): Promise<FactBook> {
	const found = await client.query<Fact>(
		`SELECT "kind", "source", "target", "standing", "confidence" FROM "Fact" WHERE "documentId" = $1 ORDER BY "number", "ordinal"`,
		[documentId],
	);
	return bookOf(found.rows);
}

function bookOf(facts: readonly Fact[]): FactBook {
	const book = new FactBook();
	for (const fact of facts) book.record(fact);
	return book;
}

export function insertFacts(
	client: ClientBase,
	documentId: string,
	number: number,
	facts: readonly Fact[],
): void {
	if (facts.length === 0) return;
	send(client, {
		text: `INSERT INTO "Fact" ("documentId", "number", "ordinal", "kind", "source", "target", "standing", "confidence")
		SELECT $1, $2, entry.ordinal - 1, entry.kind, entry.source, entry.target, entry.standing, entry.confidence
		FROM unnest($3::text[], $4::text[], $5::text[], $6::boolean[], $7::double precision[])
			WITH ORDINALITY AS entry(kind, source, target, standing, confidence, ordinal)`,
		values: [
			documentId,
			number,
			facts.map((fact) => fact.kind),
			facts.map((fact) => fact.source),
			facts.map((fact) => fact.target),
			facts.map((fact) => fact.standing),
			facts.map((fact) => fact.confidence),
		],
	});
}

/**
 * `standingOf` for every passage from a rank on, or up to another, computed by the database: one statement whatever the
 * length. The tests hold it against the pure function.
 */
export async function deriveStandings(
	client: ClientBase,
	documentId: string,
	fromRank: string,
	toRank: string | null = null,
): Promise<void> {
	// Rows written a moment ago are not counted in the planner's statistics: a nested loop over them takes minutes.
	await client.query("SET LOCAL enable_nestloop = off");
	// Sorting the facts of 50,000 passages on disk takes longer than everything else.
	await client.query("SET LOCAL work_mem = '64MB'");
	await client.query(
		`WITH fact AS MATERIALIZED (
			SELECT "kind", "source", "target", "confidence" FROM (
				SELECT DISTINCT ON ("digest") "kind", "source", "target", "standing", "confidence"
				FROM "Fact" WHERE "documentId" = $1 ORDER BY "digest", "number" DESC, "ordinal" DESC
			) AS last WHERE "standing"
		), worded AS MATERIALIZED (
			SELECT "source", "target", bool_or("kind" = 'approval') AS approved
			FROM fact WHERE "kind" IN ('review', 'approval') GROUP BY "source", "target"
		), mentioned AS MATERIALIZED (
			SELECT DISTINCT split_part(item, '@', 1) AS id
			FROM fact, unnest(string_to_array("source" || ' ' || "target", ' ')) AS item WHERE "kind" = 'link'
		), line AS (
			SELECT p."id",
				coalesce(string_agg(s."id" || '@' || s."version", ' ' ORDER BY s."rank") FILTER (WHERE s."side" = 'source'), '') AS source,
				coalesce(string_agg(s."id" || '@' || s."version", ' ' ORDER BY s."rank") FILTER (WHERE s."side" = 'target'), '') AS wording,
				coalesce(string_agg(s."id" || '@' || s."version" || coalesce('~' || (s."other"->>'since'), ''), ' ' ORDER BY s."rank")
					FILTER (WHERE s."side" = 'source'), '') AS linked_source,
				coalesce(string_agg(s."id" || coalesce('@~' || (s."other"->>'since'), ''), ' ' ORDER BY s."rank")
					FILTER (WHERE s."side" = 'target'), '') AS linked_target,
				coalesce(string_agg(s."id", ' ' ORDER BY s."rank") FILTER (WHERE s."side" = 'target'), '') AS target,
				coalesce(bool_and(s."text" ~ E'^[ \\t\\n\\u000b\\f\\r\\u00a0\\u3000\\ufeff]*$') FILTER (WHERE s."side" = 'target'), true) AS bare,
				bool_and(s."draft" IS NOT DISTINCT FROM s."text") FILTER (WHERE s."side" = 'target') AS untouched,
				bool_or(s."other" IS NOT NULL OR m.id IS NOT NULL) AS stale
			FROM "Passage" p
			JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
			LEFT JOIN mentioned m ON m.id = s."id"
			WHERE p."documentId" = $1 AND p."rank" >= $2 AND ($3::text IS NULL OR p."rank" <= $3)
			GROUP BY p."id"
		), derived AS (
			SELECT line.id,
				CASE
					WHEN line.bare THEN 'empty'
					WHEN coalesce(worded.approved, before_source.approved) THEN 'approved'
					WHEN worded.approved IS NOT NULL OR before_source.approved IS NOT NULL THEN 'reviewed'
					WHEN line.untouched THEN 'draft'
					ELSE 'edited'
				END AS state,
				NOT line.bare AND worded.approved IS NULL AND before_source.approved IS NOT NULL AS "withoutSource",
				CASE WHEN linked."kind" IS NOT NULL THEN 'confirmed' WHEN line.stale THEN 'stale' ELSE 'automatic' END AS link,
				bead."confidence"
			FROM line
			LEFT JOIN worded ON worded."source" = line.source AND worded."target" = line.wording
			LEFT JOIN worded before_source
				ON line.source <> '' AND before_source."source" = '' AND before_source."target" = line.wording
			LEFT JOIN fact linked
				ON linked."kind" = 'link' AND linked."source" = line.linked_source AND linked."target" = line.linked_target
			LEFT JOIN fact bead ON bead."kind" = 'bead' AND bead."source" = line.source AND bead."target" = line.target
		)
		UPDATE "Passage" p
		SET "state" = d.state, "withoutSource" = d."withoutSource", "link" = d.link, "confidence" = d.confidence
		FROM derived d
		WHERE p."documentId" = $1 AND p."id" = d.id
			AND (p."state", p."withoutSource", p."link", p."confidence") IS DISTINCT FROM (d.state, d."withoutSource", d.link, d.confidence)`,
		[documentId, fromRank, toRank],
	);
	await client.query("SET LOCAL enable_nestloop = on");
	await client.query("RESET work_mem");
}
