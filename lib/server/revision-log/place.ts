/** Where new rows and segments stand among those that are stored. */
import type { Row, Side } from "#lib/core/document/model.ts";
import { ranksBetween } from "#lib/core/document/rank.ts";
import type { Loaded } from "./load.ts";
import type { Target } from "./target.ts";

/** The rank of every passage after a change; those that stay keep theirs. */
export async function rankPassages(
	target: Target,
	loaded: Loaded,
	after: readonly Row[],
): Promise<Map<string, string>> {
	const known = new Map(loaded.rows.map(({ row, rank }) => [row.id, rank]));
	if (after.every((row) => known.has(row.id))) return known;
	const outer = await outerRanks(target, loaded);
	return fillRanks(
		after.map((row) => row.id),
		known,
		outer,
	);
}

async function outerRanks(
	{ client, documentId }: Target,
	loaded: Loaded,
): Promise<{ low: string | null; high: string | null }> {
	const low = loaded.rows[0]?.rank;
	const high = loaded.rows.at(-1)?.rank;
	if (low === undefined || high === undefined) return { low: null, high: null };
	const found = await client.query<{ low: string | null; high: string | null }>(
		`SELECT (SELECT max("rank") FROM "Passage" WHERE "documentId" = $1 AND "rank" < $2) AS "low",
			(SELECT min("rank") FROM "Passage" WHERE "documentId" = $1 AND "rank" > $3) AS "high"`,
		[documentId, low, high],
	);
	return found.rows[0] ?? { low: null, high: null };
}

/** Gives every id of a list a rank between its neighbours'; known ranks stay. */
function fillRanks(
	ids: readonly string[],
	known: ReadonlyMap<string, string>,
	outer: { low: string | null; high: string | null },
): Map<string, string> {
	const ranks = new Map(known);
	let low = outer.low;
	for (let i = 0; i < ids.length; i++) {
		const rank = known.get(ids[i] ?? "");
		if (rank !== undefined) {
			low = rank;
			continue;
		}
		let end = i;
		while (end < ids.length && !known.has(ids[end] ?? "")) end++;
		const high = known.get(ids[end] ?? "") ?? outer.high;
		for (const [k, made] of ranksBetween(low, high, end - i).entries()) ranks.set(ids[i + k] ?? "", made);
		low = ranks.get(ids[end - 1] ?? "") ?? low;
		i = end - 1;
	}
	return ranks;
}

/** A new segment stands right behind the one before it on its side, in front of any furniture that follows. */
export async function rankSegments(
	target: Target,
	loaded: Loaded,
	after: readonly Row[],
	given: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
	const ranks = new Map([...loaded.ranks, ...given]);
	for (const side of ["source", "target"] as const) {
		const line = after.flatMap((row) => row[side].map(({ id }) => id));
		const runs = runsWithout(line, ranks);
		if (runs.length === 0) continue;
		const lows = runs.map(([start]) => (start > 0 ? (ranks.get(line[start - 1] ?? "") ?? null) : null));
		if (runs[0]?.[0] === 0) lows[0] = await lastRankBefore(target, loaded, side);
		// What follows in the passages has its rank; in front of it only furniture may stand, which is stored.
		const highs = await nextRanks(target, side, lows);
		for (const [i, [start, end]] of runs.entries())
			for (const [k, rank] of ranksBetween(lows[i] ?? null, highs[i] ?? null, end - start).entries())
				ranks.set(line[start + k] ?? "", rank);
	}
	return ranks;
}

/** Neighbours without a rank: where each run of them begins and ends. */
function runsWithout(ids: readonly string[], ranks: ReadonlyMap<string, string>): [number, number][] {
	const runs: [number, number][] = [];
	for (const [i, id] of ids.entries()) {
		if (ranks.has(id)) continue;
		const last = runs.at(-1);
		if (last?.[1] === i) last[1] = i + 1;
		else runs.push([i, i + 1]);
	}
	return runs;
}

async function lastRankBefore(
	{ client, documentId }: Target,
	loaded: Loaded,
	side: Side,
): Promise<string | null> {
	const first = loaded.rows[0]?.rank;
	if (first === undefined) return null;
	const found = await client.query<{ rank: string }>(
		`SELECT s."rank" FROM "Passage" p JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
		WHERE p."documentId" = $1 AND p."rank" < $2 AND s."side" = $3 ORDER BY p."rank" DESC, s."rank" DESC LIMIT 1`,
		[documentId, first, side],
	);
	return found.rows[0]?.rank ?? null;
}

/** The first rank behind `low` on a side, furniture included. */
export async function nextRank(target: Target, side: Side, low: string | null): Promise<string | null> {
	const [rank] = await nextRanks(target, side, [low]);
	return rank ?? null;
}

async function nextRanks(
	{ client, documentId }: Target,
	side: Side,
	lows: readonly (string | null)[],
): Promise<(string | null)[]> {
	const found = await client.query<{ rank: string | null }>(
		`SELECT (SELECT min("rank") FROM "Segment" WHERE "documentId" = $1 AND "side" = $2 AND "rank" > coalesce(entry.low, '')) AS "rank"
		FROM unnest($3::text[]) WITH ORDINALITY AS entry(low, place) ORDER BY entry.place`,
		[documentId, side, lows],
	);
	return found.rows.map(({ rank }) => rank);
}
