/** Features times weights for every bead of a band at once: the same numbers as `features.ts`, without the detours. */
import type { Band } from "../band.ts";
import type { BeadModel } from "../lattice.ts";
import {
	type Evidence,
	indicatorFeatures,
	numberFeatures,
	othersAt,
	readIndicators,
	readOthers,
	shapes,
	spanScales,
	spansAt,
	weakestAt,
} from "./features.ts";
import type { Reach, SpanScores } from "./spans.ts";

/** Leaving a sentence alone must be surer than a bead of two: a reviewer finds a wrong pair sooner than a missing one. */
const aloneWorth = 0.6;

/** A model whose weights of beads are looked up. */
export function scoredModel(evidence: Evidence, band: Band, weights: Float64Array): BeadModel {
	const rows = band.first.length;
	const count = shapes.length;
	const scores = new Float32Array((band.offset[rows] ?? 0) * count);
	const sources = Int32Array.from(shapes, (shape) => shape.source);
	const targets = Int32Array.from(shapes, (shape) => shape.target);
	const columns = evidence.targetWords.length - 1;
	const { learned } = evidence;
	const { targetWords, sourceWords } = evidence;
	const forward = new Spans(evidence.forward, targetWords, weights, spansAt.forward);
	const backward = new Spans(evidence.backward, sourceWords, weights, spansAt.backward);
	const learnedForward = learned && new Spans(learned.forward, targetWords, weights, spansAt.learnedForward);
	const learnedBackward =
		learned && new Spans(learned.backward, sourceWords, weights, spansAt.learnedBackward);
	const numbers = new Float64Array(numberFeatures.length);
	const indicators = new Int32Array(indicatorFeatures);
	for (let i = 0; i < rows; i += 1) {
		const first = band.first[i] ?? 0;
		for (let j = first; j <= (band.last[i] ?? 0); j += 1) {
			const cell = ((band.offset[i] ?? 0) + j - first) * count;
			for (let k = 0; k < count; k += 1) {
				const s = sources[k] ?? 0;
				const t = targets[k] ?? 0;
				const isInside = i + s < rows && j + t <= columns;
				scores[cell + k] = isInside ? scoreBead(k, s, t, i, j) : Number.NEGATIVE_INFINITY;
			}
		}
	}
	return {
		shapes,
		worth: shapes.map(({ source, target }) => (source * target === 0 ? aloneWorth : source + target)),
		weigh: (k, i, j) => scores[((band.offset[i] ?? 0) + j - (band.first[i] ?? 0)) * count + k] ?? 0,
	};

	function scoreBead(k: number, s: number, t: number, i: number, j: number): number {
		let sum = 0;
		if (s > 0 && t > 0) {
			sum = forward.sum(i, s, j, t) + backward.sum(j, t, i, s);
			if (t > 1) sum += (weights[weakestAt.forward] ?? 0) * forward.weakest;
			if (s > 1) sum += (weights[weakestAt.backward] ?? 0) * backward.weakest;
			if (learnedForward) sum += learnedForward.sum(i, s, j, t);
			if (learnedBackward) sum += learnedBackward.sum(j, t, i, s);
		}
		readIndicators(evidence, k, s, t, i, j, indicators);
		for (let c = 0; c < indicatorFeatures; c += 1) sum += weights[indicators[c] ?? -1] ?? 0;
		readOthers(evidence, s, t, i, j, numbers);
		for (let f = othersAt; f < numbers.length; f += 1) sum += (weights[f] ?? 0) * (numbers[f] ?? 0);
		return sum;
	}
}

/** The weighted features of each sentence given each run, added up bead by bead. */
class Spans {
	/** Of the bead that was added up last, the least score per word. */
	weakest = 0;
	readonly #reach: Reach;
	readonly #longest: number;
	readonly #weighted: Float32Array;
	readonly #perWord: Float32Array;

	constructor(
		{ reach, longest, values }: SpanScores,
		wordTotals: Int32Array,
		weights: Float64Array,
		place: number,
	) {
		this.#reach = reach;
		this.#longest = longest;
		this.#weighted = new Float32Array(values.length);
		this.#perWord = new Float32Array(values.length);
		const ofSum = (weights[place] ?? 0) * spanScales.sum;
		const ofMisfit = (weights[place + 1] ?? 0) * spanScales.misfit;
		const ofRoot = (weights[place + 2] ?? 0) * spanScales.perRoot;
		for (let a = 0, at = 0; a < reach.first.length; a += 1) {
			for (let b = reach.first[a] ?? 0; b <= (reach.last[a] ?? -1); b += 1) {
				const share = 1 / ((wordTotals[b + 1] ?? 0) - (wordTotals[b] ?? 0) + 1);
				const each = ofSum + ofRoot * Math.sqrt(share);
				for (const end = at + longest; at < end; at += 1) {
					const score = values[at] ?? 0;
					this.#weighted[at] = score * (score < 0 ? each + ofMisfit : each);
					this.#perWord[at] = score * share;
				}
			}
		}
	}

	/** `count` sentences from b on given the run (a, n). */
	sum(a: number, n: number, b: number, count: number): number {
		const reach = this.#reach;
		const longest = this.#longest;
		const from = ((reach.offset[a] ?? 0) - (reach.first[a] ?? 0) + b) * longest + n - 1;
		let sum = 0;
		let weakest = Number.POSITIVE_INFINITY;
		for (let at = from; at < from + count * longest; at += longest) {
			sum += this.#weighted[at] ?? 0;
			const perWord = this.#perWord[at] ?? 0;
			if (perWord < weakest) weakest = perWord;
		}
		this.weakest = weakest;
		return sum;
	}
}
