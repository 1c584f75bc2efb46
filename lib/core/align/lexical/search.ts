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
	readonly given: readonly OtherEvidence[];
}

export interface Setting {
	readonly weights: Weights;
	readonly parameters: LexicalParameters;
	/** Told of rows decoded. */
	readonly step: (rows: number) => void;
}

/** Columns searched on each side of the path, pass by pass; without a dictionary a third pass still gains. */
const informedWidths: readonly number[] = [10, 7];
const uninformedWidths: readonly number[] = [42, 14, 9];
/** How many passes there are. */
export function passesOf(informed: boolean): number {
	return (informed ? informedWidths : uninformedWidths).length;
}

/** A band is made wider, up to so many times, while the path runs along its edge in more than this share of rows. */
const mostWidenings = 2;
const edgeShare = 0.01;
/** Least probability of a bead that teaches words. */
const leastTeaching = 0.3;

/** Beads of each part; what they teach of the words is put together. `known` is what was known before. */
export function decodeParts(
	parts: readonly Part[],
	known: WordPairs,
	{ weights, parameters, step }: Setting,
): Bead[][] {
	const [first] = parts;
	if (first === undefined) return [];
	let decoded: Near[] = [];
	const widths = first.prepared.informed ? informedWidths : uninformedWidths;
	for (const [number, halfWidth] of widths.entries()) {
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
	{ prepared, given }: Part,
	path: Int32Array,
	halfWidth: number,
	{ known: knownPairs, learned: learnedPairs, state, weights, parameters }: Pass,
	before: WordScores | undefined,
): Near {
	const columns = prepared.sides.target.starts.length - 1;
	let wide = halfWidth;
	for (let widened = 0; ; widened += 1) {
		const band = bandAround(path, new Int32Array(path.length).fill(wide), columns);
		const known = scoreWords(prepared, knownPairs, band, parameters, before);
		const learned = learnedPairs && scoreWords(prepared, learnedPairs, band, parameters);
		const evidence = readEvidence(prepared, known, learned, state, given);
		const decoded = decode(scoredModel(evidence, band, weights), band);
		if (widened === mostWidenings || decoded.edgeRows.length <= edgeShare * path.length)
			return { ...decoded, known };
		wide *= 2;
	}
}

/** Log odds of a sentence's standing alone before anything is known. */
const seldomAlone = -4;
/** So many characters speak for the ratio of the totals. */
const inertia = 100;

export function startState([first]: readonly Part[]): State {
	return { ratio: first?.prepared.ratio ?? 1, sourceAlone: seldomAlone, targetAlone: seldomAlone };
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
	const present = new Uint8Array(sides.source.texts.length);
	for (const { prepared } of parts) {
		const { starts, words } = prepared.sides.source;
		for (let at = starts[0] ?? 0; at < (starts.at(-1) ?? 0); at += 1) present[words[at] ?? 0] = 1;
	}
	const occurs = (word: number) => present[word] === 1;
	return learnPairs([...first.prepared.lessons, ...lessons], prior, sides, shares, parameters, occurs);
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

/** More frequent words (shares of running words) call for everything, cost most and teach nothing. */
const tooFrequent = 0.01;

function wordsOf({ starts, words, counts }: SideWords, [from, to]: readonly [number, number]): number[] {
	const most = tooFrequent * words.length;
	const taught: number[] = [];
	for (let at = starts[from] ?? 0; at < (starts[to] ?? 0); at += 1) {
		const word = words[at] ?? 0;
		if ((counts[word] ?? 0) <= Math.max(most, 2)) taught.push(word);
	}
	return taught;
}
