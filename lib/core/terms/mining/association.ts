/** How firmly two things belong together that are both in `together` of `all` texts, one in `one`, the other in `other`. */
export interface Counts {
	readonly together: number;
	readonly one: number;
	readonly other: number;
	readonly all: number;
}

/** Dunning (1993), log-likelihood ratio; 0 where they meet no more often than by chance. */
export function logLikelihood({ together, one, other, all }: Counts): number {
	if (together * all <= one * other) return 0;
	const cells = [
		[together, one, other],
		[one - together, one, all - other],
		[other - together, all - one, other],
		[all - one - other + together, all - one, all - other],
	] as const;
	let sum = 0;
	for (const [seen, row, column] of cells)
		if (seen > 0) sum += seen * Math.log((seen * all) / (row * column));
	return 2 * sum;
}

/** Dice (1945): 1 where neither is without the other. */
export const dice = ({ together, one, other }: Counts) => (2 * together) / (one + other);
