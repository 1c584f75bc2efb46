/** Where threads are now: their anchors followed through edits, splits, joins and moves. */
import type { ClientBase } from "pg";
import { type Candidate, locate } from "#lib/core/anchor/locate.ts";
import type { WireAnchor } from "#lib/core/comments/wire.ts";
import type { Side } from "#lib/core/document/model.ts";

/** What a thread was begun about, as it is stored. */
export interface StoredAnchor {
	readonly id: string;
	readonly about: "span" | "segment" | "passage";
	readonly passageId: string;
	readonly side: Side;
	readonly segmentId: string;
	readonly version: number;
	readonly text: string;
	readonly start: number | null;
	readonly end: number | null;
	readonly quote: string;
	readonly head: number;
}

type Client = Pick<ClientBase, "query">;

interface Relative extends Candidate {
	readonly thread: string;
	readonly passage: string;
}

/** By thread; null where the text is not in the document any more. */
export async function resolveAnchors(
	client: Client,
	documentId: string,
	threads: readonly StoredAnchor[],
): Promise<Map<string, WireAnchor | null>> {
	if (threads.length === 0) return new Map();
	const [families, languages] = await Promise.all([
		familiesOf(client, documentId, threads),
		languagesOf(client, documentId),
	]);
	const named = threads.filter(({ about }) => about === "passage").map(({ passageId }) => passageId);
	const passages = [...families.values()].flat().map(({ passage }) => passage);
	const indices = await indicesOf(client, documentId, [...new Set([...named, ...passages])]);
	return new Map(
		threads.map((thread) => {
			const anchor = anchorOf(thread, families.get(thread.id) ?? [], languages[thread.side], indices);
			return [thread.id, anchor];
		}),
	);
}

function anchorOf(
	thread: StoredAnchor,
	family: readonly Relative[],
	language: string,
	indices: ReadonlyMap<string, number>,
): WireAnchor | null {
	const { about, side, segmentId, start, end } = thread;
	const at = (passage: string | undefined) => {
		const index = indices.get(passage ?? "");
		return passage === undefined || index === undefined ? null : { passage, index, side };
	};
	if (about === "passage") {
		const there = at(indices.has(thread.passageId) ? thread.passageId : family[0]?.passage);
		return there && { ...there, segment: null, span: null, orphaned: false };
	}
	const span = start === null || end === null ? null : { start, end };
	const { version, text, quote } = thread;
	const place = locate({ segment: segmentId, version, text, span, quote }, family, language);
	const there = at(family.find(({ id }) => id === place?.segment)?.passage);
	if (!place || !there) return null;
	const late = about === "segment" && quote !== text; // the words were gone before the comment arrived
	return { ...there, segment: place.segment, span: place.span, orphaned: place.orphaned || late };
}

/** The segment of each thread, first, and those that took over text of it since. */
async function familiesOf(
	client: Client,
	documentId: string,
	threads: readonly StoredAnchor[],
): Promise<Map<string, Relative[]>> {
	const found = await client.query<Relative>(
		`WITH RECURSIVE family("thread", "root", "head", "id") AS (
			SELECT * FROM (SELECT entry.thread, entry.segment, entry.head, entry.segment AS "id"
				FROM unnest($2::text[], $3::text[], $4::int[]) AS entry("thread", "segment", "head")) AS began
			UNION
			SELECT f."thread", f."root", f."head", l."toId" FROM family f
			JOIN "Lineage" l ON l."documentId" = $1 AND l."fromId" = f."id" AND l."number" > f."head"
		)
		SELECT f."thread", s."id", s."version", s."text", s."passageId" AS "passage" FROM family f
		JOIN "Segment" s ON s."documentId" = $1 AND s."id" = f."id" AND s."passageId" IS NOT NULL
		ORDER BY f."id" <> f."root", s."rank"`,
		[
			documentId,
			threads.map(({ id }) => id),
			threads.map(({ segmentId }) => segmentId),
			threads.map(({ head }) => head),
		],
	);
	const families = new Map<string, Relative[]>();
	for (const relative of found.rows) {
		const family = families.get(relative.thread);
		if (family) family.push(relative);
		else families.set(relative.thread, [relative]);
	}
	return families;
}

async function languagesOf(client: Client, documentId: string): Promise<Record<Side, string>> {
	const found = await client.query<Record<Side, string>>(
		`SELECT "sourceLanguage" AS "source", "targetLanguage" AS "target" FROM "Document" WHERE "id" = $1`,
		[documentId],
	);
	return found.rows[0] ?? { source: "", target: "" };
}

/** Places of passages in the document, from 0. */
async function indicesOf(
	client: Client,
	documentId: string,
	passages: readonly string[],
): Promise<Map<string, number>> {
	if (passages.length === 0) return new Map();
	const found = await client.query<{ id: string; index: number }>(
		`SELECT "id", "index" FROM (
			SELECT "id", (row_number() OVER (ORDER BY "rank") - 1)::int AS "index" FROM "Passage" WHERE "documentId" = $1
		) AS numbered WHERE "id" = ANY($2)`,
		[documentId, passages],
	);
	return new Map(found.rows.map(({ id, index }) => [id, index]));
}
