/** The evidence for the beads of a band. */
import type { Band } from "../band.ts";
import type { Evidence as OtherEvidence } from "../evidence.ts";
import { type Evidence, mostSources, mostTargets } from "./features.ts";
import type { WordPairs } from "./pairs.ts";
import type { LexicalParameters } from "./parameters.ts";
import type { Prepared } from "./prepare.ts";
import { makeReach, type Reach, type SpanScores, scoreSpans, turn } from "./spans.ts";

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

/** Scores both ways over one reach. */
export interface WordScores {
	readonly reach: Reach;
	readonly forward: SpanScores;
	readonly backward: SpanScores;
}

/** What the given pairs of words say about all beads of the band; `known` is handed back where it reaches as far. */
export function scoreWords(
	prepared: Prepared,
	pairs: WordPairs,
	band: Band,
	parameters: LexicalParameters,
	known?: WordScores,
): WordScores {
	const targets = prepared.sides.target.starts.length - 1;
	const reach = reachOf(band, targets);
	if (known && contains(known.reach, reach)) return known;
	return { reach, ...bothWays(prepared, pairs, reach, turn(reach, targets), parameters) };
}

function contains(outer: Reach, inner: Reach): boolean {
	for (let i = 0; i < inner.first.length; i += 1) {
		if ((inner.first[i] ?? 0) < (outer.first[i] ?? 0) || (inner.last[i] ?? 0) > (outer.last[i] ?? 0))
			return false;
	}
	return true;
}

export function readEvidence(
	prepared: Prepared,
	known: WordScores,
	learned: WordScores | undefined,
	state: Pick<Evidence, "ratio" | "sourceAlone" | "targetAlone">,
	given: readonly OtherEvidence[],
): Evidence {
	return {
		...state,
		given,
		forward: known.forward,
		backward: known.backward,
		learned,
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
	longest?: number,
) {
	return {
		forward: scoreSpans(source, target, pairs.forward, reach, longest ?? mostSources, forwardShare),
		backward: scoreSpans(target, source, pairs.backward, turnedReach, longest ?? mostTargets, backwardShare),
	};
}

/** For each cell of the band but those of its last row and column: how well that pair of sentences fits, both ways. */
export function scorePairs(
	prepared: Prepared,
	pairs: WordPairs,
	band: Band,
	parameters: LexicalParameters,
): Float32Array {
	const rows = band.first.length - 1;
	const targets = prepared.sides.target.starts.length - 1;
	const last = band.last.subarray(0, rows).map((column) => Math.min(column, targets - 1));
	const reach = makeReach(band.first.subarray(0, rows), last);
	const { forward, backward } = bothWays(prepared, pairs, reach, turn(reach, targets), parameters, 1);
	const scores = new Float32Array(band.offset[rows + 1] ?? 0);
	for (let i = 0; i < rows; i += 1) {
		const first = reach.first[i] ?? 0;
		for (let j = first; j <= (reach.last[i] ?? -1); j += 1) {
			const there = forward.values[(reach.offset[i] ?? 0) + j - first] ?? 0;
			const back = backward.values[(backward.reach.offset[j] ?? 0) + i - (backward.reach.first[j] ?? 0)] ?? 0;
			scores[(band.offset[i] ?? 0) + j - first] = there + back;
		}
	}
	return scores;
}
