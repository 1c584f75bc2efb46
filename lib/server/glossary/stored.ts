/** Terms as the database holds them. */
import type { PoolClient } from "pg";
import type { Term } from "#lib/core/terms/term.ts";
import type { StoredTerm, TermOrigin, WireTerms } from "#lib/core/terms/wire.ts";
import { pool } from "../db.ts";

const renderings = `coalesce((
	SELECT json_agg(json_build_object('text', r."text", 'status', r."status", 'note', r."note",
		'authority', r."authority", 'alwaysWrong', r."alwaysWrong") ORDER BY r."ordinal")
	FROM "TermRendering" r WHERE r."projectId" = t."projectId" AND r."termId" = t."id"), '[]') AS "renderings"`;
const words = `t."id", t."simplified", t."traditional", t."domain", t."note", ${renderings}`;

type Asked = Pick<PoolClient, "query">;

/** All terms of a project with the number of its glossary, as they were at one moment. Access is the caller's matter. */
export async function readGlossary(projectId: string, client: Asked = pool()): Promise<WireTerms> {
	const found = await client.query<{ version: number; terms: Term[] }>(
		`SELECT p."glossaryVersion" AS "version", coalesce((
			SELECT json_agg(row_to_json(one) ORDER BY one."id") FROM (
				SELECT ${words} FROM "Term" t WHERE t."projectId" = p."id") one), '[]') AS "terms"
		FROM "Project" p WHERE p."id" = $1`,
		[projectId],
	);
	return found.rows[0] ?? { version: 0, terms: [] };
}

export async function glossaryVersion(projectId: string): Promise<number> {
	const found = await pool().query<{ version: number }>(
		`SELECT "glossaryVersion" AS "version" FROM "Project" WHERE "id" = $1`,
		[projectId],
	);
	return found.rows[0]?.version ?? 0;
}

/** Some terms, in the order of their ids as given; those that are gone are left out. */
export async function readTerms(
	projectId: string,
	ids: readonly string[],
	client: Asked = pool(),
): Promise<StoredTerm[]> {
	const found = await client.query<Omit<StoredTerm, "updatedAt"> & { updatedAt: Date }>(
		`SELECT ${words}, t."origin", t."version", coalesce(u."name", '') AS "updatedBy", t."updatedAt"
		FROM unnest($2::text[]) WITH ORDINALITY AS asked("id", "place")
		JOIN "Term" t ON t."projectId" = $1 AND t."id" = asked."id"
		LEFT JOIN "User" u ON u."id" = t."updatedById"
		ORDER BY asked."place"`,
		[projectId, ids],
	);
	return found.rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

/** Raises the glossary's number, and holds whoever else would change it until this is done. */
export async function raiseGlossary(client: PoolClient, projectId: string): Promise<number> {
	const raised = await client.query<{ version: number }>(
		`UPDATE "Project" SET "glossaryVersion" = "glossaryVersion" + 1 WHERE "id" = $1
		RETURNING "glossaryVersion" AS "version"`,
		[projectId],
	);
	return raised.rows[0]?.version ?? 0;
}

/** Adds terms in one statement; one whose id or simplified form is there already is left out. Answers the ids of the others. */
export async function addTerms(
	client: PoolClient,
	projectId: string,
	userId: string,
	origin: TermOrigin,
	terms: readonly Term[],
): Promise<string[]> {
	const added = await client.query<{ id: string }>(
		`WITH given AS (
			SELECT * FROM jsonb_to_recordset($4::jsonb) AS g("id" text, "simplified" text, "traditional" text,
				"domain" text, "note" text, "renderings" jsonb)
		), put AS (
			INSERT INTO "Term" ("projectId", "id", "simplified", "traditional", "domain", "note", "origin", "createdById", "updatedById")
			SELECT $1, "id", "simplified", "traditional", "domain", "note", $3, $2, $2 FROM given
			ON CONFLICT DO NOTHING RETURNING "id"
		), worded AS (
			INSERT INTO "TermRendering" ("projectId", "termId", "ordinal", "text", "status", "note", "authority", "alwaysWrong")
			SELECT $1, g."id", r."ordinal", r."value"->>'text', r."value"->>'status', r."value"->>'note',
				r."value"->>'authority', (r."value"->>'alwaysWrong')::boolean
			FROM given g JOIN put ON put."id" = g."id"
			CROSS JOIN LATERAL jsonb_array_elements(g."renderings") WITH ORDINALITY AS r("value", "ordinal")
		)
		SELECT "id" FROM put`,
		[projectId, userId, origin, JSON.stringify(terms)],
	);
	return added.rows.map(({ id }) => id);
}

/** Puts the new words of terms in place of the old ones. */
export async function rewriteTerms(
	client: PoolClient,
	projectId: string,
	userId: string,
	terms: readonly Term[],
): Promise<void> {
	const given = JSON.stringify(terms);
	await client.query(
		`UPDATE "Term" t SET "simplified" = g."simplified", "traditional" = g."traditional", "domain" = g."domain",
			"note" = g."note", "version" = t."version" + 1, "updatedById" = $3, "updatedAt" = now()
		FROM jsonb_to_recordset($2::jsonb) AS g("id" text, "simplified" text, "traditional" text, "domain" text, "note" text)
		WHERE t."projectId" = $1 AND t."id" = g."id"`,
		[projectId, given, userId],
	);
	await client.query(`DELETE FROM "TermRendering" WHERE "projectId" = $1 AND "termId" = ANY($2)`, [
		projectId,
		terms.map(({ id }) => id),
	]);
	await client.query(
		`INSERT INTO "TermRendering" ("projectId", "termId", "ordinal", "text", "status", "note", "authority", "alwaysWrong")
		SELECT $1, g."id", r."ordinal", r."value"->>'text', r."value"->>'status', r."value"->>'note',
			r."value"->>'authority', (r."value"->>'alwaysWrong')::boolean
		FROM jsonb_to_recordset($2::jsonb) AS g("id" text, "renderings" jsonb)
		CROSS JOIN LATERAL jsonb_array_elements(g."renderings") WITH ORDINALITY AS r("value", "ordinal")`,
		[projectId, given],
	);
}
