/** Writes what an operation changed: only the rows and segments that differ. */
import type { ClientBase } from "pg";
import type { Row, Segment, Standing } from "#lib/core/document/model.ts";
import { digestOf } from "#lib/server/source-digest.ts";
import type { Loaded } from "./load.ts";
import { rankPassages, rankSegments } from "./place.ts";
import { send } from "./send.ts";
import type { Target } from "./target.ts";

/** A segment with its place: which passage, null for furniture. */
export interface Placed {
	readonly segment: Segment;
	readonly passageId: string | null;
}

/**
 * Brings storage from the rows loaded to the rows after; `ranks` names places that are known beforehand.
 * Answers the rank of the first row after; null where there is none.
 */
export async function writeRows(
	target: Target,
	loaded: Loaded,
	after: readonly Row[],
	ranks: ReadonlyMap<string, string> = new Map(),
): Promise<string | null> {
	const before = loaded.rows.map(({ row }) => row);
	const old = placed(before);
	const now = placed(after);
	const oldIds = new Set(before.map((row) => row.id));
	const newIds = new Set(after.map((row) => row.id));
	await removeSegments(
		target,
		[...old.keys()].filter((id) => !now.has(id)),
	);
	// First, so that new passages may take the ranks that become free.
	await removePassages(
		target,
		before.map(({ id }) => id).filter((id) => !newIds.has(id)),
	);
	const passageRanks = await rankPassages(target, loaded, after);
	await insertPassages(
		target,
		after.map(({ id }) => id).filter((id) => !oldIds.has(id)),
		passageRanks,
	);
	const added = [...now.values()].filter(({ segment }) => !old.has(segment.id));
	const moved = outOfOrder(loaded, after);
	const segmentRanks =
		added.length + moved.length === 0
			? new Map(ranks)
			: await rankSegments(target, withoutRanks(loaded, moved), after, ranks);
	await insertSegments(target, added, segmentRanks);
	await moveSegments(target, old, now);
	rewriteSegments(target, old, now);
	await reorder(target, moved, segmentRanks);
	return passageRanks.get(after[0]?.id ?? "") ?? null;
}

function placed(rows: readonly Row[]): Map<string, Placed> {
	return new Map(
		rows.flatMap((row) =>
			[...row.source, ...row.target].map((segment) => [segment.id, { segment, passageId: row.id }] as const),
		),
	);
}

async function removeSegments({ client, documentId, number }: Target, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await client.query(
		`WITH gone AS (DELETE FROM "Segment" WHERE "documentId" = $1 AND "id" = ANY($2) RETURNING "id")
		INSERT INTO "RetiredId" ("documentId", "id", "number") SELECT $1, "id", $3 FROM gone`,
		[documentId, ids, number],
	);
}

export async function removePassages(
	{ client, documentId, number }: Target,
	ids: readonly string[],
): Promise<void> {
	if (ids.length === 0) return;
	await client.query(
		`WITH gone AS (DELETE FROM "Passage" WHERE "documentId" = $1 AND "id" = ANY($2) RETURNING "id")
		INSERT INTO "RetiredId" ("documentId", "id", "number") SELECT $1, "id", $3 FROM gone`,
		[documentId, ids, number],
	);
}

/** Undoing brings old ids back; meanwhile something else may have brought them back already. */
export async function usedAgain(
	client: ClientBase,
	documentId: string,
	ids: readonly string[],
): Promise<string | undefined> {
	if (ids.length === 0) return undefined;
	const found = await client.query<{ id: string }>(
		`SELECT "id" FROM "Passage" WHERE "documentId" = $1 AND "id" = ANY($2)
		UNION ALL SELECT "id" FROM "Segment" WHERE "documentId" = $1 AND "id" = ANY($2) LIMIT 1`,
		[documentId, ids],
	);
	return found.rows[0]?.id;
}

/** Undoing brings ids back that were retired. */
async function unretire({ client, documentId }: Target, ids: readonly string[]): Promise<void> {
	await client.query(`DELETE FROM "RetiredId" WHERE "documentId" = $1 AND "id" = ANY($2)`, [documentId, ids]);
}

/** Puts passages in that hold nothing yet. */
export async function insertPassages(
	target: Target,
	ids: readonly string[],
	ranks: ReadonlyMap<string, string>,
): Promise<void> {
	if (ids.length === 0) return;
	await unretire(target, ids);
	await target.client.query(
		`INSERT INTO "Passage" ("documentId", "id", "projectId", "rank", "link", "state")
		SELECT $1, entry.id, $2, entry.rank, 'automatic', 'empty' FROM unnest($3::text[], $4::text[]) AS entry(id, rank)`,
		[target.documentId, target.projectId, ids, ids.map((id) => ranks.get(id) ?? "")],
	);
}

/** Puts segments in; also furniture, which has no passage. */
export async function insertSegments(
	target: Target,
	added: readonly Placed[],
	ranks: ReadonlyMap<string, string>,
): Promise<void> {
	if (added.length === 0) return;
	await unretire(
		target,
		added.map(({ segment }) => segment.id),
	);
	const column = <T>(value: (entry: Placed) => T): T[] => added.map(value);
	await target.client.query(
		`INSERT INTO "Segment" ("documentId", "projectId", "id", "passageId", "side", "kind", "paragraphStart", "rank", "text", "version", "draft", "origin", "other", "sourceDigest")
		SELECT $1, $2, entry.* FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[], $9::text[], $10::integer[], $11::text[], $12::integer[], $13::jsonb[], $14::bigint[]) AS entry`,
		[
			target.documentId,
			target.projectId,
			column(({ segment }) => segment.id),
			column(({ passageId }) => passageId),
			column(({ segment }) => segment.side),
			column(({ segment }) => segment.kind),
			column(({ segment }) => segment.paragraphStart),
			column(({ segment }) => ranks.get(segment.id) ?? ""),
			column(({ segment }) => segment.text),
			column(({ segment }) => segment.version),
			column(({ segment }) => segment.draft),
			column(({ segment }) => segment.origin),
			column(({ segment }) => storedOther(segment)),
			column(({ segment }) => digestOf(segment)),
		],
	);
}

const storedOther = ({ other }: Segment) => (other ? JSON.stringify(other) : null);

async function moveSegments(
	{ client, documentId }: Target,
	old: Map<string, Placed>,
	now: Map<string, Placed>,
): Promise<void> {
	const moved = [...now.values()].filter(({ segment, passageId }) => {
		const was = old.get(segment.id);
		return was !== undefined && was.passageId !== passageId;
	});
	if (moved.length === 0) return;
	await client.query(
		`UPDATE "Segment" s SET "passageId" = entry.passage FROM unnest($2::text[], $3::text[]) AS entry(id, passage)
		WHERE s."documentId" = $1 AND s."id" = entry.id`,
		[documentId, moved.map(({ segment }) => segment.id), moved.map(({ passageId }) => passageId)],
	);
}

/** Segments from which on one statement for all of them is quicker than one for each. */
const manySegments = 50;

function rewriteSegments(
	{ client, documentId }: Target,
	old: Map<string, Placed>,
	now: Map<string, Placed>,
): void {
	const changed = [...now.values()].flatMap(({ segment }) => {
		const was = old.get(segment.id)?.segment;
		return was === undefined || was === segment ? [] : [segment];
	});
	if (changed.length > manySegments) {
		rewriteMany(client, documentId, changed);
		return;
	}
	for (const segment of changed) {
		const { id, kind, paragraphStart, text, version, draft, origin } = segment;
		send(client, {
			name: "rewrite-segment",
			text: `UPDATE "Segment" SET "kind" = $3, "paragraphStart" = $4, "text" = $5, "version" = $6, "draft" = $7, "origin" = $8, "other" = $9, "sourceDigest" = $10
				WHERE "documentId" = $1 AND "id" = $2`,
			values: [
				documentId,
				id,
				kind,
				paragraphStart,
				text,
				version,
				draft,
				origin,
				storedOther(segment),
				digestOf(segment),
			],
		});
	}
}

function rewriteMany(client: ClientBase, documentId: string, changed: readonly Segment[]): void {
	send(client, {
		text: `UPDATE "Segment" s SET "kind" = entry.kind, "paragraphStart" = entry.starts, "text" = entry.text, "version" = entry.version,
				"draft" = entry.draft, "origin" = entry.origin, "other" = entry.other, "sourceDigest" = entry.digest
			FROM unnest($2::text[], $3::text[], $4::boolean[], $5::text[], $6::integer[], $7::text[], $8::integer[], $9::jsonb[], $10::bigint[])
				AS entry(id, kind, starts, text, version, draft, origin, other, digest)
			WHERE s."documentId" = $1 AND s."id" = entry.id`,
		values: [
			documentId,
			changed.map(({ id }) => id),
			changed.map(({ kind }) => kind),
			changed.map(({ paragraphStart }) => paragraphStart),
			changed.map(({ text }) => text),
			changed.map(({ version }) => version),
			changed.map(({ draft }) => draft),
			changed.map(({ origin }) => origin),
			changed.map(storedOther),
			changed.map(digestOf),
		],
	});
}

function withoutRanks(loaded: Loaded, ids: readonly string[]): Loaded {
	const gone = new Set(ids);
	return { ...loaded, ranks: new Map([...loaded.ranks].filter(([id]) => !gone.has(id))) };
}

/** As few renderings as have to get another rank for all to stand in their order. */
function outOfOrder({ ranks }: Loaded, after: readonly Row[]): string[] {
	const line = after.flatMap((row) => row.target.flatMap(({ id }) => ranks.get(id) ?? []));
	if (line.every((rank, i) => i === 0 || (line[i - 1] ?? "") < rank)) return [];
	const staying = new Set(longestRise(line));
	return after.flatMap((row) =>
		row.target.flatMap(({ id }) => {
			const rank = ranks.get(id);
			return rank === undefined || staying.has(rank) ? [] : [id];
		}),
	);
}

/** The longest part of the list, with gaps, in which every rank is behind the one before it. */
function longestRise(ranks: readonly string[]): string[] {
	const ends: number[] = []; // by length: the place of the lowest rank that ends such a part
	const before: number[] = [];
	for (const [i, rank] of ranks.entries()) {
		let [length, beyond] = [0, ends.length];
		while (length < beyond) {
			const middle = (length + beyond) >> 1;
			if ((ranks[ends[middle] ?? -1] ?? "") < rank) length = middle + 1;
			else beyond = middle;
		}
		before[i] = ends[length - 1] ?? -1;
		ends[length] = i;
	}
	const found: string[] = [];
	for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) found.push(ranks[i] ?? "");
	return found;
}

async function reorder(
	{ client, documentId }: Target,
	ids: readonly string[],
	ranks: ReadonlyMap<string, string>,
): Promise<void> {
	if (ids.length === 0) return;
	await client.query(
		`UPDATE "Segment" s SET "rank" = entry.rank FROM unnest($2::text[], $3::text[]) AS entry(id, rank)
		WHERE s."documentId" = $1 AND s."id" = entry.id`,
		[documentId, ids, ids.map((id) => ranks.get(id) ?? "")],
	);
}

/** Writes standings that differ from what is stored. */
export function writeStandings(
	{ client, documentId }: Target,
	standings: readonly { row: Row; standing: Standing }[],
	before: ReadonlyMap<string, Standing>,
): void {
	const changed = standings.filter(({ row, standing }) => !same(before.get(row.id), standing));
	if (changed.length === 0) return;
	const column = <T>(value: (standing: Standing) => T): T[] => changed.map(({ standing }) => value(standing));
	send(client, {
		name: "write-standings",
		text: `UPDATE "Passage" p SET "state" = entry.state, "withoutSource" = entry.bare, "link" = entry.link, "confidence" = entry.confidence
			FROM unnest($2::text[], $3::text[], $4::boolean[], $5::text[], $6::double precision[]) AS entry(id, state, bare, link, confidence)
			WHERE p."documentId" = $1 AND p."id" = entry.id`,
		values: [
			documentId,
			changed.map(({ row }) => row.id),
			column(({ state }) => state),
			column(({ withoutSource }) => withoutSource),
			column(({ link }) => link),
			column(({ confidence }) => confidence),
		],
	});
}

function same(before: Standing | undefined, after: Standing): boolean {
	return (
		before?.state === after.state &&
		before.withoutSource === after.withoutSource &&
		before.link === after.link &&
		before.confidence === after.confidence
	);
}
