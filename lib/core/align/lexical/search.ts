/** The passes over a stretch of both texts: with what is known beforehand, then with what the stretch taught. */
import { bandAround } from "../band.ts";
import type { Bead } from "../contract.ts";
import type { Evidence as OtherEvidence } from "../evidence.ts";
import { type Decoded, decode } from "../lattice.ts";
import type { Evidence } from "./features.ts";
import { type Lesson, learnPairs, pairsOfPrior } from "./learn.ts";
import type { WordPairs } from "./pairs.ts";
import type { LexicalParameters } from "./parameters.ts";
import type { Prepared } from "./prepare.ts";
import { readEvidence, scoreWords, type WordScores } from "./read-evidence.ts";
import { scoredModel } from "./scores.ts";
import type { SideWords } from "./words.ts";

export interface Weights {
	/** For the first pass, and for those after words have been learned. */
	readonly first: Float64Array;
	readonly later: Float64Array;
}

/** A stretch of the texts that is decoded by itself. */
export interface Part {
	readonly prepared: Prepared;
	/** Per row (sentences of the source used) the column near which the alignment runs. */
	readonly path: Int32Array;
	readonly others: readonly OtherEvidence[];
}

export interface Setting {
	readonly weights: Weights;
	readonly parameters: LexicalParameters;
	/** Told of rows decoded. */
	readonly step: (rows: number) => void;
}

/** Columns searched on each side of the path, pass by pass. */
const halfWidths = [14, 9, 8] as const;
/** The first path of texts without a dictionary is only guessed from the lengths, so more is searched. */
const uninformed = 3;
export const passes = halfWidths.length;
/** A band is made wider, up to so many times, while the path runs along its edge in more than this share of rows. */
const mostWidenings = 2;
const edgeShare = 0.01;
/** Least probability of a bead that teaches words. */
const leastTeaching = 0.3;

/** Beads of each part; what they teach of the words is put together. */
export function decodeParts(parts: readonly Part[], { weights, parameters, step }: Setting): Bead[][] {
	const [first] = parts;
	if (first === undefined) return [];
	const known = firstPairs(first.prepared, parameters);
	let decoded: Near[] = [];
	for (const [number, halfWidth] of halfWidths.entries()) {
		const state = number === 0 ? startState(parts) : stateAfter(parts, decoded);
		const learned = number === 0 ? undefined : learnFrom(parts, decoded, parameters);
		const pass = { known, learned, state, parameters, weights: number === 0 ? weights.first : weights.later };
		decoded = parts.map((part, n) => {
			const before = decoded[n];
			const found = decodeNear(part, before?.path ?? part.path, halfWidth, pass, before?.known);
			step(part.path.length);
			return found;
		});
	}
	return decoded.map(({ beads }) => beads);
}

/** What a pass found out about the texts as wholes. */
export type State = Pick<Evidence, "ratio" | "sourceAlone" | "targetAlone">;

export interface Pass {
	readonly known: WordPairs;
	readonly learned: WordPairs | undefined;
	readonly state: State;
	readonly weights: Float64Array;
	readonly parameters: LexicalParameters;
}

interface Near extends Decoded {
	/** What is known of the words does not change from pass to pass. */
	readonly known: WordScores;
}

function decodeNear(
	{ prepared, others }: Part,
	path: Int32Array,
	halfWidth: number,
	{ known: knownPairs, learned: learnedPairs, state, weights, parameters }: Pass,
	before: WordScores | undefined,
): Near {
	const columns = prepared.sides.target.starts.length - 1;
	let wide = before || prepared.informed ? halfWidth : uninformed * halfWidth;
	for (let widened = 0; ; widened += 1) {
		const band = bandAround(path, new Int32Array(path.length).fill(wide), columns);
		const known = scoreWords(prepared, knownPairs, band, parameters, before);
		const learned = learnedPairs && scoreWords(prepared, learnedPairs, band, parameters);
		const evidence = readEvidence(prepared, known, learned, state);
		const decoded = decode(scoredModel(evidence, band, weights, others), band);
		if (widened === mostWidenings || decoded.edgeRows.length <= edgeShare * path.length)
			return { ...decoded, known };
		wide *= 2;
	}
}

/** Log odds of a sentence's standing alone before anything is known. */
const seldomAlone = -4;
/** So many characters speak for the ratio of the totals. */
const inertia = 100;

export function startState(parts: readonly Part[]): State {
	let [source, target] = [1, 1];
	for (const { prepared } of parts) {
		source += whole(prepared.sourceLengths);
		target += whole(prepared.targetLengths);
	}
	return { ratio: target / source, sourceAlone: seldomAlone, targetAlone: seldomAlone };
}

/** Ratio of lengths among beads with both sides, and how many sentences stand alone. */
export function stateAfter(parts: readonly Part[], decoded: readonly { beads: readonly Bead[] }[]): State {
	const start = startState(parts);
	let [source, target, sources, targets, sourceAlone, targetAlone] = [
		inertia,
		inertia * start.ratio,
		1,
		1,
		0,
		0,
	];
	for (const [n, { prepared }] of parts.entries()) {
		sources += prepared.sourceLengths.length - 1;
		targets += prepared.targetLengths.length - 1;
		for (const { source: s, target: t, confidence } of decoded[n]?.beads ?? []) {
			if (t[0] === t[1]) sourceAlone += confidence;
			else if (s[0] === s[1]) targetAlone += confidence;
			else {
				source += confidence * span(prepared.sourceLengths, s);
				target += confidence * span(prepared.targetLengths, t);
			}
		}
	}
	return {
		ratio: target / source,
		sourceAlone: logOdds(sourceAlone, sources),
		targetAlone: logOdds(targetAlone, targets),
	};
}

function logOdds(count: number, all: number): number {
	return Math.log((count + 0.3) / (all - count + 3));
}

function whole(totals: Float64Array): number {
	return (totals.at(-1) ?? 0) - (totals[0] ?? 0);
}

function span(totals: Float64Array, [from, to]: readonly [number, number]): number {
	return (totals[to] ?? 0) - (totals[from] ?? 0);
}

/** What dictionary, terms and examples tell. */
export function firstPairs(
	{ lessons, prior, sides, shares }: Prepared,
	parameters: LexicalParameters,
): WordPairs {
	return lessons.length > 0
		? learnPairs(lessons, prior, sides, shares, parameters)
		: pairsOfPrior(prior, shares, parameters);
}

/** What the beads found so far tell besides. */
export function learnFrom(
	parts: readonly Part[],
	decoded: readonly { beads: readonly Bead[] }[],
	parameters: LexicalParameters,
): WordPairs | undefined {
	const [first] = parts;
	if (first === undefined) return undefined;
	const lessons = parts.flatMap(({ prepared }, n) => lessonsFrom(decoded[n]?.beads ?? [], prepared));
	const { sides, prior, shares } = first.prepared;
	return learnPairs([...first.prepared.lessons, ...lessons], prior, sides, shares, parameters);
}

function lessonsFrom(beads: readonly Bead[], { sides }: Prepared): Lesson[] {
	return beads.flatMap(({ source, target, confidence }) => {
		const lesson = {
			source: wordsOf(sides.source, source),
			target: wordsOf(sides.target, target),
			weight: confidence,
		};
		const teaches = confidence >= leastTeaching && lesson.source.length > 0 && lesson.target.length > 0;
		return teaches ? [lesson] : [];
	});
}

function wordsOf({ starts, words }: SideWords, [from, to]: readonly [number, number]): number[] {
	return [...words.subarray(starts[from] ?? 0, starts[to] ?? 0)];
}
