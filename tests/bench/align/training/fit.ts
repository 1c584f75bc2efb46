/** The weights that make gold alignments likely without straying far from what is plausible. */
import { featureNames, shapes } from "#lib/core/align/lexical/features.ts";
import { readWeights } from "#lib/core/align/lexical/weights.ts";
import { addLikelihood } from "./likelihood.ts";
import { minimise, type Valued } from "./minimise.ts";
import type { Sample } from "./samples.ts";

/** A normal distribution of each weight: its mean, and 1 / variance; infinite where the weight stays as it is. */
export interface Prior {
	readonly mean: Float64Array;
	readonly strength: Float64Array;
}

/** A step of the search that gains less than this share of the likelihood is the last. */
const tolerance = 1e-5;

export function fitWeights(
	samples: readonly Sample[],
	start: Float64Array,
	prior: Prior,
	iterations: number,
): Float64Array {
	const { mean, strength } = prior;
	const begin = start.map((weight, k) => (Number.isFinite(strength[k] ?? 0) ? weight : (mean[k] ?? 0)));
	return minimise((weights) => objective(samples, weights, prior), begin, { iterations, tolerance });
}

/** What is to be made small: minus the logarithm of likelihood × prior. */
export function objective(
	samples: readonly Sample[],
	weights: Float64Array,
	{ mean, strength }: Prior,
): Valued {
	const gradient = new Float64Array(weights.length);
	let value = 0;
	for (const sample of samples) value -= addLikelihood(sample, weights, gradient);
	for (let k = 0; k < weights.length; k += 1) {
		const strict = strength[k] ?? 0;
		const off = (weights[k] ?? 0) - (mean[k] ?? 0);
		gradient[k] = Number.isFinite(strict) ? strict * off - (gradient[k] ?? 0) : 0;
		if (Number.isFinite(strict)) value += (strict / 2) * off ** 2;
	}
	return { value, gradient };
}

/** Shares of the shapes of beads in translated prose, roughly; shapes not listed are rarer. */
const beadShares: Readonly<Record<string, number>> = {
	"bead 1-1": 0.62,
	"bead 1-2": 0.21,
	"bead 1-3": 0.06,
	"bead 1-4": 0.022,
	"bead 2-1": 0.05,
	"bead 2-2": 0.018,
	"bead 2-3": 0.009,
	"bead 1-0": 0.0003,
	"bead 0-1": 0.0003,
};
const rare = 0.002;

/** Weights that align fairly well untrained: words both ways, lengths, shapes. */
export function plausibleWeights(): Float64Array {
	const beads = shapes.map(({ source, target }): [string, number] => {
		const name = `bead ${source}-${target}`;
		return [name, Math.log(beadShares[name] ?? rare)];
	});
	return readWeights({ forward: 2.2, backward: 2.2, lengthSquare: 0.6, ...Object.fromEntries(beads) });
}

/** `strengthOf` tells how strictly a weight is held to the plausible one. */
export function plausiblePrior(strengthOf: (name: string) => number): Prior {
	return { mean: plausibleWeights(), strength: Float64Array.from(featureNames, strengthOf) };
}
