/** A document at a glance: a letter for each passage, the headings, the words done. */
import {
	confidenceLetters,
	noConfidence,
	type OutlineHeading,
	type WireOutline,
} from "#lib/core/document/wire.ts";
import { withoutMarks } from "#lib/core/formats/marked-text.ts";
import type { Actor } from "./access.ts";
import { pool } from "./db.ts";
import { documentHead } from "./passages.ts";
import { documentProgress } from "./progress.ts";

export async function readOutline(actor: Actor, documentId: string): Promise<WireOutline> {
	const { headNumber, description } = await documentHead(actor, documentId);
	const machine = description.origins.flatMap((origin, i) => (origin.kind === "machine" ? [i] : []));
	const [letters, headings, words] = await Promise.all([
		readLetters(documentId, machine),
		readHeadings(documentId),
		documentProgress(documentId, description),
	]);
	return { headNumber, ...letters, headings, words };
}

/** Put together by the database: a long document has 50,000 of them. */
async function readLetters(
	documentId: string,
	machine: readonly number[],
): Promise<Pick<WireOutline, "states" | "links" | "confidences">> {
	const found = await pool().query<{ states: string; links: string; confidences: string }>(
		`SELECT coalesce(string_agg("state", '' ORDER BY "rank"), '') AS "states", coalesce(string_agg("link", '' ORDER BY "rank"), '') AS "links",
			coalesce(string_agg("confidence", '' ORDER BY "rank"), '') AS "confidences"
		FROM (
			SELECT p."rank", left(p."link", 1) AS "link",
				CASE WHEN p."confidence" IS NULL THEN $4 ELSE substr($3, 1 + floor(p."confidence" * (length($3) - 1))::integer, 1) END AS "confidence",
				CASE p."state" WHEN 'empty' THEN 'e' WHEN 'edited' THEN 'c' WHEN 'reviewed' THEN 'r' WHEN 'approved' THEN 'a'
					ELSE CASE WHEN m."passageId" IS NULL THEN 'd' ELSE 'm' END
				END AS "state"
			FROM "Passage" p LEFT JOIN (
				SELECT DISTINCT "passageId" FROM "Segment" WHERE "documentId" = $1 AND "side" = 'target' AND "origin" = ANY($2)
			) AS m ON m."passageId" = p."id" WHERE p."documentId" = $1
		) AS letter`,
		[documentId, machine, confidenceLetters, noConfidence],
	);
	return found.rows[0] ?? { states: "", links: "", confidences: "" };
}

/** The first of each passage; a rendered one before its source. */
async function readHeadings(documentId: string): Promise<OutlineHeading[]> {
	const found = await pool().query<Omit<OutlineHeading, "index"> & { index: string }>(
		`SELECT DISTINCT ON (p."index") p."index", p."id" AS "passage", s."text", s."kind"
		FROM (SELECT "id", row_number() OVER (ORDER BY "rank") - 1 AS "index" FROM "Passage" WHERE "documentId" = $1) AS p
		JOIN "Segment" s ON s."documentId" = $1 AND s."passageId" = p."id" AND s."kind" IN ('title', 'heading')
		ORDER BY p."index", s."side" DESC, s."rank"`,
		[documentId],
	);
	return found.rows.map(({ index, text, ...heading }) => ({
		...heading,
		text: withoutMarks(text),
		index: Number(index),
	}));
}
