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
			WHERE r."documentId" = $1 AND r."segmentId" = ANY($3) AND f."kind" = 'link'
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
 * `standingOf` for every passage from a rank on, computed by the database: one statement whatever the
 * length. The tests hold it against the pure function.
 */
export async function deriveStandings(
	client: ClientBase,
	documentId: string,
	fromRank: string,
): Promise<void> {
	// Rows written a moment ago are not counted in the planner's statistics: a nested loop over them takes minutes.
	await client.query("SET LOCAL enable_nestloop = off");
	await client.query(
		`WITH line AS (
			SELECT p."id",
				coalesce(string_agg(s."id" || '@' || s."version", ' ' ORDER BY s."rank") FILTER (WHERE s."side" = 'source'), '') AS source,
				coalesce(string_agg(s."id" || '@' || s."version", ' ' ORDER BY s."rank") FILTER (WHERE s."side" = 'target'), '') AS wording,
				coalesce(string_agg(s."id" || '@' || s."version" || coalesce('~' || (s."other"->>'since'), ''), ' ' ORDER BY s."rank")
					FILTER (WHERE s."side" = 'source'), '') AS linked_source,
				coalesce(string_agg(s."id" || coalesce('@~' || (s."other"->>'since'), ''), ' ' ORDER BY s."rank")
					FILTER (WHERE s."side" = 'target'), '') AS linked_target,
				bool_or(s."other" IS NOT NULL) AS other,
				coalesce(string_agg(s."id", ' ' ORDER BY s."rank") FILTER (WHERE s."side" = 'target'), '') AS target,
				coalesce(bool_and(s."text" ~ E'^[ \\t\\n\\u000b\\f\\r\\u00a0\\u3000\\ufeff]*$') FILTER (WHERE s."side" = 'target'), true) AS bare,
				bool_and(s."draft" IS NOT DISTINCT FROM s."text") FILTER (WHERE s."side" = 'target') AS untouched
			FROM "Passage" p JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
			WHERE p."documentId" = $1 AND p."rank" >= $2
			GROUP BY p."id"
		), fact AS (
			SELECT * FROM (
				SELECT DISTINCT ON ("digest") "digest", "kind", "source", "target", "standing", "confidence"
				FROM "Fact" WHERE "documentId" = $1 ORDER BY "digest", "number" DESC, "ordinal" DESC
			) AS last WHERE "standing"
		), mentioned AS (
			SELECT DISTINCT split_part(item, '@', 1) AS id
			FROM fact, unnest(string_to_array("source" || ' ' || "target", ' ')) AS item WHERE "kind" = 'link'
		), stale AS (
			SELECT DISTINCT s."passageId" AS id FROM "Segment" s JOIN mentioned m ON m.id = s."id"
			WHERE s."documentId" = $1 AND s."passageId" IS NOT NULL
		), derived AS (
			SELECT line.id,
				CASE
					WHEN line.bare THEN 'empty'
					WHEN approved.digest IS NOT NULL THEN 'approved'
					WHEN reviewed.digest IS NOT NULL THEN 'reviewed'
					WHEN approved_bare.digest IS NOT NULL THEN 'approved'
					WHEN reviewed_bare.digest IS NOT NULL THEN 'reviewed'
					WHEN line.untouched THEN 'draft'
					ELSE 'edited'
				END AS state,
				NOT line.bare AND approved.digest IS NULL AND reviewed.digest IS NULL
					AND (approved_bare.digest IS NOT NULL OR reviewed_bare.digest IS NOT NULL) AS "withoutSource",
				CASE WHEN linked.digest IS NOT NULL THEN 'confirmed' WHEN line.other OR stale.id IS NOT NULL THEN 'stale' ELSE 'automatic' END AS link,
				bead.confidence
			FROM line
			LEFT JOIN fact approved ON approved.digest = md5('approval|' || line.source || '|' || line.wording)
			LEFT JOIN fact reviewed ON reviewed.digest = md5('review|' || line.source || '|' || line.wording)
			LEFT JOIN fact approved_bare ON line.source <> '' AND approved_bare.digest = md5('approval||' || line.wording)
			LEFT JOIN fact reviewed_bare ON line.source <> '' AND reviewed_bare.digest = md5('review||' || line.wording)
			LEFT JOIN fact linked ON linked.digest = md5('link|' || line.linked_source || '|' || line.linked_target)
			LEFT JOIN fact bead ON bead.digest = md5('bead|' || line.source || '|' || line.target)
			LEFT JOIN stale ON stale.id = line.id
		)
		UPDATE "Passage" p
		SET "state" = d.state, "withoutSource" = d."withoutSource", "link" = d.link, "confidence" = d.confidence
		FROM derived d
		WHERE p."documentId" = $1 AND p."id" = d.id
			AND (p."state", p."withoutSource", p."link", p."confidence") IS DISTINCT FROM (d.state, d."withoutSource", d.link, d.confidence)`,
		[documentId, fromRank],
	);
	await client.query("SET LOCAL enable_nestloop = on");
}
