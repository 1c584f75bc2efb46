/** What is known of a bead, as numbers that weights turn into a score: a log-linear model of alignments. */
import type { Evidence as OtherEvidence } from "../evidence.ts";
import { sentenceLength } from "../length-model.ts";
import { counted, ends, type SideMarks } from "./marks.ts";
import type { SpanScores } from "./spans.ts";

/** Sentences without a counterpart come one by one. */
export const nullRuns = [1] as const;

/** All beads of up to five source and six target sentences that occur, the common ones first. */
export const shapes = [
	...[1, 2, 3, 4, 5, 6].map((target) => ({ source: 1, target })),
	...[1, 2, 3, 4, 5].map((target) => ({ source: 2, target })),
	...[1, 2, 3, 4].map((target) => ({ source: 3, target })),
	...[1, 2, 3].map((target) => ({ source: 4, target })),
	...[1, 2].map((target) => ({ source: 5, target })),
	...nullRuns.map((source) => ({ source, target: 0 })),
	...nullRuns.map((target) => ({ source: 0, target })),
] as const;
export const mostSources = 5;
export const mostTargets = 6;

/** Features from the likelihood of words: sums, sums of those below 0, and sums per root of the words. */
const spanFeatures = [
	"forward",
	"forwardMisfit",
	"forwardPerRoot",
	"backward",
	"backwardMisfit",
	"backwardPerRoot",
	"learnedForward",
	"learnedForwardMisfit",
	"learnedForwardPerRoot",
	"learnedBackward",
	"learnedBackwardMisfit",
	"learnedBackwardPerRoot",
	"weakestForward",
	"weakestBackward",
] as const;

/** Names of the features that are numbers, in order. */
export const numberFeatures = [
	...spanFeatures,
	"lengthSquare",
	"lengthDistance",
	"lengthSigned",
	"sourceAloneWords",
	"targetAloneWords",
	"sourceOftenAlone",
	"targetOftenAlone",
	"sourceAloneAtEnd",
	"targetAloneAtEnd",
	"given",
	"sourceQuoteInside",
	"targetQuoteInside",
	"sourceContinues",
	"targetContinues",
	"sourceContinuesAfter",
	"targetContinuesAfter",
	...counted.map((_, k) => `mark${k}`),
] as const;

/** Where the spans' features begin, per direction and lexicon, and where they end. */
export const spansAt = { forward: 0, backward: 3, learnedForward: 6, learnedBackward: 9 } as const;
export const weakestAt = { forward: 12, backward: 13 } as const;
export const othersAt = spanFeatures.length;
const at = {
	lengths: othersAt,
	alone: othersAt + 3,
	given: othersAt + 9,
	inside: othersAt + 10,
	continues: othersAt + 12,
	marks: othersAt + 16,
} as const;

/** Places in the vector of weights: numbers, then a weight a shape, and one a pair of what each side has. */
export const layout = {
	shape: numberFeatures.length,
	opening: numberFeatures.length + shapes.length,
	closing: numberFeatures.length + shapes.length + 4,
	inside: numberFeatures.length + shapes.length + 8,
	ending: numberFeatures.length + shapes.length + 12,
	size: numberFeatures.length + shapes.length + 12 + ends.length ** 2,
} as const;

const yesNo = ["00", "01", "10", "11"] as const;
/** Names of all weights, in the order of `layout`; a pair of digits or marks is what the source and the target have. */
export const featureNames: readonly string[] = [
	...numberFeatures,
	...shapes.map(({ source, target }) => `bead ${source}-${target}`),
	...yesNo.map((pair) => `opening ${pair}`),
	...yesNo.map((pair) => `closing ${pair}`),
	...yesNo.map((pair) => `inside ${pair}`),
	...ends.flatMap((source) => ends.map((target) => `ending ${source}-${target}`)),
];

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
	/** Paragraphs and kinds of segments, where they are told. */
	readonly given: readonly OtherEvidence[];
	/** Natural logarithm of the odds of a sentence's standing alone, as found so far. */
	readonly sourceAlone: number;
	readonly targetAlone: number;
}

const lengthOffset = 8;
const lengthSpread = 0.128;
const spreadOfShort = 6;
const mostLength = 25;
const mostMarks = 4;

export function runningLengths(sentences: readonly string[]): Float64Array {
	const totals = new Float64Array(sentences.length + 1);
	for (const [i, sentence] of sentences.entries())
		totals[i + 1] = (totals[i] ?? 0) + sentenceLength(sentence);
	return totals;
}

/**
 * Writes the features of the bead of shape k at (i, j): numbers into `numbers`, and the places of the indicators
 * (shape, openings, closings, open quotation, endings) into `indicators`; -1 where there is none.
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
	const shape = shapes[k];
	if (shape === undefined) return;
	const { source: s, target: t } = shape;
	readIndicators(evidence, k, s, t, i, j, indicators);
	readOthers(evidence, s, t, i, j, numbers);
	if (s === 0 || t === 0) return;
	const { targetWords, sourceWords, learned } = evidence;
	const weakestForward = readSpans(evidence.forward, targetWords, i, s, j, t, spansAt.forward, numbers);
	const weakestBackward = readSpans(evidence.backward, sourceWords, j, t, i, s, spansAt.backward, numbers);
	if (t > 1) numbers[weakestAt.forward] = weakestForward;
	if (s > 1) numbers[weakestAt.backward] = weakestBackward;
	if (learned === undefined) return;
	readSpans(learned.forward, targetWords, i, s, j, t, spansAt.learnedForward, numbers);
	readSpans(learned.backward, sourceWords, j, t, i, s, spansAt.learnedBackward, numbers);
}

export function readIndicators(
	{ sourceMarks, targetMarks }: Evidence,
	k: number,
	s: number,
	t: number,
	i: number,
	j: number,
	indicators: Int32Array,
): void {
	indicators.fill(-1);
	indicators[0] = layout.shape + k;
	if (s === 0 || t === 0) return;
	const [lastSource, lastTarget] = [i + s - 1, j + t - 1];
	indicators[1] = layout.opening + 2 * (sourceMarks.opens[i] ?? 0) + (targetMarks.opens[j] ?? 0);
	indicators[2] =
		layout.closing + 2 * (sourceMarks.closes[lastSource] ?? 0) + (targetMarks.closes[lastTarget] ?? 0);
	indicators[3] =
		layout.inside + 2 * (sourceMarks.inside[lastSource] ?? 0) + (targetMarks.inside[lastTarget] ?? 0);
	indicators[4] =
		layout.ending +
		ends.length * (sourceMarks.endings[lastSource] ?? 0) +
		(targetMarks.endings[lastTarget] ?? 0);
}

/** The numbers that have nothing to do with words; all of them are written. */
export function readOthers(
	evidence: Evidence,
	s: number,
	t: number,
	i: number,
	j: number,
	numbers: Float64Array,
): void {
	numbers.fill(0, othersAt);
	const { sourceMarks, targetMarks } = evidence;
	if (t === 0) {
		for (let n = i; n < i + s; n += 1)
			numbers[at.alone] = (numbers[at.alone] ?? 0) + logWords(evidence.sourceWords, n);
		numbers[at.alone + 2] = oftenAlone(evidence.sourceAlone);
		if (j === 0 || j === evidence.targetWords.length - 1) numbers[at.alone + 4] = 1;
		return;
	}
	if (s === 0) {
		for (let n = j; n < j + t; n += 1)
			numbers[at.alone + 1] = (numbers[at.alone + 1] ?? 0) + logWords(evidence.targetWords, n);
		numbers[at.alone + 3] = oftenAlone(evidence.targetAlone);
		if (i === 0 || i === evidence.sourceWords.length - 1) numbers[at.alone + 5] = 1;
		return;
	}
	readLengths(evidence, i, s, j, t, numbers);
	let given = 0;
	for (const other of evidence.given) given += other.weigh(i, s, j, t);
	numbers[at.given] = given / 4;
	if (s > 1) {
		numbers[at.inside] = quotesInside(sourceMarks, i, s);
		numbers[at.continues] = continuing(sourceMarks, i, s);
	}
	if (t > 1) {
		numbers[at.inside + 1] = quotesInside(targetMarks, j, t);
		numbers[at.continues + 1] = continuing(targetMarks, j, t);
	}
	numbers[at.continues + 2] = sourceMarks.continues[i + s] ?? 0;
	numbers[at.continues + 3] = targetMarks.continues[j + t] ?? 0;
	for (let m = 0; m < counted.length; m += 1) {
		const inSource = span(sourceMarks.totals[m], i, s);
		const inTarget = span(targetMarks.totals[m], j, t);
		numbers[at.marks + m] = Math.min(mostMarks, Math.abs(inSource - inTarget));
	}
}

/** Scales that bring the features near to 1, where the weights' prior is the same for all. */
export const spanScales = { sum: 1 / 10, misfit: 1 / 10, perRoot: 1 / 4 } as const;

/** Adds up `count` sentences from b on given the run (a, n), into `place` and after; returns the weakest per word. */
function readSpans(
	{ reach, longest, values }: SpanScores,
	wordTotals: Int32Array,
	a: number,
	n: number,
	b: number,
	count: number,
	place: number,
	numbers: Float64Array,
): number {
	const row = (reach.offset[a] ?? 0) - (reach.first[a] ?? 0);
	let [sum, misfit, perRoot, weakest] = [0, 0, 0, Number.POSITIVE_INFINITY];
	for (let sentence = b; sentence < b + count; sentence += 1) {
		const score = values[(row + sentence) * longest + n - 1] ?? 0;
		const length = words(wordTotals, sentence) + 1;
		sum += score;
		misfit += Math.min(0, score);
		perRoot += score / Math.sqrt(length);
		weakest = Math.min(weakest, score / length);
	}
	numbers[place] = sum * spanScales.sum;
	numbers[place + 1] = misfit * spanScales.misfit;
	numbers[place + 2] = perRoot * spanScales.perRoot;
	return weakest;
}

/** From 0, where nearly no sentence of the side stands alone, to 1, where it is one in fifteen or more. */
function oftenAlone(logOdds: number): number {
	return Math.min(1, Math.max(0, (logOdds + 4.5) / 1.8));
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
	numbers[at.lengths] = -Math.min(mostLength, 0.5 * deviation * deviation) / 4;
	numbers[at.lengths + 1] = Math.abs(distance);
	numbers[at.lengths + 2] = distance;
}

/** Boundaries inside a bead at which one quotation ends and another begins. */
function quotesInside({ opens, closes }: SideMarks, from: number, count: number): number {
	let sum = 0;
	for (let s = from + 1; s < from + count; s += 1) if (opens[s] === 1 && closes[s - 1] === 1) sum += 1;
	return sum;
}

function continuing({ continues }: SideMarks, from: number, count: number): number {
	let sum = 0;
	for (let s = from + 1; s < from + count; s += 1) sum += continues[s] ?? 0;
	return sum;
}

function span(totals: Float64Array | undefined, from: number, count: number): number {
	return (totals?.[from + count] ?? 0) - (totals?.[from] ?? 0);
}

function words(totals: Int32Array, sentence: number): number {
	return (totals[sentence + 1] ?? 0) - (totals[sentence] ?? 0);
}

function logWords(totals: Int32Array, sentence: number): number {
	return Math.log(1 + words(totals, sentence));
}
