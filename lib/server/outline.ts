/** A document at a glance: letters for each passage, the headings, the words done. */
import { leastUneven, mostUneven } from "#lib/core/document/shape.ts";
import {
	confidenceLetters,
	nobody,
	noConfidence,
	type OutlineHeading,
	personLetters,
	somebody,
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

type Letters = Omit<WireOutline, "headNumber" | "headings" | "words">;

/**
 * Who worded a rendering of each passage last: the last revision counts. The first of each side's segments is found
 * by the least rank, which is quicker than sorting them; a space comes before every character of a rank.
 */
const parts = `
	authored AS (
		SELECT s."passageId", split_part(max(lpad(r."number"::text, 10, '0') || ' ' || r."actorId"), ' ', 2) AS "actorId"
		FROM "Segment" s JOIN "Revision" r ON r."documentId" = s."documentId" AND r."number" = s."version" AND r."type" NOT IN ('import', 'attach', 'update')
		WHERE s."documentId" = $1 AND s."side" = 'target' AND s."passageId" IS NOT NULL AND s."draft" IS DISTINCT FROM s."text" GROUP BY 1
	),
	author AS (SELECT "actorId", row_number() OVER (ORDER BY count(*) DESC, "actorId")::integer AS "place" FROM authored GROUP BY 1),
	held AS (
		SELECT "passageId", bool_or("side" = 'target' AND "origin" = ANY($2)) AS "machine",
			count(*) FILTER (WHERE "side" = 'source') AS "sources", count(*) FILTER (WHERE "side" = 'target') AS "targets",
			coalesce(sum(length("text")) FILTER (WHERE "side" = 'source'), 0) AS "before",
			coalesce(sum(length("text")) FILTER (WHERE "side" = 'target'), 0) AS "after",
			right(coalesce(
				min(("rank" || ' ' || "paragraphStart"::integer) COLLATE "C") FILTER (WHERE "side" = 'source'),
				min(("rank" || ' ' || "paragraphStart"::integer) COLLATE "C") FILTER (WHERE "side" = 'target')
			), 1) AS "start"
		FROM "Segment" WHERE "documentId" = $1 AND "passageId" IS NOT NULL GROUP BY 1
	),
	usual AS (
		SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY "after"::float8 / "before"::float8) AS "ratio" FROM held WHERE "before" > 0 AND "after" > 0
	),
	letter AS (
		SELECT p."rank", left(p."link", 1) AS "link", h."start",
			CASE WHEN p."confidence" IS NULL THEN $4 ELSE substr($3, 1 + floor(p."confidence" * (length($3) - 1))::integer, 1) END AS "confidence",
			CASE p."state" WHEN 'empty' THEN 'e' WHEN 'edited' THEN 'c' WHEN 'reviewed' THEN 'r' WHEN 'approved' THEN 'a'
				ELSE CASE WHEN h."machine" THEN 'm' ELSE 'd' END
			END AS "state",
			CASE WHEN h."targets" = 0 THEN 's' WHEN h."sources" = 0 THEN 't'
				WHEN (h."after" > h."before" * u."ratio" * $5 OR h."before" * u."ratio" > h."after" * $5::float8)
					AND abs(h."after" - h."before" * u."ratio") > $6
					THEN CASE WHEN h."sources" = 1 AND h."targets" = 1 THEN 'l' ELSE 'L' END
				WHEN h."sources" = 1 AND h."targets" = 1 THEN 'o' ELSE 'n'
			END AS "shape",
			CASE WHEN a."place" IS NULL THEN $8 WHEN a."place" > length($7) THEN $9 ELSE substr($7, a."place", 1) END AS "author"
		FROM "Passage" p CROSS JOIN usual u JOIN held h ON h."passageId" = p."id"
		LEFT JOIN authored w ON w."passageId" = p."id" LEFT JOIN author a ON a."actorId" = w."actorId"
		WHERE p."documentId" = $1
	)`;

const nothing: Letters = {
	states: "",
	links: "",
	confidences: "",
	starts: "",
	shapes: "",
	usual: null,
	authors: "",
	people: [],
};

/** Put together by the database: a long document has 50,000 of them. */
async function readLetters(documentId: string, machine: readonly number[]): Promise<Letters> {
	const together = (name: string) => `coalesce(string_agg("${name}", '' ORDER BY "rank"), '')`;
	const found = await pool().query<Letters>(
		`WITH ${parts}
		SELECT ${together("state")} AS "states", ${together("link")} AS "links", ${together("confidence")} AS "confidences",
			${together("start")} AS "starts", ${together("shape")} AS "shapes", ${together("author")} AS "authors",
			(SELECT "ratio" FROM usual) AS "usual",
			(SELECT coalesce(json_agg(json_build_object('id', "actorId", 'name', coalesce(n."name", '')) ORDER BY "place"), '[]')
				FROM author LEFT JOIN "User" n ON n."id" = "actorId" WHERE "place" <= length($7)) AS "people"
		FROM letter`,
		[
			documentId,
			machine,
			confidenceLetters,
			noConfidence,
			mostUneven,
			leastUneven,
			personLetters,
			nobody,
			somebody,
		],
	);
	return found.rows[0] ?? nothing;
}

interface HeadingLine extends Pick<OutlineHeading, "passage" | "text" | "kind"> {
	readonly index: string;
	readonly side: string;
}

/** One for each passage that holds any: what it renders beside the rendering. */
async function readHeadings(documentId: string): Promise<OutlineHeading[]> {
	const found = await pool().query<HeadingLine>(
		`SELECT DISTINCT ON (p."index", s."side") p."index", p."id" AS "passage", s."text", s."kind", s."side"
		FROM (SELECT "id", row_number() OVER (ORDER BY "rank") - 1 AS "index" FROM "Passage" WHERE "documentId" = $1) AS p
		JOIN "Segment" s ON s."documentId" = $1 AND s."passageId" = p."id" AND s."kind" IN ('title', 'heading')
		ORDER BY p."index", s."side" DESC, s."rank"`,
		[documentId],
	);
	const headings: OutlineHeading[] = [];
	for (const { index, passage, text, kind } of found.rows) {
		const last = headings.at(-1);
		const words = withoutMarks(text);
		if (last?.passage === passage) headings[headings.length - 1] = { ...last, source: words };
		else headings.push({ index: Number(index), passage, text: words, source: null, kind });
	}
	return headings;
}
