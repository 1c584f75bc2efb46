/** Numbers from 0 to below 1, the same for the same seed on every machine (Tommy Ettinger's mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
	return least + Math.floor(random() * (most - least + 1));
}

/** Fisher and Yates' shuffle, of a copy. */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
	const left = [...values];
	const drawn: T[] = [];
	while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
	return drawn;
}
