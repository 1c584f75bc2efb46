import { bandAround, widen } from "../band.ts";
import { alignBetweenInTurn } from "../between.ts";
import type { Aligner, AlignOptions, Bead } from "../contract.ts";
import type { Embedder } from "../embedder.ts";
import { findAnchors } from "../embedding/anchors.ts";
import { beadModel } from "../embedding/bead-model.ts";
import { Learner, type Parameters, parametersFrom } from "../embedding/learn.ts";
import { measure } from "../embedding/margins.ts";
import { vectorReader } from "../embedding/read-vectors.ts";
import { joinerOf, mostTogether, readSpans, type SideTexts, type Spans } from "../embedding/spans.ts";
import { sampleOf } from "../embedding/strangers.ts";
import { type Stretch, stretchesAlong } from "../embedding/stretches.ts";
import type { Evidence } from "../evidence.ts";
import { kindEvidence } from "../kinds.ts";
import { decode } from "../lattice.ts";
import { numberEvidence } from "../numbers.ts";
import { oneSide } from "../one-side.ts";
import { paragraphEvidence } from "../paragraphs.ts";

/** A band is widened at most so often where the best path runs along its edge. */
const mostBands = 4;

/**
 * Sentences that lie near each other in an embedder's space belong together: Thompson & Koehn, "Vecalign: Improved
 * Sentence Alignment in Linear Time and Space" (EMNLP 2019), and Liu & Zhu, "Bertalign: Improved word embedding-based
 * sentence alignment for Chinese–English parallel corpora of literary texts" (Digital Scholarship in the Humanities,
 * 2022). A first pass finds a chain of sentences that are each other's nearest; a second one weighs, in a band around
 * it, beads of up to five sentences a side by the vectors of the sentences joined, against what unrelated sentences
 * reach in this text. Unlike there, margins become probabilities learned from the text, so that what it costs to leave
 * a sentence alone needs no setting, and a bead's confidence is its posterior probability under that model.
 *
 * Read embedding/ in this order: read-vectors, strangers, anchors, stretches, spans, margins, learn, bead-model. Every
 * sentence is embedded about five times, alone and with the ones after it; embedding takes nearly all of the time.
 * Besides one vector a sentence, memory holds the vectors of one stretch of text.
 */
export const embedding = {
	id: "embedding",
	needsEmbedder: true,
	ignoresWords: true,
	async align(source, target, options = {}) {
		const { embedder } = options;
		if (embedder === undefined) throw new TypeError("The aligner “embedding” needs options.embedder");
		return alignBetweenInTurn(
			(ones, others, given) => alignByVectors(ones, others, embedder, given),
			source,
			target,
			options,
		);
	},
} as const satisfies Aligner;

async function alignByVectors(
	source: readonly string[],
	target: readonly string[],
	embedder: Embedder,
	options: AlignOptions,
): Promise<Bead[]> {
	if (source.length === 0 || target.length === 0) return oneSide(source.length, target.length);
	const total = mostTogether * (source.length + target.length);
	const read = vectorReader(embedder, total, options);
	const step = () => options.checkCancelled?.();
	const sides = { source: await readSide(source, read), target: await readSide(target, read) };
	const samples = { source: sampleOf(sides.source.vectors), target: sampleOf(sides.target.vectors) };
	const anchors = findAnchors(sides.source.vectors, sides.target.vectors, step);
	const learner = new Learner(parametersFrom(anchors, sides.source, sides.target));
	const evidence = evidenceOf(source, target, options);
	const beads: Bead[] = [];
	for (const stretch of stretchesAlong(anchors, source.length, target.length)) {
		const ones = await readSpans(sides.source, stretch.source, samples.target, read);
		const others = await readSpans(sides.target, stretch.target, samples.source, read);
		const found = alignStretch(stretch, ones, others, learner, evidence, step);
		for (const bead of found) beads.push(moved(bead, stretch));
	}
	options.progress?.(total, total);
	return beads;
}

async function readSide(
	sentences: readonly string[],
	read: (texts: readonly string[]) => Promise<Float32Array[]>,
): Promise<SideTexts> {
	return { sentences, vectors: await read(sentences), joiner: joinerOf(sentences) };
}

function evidenceOf(source: readonly string[], target: readonly string[], options: AlignOptions): Evidence[] {
	return [
		paragraphEvidence(
			{ sentences: source.length, starts: options.sourceParagraphs },
			{ sentences: target.length, starts: options.targetParagraphs },
		),
		kindEvidence(options.sourceKinds, options.targetKinds),
		numberEvidence(source, target),
	].filter((found) => found !== null);
}

/** Beads numbered from the start of the stretch. Decoded once to learn and once with what was learned. */
function alignStretch(
	{ path, halfWidths: first, ...place }: Stretch,
	source: Spans,
	target: Spans,
	learner: Learner,
	evidence: readonly Evidence[],
	step: () => void,
): readonly Bead[] {
	const lengths = { source: source.lengths, target: target.lengths };
	const within = evidence.map((one) => shifted(one, place));
	let halfWidths = first;
	for (let bands = 1; ; bands += 1) {
		const measured = measure(source, target, bandAround(path, halfWidths, target.sentences), step);
		const run = (parameters: Parameters) => {
			const { keep, parameters: learned, expect } = learner.listen(measured);
			const model = beadModel(measured, lengths, parameters, within);
			return { ...decode(model, measured.band, { expect, step }), keep, learned };
		};
		const { beads, edgeRows, keep } = run(run(learner.parameters()).learned());
		if (edgeRows.length === 0 || bands === mostBands) {
			keep();
			return beads;
		}
		halfWidths = widen(halfWidths, halfWidths, edgeRows);
	}
}

function shifted(evidence: Evidence, { source, target }: Pick<Stretch, "source" | "target">): Evidence {
	return {
		weigh: (from, sources, across, targets) =>
			evidence.weigh(from + source[0], sources, across + target[0], targets),
	};
}

function moved(bead: Bead, { source, target }: Pick<Stretch, "source" | "target">): Bead {
	return {
		source: [bead.source[0] + source[0], bead.source[1] + source[0]],
		target: [bead.target[0] + target[0], bead.target[1] + target[0]],
		confidence: bead.confidence,
	};
}
