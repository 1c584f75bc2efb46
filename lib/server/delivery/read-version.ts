/** A version of a document as it is handed out, with what became of its texts since an earlier one. */
import type { ClientBase } from "pg";
import type { Origin, Segment } from "#lib/core/document/model.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import type {
	Deliverable,
	DeliverPassage,
	DeliverSegment,
	Earlier,
	Trace,
} from "#lib/core/formats/deliverable.ts";
import { AppError } from "#lib/server/errors.ts";
import { codesIn } from "#lib/server/revision-log/carried.ts";
import { documentAt } from "#lib/server/revision-log/document-at.ts";
import { replayLog, replayOnto } from "#lib/server/revision-log/replay.ts";
import { Histories } from "./histories.ts";

type Client = Pick<ClientBase, "query">;

export interface Wanted {
	readonly from: "draft" | number;
	readonly to: "now" | number;
	/** Whether anybody asks what became of the texts. */
	readonly histories: boolean;
}

/** Throws `not-found` for a version that the document does not have, `refused` where the later one comes first. */
export async function readVersion(client: Client, documentId: string, wanted: Wanted): Promise<Deliverable> {
	const head = await headNumber(client, documentId);
	const to = wanted.to === "now" ? head : wanted.to;
	const { from } = wanted;
	for (const number of [to, from])
		if (typeof number === "number" && (number < 1 || number > head))
			throw new AppError("not-found", "noSuchVersion", { number });
	if (from !== "draft" && from > to) throw new AppError("refused", "versionsInOrder");
	const read =
		from === "draft"
			? await sinceDrafts(client, documentId, to, wanted.histories)
			: await sinceVersion(client, documentId, from, to);
	const passages = passagesOf(read.replica, read.histories);
	const { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage } = read.replica.description;
	const described = { title, publishedOn, publisher, byline };
	return {
		...described,
		sourceLanguage,
		targetLanguage,
		passages,
		codes: await codesIn(client, documentId, textsIn([...passages, ...(read.earlier?.passages ?? [])])),
		identity: { documentId, number: to },
		...(read.earlier && { earlier: read.earlier, touched: read.touched }),
	};
}

async function headNumber(client: Client, documentId: string): Promise<number> {
	const found = await client.query<{ headNumber: number }>(
		`SELECT "headNumber" FROM "Document" WHERE "id" = $1`,
		[documentId],
	);
	return found.rows[0]?.headNumber ?? 0;
}

interface Read {
	readonly replica: Replica;
	readonly histories: Histories;
	readonly earlier?: Earlier;
	readonly touched: Record<string, Trace>;
}

async function sinceDrafts(client: Client, documentId: string, to: number, asked: boolean): Promise<Read> {
	const histories = new Histories(await authorNames(client, documentId));
	const done = histories.note.bind(histories);
	const replica = asked
		? await replayLog(client, documentId, to, { done })
		: await documentAt(client, documentId, to);
	return { replica, histories, touched: {} };
}

async function sinceVersion(client: Client, documentId: string, from: number, to: number): Promise<Read> {
	const first = await documentAt(client, documentId, from);
	const histories = new Histories(await authorNames(client, documentId), first.rows());
	const passages = passagesOf(first, histories);
	const { title, publishedOn, publisher, byline } = first.description;
	const known = first.lineage.length;
	const replica = await replayOnto(client, documentId, first, to, { done: histories.note.bind(histories) });
	return {
		replica,
		histories,
		earlier: { title, publishedOn, publisher, byline, passages, kinships: replica.lineage.slice(known) },
		touched: await touchedBetween(client, documentId, from, to),
	};
}

function passagesOf(replica: Replica, histories: Histories): DeliverPassage[] {
	const segment = (one: Segment) => delivered(one, replica.description.origins, histories);
	return replica.rows().map((row, i) => {
		const { state, link } = replica.standing(row);
		return {
			id: row.id,
			number: i + 1,
			source: row.source.flatMap(segment),
			target: row.target.flatMap(segment),
			state,
			link,
		};
	});
}

function delivered(
	{ id, kind, paragraphStart, text, version, draft, origin }: Segment,
	origins: readonly Origin[],
	histories: Histories,
): DeliverSegment[] {
	if (kind === "furniture") return [];
	const draftOrigin = origin === null ? null : (origins[origin] ?? null);
	return [{ id, kind, paragraphStart, text, draft, draftOrigin, version, history: histories.of(id) }];
}

function textsIn(passages: readonly DeliverPassage[]): string[] {
	return passages.flatMap(({ source, target }) =>
		[...source, ...target].flatMap(({ text, draft, history }) => [
			text,
			draft ?? "",
			...history.map((version) => version.text),
		]),
	);
}

async function authorNames(client: Client, documentId: string): Promise<Map<string, string>> {
	const found = await client.query<{ id: string; name: string }>(
		`SELECT "id", "name" FROM "User" WHERE "id" IN (SELECT DISTINCT "actorId" FROM "Revision" WHERE "documentId" = $1)`,
		[documentId],
	);
	return new Map(found.rows.map((row) => [row.id, row.name]));
}

/** What says something about texts and changes none of them. */
const statements = ["confirm", "assert", "withdraw", "affirm", "disavow", "label", "origin", "describe"];

/** Who last changed, moved, brought or took away each segment that there was in between. */
async function touchedBetween(
	client: Client,
	documentId: string,
	from: number,
	to: number,
): Promise<Record<string, Trace>> {
	const found = await client.query<{ id: string; author: string; at: Date }>(
		`SELECT DISTINCT ON (s."segmentId") s."segmentId" AS "id", u."name" AS "author", r."at"
		FROM "RevisionSegment" s
		JOIN "Revision" r ON r."documentId" = s."documentId" AND r."number" = s."number"
		JOIN "User" u ON u."id" = r."actorId"
		WHERE s."documentId" = $1 AND s."number" > $2 AND s."number" <= $3 AND NOT r."type" = ANY($4)
		ORDER BY s."segmentId", s."number" DESC`,
		[documentId, from, to, statements],
	);
	return Object.fromEntries(found.rows.map(({ id, author, at }) => [id, { author, at: at.toISOString() }]));
}
