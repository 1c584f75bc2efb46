/**
 * How sure it is that a sentence has no counterpart: a logistic regression over what speaks for it and its best place.
 * Where it has none, little is lost by placing it nowhere, and the lengths fit better without it. The weights were
 * learned from six chapters of novels with their translations, from which single sentences were left out, and into
 * which clauses of other passages were put.
 */
import type { Place } from "./placing.ts";

/** What is seen of a sentence. */
export interface Signs extends Place {
	readonly words: number;
	/** Letters of English that it has or should have. */
	readonly letters: number;
	/** How much better the lengths of the whole fit without it. */
	readonly rest: number;
	/** Logarithm of the rendering's length to the one expected, the whole taken together. */
	readonly deviation: number;
	/** Of the letters expected of the whole. */
	readonly share: number;
}

export interface Weights {
	readonly constant: number;
	/** By the root of its words, and by its words. */
	readonly loss: readonly [number, number];
	readonly anywhere: readonly [number, number];
	readonly given: number;
	readonly giving: number;
	readonly lengths: number;
	readonly rest: number;
	readonly letters: number;
	readonly deviation: number;
	readonly share: number;
}

export const droppedSentences: Weights = {
	constant: 1.134,
	loss: [-1.054, 1.297],
	anywhere: [0, 0],
	given: -0.433,
	giving: 0.4,
	lengths: 0.061,
	rest: 0.111,
	letters: 0.596,
	deviation: 0.432,
	share: 1.178,
};

export const droppedClauses: Weights = {
	constant: -8.613,
	loss: [-2.099, 4.444],
	anywhere: [-0.165, -0.383],
	given: 0.088,
	giving: -1.135,
	lengths: 0.221,
	rest: 0.386,
	letters: 3.139,
	deviation: 2.771,
	share: 1.086,
};

export const inventedSentences: Weights = {
	constant: -3.238,
	loss: [-0.29, -2.299],
	anywhere: [0, 0],
	given: -0.456,
	giving: 0.638,
	lengths: -0.475,
	rest: 0.135,
	letters: 2.446,
	deviation: -2.434,
	share: 1.963,
};

/** Added to a length and to a share before their logarithms are taken. */
const someLetters = 6;
const someShare = 0.02;

/** The natural logarithm of the odds. */
export function weigh(signs: Signs, weights: Weights): number {
	const words = signs.words + 1;
	const root = Math.sqrt(words);
	return (
		weights.constant +
		signs.loss * (weights.loss[0] / root + weights.loss[1] / words) +
		signs.anywhere * (weights.anywhere[0] / root + weights.anywhere[1] / words) +
		(weights.given * signs.given) / root +
		(weights.giving * signs.giving) / root +
		weights.lengths * signs.lengths +
		weights.rest * signs.rest +
		weights.letters * Math.log(signs.letters + someLetters) +
		weights.deviation * signs.deviation +
		weights.share * Math.log(signs.share + someShare)
	);
}
