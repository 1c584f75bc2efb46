/** Texts with gold alignments, prepared as the aligner prepares them, and the passes over them. */
import type { Band } from "#lib/core/align/band.ts";
import type { Bead } from "#lib/core/align/contract.ts";
import type { IndexBead } from "#lib/core/align/evaluate.ts";
import type { Evidence as OtherEvidence } from "#lib/core/align/evidence.ts";
import { decode, type Shape } from "#lib/core/align/lattice.ts";
import { type Evidence, numberFeatures, shapes } from "#lib/core/align/lexical/features.ts";
import type { LexicalParameters } from "#lib/core/align/lexical/parameters.ts";
import { type Prepared, prepare } from "#lib/core/align/lexical/prepare.ts";
import { readEvidence, scoreWords, type WordScores } from "#lib/core/align/lexical/read-evidence.ts";
import { scoredModel } from "#lib/core/align/lexical/scores.ts";
import { firstPairs, learnFrom, startState, stateAfter } from "#lib/core/align/lexical/search.ts";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import { paragraphEvidence } from "#lib/core/align/paragraphs.ts";
import type { TrainingDocument } from "./data.ts";
import { type GoldPath, goldBand, goldPath } from "./gold-path.ts";
import { makeSample, type Sample } from "./samples.ts";

/** Columns on each side of the gold path that training compares it with, and that are searched in a test. */
const comparedHalfWidth = 6;
const searchedHalfWidth = 9;
/** Where the gold path could run anywhere. */
const anywhere = 100;

export interface Passage extends TrainingDocument {
	readonly prepared: Prepared;
	readonly gold: GoldPath;
	readonly compared: Band;
	readonly searched: Band;
	/** What is known of the words before anything is learned: the same in all passes. */
	readonly known: WordScores;
	readonly given: readonly OtherEvidence[];
	readonly parameters: LexicalParameters;
	/** The shapes that beads may have. */
	readonly usable: readonly Shape[];
}

export interface Reading {
	readonly parameters: LexicalParameters;
	readonly lexicon?: Lexicon | undefined;
	readonly usable?: readonly Shape[];
}

export function readPassage(
	training: TrainingDocument,
	{ parameters, lexicon, usable = shapes }: Reading,
): Passage {
	const { document, anyOrder } = training;
	const prepared = prepare(document.source, document.target, lexicon ? { lexicon } : {}, parameters);
	const gold = goldPath(document.gold, document.source.length, usable);
	const around = (half: number) => goldBand(gold, document.target.length, anyOrder ? anywhere : half);
	const searched = around(searchedHalfWidth);
	const paragraphs = paragraphEvidence(
		{ sentences: document.source.length, starts: document.sourceParagraphs },
		{ sentences: document.target.length, starts: document.targetParagraphs },
	);
	return {
		...training,
		prepared,
		gold,
		compared: around(comparedHalfWidth),
		searched,
		known: scoreWords(prepared, firstPairs(prepared, parameters), searched, parameters),
		given: paragraphs ? [paragraphs] : [],
		parameters,
		usable,
	};
}

/** What speaks for the beads near the gold path, after a pass that found `beads`, or before the first one. */
export function readAfter(
	{ prepared, searched, known, given, gold: { path }, parameters }: Passage,
	beads: readonly Bead[] | null,
): Evidence {
	const parts = [{ prepared, path, given }];
	if (beads === null) return readEvidence(prepared, known, undefined, startState(parts), given);
	const pairs = learnFrom(parts, [{ beads }], parameters);
	const learned = pairs && scoreWords(prepared, pairs, searched, parameters);
	return readEvidence(prepared, known, learned, stateAfter(parts, [{ beads }]), given);
}

/** Where the order is arbitrary, it teaches nothing that sentences alone stand at an end of the texts. */
export function sampleOf({ gold, compared, usable, weight, anyOrder }: Passage, evidence: Evidence): Sample {
	const sample = makeSample(evidence, gold, compared, usable, weight);
	for (const [f, name] of numberFeatures.entries()) {
		if (!anyOrder || !name.endsWith("AloneAtEnd")) continue;
		for (let at = f; at < sample.numbers.length; at += numberFeatures.length) sample.numbers[at] = 0;
	}
	return sample;
}

/** The search is told where the gold path runs; the aligner finds that out in a coarse pass of its own. */
export function decodeWith({ searched }: Passage, evidence: Evidence, weights: Float64Array): Bead[] {
	return decode(scoredModel(evidence, searched, weights), searched).beads;
}

/** Beads as lists of sentences, with their confidence. */
export function listed(beads: readonly Bead[]): (IndexBead & { readonly confidence: number })[] {
	return beads.map(({ source, target, confidence }) => ({
		source: numbers(source),
		target: numbers(target),
		confidence,
	}));
}

function numbers([start, end]: Bead["source"]): number[] {
	return Array.from({ length: end - start }, (_, k) => start + k);
}
