/** Rows of one document as the database holds them, in the shape that operations take. */
import type { ClientBase } from "pg";
import type {
	LinkState,
	OtherVersion,
	PassageState,
	Row,
	Segment,
	SegmentKind,
	Side,
	Standing,
} from "#lib/core/document/model.ts";
import type { Scope } from "#lib/core/document/operations/contract.ts";

/** A row with what storage knows beside it: order keys and the standing derived when it last changed. */
export interface StoredRow {
	readonly row: Row;
	readonly rank: string;
	readonly standing: Standing;
}

export interface Loaded {
	readonly rows: readonly StoredRow[];
	/** Order key of each loaded segment on its side. */
	readonly ranks: ReadonlyMap<string, string>;
}

interface Line {
	id: string;
	rank: string;
	link: LinkState;
	confidence: number | null;
	state: PassageState;
	withoutSource: boolean;
	segment: string;
	side: Side;
	version: number;
	other: OtherVersion | null;
	/** All of these are absent where only links are looked at. */
	kind?: SegmentKind;
	paragraphStart?: boolean;
	text?: string;
	draft?: string | null;
	origin?: number | null;
	segmentRank?: string;
}

const columns = `p."id", p."rank", p."link", p."confidence", p."state", p."withoutSource",
	s."id" AS "segment", s."side", s."kind", s."paragraphStart", s."version", s."origin", s."other", s."rank" AS "segmentRank"`;
const withText = `${columns}, s."text", s."draft"`;
/** Moving links over a whole document needs no text. */
const withoutText = `${columns}, '' AS "text", CASE WHEN s."draft" IS NULL THEN NULL ELSE '' END AS "draft"`;
/** What is said of links needs only what they name: half as much to read, of tens of thousands. */
const named = `p."id", p."rank", p."link", p."confidence", p."state", p."withoutSource",
	s."id" AS "segment", s."side", s."version", s."other"`;
const joined = `FROM "Passage" p JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"`;
const inOrder = `ORDER BY p."rank", s."side", s."rank"`;

/** A run between two named passages is at most this long; operations on neighbours need two. */
const maxLines = 4_000;

const queries = {
	rows: `SELECT ${withText} ${joined} WHERE p."documentId" = $1 AND p."id" = ANY($2) ${inOrder}`,
	neighbours: `SELECT ${withText} ${joined},
		(SELECT min("rank") AS "low", max("rank") AS "high" FROM "Passage" WHERE "documentId" = $1 AND "id" = ANY($2)) AS ends
		WHERE p."documentId" = $1 AND p."rank" BETWEEN ends."low" AND ends."high" ${inOrder} LIMIT ${maxLines}`,
	segments: `SELECT ${withText} ${joined} WHERE p."documentId" = $1 AND p."id" IN
		(SELECT "passageId" FROM "Segment" WHERE "documentId" = $1 AND "id" = ANY($2)) ${inOrder}`,
	run: `SELECT ${named} ${joined},
		(SELECT min("rank") AS "low", max("rank") AS "high" FROM "Passage" WHERE "documentId" = $1 AND "id" = ANY($2)) AS ends
		WHERE p."documentId" = $1 AND p."rank" BETWEEN ends."low" AND ends."high" ${inOrder}`,
	each: `SELECT ${withText} ${joined} WHERE p."documentId" = $1 AND p."id" IN
		(SELECT "passageId" FROM "Segment" WHERE "documentId" = $1 AND "id" = ANY($2)) ${inOrder}`,
	from: `SELECT ${withoutText} ${joined} WHERE p."documentId" = $1
		AND p."rank" >= (SELECT "rank" FROM "Passage" WHERE "documentId" = $1 AND "id" = ($2::text[])[1]) ${inOrder}`,
	all: `SELECT ${withText} ${joined} WHERE p."documentId" = $1 AND $2::text[] IS NOT NULL ${inOrder}`,
} as const;

/** The rows that an operation needs. Segments of passages that are not neighbours come with what lies between them. */
export async function loadRows(client: ClientBase, documentId: string, scope: Scope): Promise<Loaded> {
	if (scope.kind === "none") return { rows: [], ranks: new Map() };
	const ids = scope.kind === "all" ? [] : scope.kind === "from" ? [scope.id] : [...scope.ids];
	const first = await read(client, scope.kind, documentId, ids);
	if (scope.kind !== "segments" || first.rows.length < 2) return first;
	return await read(
		client,
		"neighbours",
		documentId,
		first.rows.map(({ row }) => row.id),
	);
}

/** The same where it is little; null where so much is read that it should be known first whether it may be. */
export async function loadFew(client: ClientBase, documentId: string, scope: Scope): Promise<Loaded | null> {
	const much = scope.kind === "from" || scope.kind === "all" || scope.kind === "run";
	return much ? null : await loadRows(client, documentId, scope);
}

/** Prepared where few rows are read: then planning would take longer than reading. */
async function read(
	client: ClientBase,
	kind: keyof typeof queries,
	documentId: string,
	ids: readonly string[],
): Promise<Loaded> {
	const text = queries[kind];
	const values = [documentId, ids];
	const few = kind === "rows" || kind === "neighbours" || kind === "segments";
	if (kind === "run") await client.query("SET LOCAL work_mem = '64MB'"); // 100,000 lines are not sorted on disk
	const found = await client.query<Line>(few ? { name: `load-${kind}`, text, values } : { text, values });
	return collect(found.rows);
}

function collect(lines: readonly Line[]): Loaded {
	const ranks = new Map<string, string>();
	const rows: {
		row: { id: string; source: Segment[]; target: Segment[] };
		rank: string;
		standing: Standing;
	}[] = [];
	for (const line of lines) {
		let last = rows.at(-1);
		if (last?.row.id !== line.id) {
			const { state, withoutSource, link, confidence } = line;
			last = {
				row: { id: line.id, source: [], target: [] },
				rank: line.rank,
				standing: { state, withoutSource, link, confidence },
			};
			rows.push(last);
		}
		const { segment: id, side, version, other, segmentRank } = line;
		const { kind = "body", paragraphStart = false, text = "", draft = null, origin = null } = line;
		const segment = { id, side, kind, paragraphStart, text, version, draft, origin };
		last.row[side].push(other ? { ...segment, other } : segment);
		if (segmentRank !== undefined) ranks.set(id, segmentRank);
	}
	return { rows, ranks };
}
