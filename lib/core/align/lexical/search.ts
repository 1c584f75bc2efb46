/** The passes: with what is known beforehand in a wide band, then with what the texts taught in narrow ones. */
import { type Band, bandAround } from "../band.ts";
import type { Bead } from "../contract.ts";
import type { Evidence as OtherEvidence } from "../evidence.ts";
import { type Decoded, decode } from "../lattice.ts";
import { type Evidence, layout } from "./features.ts";
import { type Lesson, learnPairs, pairsOfPrior } from "./learn.ts";
import { beadModel, readEvidence } from "./model.ts";
import type { WordPairs } from "./pairs.ts";
import type { LexicalParameters } from "./parameters.ts";
import type { Prepared } from "./prepare.ts";
import type { SideWords } from "./words.ts";

export interface Weights {
	/** For the first pass, and for those after words have been learned. */
	readonly first: Float64Array;
	readonly later: Float64Array;
}

/** What a pass found out about the texts as wholes. */
export type State = Pick<Evidence, "ratio" | "sourceAlone" | "targetAlone">;

/** Least probability of a bead that teaches words. */
const leastTeaching = 0.3;

export function startState({ sourceLengths, targetLengths }: Prepared): State {
	const source = sourceLengths.at(-1) ?? 0;
	const target = targetLengths.at(-1) ?? 0;
	return { ratio: Math.max(target, 1) / Math.max(source, 1), sourceAlone: -4, targetAlone: -4 };
}

/** Ratio of lengths among beads with both sides, and how many sentences stand alone. */
export function stateAfter(beads: readonly Bead[], prepared: Prepared): State {
	let [source, target, sourceAlone, targetAlone] = [100, 100 * startState(prepared).ratio, 0, 0];
	for (const { source: s, target: t, confidence } of beads) {
		const lengths = span(prepared.sourceLengths, s);
		const across = span(prepared.targetLengths, t);
		if (across === 0 && t[0] === t[1]) sourceAlone += confidence;
		else if (lengths === 0 && s[0] === s[1]) targetAlone += confidence;
		else {
			source += confidence * lengths;
			target += confidence * across;
		}
	}
	const odds = (alone: number, all: number) => Math.log((alone + 0.3) / (all - alone + 3));
	return {
		ratio: target / source,
		sourceAlone: odds(sourceAlone, prepared.sourceLengths.length),
		targetAlone: odds(targetAlone, prepared.targetLengths.length),
	};
}

function span(totals: Float64Array, [from, to]: readonly [number, number]): number {
	return (totals[to] ?? 0) - (totals[from] ?? 0);
}

/** The beads as lessons in words. */
export function lessonsFrom(beads: readonly Bead[], { sides }: Prepared): Lesson[] {
	return beads.flatMap(({ source, target, confidence }) => {
		const lesson = {
			source: wordsOf(sides.source, source),
			target: wordsOf(sides.target, target),
			weight: confidence,
		};
		return confidence >= leastTeaching && lesson.source.length > 0 && lesson.target.length > 0
			? [lesson]
			: [];
	});
}

function wordsOf({ starts, words }: SideWords, [from, to]: readonly [number, number]): number[] {
	return [...words.subarray(starts[from] ?? 0, starts[to] ?? 0)];
}

export function wholeBand(rows: number, columns: number): Band {
	const path = Int32Array.from({ length: rows + 1 }, (_, i) => Math.round((i * columns) / Math.max(1, rows)));
	return bandAround(path, new Int32Array(rows + 1).fill(columns), columns);
}

export function narrowBand(path: Int32Array, halfWidth: number, columns: number): Band {
	return bandAround(path, new Int32Array(path.length).fill(halfWidth), columns);
}

export interface Passed extends Decoded {
	readonly evidence: Evidence;
}

export function pass(
	prepared: Prepared,
	pairs: WordPairs,
	learned: WordPairs | undefined,
	band: Band,
	state: State,
	weights: Float64Array,
	others: readonly OtherEvidence[],
	parameters: LexicalParameters,
): Passed {
	const evidence = readEvidence(prepared, pairs, learned, band, state, parameters);
	return { evidence, ...decode(beadModel(evidence, weights, others), band) };
}

export function firstPairs(prepared: Prepared, parameters: LexicalParameters): WordPairs {
	return prepared.lessons.length > 0
		? learnPairs(prepared.lessons, prepared.prior, prepared.sides, prepared.shares, parameters)
		: pairsOfPrior(prepared.prior, prepared.shares, parameters);
}

export function laterPairs(
	beads: readonly Bead[],
	prepared: Prepared,
	parameters: LexicalParameters,
): WordPairs {
	const lessons = [...prepared.lessons, ...lessonsFrom(beads, prepared)];
	return learnPairs(lessons, prepared.prior, prepared.sides, prepared.shares, parameters);
}

export const weightCount = layout.size;
