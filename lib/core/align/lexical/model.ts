/** The log-linear model of beads over a band: features times weights, for every bead that the search can ask for. */
import type { Band } from "../band.ts";
import type { Evidence as OtherEvidence } from "../evidence.ts";
import type { BeadModel } from "../lattice.ts";
import {
	type Evidence,
	indicatorFeatures,
	layout,
	mostSources,
	mostTargets,
	numberFeatures,
	readFeatures,
	shapes,
} from "./features.ts";
import { byTarget, type WordPairs } from "./pairs.ts";
import type { LexicalParameters } from "./parameters.ts";
import type { Prepared } from "./prepare.ts";
import { makeReach, type Ratios, type Reach, scoreSpans, turn } from "./spans.ts";

/** Which target sentences may stand in a bead with which source sentence, in the band's lattice. */
function reachOf(band: Band, targets: number): Reach {
	const rows = band.first.length - 1;
	const first = new Int32Array(rows);
	const last = new Int32Array(rows);
	for (let i = 0; i < rows; i += 1) {
		first[i] = band.first[Math.max(0, i - mostSources + 1)] ?? 0;
		last[i] = Math.min(targets - 1, band.last[Math.min(rows, i + mostSources)] ?? 0);
	}
	return makeReach(first, last);
}

export function readEvidence(
	prepared: Prepared,
	pairs: WordPairs,
	learned: WordPairs | undefined,
	band: Band,
	state: Pick<Evidence, "ratio" | "sourceAlone" | "targetAlone">,
	parameters: LexicalParameters,
): Evidence {
	const targets = prepared.sides.target.starts.length - 1;
	const reach = reachOf(band, targets);
	const turned = turn(reach, targets);
	return {
		...state,
		...bothWays(prepared, pairs, reach, turned, parameters),
		learned: learned && bothWays(prepared, learned, reach, turned, parameters),
		sourceMarks: prepared.sourceMarks,
		targetMarks: prepared.targetMarks,
		sourceLengths: prepared.sourceLengths,
		targetLengths: prepared.targetLengths,
		sourceWords: prepared.sides.source.starts,
		targetWords: prepared.sides.target.starts,
	};
}

function bothWays(
	{ sides: { source, target } }: Prepared,
	pairs: WordPairs,
	reach: Reach,
	turnedReach: Reach,
	{ forwardShare, backwardShare }: LexicalParameters,
) {
	const turned = byTarget(pairs, target.texts.length);
	const forward: Ratios = { starts: pairs.starts, others: pairs.targets, values: pairs.forward };
	const backward: Ratios = {
		starts: turned.begins,
		others: turned.sources,
		values: Float32Array.from(turned.places, (place) => pairs.backward[place] ?? 0),
	};
	return {
		forward: scoreSpans(source, target, forward, reach, mostSources, forwardShare),
		backward: scoreSpans(target, source, backward, turnedReach, mostTargets, backwardShare),
	};
}

/** Scores as they are asked for. */
export function beadModel(
	evidence: Evidence,
	weights: Float64Array,
	others: readonly OtherEvidence[],
): BeadModel {
	const numbers = new Float64Array(numberFeatures.length);
	const indicators = new Int32Array(indicatorFeatures);
	return {
		shapes,
		weigh(k, i, j) {
			readFeatures(evidence, k, i, j, numbers, indicators);
			let sum = 0;
			for (let f = 0; f < layout.shape; f += 1) sum += (weights[f] ?? 0) * (numbers[f] ?? 0);
			for (let c = 0; c < indicatorFeatures; c += 1) sum += weights[indicators[c] ?? -1] ?? 0;
			const shape = shapes[k];
			if (shape) for (const other of others) sum += other.weigh(i, shape.source, j, shape.target);
			return sum;
		},
	};
}
