import type { Watch } from "../lattice.ts";
import { sentenceLength, startingParameters } from "../length-model.ts";
import type { Anchor } from "./anchors.ts";
import type { Measured } from "./margins.ts";
import { oneToOneShape, shapes } from "./shapes.ts";
import type { SideTexts } from "./spans.ts";
import { spreadOfStrangers } from "./strangers.ts";

/** What sets translations apart in one pair of texts, as one embedder sees them. */
export interface Parameters {
	/** Share of each shape among the beads. */
	readonly shares: Float64Array;
	/** Margins of sentences that translate each other. */
	readonly translations: { readonly mean: number; readonly spread: number };
	/** Those of unrelated ones have the mean 0. */
	readonly strangers: { readonly spread: number };
	/** Target characters per source character, and standard deviations of the logarithm of what is off it. */
	readonly lengths: { readonly ratio: number; readonly translations: number; readonly strangers: number };
}

/** Translations stand out at least so many standard deviations of unrelated sentences; the best of many come near it. */
const leastStandingOut = 3.5;
/** Where too few sentences tell, translations are this many standard deviations away from unrelated ones. */
const usualStandingOut = 5;
/** The spread of translations, in shares of their mean, where too few sentences tell; and the least that is learned. */
const usualSpread = 0.3;
const leastSpread = 0.1;
/** Standard deviation of the logarithm of the length of a translation. */
const usualLengthSpread = 0.3;
/** How many beads the numbers above are worth against those of the text. */
const worthOfUsual = 15;

/** No embedder is exact to this. */
const tiniest = 1e-3;
/** Characters that the usual ratio of lengths is worth against those of the anchors. */
const charactersOfUsual = 200;

/** Characters added to both lengths: between short sentences a ratio says little. */
const lengthPlay = 8;

/** What the anchors of the first pass tell. */
export function parametersFrom(anchors: readonly Anchor[], source: SideTexts, target: SideTexts): Parameters {
	const average = anchors.reduce((sum, { margin }) => sum + margin, 0) / Math.max(anchors.length, 1);
	const strangers = spreadOfStrangers(source.vectors, target.vectors) ?? average / usualStandingOut;
	const spread = Math.max(strangers, tiniest);
	const mean = Math.max(average, leastStandingOut * spread);
	const off = anchors.map(({ margin }) => margin - mean);
	return {
		shares: Float64Array.from(shapes, ({ prior }) => prior),
		translations: { mean, spread: spreadOf(sumOfSquares(off), anchors.length, usualSpread * mean) },
		strangers: { spread },
		lengths: lengthsFrom(anchors, source.sentences, target.sentences),
	};
}

function lengthsFrom(
	anchors: readonly Anchor[],
	source: readonly string[],
	target: readonly string[],
): Parameters["lengths"] {
	const lengths = { source: source.map(sentenceLength), target: target.map(sentenceLength) };
	const usual = startingParameters(lengths, { source, target }).ratio;
	let [sources, targets] = [charactersOfUsual, charactersOfUsual * usual];
	for (const anchor of anchors) {
		sources += lengths.source[anchor.source] ?? 0;
		targets += lengths.target[anchor.target] ?? 0;
	}
	const ratio = targets / sources;
	const off = anchors.map((anchor) =>
		lengthOff(lengths.source[anchor.source] ?? 0, lengths.target[anchor.target] ?? 0, ratio),
	);
	// Each length against the typical one of the other side: what chance would make of the ratio
	const typical = { source: mean(lengths.source), target: mean(lengths.target) };
	const byChance = [
		...lengths.source.map((length) => lengthOff(length, typical.target, ratio)),
		...lengths.target.map((length) => lengthOff(typical.source, length, ratio)),
	];
	return {
		ratio,
		translations: spreadOf(sumOfSquares(off), off.length, usualLengthSpread),
		strangers: Math.sqrt((2 * sumOfSquares(byChance)) / Math.max(byChance.length, 1)),
	};
}

/** Adds up what the beads of one stretch after the other tell, each by its probability. */
export class Learner {
	readonly #start: Parameters;
	readonly #shares: Float64Array;
	#weight = 0;
	#sum = 0;
	#squares = 0;

	constructor(start: Parameters) {
		this.#start = start;
		this.#shares = start.shares.map((share) => worthOfUsual * share);
	}

	/** Hears of the beads of a stretch, and then either keeps what they tell or only says what it would know with them. */
	listen({ band, cells, margins }: Measured) {
		const shares = this.#shares.slice();
		let [weight, sum, squares] = [this.#weight, this.#sum, this.#squares];
		const expect: NonNullable<Watch["expect"]> = (shape, source, target, posterior) => {
			shares[shape] = (shares[shape] ?? 0) + posterior;
			if (shape !== oneToOneShape) return;
			const margin = margins[shape * cells + (band.offset[source] ?? 0) - (band.first[source] ?? 0) + target];
			if (margin === undefined || Number.isNaN(margin)) return;
			weight += posterior;
			sum += posterior * margin;
			squares += posterior * margin ** 2;
		};
		return {
			expect,
			parameters: () => this.#parameters(shares, weight, sum, squares),
			keep: () => {
				this.#shares.set(shares);
				[this.#weight, this.#sum, this.#squares] = [weight, sum, squares];
			},
		};
	}

	parameters(): Parameters {
		return this.#parameters(this.#shares, this.#weight, this.#sum, this.#squares);
	}

	#parameters(shares: Float64Array, weight: number, sum: number, squares: number): Parameters {
		const { translations, strangers } = this.#start;
		const all = weight + worthOfUsual;
		const average = (sum + worthOfUsual * translations.mean) / all;
		const mean = Math.max(average, leastStandingOut * strangers.spread);
		const off = squares - 2 * mean * sum + weight * mean ** 2;
		const total = shares.reduce((all, share) => all + share, 0);
		return {
			...this.#start,
			shares: shares.map((share) => share / total),
			translations: { mean, spread: spreadOf(off, weight, translations.spread, leastSpread * mean) },
		};
	}
}

/** Logarithm of how many times longer the target is than its translation is expected to be. */
export function lengthOff(source: number, target: number, ratio: number): number {
	return Math.log((target + lengthPlay) / (ratio * source + lengthPlay));
}

/** A standard deviation, drawn to the usual one where few values tell. */
function spreadOf(squares: number, count: number, usual: number, least = 0): number {
	return Math.max(Math.sqrt((squares + worthOfUsual * usual ** 2) / (count + worthOfUsual)), least);
}

function sumOfSquares(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value ** 2, 0);
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
