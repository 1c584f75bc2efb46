import type { Band } from "../band.ts";
import { cells } from "../band.ts";
import { shapes } from "./shapes.ts";
import type { Spans } from "./spans.ts";
import { similarity } from "./vectors.ts";

/** What the vectors say of every bead in a band; the bead of shape k that begins in a cell is at `k * cells + cell`. */
export interface Measured {
	readonly band: Band;
	readonly cells: number;
	/** How much more like each other its sides are than like unrelated sentences; not a number for a sentence alone. */
	readonly margins: Float32Array;
}

export function measure(source: Spans, target: Spans, band: Band, step: () => void): Measured {
	const count = cells(band);
	const margins = new Float32Array(count * shapes.length).fill(Number.NaN);
	for (const [k, shape] of shapes.entries()) {
		const ones = source.vectors[shape.source - 1];
		const others = target.vectors[shape.target - 1];
		const oneStrangers = source.strangers[shape.source - 1];
		const otherStrangers = target.strangers[shape.target - 1];
		if (!ones || !others || !oneStrangers || !otherStrangers) continue;
		for (const [i, one] of ones.entries()) {
			if (i % rowsPerStep === 0) step();
			const last = Math.min(band.last[i] ?? 0, others.length - 1);
			const offset = k * count + (band.offset[i] ?? 0) - (band.first[i] ?? 0);
			for (let j = band.first[i] ?? 0; j <= last; j += 1) {
				const strange = ((oneStrangers[i] ?? 0) + (otherStrangers[j] ?? 0)) / 2;
				margins[offset + j] = similarity(one, others[j] ?? one) - strange;
			}
		}
	}
	return { band, cells: count, margins };
}

const rowsPerStep = 32;
