/** Who said of passages, as they stand, that they read correctly. */
import type { ClientBase } from "pg";
import type { Doing } from "#lib/core/measure/tally.ts";

interface Line {
	id: string;
	actorId: string;
	hour: number;
}

/**
 * Of a passage that was reviewed and then approved the reviewer, for it was they who read it first; the statement about
 * exactly this content counts, as in `standingOf`.
 */
export async function confirmationsIn(
	client: ClientBase,
	documentId: string,
	passages: readonly string[],
): Promise<Map<string, Doing>> {
	if (passages.length === 0) return new Map();
	const found = await client.query<Line>(
		`SELECT k."id", r."actorId", floor(extract(epoch FROM r."at") / 3600)::int AS "hour"
		FROM (
			SELECT s."passageId" AS "id",
				coalesce(string_agg(s."id" || '@' || s."version", ' ' ORDER BY s."rank") FILTER (WHERE s."side" = 'source'), '') AS "source",
				coalesce(string_agg(s."id" || '@' || s."version", ' ' ORDER BY s."rank") FILTER (WHERE s."side" = 'target'), '') AS "wording"
			FROM "Segment" s WHERE s."documentId" = $1 AND s."passageId" = ANY($2) GROUP BY 1
		) AS k CROSS JOIN LATERAL (
			SELECT f."number" FROM unnest(ARRAY[
				md5('review|' || k."source" || '|' || k."wording"), md5('approval|' || k."source" || '|' || k."wording"),
				md5('review||' || k."wording"), md5('approval||' || k."wording")
			]) WITH ORDINALITY AS key("digest", "place") CROSS JOIN LATERAL (
				SELECT "number", "standing" FROM "Fact" WHERE "documentId" = $1 AND "digest" = key."digest"
				ORDER BY "number" DESC, "ordinal" DESC LIMIT 1
			) AS f WHERE f."standing" ORDER BY key."place" LIMIT 1
		) AS said JOIN "Revision" r ON r."documentId" = $1 AND r."number" = said."number"`,
		[documentId, passages],
	);
	return new Map(found.rows.map(({ id, actorId, hour }) => [id, { actor: actorId, hour }]));
}
