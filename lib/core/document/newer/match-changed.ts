/** Pairing sentences that changed, by what they have in common: the cheapest way through both lists in order. */
import { type Bag, bagOf, similarity } from "./similarity.ts";

export interface Paired {
	readonly old: readonly [number, number];
	readonly now: readonly [number, number];
}

/** How many sentences of each side go together. */
const steps = [
	[1, 1],
	[1, 0],
	[0, 1],
	[1, 2],
	[2, 1],
	[1, 3],
	[3, 1],
] as const;
/** A sentence without counterpart; two of them cost more than pairing two that have nothing in common. */
const alone = 0.55;
/** One sentence become two has the words of both; less than this in common, and one of them came or went by itself. */
const uneven = 0.3;
/** Places looked at: 800,000 take two to four seconds. Beyond, only those near the diagonal. */
const mostPlaces = 800_000;
/** Never fewer than this many to each side of it. */
const narrowest = 12;

/** Covers both lists in order. Costs grow with the texts that a step takes and shrink with the words in common. */
export function matchChanged(old: readonly string[], now: readonly string[]): Paired[] {
	const lattice = new Lattice(old, now);
	for (let i = 0; i <= old.length; i++) lattice.row(i);
	return lattice.path();
}

class Lattice {
	readonly #old: readonly string[];
	readonly #now: readonly string[];
	readonly #half: number;
	readonly #bags = { old: new Map<number, Bag>(), now: new Map<number, Bag>() };
	/** Costs and steps of each place, row by row; a row begins at its first column. */
	readonly #costs: Float64Array[] = [];
	readonly #steps: Uint8Array[] = [];

	constructor(old: readonly string[], now: readonly string[]) {
		this.#old = old;
		this.#now = now;
		const room = Math.floor(mostPlaces / (old.length + 1) / 2);
		const slope = Math.ceil(now.length / Math.max(1, old.length)); // neighbouring rows have to meet
		this.#half = Math.max(narrowest + slope, room);
	}

	row(i: number): void {
		const [first, last] = this.#columns(i);
		const costs = new Float64Array(last - first + 1).fill(Number.POSITIVE_INFINITY);
		const taken = new Uint8Array(last - first + 1);
		this.#costs.push(costs);
		this.#steps.push(taken);
		if (i === 0) costs[0] = 0;
		for (let j = first; j <= last; j++) {
			for (const [index, [sources, targets]] of steps.entries()) {
				const before = this.#cost(i - sources, j - targets);
				if (before === Number.POSITIVE_INFINITY) continue;
				const cost = before + this.#stepCost(i, j, sources, targets);
				if (cost < (costs[j - first] ?? 0)) {
					costs[j - first] = cost;
					taken[j - first] = index;
				}
			}
		}
	}

	path(): Paired[] {
		const found: Paired[] = [];
		let [i, j] = [this.#old.length, this.#now.length];
		while (i > 0 || j > 0) {
			const [first] = this.#columns(i);
			const [sources, targets] = steps[this.#steps[i]?.[j - first] ?? 0] ?? steps[0];
			found.push({ old: [i - sources, i], now: [j - targets, j] });
			i -= sources;
			j -= targets;
		}
		return found.reverse();
	}

	#columns(i: number): [number, number] {
		const middle = this.#old.length === 0 ? 0 : Math.round((i * this.#now.length) / this.#old.length);
		const first = i === 0 ? 0 : Math.max(0, middle - this.#half);
		const last = i === this.#old.length ? this.#now.length : Math.min(this.#now.length, middle + this.#half);
		return [first, last];
	}

	#cost(i: number, j: number): number {
		if (i < 0 || j < 0) return Number.POSITIVE_INFINITY;
		return this.#costs[i]?.[j - this.#columns(i)[0]] ?? Number.POSITIVE_INFINITY;
	}

	#stepCost(i: number, j: number, sources: number, targets: number): number {
		if (sources === 0 || targets === 0) return alone;
		const alike = similarity(this.#bag("old", i, sources), this.#bag("now", j, targets));
		return ((1 - alike) * (sources + targets)) / 2 + uneven * (sources + targets - 2);
	}

	/** The words of so many texts that end before a place. */
	#bag(side: "old" | "now", end: number, count: number): Bag {
		const key = end * 4 + count;
		const known = this.#bags[side].get(key);
		if (known) return known;
		const made = bagOf((side === "old" ? this.#old : this.#now).slice(end - count, end));
		this.#bags[side].set(key, made);
		return made;
	}
}
