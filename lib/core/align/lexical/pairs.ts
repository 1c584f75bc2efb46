/** Word ratios, row by row: row w is at `starts[w]` up to but not including `starts[w + 1]`. */
export interface Ratios {
	readonly starts: Int32Array;
	/** Words of the other side, ascending within a row. */
	readonly others: Int32Array;
	readonly values: Float32Array;
}

/** How strongly words of the two sides call for each other. */
export interface WordPairs {
	/** By source word: t(e|z) / p(e), how many times likelier the target word is where the source word stands. */
	readonly forward: Ratios;
	/** By target word: t(z|e) / p(z). */
	readonly backward: Ratios;
}

/** From pairs by source word; `back` has the ratios t(z|e) / p(z) in the places of `forward.values`. */
export function wordPairs(forward: Ratios, back: Float32Array, targetWords: number): WordPairs {
	const starts = new Int32Array(targetWords + 1);
	for (const target of forward.others) starts[target + 1] = (starts[target + 1] ?? 0) + 1;
	for (let e = 0; e < targetWords; e += 1) starts[e + 1] = (starts[e + 1] ?? 0) + (starts[e] ?? 0);
	const fill = starts.slice();
	const others = new Int32Array(forward.others.length);
	const values = new Float32Array(forward.others.length);
	for (let z = 0; z + 1 < forward.starts.length; z += 1) {
		for (let k = forward.starts[z] ?? 0; k < (forward.starts[z + 1] ?? 0); k += 1) {
			const e = forward.others[k] ?? 0;
			const at = fill[e] ?? 0;
			fill[e] = at + 1;
			others[at] = z;
			values[at] = back[k] ?? 0;
		}
	}
	return { forward, backward: { starts, others, values } };
}

/** Collects one row after the other, each target word once. */
export class RowCollector {
	readonly #sums: Float64Array;
	#touched: number[] = [];

	constructor(targets: number) {
		this.#sums = new Float64Array(targets);
	}

	add(target: number, weight: number): void {
		if (this.#sums[target] === 0) this.#touched.push(target);
		this.#sums[target] = (this.#sums[target] ?? 0) + weight;
	}

	/** The row so far, by ascending target word; the next row begins empty. */
	take(visit: (target: number, weight: number) => void): void {
		for (const target of this.#touched.sort((a, b) => a - b)) {
			visit(target, this.#sums[target] ?? 0);
			this.#sums[target] = 0;
		}
		this.#touched = [];
	}
}
