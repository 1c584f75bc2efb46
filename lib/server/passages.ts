/** Reading a document: its head, windows of its passages, its outline, its readiness. */
import type { ClientBase } from "pg";
import type {
	DocumentDescription,
	LinkState,
	OtherVersion,
	PassageState,
	SegmentKind,
	Side,
	Standing,
} from "#lib/core/document/model.ts";
import type { RowWindow, WireRow, WireSegment } from "#lib/core/document/wire.ts";
import { type Actor, can, isRole, type Permission, permissionsOf, type Role } from "./access.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { codesIn } from "./revision-log/carried.ts";

export interface DocumentHead {
	readonly id: string;
	readonly projectId: string;
	readonly projectName: string;
	readonly description: DocumentDescription;
	readonly headNumber: number;
	readonly orderNumber: number;
	readonly passages: number;
	readonly role: Role;
	readonly permissions: readonly Permission[];
	readonly sides: { readonly source: boolean; readonly target: boolean };
}

export interface WindowQuery {
	readonly offset?: number | undefined;
	readonly limit?: number | undefined;
	/** A passage that the window should surround. */
	readonly around?: string | undefined;
	/** The passages at these places and no others. */
	readonly at?: readonly number[] | undefined;
	readonly state?: PassageState | undefined;
	readonly link?: LinkState | undefined;
}

/** Passages in one answer. */
export const maxWindow = 500;

interface HeadLine extends DocumentDescription {
	projectId: string;
	projectName: string;
	role: string;
	headNumber: number;
	orderNumber: number;
	passages: string;
	source: boolean;
	target: boolean;
}

export async function documentHead(actor: Actor, documentId: string): Promise<DocumentHead> {
	const found = await pool().query<HeadLine>(
		`SELECT d."projectId", p."name" AS "projectName", m."role", d."headNumber", d."orderNumber", d."title", d."publishedOn", d."publisher",
			d."byline", d."sourceLanguage", d."targetLanguage", d."origins", d."labels",
			(SELECT count(*) FROM "Passage" WHERE "documentId" = d."id") AS "passages",
			EXISTS (SELECT FROM "Segment" WHERE "documentId" = d."id" AND "side" = 'source') AS "source",
			EXISTS (SELECT FROM "Segment" WHERE "documentId" = d."id" AND "side" = 'target') AS "target"
		FROM "Document" d JOIN "Project" p ON p."id" = d."projectId" JOIN "Membership" m ON m."projectId" = p."id" AND m."userId" = $2
		WHERE d."id" = $1 AND d."deletedAt" IS NULL AND p."deletedAt" IS NULL`,
		[documentId, actor.userId],
	);
	const line = found.rows[0];
	if (!line || !isRole(line.role)) throw new AppError("not-found", "notFound");
	if (!can(line.role, "document.read")) throw new AppError("forbidden", "forbidden");
	const { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origins, labels } = line;
	return {
		id: documentId,
		projectId: line.projectId,
		projectName: line.projectName,
		description: { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origins, labels },
		headNumber: line.headNumber,
		orderNumber: line.orderNumber,
		passages: Number(line.passages),
		role: line.role,
		permissions: permissionsOf(line.role),
		sides: { source: line.source, target: line.target },
	};
}

export async function readWindow(actor: Actor, documentId: string, query: WindowQuery): Promise<RowWindow> {
	const head = await documentHead(actor, documentId);
	const limit = Math.min(query.limit ?? 100, maxWindow);
	const filter = { state: query.state ?? null, link: query.link ?? null };
	const filtered = filter.state !== null || filter.link !== null;
	const total = filtered ? await countFiltered(documentId, filter) : head.passages;
	const offset =
		query.around === undefined
			? (query.offset ?? 0)
			: await offsetAround(documentId, query.around, filter, limit);
	const found = query.at
		? await idsAt(documentId, query.at)
		: await idsFrom(documentId, offset, limit, filter);
	const rows = await readRows(
		pool(),
		documentId,
		found.map((row) => row.id),
	);
	const indexes = new Map(found.map((row) => [row.id, Number(row.index)]));
	return {
		headNumber: head.headNumber,
		orderNumber: head.orderNumber,
		total,
		offset,
		rows: rows.map((row) => ({ ...row, index: indexes.get(row.id) ?? 0 })),
		codes: await codesIn(pool(), documentId, textsOfRows(rows)),
	};
}

interface Numbered {
	readonly id: string;
	/** A number of the database, as it sends them. */
	readonly index: string;
}

async function idsFrom(
	documentId: string,
	offset: number,
	limit: number,
	filter: Filter,
): Promise<Numbered[]> {
	const filtered = filter.state !== null || filter.link !== null;
	const found = await pool().query<Numbered>(
		filtered
			? `SELECT "id", "index" FROM (
					SELECT "id", "state", "link", row_number() OVER (ORDER BY "rank") - 1 AS "index" FROM "Passage" WHERE "documentId" = $1
				) AS numbered WHERE ($4::text IS NULL OR "state" = $4) AND ($5::text IS NULL OR "link" = $5) ORDER BY "index" OFFSET $2 LIMIT $3`
			: `SELECT "id", $2::bigint - 1 + row_number() OVER (ORDER BY "rank") AS "index" FROM (
					SELECT "id", "rank" FROM "Passage" WHERE "documentId" = $1 AND $4::text IS NULL AND $5::text IS NULL
						AND "rank" >= (SELECT "rank" FROM "Passage" WHERE "documentId" = $1 ORDER BY "rank" OFFSET $2 LIMIT 1)
					ORDER BY "rank" LIMIT $3
				) AS part`,
		[documentId, offset, limit, filter.state, filter.link],
	);
	return found.rows;
}

async function idsAt(documentId: string, places: readonly number[]): Promise<Numbered[]> {
	const found = await pool().query<Numbered>(
		`SELECT "id", "index" FROM (
			SELECT "id", row_number() OVER (ORDER BY "rank") - 1 AS "index" FROM "Passage" WHERE "documentId" = $1
		) AS numbered WHERE "index" = ANY($2) ORDER BY "index"`,
		[documentId, places],
	);
	return found.rows;
}

function textsOfRows(rows: readonly PlacelessRow[]): string[] {
	return rows.flatMap(({ source, target }) =>
		[...source, ...target].flatMap(({ text, draft }) => (draft === null ? [text] : [text, draft])),
	);
}

interface Filter {
	readonly state: PassageState | null;
	readonly link: LinkState | null;
}

async function countFiltered(documentId: string, { state, link }: Filter): Promise<number> {
	const found = await pool().query<{ count: string }>(
		`SELECT count(*) AS "count" FROM "Passage"
		WHERE "documentId" = $1 AND ($2::text IS NULL OR "state" = $2) AND ($3::text IS NULL OR "link" = $3)`,
		[documentId, state, link],
	);
	return Number(found.rows[0]?.count ?? 0);
}

async function offsetAround(
	documentId: string,
	passageId: string,
	{ state, link }: Filter,
	limit: number,
): Promise<number> {
	const found = await pool().query<{ before: string }>(
		`SELECT count(*) AS "before" FROM "Passage" WHERE "documentId" = $1
		AND "rank" < (SELECT "rank" FROM "Passage" WHERE "documentId" = $1 AND "id" = $2)
		AND ($3::text IS NULL OR "state" = $3) AND ($4::text IS NULL OR "link" = $4)`,
		[documentId, passageId, state, link],
	);
	return Math.max(0, Number(found.rows[0]?.before ?? 0) - Math.floor(limit / 2));
}

interface RowLine extends Standing {
	id: string;
	segment: string;
	side: Side;
	kind: SegmentKind;
	paragraphStart: boolean;
	text: string;
	version: number;
	draft: string | null;
	origin: number | null;
	other: OtherVersion | null;
	changedBy: string | null;
	changedAt: Date | null;
}

type PlacelessRow = Omit<WireRow, "index">;

/** The passages named, in document order. */
async function readRows(
	client: Pick<ClientBase, "query">,
	documentId: string,
	ids: readonly string[],
): Promise<PlacelessRow[]> {
	if (ids.length === 0) return [];
	const found = await client.query<RowLine>({
		name: "read-rows",
		text: `SELECT p."id", p."state", p."withoutSource", p."link", p."confidence", s."id" AS "segment", s."side", s."kind", s."paragraphStart",
			s."text", s."version", s."draft", s."origin", s."other", u."name" AS "changedBy", r."at" AS "changedAt"
		FROM "Passage" p JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
		LEFT JOIN "Revision" r ON s."draft" IS DISTINCT FROM s."text" AND r."documentId" = s."documentId" AND r."number" = s."version"
			AND r."type" NOT IN ('import', 'attach', 'update')
		LEFT JOIN "User" u ON u."id" = r."actorId"
		WHERE p."documentId" = $1 AND p."id" = ANY($2) ORDER BY p."rank", s."side", s."rank"`,
		values: [documentId, ids],
	});
	const rows: (PlacelessRow & { source: WireSegment[]; target: WireSegment[] })[] = [];
	for (const line of found.rows) {
		let last = rows.at(-1);
		if (last?.id !== line.id) {
			const { id, state, withoutSource, link, confidence } = line;
			last = { id, state, withoutSource, link, confidence, source: [], target: [] };
			rows.push(last);
		}
		const { side, kind, paragraphStart, text, version, draft, origin, other, changedBy } = line;
		const changedAt = line.changedAt?.toISOString() ?? null;
		last[side].push({
			id: line.segment,
			side,
			kind,
			paragraphStart,
			text,
			version,
			draft,
			origin,
			...(other && { other }),
			changedBy,
			changedAt,
		});
	}
	return rows;
}

/** The passages named, with their places in the document. */
export async function wireRows(
	client: Pick<ClientBase, "query">,
	documentId: string,
	ids: readonly string[],
): Promise<WireRow[]> {
	if (ids.length === 0) return [];
	const [rows, places] = await Promise.all([
		readRows(client, documentId, ids),
		placesOf(client, documentId, ids),
	]);
	return rows.map((row) => ({ ...row, index: places.get(row.id) ?? 0 }));
}

/** Counting what lies before is quick for a few passages; for many, numbering the document once is quicker. */
const fewPassages = 4;

export async function placesOf(
	client: Pick<ClientBase, "query">,
	documentId: string,
	ids: readonly string[],
): Promise<Map<string, number>> {
	const few = ids.length <= fewPassages;
	const found = await client.query<{ id: string; index: string }>({
		name: few ? "places-of-few" : "places-of-many",
		text: few
			? `SELECT p."id", (SELECT count(*) FROM "Passage" b WHERE b."documentId" = $1 AND b."rank" < p."rank") AS "index"
				FROM "Passage" p WHERE p."documentId" = $1 AND p."id" = ANY($2)`
			: `SELECT "id", "index" FROM (
					SELECT "id", row_number() OVER (ORDER BY "rank") - 1 AS "index" FROM "Passage" WHERE "documentId" = $1
				) AS numbered WHERE "id" = ANY($2)`,
		values: [documentId, ids],
	});
	return new Map(found.rows.map((line) => [line.id, Number(line.index)]));
}

export interface Readiness {
	readonly passages: number;
	readonly unreviewed: number;
	readonly empty: number;
	readonly stale: number;
}

/** What one line says before an export: it warns, it never blocks. */
export async function readiness(actor: Actor, documentId: string): Promise<Readiness> {
	const head = await documentHead(actor, documentId);
	const found = await pool().query<{ unreviewed: string; empty: string; stale: string }>(
		`SELECT count(*) FILTER (WHERE "state" NOT IN ('reviewed', 'approved')) AS "unreviewed",
			count(*) FILTER (WHERE "state" = 'empty') AS "empty", count(*) FILTER (WHERE "link" = 'stale') AS "stale"
		FROM "Passage" WHERE "documentId" = $1`,
		[documentId],
	);
	const line = found.rows[0];
	return {
		passages: head.passages,
		unreviewed: Number(line?.unreviewed ?? 0),
		empty: Number(line?.empty ?? 0),
		stale: Number(line?.stale ?? 0),
	};
}
