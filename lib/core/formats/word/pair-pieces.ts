import type { Piece } from "./stream.ts";

/** Sentences [start, end) of the earlier version that became [afterStart, afterEnd) of the later one. */
export interface Pair {
	readonly start: number;
	readonly end: number;
	readonly afterStart: number;
	readonly afterEnd: number;
}

/** Text of one sentence lives in another. */
export interface Kinship {
	readonly fromId: string;
	readonly toId: string;
}

/**
 * Which sentences are each other's earlier and later self, by identity and through splits and joins, in the order of
 * both versions: of those that changed places against each other, as many characters as possible stay.
 */
export function pairPieces(before: readonly Piece[], after: readonly Piece[], families: Families): Pair[] {
	return inOrder(pairsOf(before, after, families), before);
}

function pairsOf(before: readonly Piece[], after: readonly Piece[], families: Families): Pair[] {
	const old = new Map(before.map(({ id }, index) => [id, index]));
	const now = new Map(after.map(({ id }, index) => [id, index]));
	const pairs: Pair[] = [];
	const done = new Set<string>();
	for (const { id } of before) {
		if (done.has(id)) continue;
		const family = families.get(id) ?? [id];
		for (const member of family) done.add(member);
		const starts = family.flatMap((member) => old.get(member) ?? []);
		const ends = family.flatMap((member) => now.get(member) ?? []);
		const settled = starts.length === ends.length && family.every((one) => old.has(one) === now.has(one));
		const [run, afterRun] = [runOf(starts), runOf(ends)];
		if (!settled && run && afterRun)
			pairs.push({ start: run[0], end: run[1], afterStart: afterRun[0], afterEnd: afterRun[1] });
		else
			for (const member of family) {
				const [start, afterStart] = [old.get(member), now.get(member)];
				if (start !== undefined && afterStart !== undefined)
					pairs.push({ start, end: start + 1, afterStart, afterEnd: afterStart + 1 });
			}
	}
	return pairs.toSorted((a, b) => a.start - b.start);
}

/** By each member, all ids that share text through splits and joins. */
export type Families = ReadonlyMap<string, readonly string[]>;

export function familiesOf(kinships: readonly Kinship[]): Families {
	const families = new Map<string, string[]>();
	for (const { fromId, toId } of kinships) {
		const one = families.get(fromId) ?? [fromId];
		const other = families.get(toId) ?? [toId];
		if (one === other) continue;
		const [larger, smaller] = one.length >= other.length ? [one, other] : [other, one];
		larger.push(...smaller);
		for (const id of larger === one ? [...smaller, fromId] : [...smaller, toId]) families.set(id, larger);
	}
	return families;
}

/** First and past-the-last of places that are next to each other; null where they are not, or there are none. */
function runOf(places: readonly number[]): [number, number] | null {
	if (places.length === 0) return null;
	const [first, last] = [Math.min(...places), Math.max(...places)];
	return last - first + 1 === places.length ? [first, last + 1] : null;
}

/** The heaviest chain of pairs whose places rise on both sides: O(n log n), with a tree of the best chain up to a place. */
function inOrder(pairs: readonly Pair[], before: readonly Piece[]): Pair[] {
	const size = Math.max(0, ...pairs.map(({ afterEnd }) => afterEnd)) + 1;
	const best = new Int32Array(size).fill(-1);
	const weights = new Float64Array(pairs.length);
	const previous = new Int32Array(pairs.length).fill(-1);
	const heavier = (one: number, other: number) =>
		one >= 0 && (other < 0 || (weights[one] ?? 0) > (weights[other] ?? 0));
	const heaviestUpTo = (end: number) => {
		let found = -1;
		for (let at = end; at > 0; at -= at & -at) {
			const here = best[at] ?? -1;
			if (heavier(here, found)) found = here;
		}
		return found;
	};
	for (const [index, { start, end, afterStart, afterEnd }] of pairs.entries()) {
		const length = before.slice(start, end).reduce((sum, { text }) => sum + text.length, 0);
		const chain = heaviestUpTo(afterStart);
		previous[index] = chain;
		weights[index] = length + 1 + (chain < 0 ? 0 : (weights[chain] ?? 0));
		for (let at = afterEnd; at < size; at += at & -at) if (heavier(index, best[at] ?? -1)) best[at] = index;
	}
	const kept: Pair[] = [];
	for (let at = heaviestUpTo(size - 1); at >= 0; at = previous[at] ?? -1)
		kept.push(...pairs.slice(at, at + 1));
	return kept.reverse();
}
