/**
 * Weights for each fold from the others, pass after pass: those of the later passes are trained on what the pass
 * before made of texts that its weights had not seen.
 */
import type { Bead } from "#lib/core/align/contract.ts";
import type { Evidence } from "#lib/core/align/lexical/features.ts";
import { fitWeights, type Prior } from "./fit.ts";
import { decodeWith, type Passage, readAfter, sampleOf } from "./passages.ts";
import type { Sample } from "./samples.ts";

/** Weights per fold. */
type FoldWeights = readonly Float64Array[];

export interface Design {
	readonly folds: number;
	readonly prior: Prior;
	/** How often the weights of the later passes are trained, each time on the beads of the time before. */
	readonly rounds: number;
	readonly iterations: number;
	/** Whether the weights for a fold learn from another one: from all others unless told. */
	readonly learns?: (fold: number, other: number) => boolean;
	/** Where the searches for the weights begin; the weights found do not depend on it. */
	readonly starts?: { readonly first: FoldWeights; readonly later: FoldWeights };
	/** What has been read before, in the order of the passages. */
	readonly opening?: readonly Opened[];
	/** Also trains on everything, with so many iterations. */
	readonly finish?: number;
	/** Told what is done, a few words at a time. */
	readonly tell?: (what: string) => void;
}

export interface Opened {
	readonly evidence: Evidence;
	readonly sample: Sample;
}

export interface Pass {
	/** Of each passage, by the weights for its fold. */
	readonly beads: readonly Bead[][];
	readonly weights: FoldWeights;
	/** Trained on everything, where that was wanted. */
	readonly final?: Float64Array;
}

/** The first pass and the last round of the later ones. */
export function crossValidate(
	passages: readonly Passage[],
	design: Design,
): { readonly first: Pass; readonly later: Pass } {
	const { prior, folds, starts, rounds, opening = openAll(passages, null) } = design;
	const begin = Array.from({ length: folds }, () => prior.mean);
	const first = runPass(passages, opening, starts?.first ?? begin, design, "first pass", true);
	let later = first;
	for (let round = 1; round <= rounds; round += 1) {
		const opened = openAll(passages, later.beads);
		const from = round === 1 ? (starts?.later ?? first.weights) : later.weights;
		later = runPass(passages, opened, from, design, `later pass, round ${round}`, round === rounds);
	}
	return { first, later };
}

export function openAll(passages: readonly Passage[], beads: readonly Bead[][] | null): Opened[] {
	return passages.map((passage, n) => {
		const evidence = readAfter(passage, beads?.[n] ?? null);
		return { evidence, sample: sampleOf(passage, evidence) };
	});
}

const everyOther = (fold: number, other: number) => fold !== other;

function runPass(
	passages: readonly Passage[],
	opened: readonly Opened[],
	starts: FoldWeights,
	{ folds, prior, iterations, learns = everyOther, finish, tell }: Design,
	name: string,
	isLast: boolean,
): Pass {
	const weights = Array.from({ length: folds }, (_, fold) => {
		tell?.(`${name}, fold ${fold + 1} of ${folds}`);
		const samples = opened.flatMap(({ sample }, n) =>
			learns(fold, passages[n]?.fold ?? fold) ? [sample] : [],
		);
		return fitWeights(samples, starts[fold] ?? prior.mean, prior, iterations);
	});
	const beads = passages.map((passage, n) => {
		const evidence = opened[n]?.evidence ?? readAfter(passage, null);
		return decodeWith(passage, evidence, weights[passage.fold] ?? prior.mean);
	});
	if (finish === undefined || !isLast) return { beads, weights };
	tell?.(`${name}, everything`);
	const all = opened.map(({ sample }) => sample);
	return { beads, weights, final: fitWeights(all, weights[0] ?? prior.mean, prior, finish) };
}
