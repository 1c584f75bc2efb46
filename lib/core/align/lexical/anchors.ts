/** Sparse anchors for long texts: pairs of sentences that share rare words, in the longest chain that ascends. */
import type { WordPairs } from "./pairs.ts";
import type { Sides } from "./prior.ts";

export interface AnchorPath {
	/** Per row the column on the straight lines between the anchors. */
	readonly path: Int32Array;
	/** Per row the distance between the anchors before and after, in rows or columns, whichever is more. */
	readonly gaps: Int32Array;
}

/** Words that occur more often on a side are no anchors. */
const rare = 64;
/** Up to so many pairs of places of two words are all points; of more only those of like rank. */
const mostCrossings = 16;
/** The ratio of two words' occurrences beyond which their ranks tell nothing. */
const unlike = 1.5;
/** Rare words are compared with so many of the words that they call for most. */
const mostPartners = 3;

export function anchorPath(sides: Sides, pairs: WordPairs): AnchorPath {
	const rows = sides.source.starts.length - 1;
	const columns = sides.target.starts.length - 1;
	const chain = heaviestChain(sharedRareWords(sides, pairs), columns);
	const path = new Int32Array(rows + 1);
	const gaps = new Int32Array(rows + 1);
	let [row, column] = [0, 0];
	for (const point of [...chain, { row: rows, column: columns, weight: 0 }]) {
		const height = point.row - row;
		for (let i = row; i <= point.row; i += 1) {
			path[i] = height === 0 ? column : Math.round(column + ((i - row) / height) * (point.column - column));
			gaps[i] = Math.max(height, point.column - column);
		}
		[row, column] = [point.row, point.column];
	}
	return { path, gaps };
}

interface Point {
	readonly row: number;
	readonly column: number;
	readonly weight: number;
}

function sharedRareWords({ source, target }: Sides, pairs: WordPairs): Point[] {
	const columns = target.starts.length - 1;
	const targetPlaces = sentencesOfRare(target);
	const weights = new Map<number, number>();
	const add = (row: number, column: number, weight: number) => {
		const key = row * columns + column;
		weights.set(key, (weights.get(key) ?? 0) + weight);
	};
	for (const [z, rows] of sentencesOfRare(source)) {
		for (const { word, ratio } of bestPartners(pairs, z)) {
			const places = targetPlaces.get(word);
			if (places) addPoints(rows, places, Math.log1p(ratio), add);
		}
	}
	return [...weights].map(([key, weight]) => ({
		row: Math.floor(key / columns),
		column: key % columns,
		weight,
	}));
}

/** Words that occur a few times may meet anywhere; those that occur about as often meet first with first, last with last. */
function addPoints(
	rows: readonly number[],
	columns: readonly number[],
	weight: number,
	add: (row: number, column: number, weight: number) => void,
): void {
	if (rows.length * columns.length <= mostCrossings) {
		const each = weight / (rows.length * columns.length);
		for (const row of rows) for (const column of columns) add(row, column, each);
		return;
	}
	const proportion = columns.length / rows.length;
	if (proportion > unlike || proportion < 1 / unlike) return;
	for (const [rank, row] of rows.entries()) {
		const middle = Math.floor((rank + 0.5) * proportion);
		for (let at = Math.max(0, middle - 1); at <= middle + 1; at += 1) {
			const column = columns[at];
			if (column !== undefined) add(row, column, weight / rows.length);
		}
	}
}

function sentencesOfRare({ starts, words, counts }: Sides["source"]): Map<number, number[]> {
	const places = new Map<number, number[]>();
	for (let s = 0; s + 1 < starts.length; s += 1) {
		for (let at = starts[s] ?? 0; at < (starts[s + 1] ?? 0); at += 1) {
			const word = words[at] ?? 0;
			if ((counts[word] ?? 0) > rare) continue;
			const found = places.get(word);
			if (found) found.push(s);
			else places.set(word, [s]);
		}
	}
	return places;
}

function bestPartners(
	{ forward: { starts, others, values } }: WordPairs,
	z: number,
): { word: number; ratio: number }[] {
	const partners: { word: number; ratio: number }[] = [];
	for (let k = starts[z] ?? 0; k < (starts[z + 1] ?? 0); k += 1)
		partners.push({ word: others[k] ?? 0, ratio: values[k] ?? 0 });
	return partners.sort((a, b) => b.ratio - a.ratio).slice(0, mostPartners);
}

/** The points, both coordinates ascending, with the greatest sum of weights; n log n by running maxima over columns. */
function heaviestChain(points: Point[], columns: number): Point[] {
	points.sort((a, b) => a.row - b.row || b.column - a.column);
	const before = new Int32Array(points.length).fill(-1);
	const sums = new Float64Array(points.length);
	/** Fenwick tree: at each node the point with the greatest sum among its columns. */
	const tree = new Int32Array(columns + 1).fill(-1);
	for (const [n, { column, weight }] of points.entries()) {
		let best = -1;
		for (let node = column; node > 0; node -= node & -node) best = heavier(best, tree[node] ?? -1);
		before[n] = best;
		sums[n] = weight + (sums[best] ?? 0);
		for (let node = column + 1; node <= columns; node += node & -node)
			tree[node] = heavier(tree[node] ?? -1, n);
	}
	let last = points.reduce((best, _, n) => heavier(best, n), -1);
	const chain: Point[] = [];
	for (; last >= 0; last = before[last] ?? -1) {
		const point = points[last];
		if (point) chain.push(point);
	}
	return chain.reverse();

	function heavier(one: number, other: number): number {
		if (one < 0 || other < 0) return Math.max(one, other);
		return (sums[other] ?? 0) > (sums[one] ?? 0) ? other : one;
	}
}
