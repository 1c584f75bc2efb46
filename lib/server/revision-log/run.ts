/** Statements about a run of passages, however long: of standings nothing but the link changes. */
import { contentKey, FactBook, standingOf } from "#lib/core/document/facts.ts";
import type { Fact, Row, Standing } from "#lib/core/document/model.ts";
import type { Applied } from "#lib/core/document/operations/contract.ts";
import { type Operation, scopeOf } from "#lib/core/document/operations/registry.ts";
import { deriveStandings, loadFacts } from "./fact-store.ts";
import type { Loaded, StoredRow } from "./load.ts";
import type { Target } from "./target.ts";

/** Passages that are sent with an answer; of more than these a client reads its window again. */
const mostSent = 100;

export function isLong(operation: Operation, rows: readonly Row[]): boolean {
	return scopeOf(operation).kind === "run" && rows.length > mostSent;
}

/** The statements about links that give these rows the standings that are stored: thousands of facts need not be read. */
export function linksOf(rows: readonly StoredRow[]): FactBook {
	const book = new FactBook();
	for (const { row, standing } of rows) {
		const key = contentKey("link", row);
		const said = { kind: "link", standing: true, confidence: null } as const;
		if (standing.link === "confirmed") book.record({ ...said, ...key });
		if (standing.link === "stale") book.record({ ...said, source: key.source, target: `${key.target} gone` });
	}
	return book;
}

/** The rows that the statements are about, which come in their order. */
function meantBy({ rows }: Loaded, facts: readonly Fact[]): StoredRow[] {
	let next = 0;
	return rows.filter(({ row }) => {
		const { source, target } = contentKey("link", row);
		const is = facts[next]?.source === source && facts[next]?.target === target;
		if (is) next += 1;
		return is;
	});
}

/**
 * Writes the statements of a long run, what histories say of them and the links that follow, all by the database: it
 * has the segments already, and is told only which passages are meant. The tests hold it against the pure function.
 * Answers the passages meant.
 */
export async function writeLongRun(
	{ client, documentId, number }: Target,
	loaded: Loaded,
	{ facts = [] }: Applied<Operation>,
): Promise<StoredRow[]> {
	const meant = meantBy(loaded, facts);
	const standing = facts.every((fact) => fact.standing);
	// Rows written a moment ago are not counted in the planner's statistics, see deriveStandings.
	await client.query("SET LOCAL enable_nestloop = off");
	await client.query("SET LOCAL work_mem = '64MB'");
	await client.query(
		`WITH entry AS MATERIALIZED (
			SELECT id, (place - 1)::integer AS ordinal FROM unnest($3::text[]) WITH ORDINALITY AS e(id, place)
		), named AS MATERIALIZED (
			SELECT e.ordinal, s."id", s."side", s."rank", s."version", s."other"->>'since' AS since
			FROM entry e JOIN "Segment" s ON s."documentId" = $1 AND s."passageId" = e.id
		), facts AS (
			INSERT INTO "Fact" ("documentId", "number", "ordinal", "kind", "source", "target", "standing")
			SELECT $1, $2, n.ordinal, 'link',
				coalesce(string_agg(n."id" || '@' || n."version" || coalesce('~' || n.since, ''), ' ' ORDER BY n."rank") FILTER (WHERE n."side" = 'source'), ''),
				coalesce(string_agg(n."id" || coalesce('@~' || n.since, ''), ' ' ORDER BY n."rank") FILTER (WHERE n."side" = 'target'), ''),
				$4
			FROM named n GROUP BY n.ordinal
		), histories AS (
			INSERT INTO "RevisionSegment" ("documentId", "segmentId", "number", "ordinal")
			SELECT $1, n."id", $2, n.ordinal FROM named n ORDER BY n."id"
		)
		UPDATE "Passage" p SET "link" = 'confirmed' FROM entry e WHERE $4 AND p."documentId" = $1 AND p."id" = e.id`,
		[documentId, number, meant.map(({ row }) => row.id), standing],
	);
	await client.query("SET LOCAL enable_nestloop = on");
	await client.query("RESET work_mem");
	if (!standing) await deriveStandings(client, documentId, meant[0]?.rank ?? "", meant.at(-1)?.rank ?? null);
	return meant;
}

/**
 * Where the links are stated, they are confirmed. Where that is taken back, an earlier statement may still speak of
 * the segments.
 */
export async function linksAfter(
	target: Target,
	loaded: Loaded,
	{ facts = [] }: Applied<Operation>,
): Promise<{ row: Row; standing: Standing }[]> {
	const { client, documentId } = target;
	const meant = meantBy(loaded, facts);
	if (facts.every(({ standing }) => standing))
		return meant.map(({ row, standing }) => ({ row, standing: { ...standing, link: "confirmed" } }));
	const book = await loadFacts(
		client,
		documentId,
		meant.map(({ row }) => row),
	);
	return meant.map(({ row, standing }) => ({
		row,
		standing: { ...standing, link: standingOf(row, book).link },
	}));
}
