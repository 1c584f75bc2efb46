/** Who wrote what stands in a document now, word by word. */
import type { ClientBase } from "pg";
import { z } from "zod";
import { type BlameStretch, SegmentBlame } from "#lib/core/document/blame/blame-segments.ts";
import { wordingTypes } from "#lib/core/document/blame/steps.ts";
import { isMachine, type WireBlame, type WireWriter } from "#lib/core/document/blame/wire.ts";
import type { Origin, Side } from "#lib/core/document/model.ts";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import { type Actor, requireDocument } from "./access.ts";
import { AppError } from "./errors.ts";
import { inTransaction } from "./revision-log/transaction.ts";
import { type Person, suggester } from "./revisions.ts";

/** Passages in one answer. */
const mostPassages = 50;

export const BlameQuery = z.strictObject({
	/** Ids of passages, divided by commas: their renderings are told of. */
	passages: z
		.string()
		.regex(/^[0-9A-Za-z]{12,24}(,[0-9A-Za-z]{12,24})*$/)
		.transform((text) => text.split(","))
		.refine((ids) => ids.length <= mostPassages),
});
export type BlameQuery = z.infer<typeof BlameQuery>;

/** Revisions that are read for one answer, the newest; what they found is whoever's who wrote it last. */
const mostRead = 5_000;
const batch = 250;

type Client = Pick<ClientBase, "query">;

export async function segmentBlame(actor: Actor, documentId: string, segmentId: string): Promise<WireBlame> {
	await requireDocument(actor, documentId, "document.read");
	return await atOneMoment(async (client) => {
		const found = await client.query<{ id: string; side: Side }>(
			`SELECT "id", "side" FROM "Segment" WHERE "documentId" = $1 AND "id" = $2`,
			[documentId, segmentId],
		);
		const [segment] = found.rows;
		if (!segment) throw new AppError("not-found", "notFound");
		return await blameOf(client, documentId, [segment.id], segment.side);
	});
}

/** Of the renderings of passages, in the order of the document. */
export async function passagesBlame(
	actor: Actor,
	documentId: string,
	{ passages }: BlameQuery,
): Promise<WireBlame> {
	await requireDocument(actor, documentId, "document.read");
	return await atOneMoment(async (client) => {
		const found = await client.query<{ id: string }>(
			`SELECT "id" FROM "Segment" WHERE "documentId" = $1 AND "passageId" = ANY($2) AND "side" = 'target' ORDER BY "rank"`,
			[documentId, passages],
		);
		const ids = found.rows.map(({ id }) => id);
		return await blameOf(client, documentId, ids, "target");
	});
}

export async function atOneMoment<Result>(work: (client: ClientBase) => Promise<Result>): Promise<Result> {
	return await inTransaction(async (client) => {
		await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
		return await work(client);
	});
}

interface Present {
	id: string;
	text: string;
	version: number;
	origin: number | null;
}

export async function blameOf(
	client: Client,
	documentId: string,
	ids: readonly string[],
	side: Side,
): Promise<WireBlame> {
	const wanted = await kinOf(client, documentId, ids);
	const found = await client.query<Present>(
		`SELECT "id", "text", "version", "origin" FROM "Segment" WHERE "documentId" = $1 AND "id" = ANY($2)`,
		[documentId, [...wanted]],
	);
	const segments = new Map(found.rows.map((segment) => [segment.id, segment]));
	const blame = new SegmentBlame(wanted, segments);
	await takeRevisions(client, documentId, wanted, blame);
	const { language, origins } = await described(client, documentId, side);
	// A segment that is gone came with the same file as those that hold its words.
	const usual = found.rows.find(({ origin }) => origin !== null)?.origin ?? null;
	const told = blame.tell(language, (id) => segments.get(id)?.origin ?? usual);
	const texts = ids.flatMap((id) => {
		const segment = segments.get(id);
		return segment ? [{ segment, stretches: told.get(id) ?? [] }] : [];
	});
	return await signed(client, documentId, texts, origins);
}

/** The segments and all that share words with them through cuts, joins and newer files. */
async function kinOf(client: Client, documentId: string, ids: readonly string[]): Promise<Set<string>> {
	const found = await client.query<{ id: string }>(
		`WITH RECURSIVE kin(id) AS (
			SELECT unnest($2::text[])
			UNION
			SELECT other.id FROM kin CROSS JOIN LATERAL (
				SELECT l."toId" FROM "Lineage" l WHERE l."documentId" = $1 AND l."fromId" = kin.id
				UNION ALL SELECT l."fromId" FROM "Lineage" l WHERE l."documentId" = $1 AND l."toId" = kin.id
			) AS other(id)
		) SELECT id FROM kin`,
		[documentId, ids],
	);
	return new Set(found.rows.map(({ id }) => id));
}

async function takeRevisions(
	client: Client,
	documentId: string,
	wanted: ReadonlySet<string>,
	blame: SegmentBlame,
): Promise<void> {
	let before: number | null = null;
	for (let read = 0; read < mostRead; read += batch) {
		const found: { rows: { number: number; operation: string; inverse: string | null }[] } =
			await client.query(
				`WITH touched AS MATERIALIZED (
				SELECT DISTINCT "number" FROM "RevisionSegment"
				WHERE "documentId" = $1 AND "segmentId" = ANY($2) AND ($4::integer IS NULL OR "number" < $4)
			)
			SELECT r."number", r."operation", r."inverse" FROM touched t
			JOIN "Revision" r ON r."documentId" = $1 AND r."number" = t."number" AND r."type" = ANY($3)
			ORDER BY r."number" DESC LIMIT ${batch}`,
				[documentId, [...wanted], wordingTypes, before],
			);
		for (const { number, operation, inverse } of found.rows)
			blame.take({
				number,
				operation: parsed(operation),
				inverse: inverse === null ? null : parsed(inverse),
			});
		if (found.rows.length < batch) return;
		before = found.rows.at(-1)?.number ?? null;
	}
}

const parsed = (body: string) => StoredOperation.parse(JSON.parse(body));

async function described(
	client: Client,
	documentId: string,
	side: Side,
): Promise<{ language: string; origins: readonly Origin[] }> {
	const found = await client.query<{ language: string; origins: readonly Origin[] }>(
		`SELECT CASE WHEN $2 = 'source' THEN "sourceLanguage" ELSE "targetLanguage" END AS "language", "origins"
		FROM "Document" WHERE "id" = $1`,
		[documentId, side],
	);
	return found.rows[0] ?? { language: "en", origins: [] };
}

/** Revisions whose words are a file's, or those of another translation, and not their actor's. */
const bring: readonly string[] = ["import", "attach", "update", "fill", "settle"];

/** With names and times for the numbers of revisions. */
async function signed(
	client: Client,
	documentId: string,
	texts: readonly { readonly segment: Present; readonly stretches: readonly BlameStretch[] }[],
	origins: readonly Origin[],
): Promise<WireBlame> {
	const numbers = new Set(texts.flatMap(({ stretches }) => stretches.map(({ by }) => by.revision)));
	const found = await client.query<Line>(
		`SELECT r."number", r."at", r."type", jsonb_build_object('id', u."id", 'name', u."name") AS "actor", ${suggester} AS "suggestedBy"
		FROM "Revision" r JOIN "User" u ON u."id" = r."actorId" WHERE r."documentId" = $1 AND r."number" = ANY($2)`,
		[documentId, [...numbers]],
	);
	const lines = new Map(found.rows.map((line) => [line.number, line]));
	const writers: WireWriter[] = [];
	const places = new Map<string, number>();
	const placeOf = ({ by }: BlameStretch): number => {
		const origin = by.is === "draft" ? by.origin : null;
		const key = `${by.is} ${by.revision} ${origin}`;
		const known = places.get(key);
		if (known !== undefined) return known;
		const writer = writerOf(lines.get(by.revision), by, origin === null ? null : (origins[origin] ?? null));
		places.set(key, writers.push(writer) - 1);
		return writers.length - 1;
	};
	return {
		texts: texts.map(({ segment: { id, version, text }, stretches }) => {
			const placed = stretches.map((one) => [one.start, one.end, placeOf(one)] as const);
			const machine = placed.reduce(
				(sum, [start, end, writer]) => sum + (isMachine(writers[writer]) ? end - start : 0),
				0,
			);
			return { segment: id, text, version, stretches: placed, machine };
		}),
		writers,
	};
}

interface Line {
	number: number;
	at: Date;
	type: string;
	actor: Person;
	suggestedBy: Person | null;
}

function writerOf(line: Line | undefined, by: BlameStretch["by"], origin: Origin | null): WireWriter {
	const { revision } = by;
	const at = line?.at.toISOString() ?? "";
	if (!line || (by.is === "draft" && bring.includes(line.type))) return { is: "draft", revision, at, origin };
	return { is: "person", revision, at, actor: line.actor, suggestedBy: line.suggestedBy };
}
