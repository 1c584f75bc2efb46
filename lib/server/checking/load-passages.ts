/** Passages as checks see them, with the stamp of what they see. */
import type { LinkState, PassageState, Side } from "#lib/core/document/model.ts";
import type { CheckedPassage, CheckedSegment } from "#lib/core/qa/contract.ts";
import { pool } from "#lib/server/db.ts";
import type { CheckedHead } from "./rules.ts";
import { ofPassage, stamp } from "./stamp.ts";

export interface Stamped {
	readonly stamp: string;
	readonly passage: CheckedPassage;
}

interface Line {
	id: string;
	state: PassageState;
	link: LinkState;
	stamp: string;
	segment: string;
	side: Side;
	text: string;
	draft: string | null;
	origin: number | null;
}

export async function loadPassages(
	{ id, origins }: CheckedHead,
	passages: readonly string[],
): Promise<Stamped[]> {
	const found = await pool().query<Line>({
		name: "passages-to-check",
		text: `SELECT p."id", p."state", p."link", p."stamp", s."id" AS "segment", s."side", s."text", s."draft", s."origin"
			FROM (
				SELECT p."documentId", p."id", p."rank", p."state", p."link", ${stamp} AS "stamp"
				FROM "Passage" p JOIN ${ofPassage} WHERE p."documentId" = $1 AND p."id" = ANY($2)
				GROUP BY p."documentId", p."id"
			) AS p JOIN ${ofPassage} ORDER BY p."rank", s."side", s."rank"`,
		values: [id, passages],
	});
	const outdated = await reviewedBefore(id, found.rows);
	return [...Map.groupBy(found.rows, (line) => line.id)].flatMap(([passage, lines]) => {
		const [first] = lines;
		if (!first) return [];
		const { state, link } = first;
		const segments = (side: Side): CheckedSegment[] =>
			lines
				.filter((line) => line.side === side)
				.map(({ segment, text, draft, origin }) => {
					const machine = origin !== null && origins[origin]?.kind === "machine";
					return { id: segment, text, ...(machine && draft !== null && { machineDraft: draft }) };
				});
		return {
			stamp: first.stamp,
			passage: {
				id: passage,
				source: segments("source"),
				target: segments("target"),
				state,
				link,
				...(outdated.has(passage) && { sourceChangedAfterReview: true }),
			},
		};
	});
}

/** Passages whose rendering, as it stands, was said to read correctly beside another source text. */
async function reviewedBefore(documentId: string, lines: readonly Line[]): Promise<Set<string>> {
	const stale = lines.filter(
		({ link, state }) => link === "stale" && state !== "reviewed" && state !== "approved",
	);
	if (stale.length === 0) return new Set();
	const found = await pool().query<{ id: string }>(
		`SELECT DISTINCT k."id" FROM (
			SELECT s."passageId" AS "id", array_agg(s."id") AS "segments",
				string_agg(s."id" || '@' || s."version", ' ' ORDER BY s."rank") AS "wording"
			FROM "Segment" s WHERE s."documentId" = $1 AND s."passageId" = ANY($2) AND s."side" = 'target' GROUP BY 1
		) AS k JOIN "RevisionSegment" r ON r."documentId" = $1 AND r."segmentId" = ANY(k."segments")
		JOIN "Fact" f ON f."documentId" = $1 AND f."number" = r."number" AND (r."ordinal" IS NULL OR f."ordinal" = r."ordinal")
		WHERE f."kind" IN ('review', 'approval') AND f."standing" AND f."source" <> '' AND f."target" = k."wording"`,
		[documentId, [...new Set(stale.map(({ id }) => id))]],
	);
	return new Set(found.rows.map(({ id }) => id));
}
