import { bandAround, cells, diagonal, widen } from "../band.ts";
import { alignBetween } from "../between.ts";
import type { Aligner, AlignOptions, Bead } from "../contract.ts";
import type { Evidence } from "../evidence.ts";
import { kindEvidence } from "../kinds.ts";
import { type Decoded, decode } from "../lattice.ts";
import {
	type LengthParameters,
	learnLengths,
	lengthModel,
	type SideLengths,
	sentenceLength,
	startingParameters,
} from "../length-model.ts";
import { numberEvidence } from "../numbers.ts";
import { oneSide } from "../one-side.ts";
import { paragraphEvidence } from "../paragraphs.ts";

/** Up to this many cells the whole lattice is searched, without a band. */
const wholeLattice = 1_000_000;
/** Cells of the largest band; at 5 bytes each this bounds the memory. */
const mostCells = 80_000_000;
/** Columns on each side of the diagonal to begin with, and of the path found so far in the passes after. */
const firstHalfWidth = 128;
const laterHalfWidth = 32;
/** With a larger share of its rows at the edge, a band around the diagonal is too narrow as a whole. */
const offCourse = 0.01;
/** Each pass learns variance and ratio anew (expectation–maximisation); it moves little after the fifth. */
const passes = 5;
/** More passes only while the path runs along the edge of its band. */
const mostPasses = 12;

/**
 * Gale & Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993): long sentences become long ones.
 * Beads 1-1, 1-0, 0-1, 2-1, 1-2 and 2-2 with the priors of their table 5. Between Chinese and a text in Latin letters
 * the usual ratio of lengths is known, so a side that covers only a part of the other is recognised, and what the
 * other has more at its end or start stays alone. Paragraph starts, kinds and numbers help where given. A bead's
 * confidence is its posterior probability under the same model: it compares alignments, and does not ask whether the
 * texts translate each other at all. Time and memory grow with the length of the texts times the width of the band.
 */
export const length = {
	id: "length",
	ignoresWords: true,
	align(source, target, options = {}) {
		return alignBetween(alignByLength, source, target, options);
	},
} as const satisfies Aligner;

function alignByLength(source: readonly string[], target: readonly string[], options: AlignOptions): Bead[] {
	if (source.length === 0 || target.length === 0) return oneSide(source.length, target.length);
	const lengths = { source: source.map(sentenceLength), target: target.map(sentenceLength) };
	const evidence = [
		paragraphEvidence(
			{ sentences: source.length, starts: options.sourceParagraphs },
			{ sentences: target.length, starts: options.targetParagraphs },
		),
		kindEvidence(options.sourceKinds, options.targetKinds),
		numberEvidence(source, target),
	].filter((found) => found !== null);
	const start = startingParameters(lengths, { source, target });
	return search(lengths, start, evidence, countSteps(source.length + 1, options)).beads;
}

/**
 * Decodes again and again with what was learned so far: in a band around the diagonal until it is wide enough,
 * then in a narrow one around the path found so far.
 */
function search(
	lengths: SideLengths,
	start: LengthParameters,
	evidence: readonly Evidence[],
	steps: Steps,
): Decoded {
	const columns = lengths.target.length;
	const rows = lengths.source.length + 1;
	// The totals tell the pace only of texts that cover each other
	const partial = (start.surplus?.probability ?? 0) > 0.5;
	const middle = diagonal(lengths.source, lengths.target, partial ? start.ratio : undefined);
	const whole = rows * (columns + 1) <= wholeLattice;
	const narrowest = Math.min(firstHalfWidth, Math.floor(mostCells / (4 * rows)));
	let halfWidths = widths(rows, whole ? columns : narrowest);
	let band = bandAround(middle, halfWidths, columns);
	let parameters = start;
	let around: Int32Array | null = null;
	for (let pass = 1; ; pass += 1) {
		const learned = learnLengths(lengths, parameters, start);
		steps.beginPass(pass);
		const model = lengthModel(lengths, parameters, evidence);
		const decoded = decode(model, band, { expect: learned.expect, step: steps.step });
		const settled = pass >= passes && decoded.edgeRows.length === 0;
		if (settled || pass === mostPasses) return decoded;
		parameters = learned.parameters();
		if (around === null && decoded.edgeRows.length > rows * offCourse && 2 * cells(band) <= mostCells) {
			halfWidths = halfWidths.map((halfWidth) => 2 * halfWidth);
			band = bandAround(middle, halfWidths, columns);
			continue;
		}
		halfWidths = widen(
			around === null ? widths(rows, laterHalfWidth) : halfWidths,
			halfWidths,
			decoded.edgeRows,
		);
		around = decoded.path;
		band = bandAround(around, halfWidths, columns);
		if (cells(band) > mostCells) return decoded;
	}
}

function widths(rows: number, halfWidth: number): Int32Array {
	return new Int32Array(rows).fill(halfWidth);
}

interface Steps {
	beginPass(pass: number): void;
	step(rows: number): void;
}

/** Turns the rows worked through, forward and backward, into progress. */
function countSteps(rows: number, { progress, checkCancelled }: AlignOptions): Steps {
	let begun = 0;
	let done = 0;
	return {
		beginPass(pass) {
			done = (pass - 1) * 2 * rows;
			begun = pass;
		},
		step(more) {
			checkCancelled?.();
			done += more;
			const total = 2 * rows * Math.max(passes, begun);
			progress?.(Math.min(done, total), total);
		},
	};
}
