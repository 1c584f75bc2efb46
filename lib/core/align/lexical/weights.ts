import { featureNames } from "./features.ts";
import type { Weights } from "./search.ts";
import { trained } from "./trained-weights.ts";

/** The weights for texts with or without a dictionary of their languages. */
export function weightsFor(informed: boolean): Weights {
	const { first, later } = informed ? trained.informed : trained.uninformed;
	return { first: readWeights(first), later: readWeights(later) };
}

/** Weights by name; what is not named weighs nothing. */
export function readWeights(named: Readonly<Record<string, number>>): Float64Array {
	return Float64Array.from(featureNames, (name) => named[name] ?? 0);
}
