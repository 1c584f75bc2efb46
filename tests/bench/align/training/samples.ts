/** All beads near a gold path with their features, laid out for the likelihood. */
import type { Band } from "#lib/core/align/band.ts";
import type { Shape } from "#lib/core/align/lattice.ts";
import {
	type Evidence,
	indicatorFeatures,
	numberFeatures,
	readFeatures,
	shapes,
} from "#lib/core/align/lexical/features.ts";
import type { GoldPath, Place } from "./gold-path.ts";

/**
 * The beads of one document's lattice, by the row they begin in, then by column. Points are the cells of the band,
 * counted row by row.
 */
export interface Sample {
	/** Number of the first bead of each row, and of the first point; both with their end. */
	readonly rowBeads: Int32Array;
	readonly rowPoints: Int32Array;
	/** Per bead the points it leads from and to, and how many rows it goes down. */
	readonly from: Int32Array;
	readonly to: Int32Array;
	readonly depth: Uint8Array;
	/** Per bead `numbersPerBead` values, and places of weights or -1, `indicatorsPerBead` of them. */
	readonly numbers: Float32Array;
	readonly numbersPerBead: number;
	readonly indicators: Int16Array;
	readonly indicatorsPerBead: number;
	/** Numbers of the gold beads. */
	readonly gold: Int32Array;
	/** How often the document counts. */
	readonly weight: number;
}

/** `usable`: the shapes that the model may use. */
export function makeSample(
	evidence: Evidence,
	gold: GoldPath,
	band: Band,
	usable: readonly Shape[],
	weight: number,
): Sample {
	const rows = band.first.length;
	const edges = listEdges(band, usable);
	const count = edges.shapes.length;
	const sample: Sample = {
		rowBeads: edges.rowBeads,
		rowPoints: Int32Array.from(band.offset),
		from: Int32Array.from(edges.from),
		to: Int32Array.from(edges.to),
		depth: Uint8Array.from(edges.shapes, (k) => shapes[k]?.source ?? 0),
		numbers: new Float32Array(count * numberFeatures.length),
		numbersPerBead: numberFeatures.length,
		indicators: new Int16Array(count * indicatorFeatures),
		indicatorsPerBead: indicatorFeatures,
		gold: findGold(gold.places, edges, band),
		weight,
	};
	const numbers = new Float64Array(numberFeatures.length);
	const indicators = new Int32Array(indicatorFeatures);
	for (let row = 0; row < rows; row += 1) {
		for (let bead = edges.rowBeads[row] ?? 0; bead < (edges.rowBeads[row + 1] ?? 0); bead += 1) {
			const column = (sample.from[bead] ?? 0) - (band.offset[row] ?? 0) + (band.first[row] ?? 0);
			readFeatures(evidence, edges.shapes[bead] ?? 0, row, column, numbers, indicators);
			sample.numbers.set(numbers, bead * numberFeatures.length);
			sample.indicators.set(indicators, bead * indicatorFeatures);
		}
	}
	return sample;
}

interface Edges {
	readonly rowBeads: Int32Array;
	readonly from: readonly number[];
	readonly to: readonly number[];
	/** Numbers in the model's list of shapes. */
	readonly shapes: readonly number[];
}

function listEdges(band: Band, usable: readonly Shape[]): Edges {
	const rows = band.first.length;
	const edges = { from: [] as number[], to: [] as number[], shapes: [] as number[] };
	const rowBeads = new Int32Array(rows + 1);
	const numbered = shapes.flatMap((shape, k) =>
		usable.some(({ source, target }) => source === shape.source && target === shape.target)
			? [{ k, ...shape }]
			: [],
	);
	for (let row = 0; row < rows; row += 1) {
		for (let column = band.first[row] ?? 0; column <= (band.last[row] ?? 0); column += 1) {
			for (const { k, source, target } of numbered) {
				const to = pointAt(band, row + source, column + target);
				if (to === undefined) continue;
				edges.from.push(pointAt(band, row, column) ?? 0);
				edges.to.push(to);
				edges.shapes.push(k);
			}
		}
		rowBeads[row + 1] = edges.from.length;
	}
	return { ...edges, rowBeads };
}

function pointAt({ first, last, offset }: Band, row: number, column: number): number | undefined {
	const [left, right, start] = [first[row], last[row], offset[row]];
	if (left === undefined || right === undefined || start === undefined) return undefined;
	return column < left || column > right ? undefined : start + column - left;
}

function findGold(places: readonly Place[], edges: Edges, band: Band): Int32Array {
	return Int32Array.from(places, ({ source, sources, target, targets }) => {
		const from = pointAt(band, source, target);
		const to = pointAt(band, source + sources, target + targets);
		const end = edges.rowBeads[source + 1] ?? 0;
		for (let bead = edges.rowBeads[source] ?? 0; bead < end; bead += 1)
			if (edges.from[bead] === from && edges.to[bead] === to) return bead;
		throw new Error(`The gold bead at ${source}, ${target} lies outside the band`);
	});
}
