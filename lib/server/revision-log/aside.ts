/** Segments in no passage: furniture, with its place among the others of its side. */
import type { Segment, Side } from "#lib/core/document/model.ts";
import type { Applied } from "#lib/core/document/operations/contract.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { SetAside } from "#lib/core/document/operations/update-side.ts";
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
		`WITH gone AS (DELETE FROM "Segment" WHERE "documentId" = $1 AND "side" = ANY($2) AND "passageId" IS NULL RETURNING "id")
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
	const placed = behindWhat(operation);
	const ranks = placed.length > 0 ? await ranksBehind(target, placed, furniture) : sideRanks(operation);
	await insertSegments(
		target,
		furniture.map((segment) => ({ segment, passageId: null })),
		ranks,
	);
}

interface Behind {
	readonly side: Side;
	readonly after: SetAside;
}

function behindWhat(operation: Operation): Behind[] {
	if (operation.type === "restore") return operation.furniture?.sides ?? [];
	if (operation.type !== "update" || !operation.furniture) return [];
	return [{ side: operation.side, after: operation.furniture.after }];
}

async function ranksBehind(
	target: Target,
	placed: readonly Behind[],
	furniture: readonly Segment[],
): Promise<Map<string, string>> {
	const ranks = new Map<string, string>();
	for (const { side, after } of placed) {
		const segments = furniture.filter((segment) => segment.side === side);
		for (const [id, rank] of await ranksOn(target, side, after, segments)) ranks.set(id, rank);
	}
	return ranks;
}

async function ranksOn(
	target: Target,
	side: Side,
	after: SetAside,
	segments: readonly Segment[],
): Promise<Map<string, string>> {
	const behind = new Map(after.map(([anchor, { id }]) => [id, anchor]));
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
