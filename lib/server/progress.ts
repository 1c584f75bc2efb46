/** How much of a document is reviewed, in words. */
import type { Progress } from "#lib/core/document/wire.ts";
import { countWords } from "#lib/core/text/words.ts";
import { pool } from "./db.ts";

interface Line {
	text: string;
	done: boolean;
}

/**
 * Counts the target side, or the source side where passages of it are still empty and nobody has confirmed
 * that they stay so: a document is never said to be done while something is missing. `sourceLanguage` and `targetLanguage` are the document's.
 */
export async function documentProgress(
	documentId: string,
	{ sourceLanguage, targetLanguage }: { sourceLanguage: string; targetLanguage: string },
): Promise<Progress> {
	const missing = await pool().query<{ missing: boolean }>(
		`SELECT EXISTS (
			SELECT FROM "Passage" p JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
			WHERE p."documentId" = $1 AND p."state" = 'empty' AND p."link" <> 'confirmed' AND s."side" = 'source'
		) AS "missing"`,
		[documentId],
	);
	const side = missing.rows[0]?.missing ? "source" : "target";
	const found = await pool().query<Line>(
		`SELECT string_agg(s."text", ' ') AS "text", p."state" IN ('reviewed', 'approved') AS "done"
		FROM "Passage" p JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
		WHERE p."documentId" = $1 AND s."side" = $2 GROUP BY 2`,
		[documentId, side],
	);
	const language = side === "source" ? sourceLanguage : targetLanguage;
	const counts = found.rows.map(({ done, text }) => ({ done, count: countWords(text, language) }));
	const sum = (lines: typeof counts) => lines.reduce((total, { count }) => total + count, 0);
	return {
		done: sum(counts.filter(({ done }) => done)),
		total: sum(counts),
		unit: side === "source" ? "characters" : "words",
	};
}
