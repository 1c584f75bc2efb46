/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0, 1 excluded. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number from 0, `count` excluded. */
	below(count: number): number {
		return Math.floor(this.next() * count);
	}

	pick<Item>(items: readonly Item[]): Item | undefined {
		return items[this.below(items.length)];
	}

	/** In another order. */
	shuffled<Item>(items: readonly Item[]): Item[] {
		return items
			.map((item) => [this.next(), item] as const)
			.toSorted(([one], [other]) => one - other)
			.map(([, item]) => item);
	}
}
