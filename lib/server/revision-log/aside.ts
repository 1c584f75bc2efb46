/** Segments in no passage: furniture, with its place among the others of its side. */
import type { Segment } from "#lib/core/document/model.ts";
import type { Applied } from "#lib/core/document/operations/contract.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import { evenRanks, ranksBetween } from "#lib/core/document/rank.ts";
import { nextRank } from "./place.ts";
import type { Target } from "./target.ts";
import { insertSegments } from "./write.ts";

/** The order of a whole new side, furniture included. */
export function sideRanks(operation: Operation): Map<string, string> {
	const sides =
		operation.type === "import"
			? [operation.source, operation.target]
			: operation.type === "attach"
				? [operation.segments]
				: [];
	return new Map(
		sides.flatMap((side) => {
			const ranks = evenRanks(side.length);
			return side.map(([id], i) => [id, ranks[i] ?? ""] as const);
		}),
	);
}

/** Before anything else is written, so that what comes may take the places. */
export async function clearAside(target: Target, { furnitureGone }: Applied<Operation>): Promise<void> {
	if (!furnitureGone) return;
	await target.client.query(
		`WITH gone AS (DELETE FROM "Segment" WHERE "documentId" = $1 AND "side" = $2 AND "passageId" IS NULL RETURNING "id")
		INSERT INTO "RetiredId" ("documentId", "id", "number") SELECT $1, "id", $3 FROM gone`,
		[target.documentId, furnitureGone, target.number],
	);
}

/** Once the passages are written: furniture that an update brings stands behind segments of theirs. */
export async function setAside(
	target: Target,
	operation: Operation,
	{ furniture = [] }: Applied<Operation>,
): Promise<void> {
	if (furniture.length === 0) return;
	const ranks =
		operation.type === "update" ? await ranksBehind(target, operation, furniture) : sideRanks(operation);
	const placed = furniture.map((segment) => ({ segment, passageId: null }));
	await insertSegments(target, placed, ranks);
}

async function ranksBehind(
	target: Target,
	{ side, furniture }: Operation & { type: "update" },
	segments: readonly Segment[],
): Promise<Map<string, string>> {
	const behind = new Map(furniture?.after.map(([after, { id }]) => [id, after]));
	const found = await target.client.query<{ id: string; rank: string }>(
		`SELECT "id", "rank" FROM "Segment" WHERE "documentId" = $1 AND "id" = ANY($2)`,
		[target.documentId, [...new Set(behind.values())].filter((id) => id !== null)],
	);
	const known = new Map(found.rows.map(({ id, rank }) => [id, rank]));
	const ranks = new Map<string, string>();
	for (let i = 0; i < segments.length; ) {
		const anchor = behind.get(segments[i]?.id ?? "") ?? null;
		const low = later(anchor === null ? null : (known.get(anchor) ?? null), ranks);
		let end = i;
		while (end < segments.length && (behind.get(segments[end]?.id ?? "") ?? null) === anchor) end++;
		const high = await nextRank(target, side, low);
		for (const [k, rank] of ranksBetween(low, high, end - i).entries())
			ranks.set(segments[i + k]?.id ?? "", rank);
		i = end;
	}
	return ranks;
}

/** Furniture keeps its order, whatever it is said to follow. */
function later(rank: string | null, given: ReadonlyMap<string, string>): string | null {
	const last = [...given.values()].at(-1) ?? null;
	return rank === null || (last !== null && last > rank) ? last : rank;
}
