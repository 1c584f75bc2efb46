/** Where the alignment runs, roughly: found from single pairs of sentences, so that the search proper can stay near. */
import { type Band, bandAround } from "../band.ts";
import { anchorPath } from "./anchors.ts";
import type { WordPairs } from "./pairs.ts";
import type { LexicalParameters } from "./parameters.ts";
import type { Prepared } from "./prepare.ts";
import { scorePairs } from "./read-evidence.ts";

/** Up to this many pairs of sentences are all looked at. */
const mostPairs = 1_000_000;

/** Per row (sentences of the source used) the column at which the best chain of alike sentences stands. */
export function coarsePath(
	prepared: Prepared,
	pairs: WordPairs,
	parameters: LexicalParameters,
	checkCancelled: () => void,
): Int32Array {
	const rows = prepared.sides.source.starts.length - 1;
	const columns = prepared.sides.target.starts.length - 1;
	const band = rows * columns <= mostPairs ? wholeBand(rows, columns) : corridor(prepared, pairs);
	checkCancelled();
	const alike = scorePairs(prepared, pairs, band, parameters);
	checkCancelled();
	return heaviestChain(band, alike);
}

function wholeBand(rows: number, columns: number): Band {
	return bandAround(new Int32Array(rows + 1), new Int32Array(rows + 1).fill(columns), columns);
}

/** Least half-width of the corridor, and how much wider it is where anchors are far apart. */
const nearAnchors = 32;
const sharePerGap = 0.6;

function corridor(prepared: Prepared, pairs: WordPairs): Band {
	const columns = prepared.sides.target.starts.length - 1;
	const { path, gaps } = anchorPath(prepared.sides, pairs);
	const halfWidths = Int32Array.from(gaps, (gap) => Math.ceil(nearAnchors + sharePerGap * gap));
	return bandAround(path, halfWidths, columns);
}

/** Steps that the best chain takes into a cell. */
const fromLeft = 1;
const fromAbove = 2;
const paired = 3;

/**
 * The chain of sentence pairs, both ascending, with the greatest sum of likelihood ratios; pairs that speak against
 * each other count nothing. `alike` has one value a cell of the band.
 */
function heaviestChain(band: Band, alike: Float32Array): Int32Array {
	const rows = band.first.length;
	const steps = new Uint8Array(band.offset[rows] ?? 0);
	let above = new Float64Array(0);
	for (let i = 0; i < rows; i += 1) {
		const first = band.first[i] ?? 0;
		const last = band.last[i] ?? 0;
		const firstAbove = band.first[i - 1] ?? 0;
		const row = new Float64Array(last - first + 1).fill(Number.NEGATIVE_INFINITY);
		if (i === 0) row[0] = 0;
		for (let j = first; j <= last; j += 1) {
			const cell = (band.offset[i] ?? 0) + j - first;
			let best = row[j - first] ?? 0;
			let step = 0;
			const take = (value: number | undefined, from: number) => {
				if (value !== undefined && value > best) {
					best = value;
					step = from;
				}
			};
			if (i > 0) take(above[j - firstAbove], fromAbove);
			if (j > first) take(row[j - first - 1], fromLeft);
			if (i > 0 && j > 0) {
				const before = above[j - 1 - firstAbove];
				const gain = alike[(band.offset[i - 1] ?? 0) + j - 1 - firstAbove] ?? 0;
				if (before !== undefined && gain > 0) take(before + gain, paired);
			}
			row[j - first] = best;
			steps[cell] = step;
		}
		above = row;
	}
	return walkBack(band, steps);
}

function walkBack(band: Band, steps: Uint8Array): Int32Array {
	const rows = band.first.length;
	const path = new Int32Array(rows);
	let j = band.last[rows - 1] ?? 0;
	for (let i = rows - 1; i >= 0; ) {
		const step = steps[(band.offset[i] ?? 0) + j - (band.first[i] ?? 0)] ?? 0;
		if (step === fromLeft) {
			j -= 1;
			continue;
		}
		path[i] = j;
		if (step === paired) j -= 1;
		if (i > 0 && step === 0) j = band.last[i - 1] ?? 0;
		i -= 1;
	}
	path[rows - 1] = band.last[rows - 1] ?? 0;
	return path;
}
