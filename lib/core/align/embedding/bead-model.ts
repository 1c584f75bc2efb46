import type { Evidence } from "../evidence.ts";
import type { BeadModel } from "../lattice.ts";
import { lengthOff, type Parameters } from "./learn.ts";
import type { Measured } from "./margins.ts";
import { shapes } from "./shapes.ts";
import type { Spans } from "./spans.ts";

/**
 * What vectors say counts with this share of its logarithm: neighbouring beads share sentences with it, and what is
 * said several times would be believed too firmly.
 */
const temper = 0.5;
/** No margin and no length speaks more strongly against a bead than this (natural logarithm). */
const worstMargin = -30;
const worstLength = -6;

/**
 * The weight of a bead is the probability of its margin and its lengths if its sides translate each other, over that
 * if they do not (Gaussians, learned from the text), times the share of its shape; a sentence left alone has the share
 * only. So what a sentence without a counterpart costs depends on how far translations stand out in this text and with
 * this embedder.
 */
export function beadModel(
	{ band, cells, margins }: Measured,
	lengths: { readonly source: Spans["lengths"]; readonly target: Spans["lengths"] },
	parameters: Parameters,
	evidence: readonly Evidence[],
): BeadModel {
	const weights = new Float32Array(margins.length);
	for (const [k, { source, target }] of shapes.entries()) {
		const prior = Math.log(parameters.shares[k] ?? 0);
		for (let i = 0; i < band.first.length; i += 1) {
			const sourceLength = lengthOf(lengths.source, i, source);
			const offset = k * cells + (band.offset[i] ?? 0) - (band.first[i] ?? 0);
			for (let j = band.first[i] ?? 0; j <= (band.last[i] ?? 0); j += 1) {
				const margin = margins[offset + j] ?? Number.NaN;
				let weight = prior;
				if (!Number.isNaN(margin)) {
					weight += temper * marginRatio(margin, parameters);
					weight += lengthRatio(sourceLength, lengthOf(lengths.target, j, target), parameters);
					for (const one of evidence) weight += one.weigh(i, source, j, target);
				}
				weights[offset + j] = weight;
			}
		}
	}
	return {
		shapes,
		weigh: (shape, source, target) =>
			weights[shape * cells + (band.offset[source] ?? 0) - (band.first[source] ?? 0) + target] ?? 0,
	};
}

/** Ascends with the margin: one above the mean of translations counts as the mean, one below that of strangers as 0. */
function marginRatio(margin: number, { translations, strangers }: Parameters): number {
	const off = Math.min(0, margin - translations.mean) / translations.spread;
	const strange = Math.max(0, Math.min(margin, translations.mean)) / strangers.spread;
	return Math.max(
		worstMargin,
		(strange ** 2 - off ** 2) / 2 + Math.log(strangers.spread / translations.spread),
	);
}

function lengthRatio(source: number, target: number, { lengths }: Parameters): number {
	const { translations, strangers } = lengths;
	if (strangers <= translations) return 0;
	const off = lengthOff(source, target, lengths.ratio) ** 2 / 2;
	return Math.max(
		worstLength,
		off / strangers ** 2 - off / translations ** 2 + Math.log(strangers / translations),
	);
}

function lengthOf(totals: Float64Array, start: number, count: number): number {
	return (totals[start + count] ?? 0) - (totals[start] ?? 0);
}
