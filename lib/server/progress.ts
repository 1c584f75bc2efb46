/** How much of a document is reviewed, in words. */
import type { Progress } from "#lib/core/document/wire.ts";
import { withoutMarks } from "#lib/core/formats/marked-text.ts";
import { countWords } from "#lib/core/text/words.ts";
import { pool } from "./db.ts";

interface Line {
	text: string;
	done: boolean;
}

/**
 * Counts the target side, or the source side while most passages are still empty: a few words of a few
 * renderings would say little. Passages that nobody has confirmed to stay empty are named beside the count.
 */
export async function documentProgress(
	documentId: string,
	{ sourceLanguage, targetLanguage }: { sourceLanguage: string; targetLanguage: string },
): Promise<Progress> {
	const counted = await pool().query<{ missing: number; rendered: number }>(
		`SELECT count(*) FILTER (WHERE p."state" = 'empty' AND p."link" <> 'confirmed')::int AS "missing",
			count(*) FILTER (WHERE p."state" <> 'empty')::int AS "rendered"
		FROM "Passage" p WHERE p."documentId" = $1`,
		[documentId],
	);
	const { missing, rendered } = counted.rows[0] ?? { missing: 0, rendered: 0 };
	const side = missing > rendered ? "source" : "target";
	const found = await pool().query<Line>(
		`SELECT string_agg(s."text", ' ') AS "text", p."state" IN ('reviewed', 'approved') AS "done"
		FROM "Passage" p JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
		WHERE p."documentId" = $1 AND s."side" = $2 GROUP BY 2`,
		[documentId, side],
	);
	const language = side === "source" ? sourceLanguage : targetLanguage;
	const counts = found.rows.map(({ done, text }) => ({
		done,
		count: countWords(withoutMarks(text), language),
	}));
	const sum = (lines: typeof counts) => lines.reduce((total, { count }) => total + count, 0);
	return {
		done: sum(counts.filter(({ done }) => done)),
		total: sum(counts),
		unit: side === "source" ? "characters" : "words",
		empty: missing,
	};
}
