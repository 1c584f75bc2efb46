/**
 * How likely the model thinks the gold path among all paths of a lattice: the likelihood of a conditional random field
 * (Lafferty, McCallum & Pereira 2001), whose gradient is the gold path's features less the expected ones.
 */
import type { Sample } from "./samples.ts";

/** Posterior below which a bead adds nothing worth having to the expectation. */
const negligible = 1e-6;

/** Hears of each bead and its posterior probability. */
export type Expect = (bead: number, posterior: number) => void;

/** Logarithm of the gold path's probability × the sample's weight; its gradient is added to `gradient`. */
export function addLikelihood(sample: Sample, weights: Float64Array, gradient: Float64Array): number {
	const scores = scoreBeads(sample, weights);
	const total = expectBeads(sample, scores, (bead, posterior) => {
		if (posterior >= negligible) addFeatures(sample, bead, -posterior * sample.weight, gradient);
	});
	let gold = 0;
	for (const bead of sample.gold) {
		gold += scores[bead] ?? 0;
		addFeatures(sample, bead, sample.weight, gradient);
	}
	return (gold - total) * sample.weight;
}

export function scoreBeads(sample: Sample, weights: Float64Array): Float64Array {
	const { numbers, numbersPerBead, indicators, indicatorsPerBead } = sample;
	const scores = new Float64Array(sample.from.length);
	for (let bead = 0, number = 0, indicator = 0; bead < scores.length; bead += 1) {
		let sum = 0;
		for (let f = 0; f < numbersPerBead; f += 1, number += 1)
			sum += (weights[f] ?? 0) * (numbers[number] ?? 0);
		for (let c = 0; c < indicatorsPerBead; c += 1, indicator += 1) {
			const place = indicators[indicator] ?? -1;
			if (place >= 0) sum += weights[place] ?? 0;
		}
		scores[bead] = sum;
	}
	return scores;
}

function addFeatures(sample: Sample, bead: number, by: number, gradient: Float64Array): void {
	const { numbers, numbersPerBead, indicators, indicatorsPerBead } = sample;
	const number = bead * numbersPerBead;
	for (let f = 0; f < numbersPerBead; f += 1)
		gradient[f] = (gradient[f] ?? 0) + by * (numbers[number + f] ?? 0);
	const indicator = bead * indicatorsPerBead;
	for (let c = 0; c < indicatorsPerBead; c += 1) {
		const place = indicators[indicator + c] ?? -1;
		if (place >= 0) gradient[place] = (gradient[place] ?? 0) + by;
	}
}

/**
 * Forward–backward over the lattice; gives the logarithm of the sum of all paths. Sums are kept as they are, not as
 * logarithms, which needs one exponential a bead instead of five. So that they neither over- nor underflow, a point's is
 * relative to the best path to it, and a row's to a power of e of its own, as the paths grow more from row to row.
 */
export function expectBeads(sample: Sample, scores: Float64Array, expect: Expect): number {
	const best = bestSums(sample, scores);
	const weights = scores.map((score, bead) => {
		const before = best[sample.from[bead] ?? 0] ?? Number.NEGATIVE_INFINITY;
		return before === Number.NEGATIVE_INFINITY
			? 0
			: Math.exp(before + score - (best[sample.to[bead] ?? 0] ?? 0));
	});
	const { sums, logScales } = runForward(sample, weights);
	const total = (logScales.at(-1) ?? 0) + Math.log(sums.at(-1) ?? 0);
	const { rowBeads, rowPoints, from, to, depth } = sample;
	const rows = rowPoints.length - 1;
	const after = new Float64Array(sums.length);
	const afterScales = new Float64Array(rows);
	after[after.length - 1] = 1;
	for (let row = rows - 1; row >= 0; row -= 1) {
		const own = afterScales[row + 1] ?? 0;
		afterScales[row] = own;
		const moves = scaleFactors(afterScales, row, -own);
		const shares = scaleFactors(afterScales, row, (logScales[row] ?? 0) - total);
		for (let bead = (rowBeads[row + 1] ?? 0) - 1; bead >= (rowBeads[row] ?? 0); bead -= 1) {
			const [start, down] = [from[bead] ?? 0, depth[bead] ?? 0];
			const value = (weights[bead] ?? 0) * (after[to[bead] ?? 0] ?? 0);
			after[start] = (after[start] ?? 0) + value * (moves[down] ?? 0);
			expect(bead, (sums[start] ?? 0) * value * (shares[down] ?? 0));
		}
		afterScales[row] = own + rescale(after, rowPoints, row);
	}
	return total + (best.at(-1) ?? 0);
}

/** Per point the score of the best path to it. */
function bestSums({ rowPoints, from, to }: Sample, scores: Float64Array): Float64Array {
	const best = new Float64Array(rowPoints.at(-1) ?? 0).fill(Number.NEGATIVE_INFINITY);
	best[0] = 0;
	for (let bead = 0; bead < from.length; bead += 1) {
		const end = to[bead] ?? 0;
		const sum = (best[from[bead] ?? 0] ?? 0) + (scores[bead] ?? 0);
		if (sum > (best[end] ?? 0)) best[end] = sum;
	}
	return best;
}

/** No bead has more source sentences. */
const deepest = 8;

function runForward(
	{ rowBeads, rowPoints, from, to, depth }: Sample,
	weights: Float64Array,
): { sums: Float64Array; logScales: Float64Array } {
	const rows = rowPoints.length - 1;
	const sums = new Float64Array(rowPoints[rows] ?? 0);
	const logScales = new Float64Array(rows);
	sums[0] = 1;
	for (let row = 0; row < rows; row += 1) {
		logScales[row] = (logScales[row] ?? 0) + rescale(sums, rowPoints, row);
		// No bead of an earlier row reaches this one, so its scale is free to be chosen.
		if (row + deepest < rows) logScales[row + deepest] = logScales[row] ?? 0;
		const factors = scaleFactors(logScales, row, -(logScales[row] ?? 0)).map((factor) => 1 / factor);
		for (let bead = rowBeads[row] ?? 0; bead < (rowBeads[row + 1] ?? 0); bead += 1) {
			const value = (sums[from[bead] ?? 0] ?? 0) * (weights[bead] ?? 0) * (factors[depth[bead] ?? 0] ?? 0);
			const end = to[bead] ?? 0;
			sums[end] = (sums[end] ?? 0) + value;
		}
	}
	return { sums, logScales };
}

/** exp(scale of the row that many rows down + `by`), by rows down. */
function scaleFactors(logScales: Float64Array, row: number, by: number): Float64Array {
	return Float64Array.from({ length: deepest + 1 }, (_, down) => Math.exp((logScales[row + down] ?? 0) + by));
}

/** Divides a row by its greatest value; gives the logarithm of that. */
function rescale(sums: Float64Array, rowPoints: Int32Array, row: number): number {
	const values = sums.subarray(rowPoints[row] ?? 0, rowPoints[row + 1] ?? 0);
	let greatest = 0;
	for (const value of values) if (value > greatest) greatest = value;
	if (greatest === 0) return 0;
	for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / greatest;
	return Math.log(greatest);
}
