/** The places of an ascending run that weighs most, strictly ascending; of equal ones the one that begins first. */
export function heaviestAscending(
	numbers: readonly number[],
	weightAt: (place: number) => number,
): Set<number> {
	const ranks = new Map([...new Set(numbers)].toSorted((a, b) => a - b).map((number, i) => [number, i + 1]));
	const best: number[] = []; // a Fenwick tree of the place that ends the heaviest run up to a rank
	const weights: number[] = [];
	const before: number[] = [];
	const heavier = (a: number | undefined, b: number | undefined): number | undefined => {
		if (a === undefined || b === undefined) return a ?? b;
		const difference = (weights[b] ?? 0) - (weights[a] ?? 0);
		return difference > 0 || (difference === 0 && b < a) ? b : a;
	};
	for (const [place, number] of numbers.entries()) {
		const rank = ranks.get(number) ?? 1;
		let last: number | undefined;
		for (let i = rank - 1; i > 0; i -= i & -i) last = heavier(last, best[i]);
		weights[place] = (last === undefined ? 0 : (weights[last] ?? 0)) + weightAt(place);
		before[place] = last ?? -1;
		for (let i = rank; i <= ranks.size; i += i & -i) best[i] = heavier(best[i], place) ?? place;
	}
	let end: number | undefined;
	for (let i = ranks.size; i > 0; i -= i & -i) end = heavier(end, best[i]);
	const run = new Set<number>();
	for (let place = end ?? -1; place >= 0; place = before[place] ?? -1) run.add(place);
	return run;
}
