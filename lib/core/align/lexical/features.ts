/** What is known of a bead, as numbers that weights turn into a score: a log-linear model of alignments. */
import { sentenceLength } from "../length-model.ts";
import { counted, ends, type SideMarks } from "./marks.ts";
import type { SpanScores } from "./spans.ts";

/** All beads of up to five source and six target sentences that occur, the common ones first. */
export const shapes = [
	...[1, 2, 3, 4, 5, 6].map((target) => ({ source: 1, target })),
	...[1, 2, 3, 4, 5].map((target) => ({ source: 2, target })),
	...[1, 2, 3, 4].map((target) => ({ source: 3, target })),
	...[1, 2, 3].map((target) => ({ source: 4, target })),
	...[1, 2].map((target) => ({ source: 5, target })),
	{ source: 1, target: 0 },
	{ source: 0, target: 1 },
] as const;
export const sourceNull = shapes.length - 2;
export const targetNull = shapes.length - 1;
export const mostSources = 5;
export const mostTargets = 6;

/** Names of the features that are numbers, in order. */
export const numberFeatures = [
	"forward",
	"forwardMisfit",
	"forwardPerRoot",
	"backward",
	"backwardMisfit",
	"backwardPerRoot",
	"lengthSquare",
	"lengthDistance",
	"lengthSigned",
	"weakestForward",
	"weakestBackward",
	"sourceAloneWords",
	"targetAloneWords",
	"sourceAloneShare",
	"targetAloneShare",
	"sourceQuoteInside",
	"targetQuoteInside",
	"sourceContinues",
	"targetContinues",
	"sourceContinuesAfter",
	"targetContinuesAfter",
	...counted.map((_, k) => `mark${k}`),
	"learnedForward",
	"learnedForwardMisfit",
	"learnedForwardPerRoot",
	"learnedBackward",
	"learnedBackwardMisfit",
	"learnedBackwardPerRoot",
] as const;
const learnedAt = numberFeatures.length - 6;

/** Places in the vector of weights: numbers, then a weight a shape, a pair of openings, and a pair of endings. */
export const layout = {
	shape: numberFeatures.length,
	opening: numberFeatures.length + shapes.length,
	closing: numberFeatures.length + shapes.length + 4,
	ending: numberFeatures.length + shapes.length + 8,
	inside: numberFeatures.length + shapes.length + 8 + ends.length ** 2,
	size: numberFeatures.length + shapes.length + 12 + ends.length ** 2,
} as const;

/** How many indicators a bead has at most. */
export const indicatorFeatures = 5;

export interface Evidence {
	/** Target sentences given source runs, and source sentences given target runs. */
	readonly forward: SpanScores;
	readonly backward: SpanScores;
	/** The same with what the texts themselves taught, after the first pass. */
	readonly learned?: { readonly forward: SpanScores; readonly backward: SpanScores } | undefined;
	readonly sourceMarks: SideMarks;
	readonly targetMarks: SideMarks;
	readonly sourceLengths: Float64Array; // running totals of characters
	readonly targetLengths: Float64Array;
	readonly sourceWords: Int32Array; // running totals of words
	readonly targetWords: Int32Array;
	/** Target characters per source character. */
	readonly ratio: number;
	/** Natural logarithm of the odds of a sentence's standing alone, as found so far. */
	readonly sourceAlone: number;
	readonly targetAlone: number;
}

const lengthOffset = 8;
const lengthSpread = 0.128;
const spreadOfShort = 6;
const mostLength = 25;

export function runningLengths(sentences: readonly string[]): Float64Array {
	const totals = new Float64Array(sentences.length + 1);
	for (const [i, sentence] of sentences.entries())
		totals[i + 1] = (totals[i] ?? 0) + sentenceLength(sentence);
	return totals;
}

/**
 * Writes the features of the bead of shape k at (i, j): numbers into `numbers`, and the places of the
 * indicators (shape, openings, closings, endings, open quotation) into `indicators`; -1 where there is none.
 */
export function readFeatures(
	evidence: Evidence,
	k: number,
	i: number,
	j: number,
	numbers: Float64Array,
	indicators: Int32Array,
): void {
	numbers.fill(0);
	indicators.fill(-1);
	indicators[0] = layout.shape + k;
	const shape = shapes[k];
	if (shape === undefined) return;
	const { source: s, target: t } = shape;
	const { sourceMarks, targetMarks } = evidence;
	if (t === 0) {
		numbers[11] = Math.log(1 + words(evidence.sourceWords, i, 1));
		numbers[13] = oftenAlone(evidence.sourceAlone);
		return;
	}
	if (s === 0) {
		numbers[12] = Math.log(1 + words(evidence.targetWords, j, 1));
		numbers[14] = oftenAlone(evidence.targetAlone);
		return;
	}
	const weakestForward = sumScores(evidence.forward, evidence.targetWords, i, s, j, t, 0, numbers);
	const weakestBackward = sumScores(evidence.backward, evidence.sourceWords, j, t, i, s, 3, numbers);
	if (t > 1) numbers[9] = weakestForward;
	if (s > 1) numbers[10] = weakestBackward;
	if (evidence.learned) {
		sumScores(evidence.learned.forward, evidence.targetWords, i, s, j, t, learnedAt, numbers);
		sumScores(evidence.learned.backward, evidence.sourceWords, j, t, i, s, learnedAt + 3, numbers);
	}
	readLengths(evidence, i, s, j, t, numbers);
	numbers[15] = quotesInside(sourceMarks, i, s);
	numbers[16] = quotesInside(targetMarks, j, t);
	numbers[17] = continuing(sourceMarks, i, s);
	numbers[18] = continuing(targetMarks, j, t);
	numbers[19] = sourceMarks.continues[i + s] ?? 0;
	numbers[20] = targetMarks.continues[j + t] ?? 0;
	for (let m = 0; m < counted.length; m += 1) {
		const inSource = span(sourceMarks.totals[m], i, s);
		const inTarget = span(targetMarks.totals[m], j, t);
		numbers[21 + m] = Math.min(4, Math.abs(inSource - inTarget));
	}
	indicators[1] = layout.opening + 2 * (sourceMarks.opens[i] ?? 0) + (targetMarks.opens[j] ?? 0);
	indicators[2] =
		layout.closing + 2 * (sourceMarks.closes[i + s - 1] ?? 0) + (targetMarks.closes[j + t - 1] ?? 0);
	indicators[3] =
		layout.ending +
		ends.length * (sourceMarks.endings[i + s - 1] ?? 0) +
		(targetMarks.endings[j + t - 1] ?? 0);
	indicators[4] =
		layout.inside + 2 * (sourceMarks.inside[i + s - 1] ?? 0) + (targetMarks.inside[j + t - 1] ?? 0);
}

/** From 0, where nearly no sentence of the side stands alone, to 1, where it is one in fifteen or more. */
function oftenAlone(logOdds: number): number {
	return Math.min(1, Math.max(0, (logOdds + 4.5) / 1.8));
}

/** Adds the scores of `count` sentences from `from` on given the run (a, n) at `at` and after; returns the weakest a word. */
function sumScores(
	{ reach, longest, values }: SpanScores,
	wordTotals: Int32Array,
	a: number,
	n: number,
	from: number,
	count: number,
	at: number,
	numbers: Float64Array,
): number {
	const row = (reach.offset[a] ?? 0) - (reach.first[a] ?? 0);
	let [sum, misfit, perRoot, weakest] = [0, 0, 0, Number.POSITIVE_INFINITY];
	for (let b = from; b < from + count; b += 1) {
		const score = values[(row + b) * longest + n - 1] ?? 0;
		const length = words(wordTotals, b, 1) + 1;
		sum += score;
		misfit += Math.min(0, score);
		perRoot += score / Math.sqrt(length);
		weakest = Math.min(weakest, score / length);
	}
	numbers[at] = sum / 10;
	numbers[at + 1] = misfit / 10;
	numbers[at + 2] = perRoot / 4;
	return weakest;
}

function readLengths(
	evidence: Evidence,
	i: number,
	s: number,
	j: number,
	t: number,
	numbers: Float64Array,
): void {
	const source = span(evidence.sourceLengths, i, s);
	const target = span(evidence.targetLengths, j, t);
	const distance = Math.log((target + lengthOffset) / (evidence.ratio * source + lengthOffset));
	const deviation = distance / (lengthSpread * (1 + spreadOfShort / (source + 2)));
	numbers[6] = -Math.min(mostLength, 0.5 * deviation * deviation) / 4;
	numbers[7] = Math.abs(distance);
	numbers[8] = distance;
}

/** Boundaries inside a bead at which one quotation ends and another begins. */
function quotesInside({ opens, closes }: SideMarks, from: number, count: number): number {
	let sum = 0;
	for (let at = from + 1; at < from + count; at += 1) if (opens[at] === 1 && closes[at - 1] === 1) sum += 1;
	return sum;
}

function continuing({ continues }: SideMarks, from: number, count: number): number {
	let sum = 0;
	for (let at = from + 1; at < from + count; at += 1) sum += continues[at] ?? 0;
	return sum;
}

function span(totals: Float64Array | undefined, from: number, count: number): number {
	return (totals?.[from + count] ?? 0) - (totals?.[from] ?? 0);
}

function words(totals: Int32Array, from: number, count: number): number {
	return (totals[from + count] ?? 0) - (totals[from] ?? 0);
}
