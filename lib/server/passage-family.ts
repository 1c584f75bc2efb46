/** Which revisions belong to the history of a passage: those of every segment that is or was in it. */
import { type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import { pool } from "./db.ts";

/** Operations that say which segments a passage had, when they took some out or in. */
const regrouping = `'merge', 'divide', 'move', 'carry', 'insert', 'remove', 'discard'`;

/** Numbers of revisions; of a passage that is gone too. */
export async function familyOf(documentId: string, passageId: string): Promise<number[]> {
	const segments = await segmentsEver(documentId, passageId);
	const found = await pool().query<{ number: number }>(
		`WITH RECURSIVE family(id) AS (
			SELECT unnest($2::text[])
			UNION
			SELECT l."fromId" FROM "Lineage" l JOIN family f ON l."toId" = f.id WHERE l."documentId" = $1
		), here AS (
			SELECT "side", max("rank") AS "rank" FROM "Segment" WHERE "documentId" = $1 AND "passageId" = $3 GROUP BY "side"
		)
		SELECT s."number" FROM "RevisionSegment" s JOIN family f ON f.id = s."segmentId" WHERE s."documentId" = $1
		UNION
		SELECT r."number" FROM "Revision" r
		JOIN "Segment" first ON first."documentId" = $1 AND first."id" = CASE WHEN r."type" = 'shift' THEN r."operation"::json->>'segment' END
		JOIN here ON here."side" = first."side" AND first."rank" <= here."rank"
		WHERE r."documentId" = $1 AND r."type" = 'shift'`,
		[documentId, segments, passageId],
	);
	return found.rows.map(({ number }) => number);
}

async function segmentsEver(documentId: string, passageId: string): Promise<string[]> {
	const [here, told] = await Promise.all([
		pool().query<{ id: string }>(`SELECT "id" FROM "Segment" WHERE "documentId" = $1 AND "passageId" = $2`, [
			documentId,
			passageId,
		]),
		pool().query<{ operation: string; inverse: string }>(
			`SELECT "operation", "inverse" FROM "Revision" WHERE "documentId" = $1 AND "type" IN (${regrouping})
				AND (position($2 IN "operation") > 0 OR position($2 IN "inverse") > 0)`,
			[documentId, passageId],
		),
	]);
	const named = told.rows
		.flatMap(({ operation, inverse }) => [operation, inverse])
		.flatMap((body) => {
			const said = StoredOperation.nullable().parse(JSON.parse(body));
			return said ? segmentsSaid(said, passageId) : [];
		});
	return [...new Set([...here.rows.map(({ id }) => id), ...named])];
}

function segmentsSaid(operation: Operation, passageId: string): string[] {
	const rows =
		operation.type === "merge" || operation.type === "move" || operation.type === "carry"
			? operation.rows
			: operation.type === "divide" ||
					operation.type === "insert" ||
					operation.type === "remove" ||
					operation.type === "discard"
				? [operation.row]
				: [];
	return rows.filter(({ id }) => id === passageId).flatMap(({ source, target }) => [...source, ...target]);
}
