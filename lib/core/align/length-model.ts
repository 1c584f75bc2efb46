import type { BeadModel, Watch } from "./lattice.ts";
import type { ParagraphEvidence } from "./paragraphs.ts";

export interface SideLengths {
	readonly source: readonly number[];
	readonly target: readonly number[];
}

/** Target characters per source character, and the variance of the target length per source character. */
export interface LengthParameters {
	readonly ratio: number;
	readonly variance: number;
}

const shapes = [
	{ source: 1, target: 1, prior: 0.89 },
	{ source: 1, target: 0, prior: 0.0099 / 2 },
	{ source: 0, target: 1, prior: 0.0099 / 2 },
	{ source: 2, target: 1, prior: 0.089 / 2 },
	{ source: 1, target: 2, prior: 0.089 / 2 },
	{ source: 2, target: 2, prior: 0.011 },
] as const;
const oneToOneShape = 0;

/** Gale & Church's variance for European languages, where learning begins. */
const startingVariance = 6.8;
/** Least variance learned, for texts that are copies of each other. */
const leastVariance = 0.1;
/** Added to source lengths where they scale the variance: even one character leaves some play. */
const leastPlay = 3;
/** No pair of lengths speaks more strongly against a bead than this (natural logarithm). */
const worst = -40;
/** Length of an empty sentence, where a logarithm needs one. */
const almostNothing = 0.5;

/** Characters without white space; surrogate pairs count once. */
export function sentenceLength(sentence: string): number {
	let visible = 0;
	for (const character of sentence) if (character.trim() !== "") visible += 1;
	return visible;
}

export function startingParameters({ source, target }: SideLengths): LengthParameters {
	return { ratio: Math.max(sum(target), 1) / Math.max(sum(source), 1), variance: startingVariance };
}

/**
 * The weight of a bead is the probability of its lengths if its sides translate each other, over that of its lengths
 * if they do not; so paths with different beads are comparable, which Gale & Church's tail probability is not
 * (R. C. Moore, "Fast and Accurate Sentence Alignment of Bilingual Corpora", 2002). As in Gale & Church, the target
 * length of a translation is normal with mean ratio·l and variance proportional to l; unrelated target lengths follow
 * a gamma distribution fitted to the text.
 */
export function lengthModel(
	lengths: SideLengths,
	{ ratio, variance }: LengthParameters,
	evidence: ParagraphEvidence | null,
): BeadModel {
	const target = runningTotals(lengths.target);
	const translated = translatedLengths(lengths.source, { ratio, variance });
	const unrelated = unrelatedLengths(lengths.target, target);
	const priors = Float64Array.from(shapes, ({ prior }) => Math.log(prior));
	const sources = Int32Array.from(shapes, (shape) => shape.source);
	const targets = Int32Array.from(shapes, (shape) => shape.target);
	return {
		shapes,
		weigh(shape, from, across) {
			const prior = priors[shape] ?? 0;
			const taken = sources[shape] ?? 0;
			const given = targets[shape] ?? 0;
			const expected = translated[taken - 1];
			const chance = unrelated[given - 1];
			if (expected === undefined || chance === undefined) return prior;
			const length = (target[across + given] ?? 0) - (target[across] ?? 0);
			const gap = length - (expected.mean[from] ?? 0);
			const related = (expected.peak[from] ?? 0) - gap * gap * (expected.precision[from] ?? 0);
			const paragraphs = evidence === null ? 0 : evidence.weigh(from, taken, across, given);
			return prior + Math.max(related, worst) - (chance[across] ?? 0) + paragraphs;
		},
	};
}

/** Collects, from the posteriors of the 1-1 beads, what the variance is in this pair of texts. */
export function learnLengths(
	{ source, target }: SideLengths,
	before: LengthParameters,
): { expect: NonNullable<Watch["expect"]>; parameters(): LengthParameters } {
	let weight = 0;
	let variance = 0;
	return {
		expect(shape, from, across, posterior) {
			if (shape !== oneToOneShape) return;
			const sourceLength = source[from] ?? 0;
			const gap = (target[across] ?? 0) - before.ratio * sourceLength;
			weight += posterior;
			variance += (posterior * gap * gap) / (sourceLength + leastPlay);
		},
		parameters: () =>
			weight < 1 ? before : { ...before, variance: Math.max(variance / weight, leastVariance) },
	};
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

function runningTotals(values: readonly number[]): Float64Array {
	const totals = new Float64Array(values.length + 1);
	for (const [i, value] of values.entries()) totals[i + 1] = (totals[i] ?? 0) + value;
	return totals;
}

/** For one and for two source sentences from each place on: the normal density of their translation's length. */
function translatedLengths(lengths: readonly number[], { ratio, variance }: LengthParameters) {
	return [1, 2].map((sentences) => {
		const together = lengths.map((length, i) => length + (sentences === 2 ? (lengths[i + 1] ?? 0) : 0));
		const spread = together.map((length) => variance * (length + leastPlay));
		return {
			mean: Float64Array.from(together, (length) => ratio * length),
			/** Logarithm of the density at the mean. */
			peak: Float64Array.from(spread, (value) => -0.5 * Math.log(2 * Math.PI * value)),
			/** What one squared character off the mean takes from the logarithm. */
			precision: Float64Array.from(spread, (value) => 1 / (2 * value)),
		};
	});
}

/** For one and for two target sentences from each place on: log density of their joint length by chance. */
function unrelatedLengths(lengths: readonly number[], totals: Float64Array): readonly Float64Array[] {
	const mean = Math.max(sum(lengths) / lengths.length, 1);
	const square = sum(lengths.map((length) => (length - mean) ** 2)) / lengths.length;
	const scale = Math.max(square, mean) / mean;
	return [1, 2].map((sentences) => {
		const shape = (sentences * mean) / scale;
		const constant = shape * Math.log(scale) + logGamma(shape);
		return Float64Array.from(lengths, (_, j) => {
			const end = Math.min(j + sentences, lengths.length);
			const length = Math.max((totals[end] ?? 0) - (totals[j] ?? 0), almostNothing);
			return (shape - 1) * Math.log(length) - length / scale - constant;
		});
	});
}

/** Stirling's series after shifting the argument above 7; absolute error below 1e-7. */
function logGamma(x: number): number {
	let shift = 0;
	let at = x;
	for (; at < 7; at += 1) shift -= Math.log(at);
	return (
		shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * at) - 1 / (360 * at ** 3)
	);
}
