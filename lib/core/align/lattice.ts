import type { Band } from "./band.ts";
import type { Bead } from "./contract.ts";

/** How many sentences of each side a bead of this shape holds. */
export interface Shape {
	readonly source: number;
	readonly target: number;
}

export interface BeadModel {
	readonly shapes: readonly Shape[];
	/** What a right bead of each shape is worth; without it, the number of its sentences. */
	readonly worth?: readonly number[];
	/** Natural logarithm of the weight of a bead: number of its shape, first source and first target sentence. */
	weigh(shape: number, source: number, target: number): number;
}

export interface Watch {
	/** Hears of every bead, on the best path or not, whose posterior probability is worth counting. */
	readonly expect?: (shape: number, source: number, target: number, posterior: number) => void;
	/** Called after some dozens of rows, forward and backward. */
	readonly step?: (rows: number) => void;
}

export interface Decoded {
	readonly beads: Bead[];
	/** The best path's column in each row, for the next band. */
	readonly path: Int32Array;
	/** The rows in which the best path runs so near to the edge of the band that a better one may lie outside. */
	readonly edgeRows: readonly number[];
}

const rowsPerStep = 64;
const worthCounting = 1e-3;
/** Logarithm below which a posterior counts as 0. */
const negligiblePosterior = -25;
/** Within this share of a row's width of its edge, the path is said to touch it. */
const edgeShare = 1 / 16;

/**
 * Forward–backward over the band, then the path with the greatest expected number of sentences in a right bead:
 * the sum over its beads of posterior probability × sentences (or what the model says they are worth). The posteriors are the beads' confidences.
 *
 * Memory is 5 bytes a cell. Forward values are kept as distances from their row's greatest, which single precision
 * holds well enough for posteriors; a cell's value is needed last when its own beads are judged, and then gives
 * its place to the posterior of the bead chosen there.
 */
export function decode(model: BeadModel, band: Band, watch: Watch = {}): Decoded {
	const forward = runForward(model, band, watch);
	const chosen = runBackward(model, band, forward, watch);
	return followChoices(model, band, forward.values, chosen);
}

interface Forward {
	/** Per cell, relative to `base` of its row; overwritten by the backward run. */
	readonly values: Float32Array;
	readonly base: Float64Array;
	/** Logarithm of the weight of all paths together. */
	readonly total: number;
}

function runForward(model: BeadModel, band: Band, watch: Watch): Forward {
	const rows = band.first.length;
	const values = new Float32Array(band.offset[rows] ?? 0);
	const base = new Float64Array(rows);
	const sweep = new Sweep(model, band, -1);
	let total = 0;
	for (let i = 0; i < rows; i += 1) {
		const row = sweep.enter(i);
		let greatest = Number.NEGATIVE_INFINITY;
		for (let at = 0; at < row.length; at += 1) {
			total = i === 0 && at === 0 ? 0 : sweep.sum(at);
			row[at] = total;
			if (total > greatest) greatest = total;
		}
		base[i] = greatest;
		const offset = band.offset[i] ?? 0;
		for (let at = 0; at < row.length; at += 1) values[offset + at] = (row[at] ?? 0) - greatest;
		if (i % rowsPerStep === rowsPerStep - 1) watch.step?.(rowsPerStep);
	}
	return { values, base, total };
}

/** For each cell the number of the shape that the best path takes from it; the posteriors go into `forward.values`. */
function runBackward(model: BeadModel, band: Band, forward: Forward, watch: Watch): Uint8Array {
	const rows = band.first.length;
	const chosen = new Uint8Array(forward.values.length);
	const sweep = new Sweep(model, band, 1);
	const gains = new Sweep(model, band, 1);
	const worth = model.worth ?? model.shapes.map(({ source, target }) => source + target);
	for (let i = rows - 1; i >= 0; i -= 1) {
		const row = sweep.enter(i);
		const gainRow = gains.enter(i);
		const offset = band.offset[i] ?? 0;
		const rowBase = (forward.base[i] ?? 0) - forward.total;
		for (let at = row.length - 1; at >= 0; at -= 1) {
			const isEnd = i === rows - 1 && at === row.length - 1;
			row[at] = isEnd ? 0 : sweep.sum(at);
			if (isEnd) gainRow[at] = 0;
			const here = (forward.values[offset + at] ?? 0) + rowBase;
			for (let k = 0; k < model.shapes.length && !isEnd; k += 1) {
				const exponent = here + (sweep.terms[k] ?? 0);
				const posterior = exponent < negligiblePosterior ? 0 : Math.min(1, Math.exp(exponent));
				if (posterior > worthCounting) watch.expect?.(k, i, (band.first[i] ?? 0) + at, posterior);
				const gain = posterior * (worth[k] ?? 0) + gains.neighbour(k, at);
				if (gain > (gainRow[at] ?? 0)) {
					gainRow[at] = gain;
					chosen[offset + at] = k;
					forward.values[offset + at] = posterior;
				}
			}
		}
		if (i % rowsPerStep === 0) watch.step?.(rowsPerStep);
	}
	return chosen;
}

function followChoices(model: BeadModel, band: Band, posteriors: Float32Array, chosen: Uint8Array): Decoded {
	const rows = band.first.length;
	const columns = band.last[rows - 1] ?? 0;
	const beads: Bead[] = [];
	const path = new Int32Array(rows);
	const edgeRows: number[] = [];
	for (let i = 0, j = 0; i < rows - 1 || j < columns; ) {
		const first = band.first[i] ?? 0;
		const last = band.last[i] ?? 0;
		const margin = Math.floor((last - first) * edgeShare);
		if ((first > 0 && j - first <= margin) || (last < columns && last - j <= margin)) edgeRows.push(i);
		const cell = (band.offset[i] ?? 0) + j - first;
		const shape = model.shapes[chosen[cell] ?? 0];
		if (shape === undefined) break;
		const next: readonly [number, number] = [i + shape.source, j + shape.target];
		beads.push({ source: [i, next[0]], target: [j, next[1]], confidence: posteriors[cell] ?? 0 });
		[i, j] = next;
		for (let row = i; row > i - shape.source; row -= 1) path[row] = j;
	}
	return { beads, path, edgeRows };
}

/** Goes through the rows of a band in one direction: -1 for beads that end in a cell, 1 for beads that begin in it. */
class Sweep {
	/** What each shape contributed to the cell that was summed last. */
	readonly terms: Float64Array;
	readonly #model: BeadModel;
	readonly #band: Band;
	readonly #direction: -1 | 1;
	readonly #sources: Int32Array;
	readonly #targets: Int32Array;
	readonly #depth: number;
	/** The last rows in double precision, by row number, as many as the deepest bead reaches. */
	readonly #rows = new Map<number, Float64Array>();
	/** Per shape the row that holds its other end, and that row's first column. */
	readonly #others: Float64Array[];
	readonly #otherFirst: Int32Array;
	#i = 0;
	#first = 0;

	constructor(model: BeadModel, band: Band, direction: -1 | 1) {
		this.#model = model;
		this.#band = band;
		this.#direction = direction;
		this.#sources = Int32Array.from(model.shapes, (shape) => shape.source);
		this.#targets = Int32Array.from(model.shapes, (shape) => shape.target);
		this.#depth = Math.max(...this.#sources);
		this.#others = model.shapes.map(() => outside);
		this.#otherFirst = new Int32Array(model.shapes.length);
		this.terms = new Float64Array(model.shapes.length);
	}

	/** The values of row `i`, for the caller to fill in the sweep's order. */
	enter(i: number): Float64Array {
		this.#i = i;
		this.#first = this.#band.first[i] ?? 0;
		const row = new Float64Array((this.#band.last[i] ?? 0) - this.#first + 1).fill(Number.NEGATIVE_INFINITY);
		this.#rows.set(i, row);
		this.#rows.delete(i + this.#direction * (this.#depth + 1));
		for (let k = 0; k < this.#others.length; k += 1) {
			const other = i + this.#direction * (this.#sources[k] ?? 0);
			this.#others[k] = this.#rows.get(other) ?? outside;
			this.#otherFirst[k] = this.#band.first[other] ?? 0;
		}
		return row;
	}

	/** The value at the other end of a bead of shape `k`, minus infinity outside the band. */
	neighbour(k: number, at: number): number {
		const row = this.#others[k] ?? outside;
		const column = this.#first + at + this.#direction * (this.#targets[k] ?? 0) - (this.#otherFirst[k] ?? 0);
		return column >= 0 && column < row.length ? (row[column] ?? 0) : Number.NEGATIVE_INFINITY;
	}

	/** Logarithm of the sum, over the shapes, of (value at the other end × weight of the bead). */
	sum(at: number): number {
		const back = this.#direction < 0 ? 1 : 0;
		for (let k = 0; k < this.terms.length; k += 1) {
			const value = this.neighbour(k, at);
			const source = this.#i - back * (this.#sources[k] ?? 0);
			const target = this.#first + at - back * (this.#targets[k] ?? 0);
			this.terms[k] =
				value === Number.NEGATIVE_INFINITY ? value : value + this.#model.weigh(k, source, target);
		}
		return logOfSum(this.terms);
	}
}

const outside = new Float64Array(0);

/** Farther below the greatest term, in natural logarithms, a term changes no digit that is used. */
const negligible = 36;

function logOfSum(terms: Float64Array): number {
	let greatest = Number.NEGATIVE_INFINITY;
	for (let k = 0; k < terms.length; k += 1) greatest = Math.max(greatest, terms[k] ?? greatest);
	if (greatest === Number.NEGATIVE_INFINITY) return greatest;
	let sum = 0;
	for (let k = 0; k < terms.length; k += 1) {
		const below = (terms[k] ?? 0) - greatest;
		if (below > -negligible) sum += Math.exp(below);
	}
	return greatest + Math.log(sum);
}
