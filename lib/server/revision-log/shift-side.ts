/**
 * A shift as the database does it: however many passages, none of them is read here. The tests hold it against the
 * pure operation.
 */
import type { Side } from "#lib/core/document/model.ts";
import { maxSegmentsOfRow, type Refusal } from "#lib/core/document/operations/contract.ts";
import { groupingAfter, misfitOf, type Shift, shiftBack } from "#lib/core/document/operations/shift.ts";
import { ranksBetween } from "#lib/core/document/rank.ts";
import type { Target } from "./target.ts";
import { insertPassages, removePassages, usedAgain } from "./write.ts";

export interface Shifted {
	readonly inverse: Shift;
	readonly order: number;
	/** The rank of the first passage that changed. */
	readonly first: string;
	/** How many segments have another passage now. */
	readonly moved: number;
}

interface Ranked {
	readonly id: string;
	readonly rank: string;
}

type Passage = Ranked & Record<Side, Ranked[]>;

/** Moves the links in storage and leaves the standings as they were; refuses before anything is written. */
export async function shiftSide(
	target: Target,
	operation: Shift,
	present: number,
	undoing: boolean,
): Promise<Shifted | Refusal> {
	if (operation.order !== present) return { refused: "order-changed" };
	const [[first, next], last] = await Promise.all([
		readBegin(target, operation.from),
		readLast(target, operation.side),
	]);
	if (!first || !last) return { refused: "row-changed" };
	const second = operation.putBack.some(({ after }) => after === first.id) ? undefined : next;
	const refusal = misfitOf(operation, first, second) ?? tooLong(operation, first, second);
	if (refusal) return refusal;
	const places = await placesBack(target, operation, first.rank);
	if (!places) return { refused: "row-changed" };
	const end = { id: places.last ?? last.id, full: places.last === null && last.full };
	const created = operation.direction === "down" && end.full ? [operation.created] : [];
	for (const id of created) places.ranks.set(id, ranksBetween(last.rank, null, 1)[0] ?? "");
	const come = [...places.ranks.keys()];
	const used = undoing ? await usedAgain(target.client, target.documentId, come) : undefined;
	if (used !== undefined) return { refused: "id-used", values: { id: used } };
	await insertPassages(target, come, places.ranks);
	const { moved, removed } = await moveLinks(target, operation, first);
	const left = operation.direction === "up" ? removed.filter(({ id }) => id !== end.id) : removed;
	const grouping = groupingAfter(operation, { number: target.number, order: present });
	const inverse = shiftBack(operation, { ...grouping, last: created[0] ?? end.id, removed: left });
	return { inverse, order: grouping.order, first: first.rank, moved };
}

/** The passage where it begins and the one below. */
async function readBegin({ client, documentId }: Target, from: string): Promise<Passage[]> {
	const found = await client.query<Ranked & { segment: string; side: Side; segmentRank: string }>(
		`SELECT p."id", p."rank", s."id" AS "segment", s."side", s."rank" AS "segmentRank" FROM (
			SELECT "id", "rank" FROM "Passage" WHERE "documentId" = $1
				AND "rank" >= (SELECT "rank" FROM "Passage" WHERE "documentId" = $1 AND "id" = $2) ORDER BY "rank" LIMIT 2
		) AS p JOIN "Segment" s ON s."documentId" = $1 AND s."passageId" = p."id" ORDER BY p."rank", s."rank"`,
		[documentId, from],
	);
	const passages: Passage[] = [];
	for (const { id, rank, segment, side, segmentRank } of found.rows) {
		if (passages.at(-1)?.id !== id) passages.push({ id, rank, source: [], target: [] });
		passages.at(-1)?.[side].push({ id: segment, rank: segmentRank });
	}
	return passages;
}

/** The last passage of the document, and whether it holds anything of the side. */
async function readLast(
	{ client, documentId }: Target,
	side: Side,
): Promise<(Ranked & { full: boolean }) | undefined> {
	const found = await client.query<Ranked & { full: boolean }>(
		`SELECT p."id", p."rank",
			EXISTS (SELECT FROM "Segment" s WHERE s."documentId" = $1 AND s."passageId" = p."id" AND s."side" = $2) AS "full"
		FROM (SELECT "id", "rank" FROM "Passage" WHERE "documentId" = $1 ORDER BY "rank" DESC LIMIT 1) AS p`,
		[documentId, side],
	);
	return found.rows[0];
}

/** Going up, the first two passages become one; every other list of segments stays as long as it is. */
function tooLong(
	{ side, direction }: Shift,
	first: Passage,
	second: Passage | undefined,
): Refusal | undefined {
	const count = first[side].length + (direction === "up" ? (second?.[side].length ?? 0) : 0);
	return count > maxSegmentsOfRow
		? { refused: "row-too-long", values: { max: maxSegmentsOfRow } }
		: undefined;
}

interface Places {
	readonly ranks: Map<string, string>;
	/** Of those put back, the one that ends the document. */
	readonly last: string | null;
}

/** Where the passages stand that are put back; undefined where one that they followed is not there any more. */
async function placesBack(
	{ client, documentId }: Target,
	{ putBack }: Shift,
	from: string,
): Promise<Places | undefined> {
	const ranks = new Map<string, string>();
	if (putBack.length === 0) return { ranks, last: null };
	const after = new Map(putBack.map((entry) => [entry.after, entry.id]));
	const found = await client.query<Ranked & { next: string | null }>(
		`SELECT * FROM (
			SELECT "id", "rank", lead("rank") OVER (ORDER BY "rank") AS "next" FROM "Passage" WHERE "documentId" = $1 AND "rank" >= $2
		) AS p WHERE p."id" = ANY($3) ORDER BY p."rank"`,
		[documentId, from, [...after.keys()]],
	);
	let last: string | null = null;
	for (const { id, rank, next } of found.rows) {
		const run = takeRun(after, id);
		for (const [i, made] of ranksBetween(rank, next, run.length).entries()) ranks.set(run[i] ?? "", made);
		if (next === null) last = run.at(-1) ?? null;
	}
	return after.size === 0 ? { ranks, last } : undefined;
}

/** A run of vanished passages hangs each on the one before it. */
function takeRun(after: Map<string, string>, anchor: string): string[] {
	const run: string[] = [];
	for (let at = anchor, id = after.get(at); id !== undefined; id = after.get(at)) {
		after.delete(at);
		run.push(id);
		at = id;
	}
	return run;
}

/** Answers the passages left without any segment, which are gone now, each with the one above it. */
async function moveLinks(
	target: Target,
	operation: Shift,
	first: Passage,
): Promise<{ moved: number; removed: Shift["putBack"] }> {
	const { client, documentId } = target;
	const { side, direction, segment } = operation;
	// Rows written a moment ago are not counted in the planner's statistics, see deriveStandings.
	await client.query("SET LOCAL enable_nestloop = off");
	await client.query("SET LOCAL work_mem = '64MB'");
	const { rowCount } = await client.query(
		`UPDATE "Segment" s SET "passageId" = p.beside FROM (
			SELECT "id", ${direction === "down" ? "lead" : "lag"}("id") OVER (ORDER BY "rank") AS beside
			FROM "Passage" WHERE "documentId" = $1 AND "rank" >= $2
		) AS p
		WHERE s."documentId" = $1 AND s."side" = $3 AND s."passageId" = p."id" AND p.beside IS NOT NULL
			AND (p."id" <> $4 OR s."rank" >= $5)`,
		[documentId, first.rank, side, first.id, first[side].find(({ id }) => id === segment)?.rank ?? ""],
	);
	const found = await client.query<Shift["putBack"][number]>(
		`SELECT p."id", p."after" FROM (
			SELECT "id", "rank", lag("id") OVER (ORDER BY "rank") AS "after" FROM "Passage" WHERE "documentId" = $1 AND "rank" >= $2
		) AS p
		WHERE NOT EXISTS (SELECT FROM "Segment" s WHERE s."documentId" = $1 AND s."passageId" = p."id") ORDER BY p."rank"`,
		[documentId, first.rank],
	);
	await removePassages(
		target,
		found.rows.map(({ id }) => id),
	);
	await client.query("SET LOCAL enable_nestloop = on");
	await client.query("RESET work_mem");
	return { moved: rowCount ?? 0, removed: found.rows };
}
