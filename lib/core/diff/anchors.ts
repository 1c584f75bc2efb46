/** A place of one sequence and the place of the other that has the same there. */
export type Pair = readonly [before: number, after: number];

/** Runs of this many numbers are looked for, until one is found that both sequences have exactly once. */
const runLengths = [1, 2, 4, 8] as const;

/**
 * Patience: what occurs exactly once on both sides holds the two sequences together, in the longest order that both
 * keep. Where no single number does, runs of several are tried. Places in order; empty where nothing is unique.
 */
export function anchorsBetween(before: readonly number[], after: readonly number[]): Pair[] {
	let names: [readonly number[], readonly number[]] = [before, after];
	for (const length of runLengths) {
		if (length > 1) names = doubled(...names, length / 2);
		const found = longestRising(onceInBoth(...names));
		if (found.length > 0) return wholeRuns(found, length);
	}
	return [];
}

/** Names for runs twice as long as those that are named. */
function doubled(
	before: readonly number[],
	after: readonly number[],
	step: number,
): [readonly number[], readonly number[]] {
	const known = new Map<string, number>();
	const nameRuns = (names: readonly number[]) =>
		names.slice(0, Math.max(0, names.length - step)).map((first, at) => {
			const run = `${first} ${names[at + step]}`;
			const name = known.get(run) ?? known.size;
			known.set(run, name);
			return name;
		});
	return [nameRuns(before), nameRuns(after)];
}

/** In the order of `before`. */
function onceInBoth(before: readonly number[], after: readonly number[]): Pair[] {
	const [old, now] = [placesOfUnique(before), placesOfUnique(after)];
	const pairs: Pair[] = [];
	for (const [name, at] of old) {
		const afterAt = now.get(name) ?? -1;
		if (at >= 0 && afterAt >= 0) pairs.push([at, afterAt]);
	}
	return pairs.sort((a, b) => a[0] - b[0]);
}

/** −1: there are several. */
function placesOfUnique(names: readonly number[]): Map<number, number> {
	const places = new Map<number, number>();
	for (const [at, name] of names.entries()) places.set(name, places.has(name) ? -1 : at);
	return places;
}

/** The longest choice of pairs whose second places rise too. */
function longestRising(pairs: readonly Pair[]): Pair[] {
	const ends: number[] = []; // the pair with the smallest end among the choices of each length
	const previous: number[] = [];
	const place = (index: number) => pairs[index]?.[1] ?? 0;
	for (const index of pairs.keys()) {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (place(ends[middle] ?? 0) < place(index)) low = middle + 1;
			else high = middle;
		}
		previous.push(low > 0 ? (ends[low - 1] ?? -1) : -1);
		ends[low] = index;
	}
	const chosen: Pair[] = [];
	for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
		const pair = pairs[at];
		if (pair !== undefined) chosen.push(pair);
	}
	return chosen.reverse();
}

/** Every number of the runs that begin at the pairs; where runs overlap unevenly, the earlier one holds. */
function wholeRuns(starts: readonly Pair[], length: number): Pair[] {
	const pairs: Pair[] = [];
	for (const [at, afterAt] of starts) {
		for (let step = 0; step < length; step++) {
			const last = pairs.at(-1);
			if (last === undefined || (at + step > last[0] && afterAt + step > last[1]))
				pairs.push([at + step, afterAt + step]);
		}
	}
	return pairs;
}
