import type { Evidence } from "./evidence.ts";
import type { BeadModel, Watch } from "./lattice.ts";
import { type Script, scriptOf } from "./script.ts";
import { latinPerHan } from "./usual-ratio.ts";

export interface SideLengths {
	readonly source: readonly number[];
	readonly target: readonly number[];
}

/** The side that is longer than a complete translation makes it, and the probability that it has more than the other. */
interface Surplus {
	readonly side: "source" | "target";
	readonly probability: number;
}

/** Target characters per source character, and the variance of the target length per source character. */
export interface LengthParameters {
	readonly ratio: number;
	readonly variance: number;
	/** What the scripts tell beforehand; null where they tell nothing, and the totals have the last word on the ratio. */
	readonly surplus: Surplus | null;
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

/** Natural logarithms for sentences without a counterpart: within the text, and in runs at its end and start. */
const within = Math.log(0.0099 / 2);
const openingAtEnd = Math.log(0.002);
const openingAtStart = Math.log(0.0005);

/** Standard deviation of the logarithm of that ratio among complete texts. */
const usualSpread = 0.15;
/** How likely a ratio of the totals is in texts of which one covers a part of the other, over a complete one's peak. */
const partial = 0.1;
/** Variance of the Latin length per Chinese character: 20 and 25 in the same texts, outliers included. */
const usualVariance = 15;
/** So many source characters speak for the ratio of the start when it is learned anew. */
const inertia = 300;
/** Only beads at least so probable teach the ratio. */
const confident = 0.5;

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

/** Where learning begins: the ratio of the totals, drawn to what is usual where that is known. */
export function startingParameters(
	{ source, target }: SideLengths,
	texts: { source: readonly string[]; target: readonly string[] },
): LengthParameters {
	const ofTotals = Math.max(sum(target), 1) / Math.max(sum(source), 1);
	const usual = usualRatio(scriptOf(texts.source), scriptOf(texts.target));
	if (usual === null) return { ratio: ofTotals, variance: startingVariance, surplus: null };
	const off = Math.log(ofTotals / usual);
	const complete = Math.exp(-0.5 * (off / usualSpread) ** 2);
	const whole = complete / (complete + partial);
	const ratio = usual * Math.exp(whole * off);
	return {
		ratio,
		variance: usual > 1 ? usualVariance : usualVariance / latinPerHan ** 3,
		surplus: { side: off < 0 ? "source" : "target", probability: 1 - whole },
	};
}

function usualRatio(source: Script, target: Script): number | null {
	if (source === "han" && target === "latin") return latinPerHan;
	return source === "latin" && target === "han" ? 1 / latinPerHan : null;
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
	{ ratio, variance, surplus }: LengthParameters,
	evidence: readonly Evidence[],
): BeadModel {
	const target = runningTotals(lengths.target);
	const translated = translatedLengths(lengths.source, ratio, variance);
	const unrelated = unrelatedLengths(lengths.target, target);
	const gap = endGaps(lengths, surplus);
	const priors = Float64Array.from(shapes, ({ prior }) => Math.log(prior));
	const sources = Int32Array.from(shapes, (shape) => shape.source);
	const targets = Int32Array.from(shapes, (shape) => shape.target);
	return {
		shapes,
		weigh(shape, from, across) {
			const taken = sources[shape] ?? 0;
			const given = targets[shape] ?? 0;
			const expected = translated[taken - 1];
			const chance = unrelated[given - 1];
			if (expected === undefined || chance === undefined) return gap(taken, from, across);
			const length = (target[across + given] ?? 0) - (target[across] ?? 0);
			const off = length - (expected.mean[from] ?? 0);
			const related = (expected.peak[from] ?? 0) - off * off * (expected.precision[from] ?? 0);
			let sum = (priors[shape] ?? 0) + Math.max(related, worst) - (chance[across] ?? 0);
			for (let k = 0; k < evidence.length; k += 1) sum += evidence[k]?.weigh(from, taken, across, given) ?? 0;
			return sum;
		},
	};
}

/**
 * Sentences without a counterpart at either end: a translation of a part, or more on the page than the article. The
 * run costs something to have at all, which the sentence at the very end or start bears, and little to go on; within
 * the text a sentence costs as much as a 1-0 bead.
 */
function endGaps(lengths: SideLengths, surplus: Surplus | null) {
	if (surplus === null) return () => within;
	const isSource = surplus.side === "source";
	const count = lengths[surplus.side].length;
	const otherCount = lengths[isSource ? "target" : "source"].length;
	const goingOn = Math.max(within, Math.log(surplus.probability));
	const opening = { atEnd: goingOn + openingAtEnd, atStart: goingOn + openingAtStart };
	return (taken: number, from: number, across: number): number => {
		if ((taken === 1) !== isSource) return within;
		const place = isSource ? from : across;
		const other = isSource ? across : from;
		if (other === otherCount) return place === count - 1 ? opening.atEnd : goingOn;
		if (other === 0) return place === 0 ? opening.atStart : goingOn;
		return within;
	};
}

/** Collects, from the posteriors of the 1-1 beads, what the variance is in this pair of texts, and where it may the ratio. */
export function learnLengths(
	{ source, target }: SideLengths,
	before: LengthParameters,
	start: LengthParameters,
): { expect: NonNullable<Watch["expect"]>; parameters(): LengthParameters } {
	let weight = 0;
	let variance = 0;
	let sourceSum = inertia * Math.max(1, 1 / start.ratio);
	let targetSum = sourceSum * start.ratio;
	return {
		expect(shape, from, across, posterior) {
			if (shape !== oneToOneShape) return;
			const sourceLength = source[from] ?? 0;
			const targetLength = target[across] ?? 0;
			const gap = targetLength - before.ratio * sourceLength;
			weight += posterior;
			variance += (posterior * gap * gap) / (sourceLength + leastPlay);
			if (posterior < confident) return;
			sourceSum += posterior * sourceLength;
			targetSum += posterior * targetLength;
		},
		parameters() {
			const ratio = before.surplus ? targetSum / sourceSum : before.ratio;
			if (weight < 1) return before;
			return { ...before, ratio, variance: Math.max(variance / weight, leastVariance) };
		},
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
function translatedLengths(lengths: readonly number[], ratio: number, variance: number) {
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
