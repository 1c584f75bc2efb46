/** How the two sides of a passage stand to each other: what somebody who checks an alignment looks for. */

/** Beyond this factor of what is usual in the document, lengths are out of proportion. */
export const mostUneven = 2.5;
/** Characters: shorter differences say nothing, for a name or a number may be of any length in the other language. */
export const leastUneven = 40;

export interface Sizes {
	/** Segments. */
	readonly count: number;
	/** Unicode characters of all their texts. */
	readonly length: number;
}

/** s: a source alone, t: a rendering alone, o: one to one, n: any other grouping; l and L: those two out of proportion. */
export type ShapeLetter = "s" | "t" | "o" | "n" | "l" | "L";

/** `usual`: characters of a rendering for each of its source, in the document's median passage; null where not known. */
export function shapeOf(source: Sizes, target: Sizes, usual: number | null): ShapeLetter {
	if (target.count === 0) return "s";
	if (source.count === 0) return "t";
	const single = source.count === 1 && target.count === 1;
	if (isLopsided(source.length, target.length, usual)) return single ? "l" : "L";
	return single ? "o" : "n";
}

function isLopsided(source: number, target: number, usual: number | null): boolean {
	if (usual === null) return false;
	const expected = source * usual;
	const far = target > expected * mostUneven || expected > target * mostUneven;
	return far && Math.abs(target - expected) > leastUneven;
}
