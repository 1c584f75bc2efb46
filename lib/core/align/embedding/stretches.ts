import type { Anchor } from "./anchors.ts";

/** Sentences of both sides that are aligned as one piece, so that only their vectors are kept at a time. */
export interface Stretch {
	readonly source: readonly [start: number, end: number];
	readonly target: readonly [start: number, end: number];
	/** From the start of the stretch, per row of the lattice: the column of the first path, and how far around it to look. */
	readonly path: Int32Array;
	readonly halfWidths: Int32Array;
}

/** Columns on each side of the path where anchors follow each other; more than the longest bead holds. */
const leastHalfWidth = 8;
/** Between anchors everything is searched up to this many columns. */
const mostHalfWidth = 100;
/** Sentences of both sides together, from which on a text is cut where that is safe, and where it is not. */
const enough = 500;
const tooMany = 2_000;
/** Anchors in a row before and after a cut that make it safe. */
const run = 2;

/** The path through all anchors, cut between sentences that surely do not share a bead. */
export function stretchesAlong(anchors: readonly Anchor[], sources: number, targets: number): Stretch[] {
	const { path, halfWidths } = pathThrough(anchors, sources, targets);
	const safe = safeCuts(anchors);
	const stretches: Stretch[] = [];
	let [source, target] = [0, 0];
	for (let i = 1; i <= sources; i += 1) {
		const column = path[i] ?? targets;
		const size = i - source + column - target;
		if (i < sources && (size < enough || (size < tooMany && !safe.has(i)))) continue;
		const end = i < sources ? column : targets;
		const from = target;
		stretches.push({
			source: [source, i],
			target: [target, end],
			path: path.slice(source, i + 1).map((at) => at - from),
			halfWidths: halfWidths.slice(source, i + 1),
		});
		[source, target] = [i, end];
	}
	return stretches;
}

/** Straight lines between the anchors. */
function pathThrough(anchors: readonly Anchor[], sources: number, targets: number) {
	const path = new Int32Array(sources + 1);
	const halfWidths = new Int32Array(sources + 1).fill(leastHalfWidth);
	let [row, column] = [0, 0];
	const drawTo = (toRow: number, toColumn: number) => {
		const halfWidth = Math.min(leastHalfWidth + toColumn - column, mostHalfWidth);
		for (let i = row; i <= toRow; i += 1) {
			const share = toRow > row ? (i - row) / (toRow - row) : 1;
			path[i] = column + Math.round(share * (toColumn - column));
			halfWidths[i] = Math.max(halfWidths[i] ?? 0, halfWidth);
		}
		[row, column] = [toRow, toColumn];
	};
	for (const { source, target } of anchors) {
		drawTo(source, target);
		drawTo(source + 1, target + 1);
	}
	drawTo(sources, targets);
	return { path, halfWidths };
}

/** Source sentences before which a cut goes through a run of anchors that follow each other on both sides. */
function safeCuts(anchors: readonly Anchor[]): ReadonlySet<number> {
	const safe = new Set<number>();
	for (const [a, { source, target }] of anchors.entries()) {
		const first = anchors[a - run];
		const last = anchors[a + run - 1];
		if (first === undefined || last === undefined) continue;
		const isRun = [first.source - source, first.target - target].every((step) => step === -run);
		const goesOn = [last.source - source, last.target - target].every((step) => step === run - 1);
		if (isRun && goesOn) safe.add(source);
	}
	return safe;
}
