/** How strongly words of the two sides call for each other, by source word: row z is at `starts[z]` to `starts[z + 1]`. */
export interface WordPairs {
	readonly starts: Int32Array;
	/** Target words, ascending within a row. */
	readonly targets: Int32Array;
	/** t(e|z) / p(e): how many times likelier the target word is where the source word stands. */
	readonly forward: Float32Array;
	/** t(z|e) / p(z). */
	readonly backward: Float32Array;
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

/** The same pairs by target word: `rows[e]` lists source words with the place of the pair. */
export function byTarget({ starts, targets }: Pick<WordPairs, "starts" | "targets">, targetWords: number) {
	const begins = new Int32Array(targetWords + 1);
	for (const target of targets) begins[target + 1] = (begins[target + 1] ?? 0) + 1;
	for (let e = 0; e < targetWords; e += 1) begins[e + 1] = (begins[e + 1] ?? 0) + (begins[e] ?? 0);
	const fill = begins.slice();
	const sources = new Int32Array(targets.length);
	const places = new Int32Array(targets.length);
	for (let z = 0; z + 1 < starts.length; z += 1) {
		for (let k = starts[z] ?? 0; k < (starts[z + 1] ?? 0); k += 1) {
			const e = targets[k] ?? 0;
			const at = fill[e] ?? 0;
			fill[e] = at + 1;
			sources[at] = z;
			places[at] = k;
		}
	}
	return { begins, sources, places };
}
