/** What people of a project have confirmed: from it aligners learn the words of its texts. */
import type { Example } from "#lib/core/align/contract.ts";
import { pool } from "./db.ts";

/** Pairs that an aligner learns from at most: it reads them anew each time. */
const mostExamples = 2_000;
/** Characters of a side above which a passage says little about single words. */
const longestExample = 1_000;

/**
 * Confirmed passages of the project's documents in these languages (only the first part of a tag counts), those of
 * the documents that were worked on last first.
 */
export async function confirmedExamples(
	projectId: string,
	sourceLanguage: string,
	targetLanguage: string,
): Promise<Example[]> {
	const found = await pool().query<Example>(
		`WITH chosen AS (
			SELECT d."updatedAt", p."documentId", p."id", p."rank" FROM "Document" d JOIN "Passage" p ON p."documentId" = d."id"
			WHERE d."projectId" = $1 AND d."deletedAt" IS NULL AND p."link" = 'confirmed'
				AND split_part(lower(d."sourceLanguage"), '-', 1) = split_part(lower($2), '-', 1)
				AND split_part(lower(d."targetLanguage"), '-', 1) = split_part(lower($3), '-', 1)
			ORDER BY d."updatedAt" DESC, p."documentId", p."rank" LIMIT ${mostExamples}
		), sides AS (
			SELECT c."updatedAt", c."documentId", c."rank",
				string_agg(s."text", ' ' ORDER BY s."rank") FILTER (WHERE s."side" = 'source') AS "source",
				string_agg(s."text", ' ' ORDER BY s."rank") FILTER (WHERE s."side" = 'target') AS "target"
			FROM chosen c JOIN "Segment" s ON s."documentId" = c."documentId" AND s."passageId" = c."id"
			GROUP BY c."updatedAt", c."documentId", c."id", c."rank"
		)
		SELECT "source", "target" FROM sides
		WHERE length("source") BETWEEN 1 AND ${longestExample} AND length("target") BETWEEN 1 AND ${longestExample}
		ORDER BY "updatedAt" DESC, "documentId", "rank"`,
		[projectId, sourceLanguage, targetLanguage],
	);
	return found.rows;
}
