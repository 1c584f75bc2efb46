import { type IndexBead, judge } from "./evaluate.ts";

/** A bead with the confidence that its aligner gave it, and whether the gold has exactly this bead. */
export interface Judged {
	readonly confidence: number;
	readonly right: boolean;
}

/** Beads whose confidence is at least `from` and below `to`; in the last bin, up to 1. */
export interface Bin {
	readonly from: number;
	readonly to: number;
	readonly beads: number;
	/** Their mean confidence. */
	readonly confidence: number;
	/** The share of them that is right: as large as the mean confidence where that can be believed. */
	readonly right: number;
}

export interface Calibration {
	/** Those with a bead in them, ascending: the reliability curve. */
	readonly bins: readonly Bin[];
	/** Expected calibration error (Naeini et al. 2015): mean distance of the two over the bins, weighted by beads. */
	readonly error: number;
	/** Beads of which the aligner is sure, and the share of them that is right; 0 where there are none. */
	readonly sure: { readonly from: number; readonly beads: number; readonly right: number };
}

/** Most beads lie near 1, so the bins are narrow: the last one holds exactly those that count as sure. */
const binCount = 20;
const sureFrom = (binCount - 1) / binCount;

export function judgeAll(
	documents: readonly {
		gold: readonly IndexBead[];
		system: readonly (IndexBead & { readonly confidence: number })[];
	}[],
): Judged[] {
	return documents.flatMap(({ gold, system }) => {
		const verdict = judge(gold);
		return system.map((bead) => ({ confidence: bead.confidence, right: verdict(bead) === "strict" }));
	});
}

/** How far confidences, 0–1, can be believed. */
export function calibrate(judged: readonly Judged[]): Calibration {
	const bins = Array.from({ length: binCount }, (_, i) => bin(judged, i)).filter(({ beads }) => beads > 0);
	const distances = bins.map(({ beads, confidence, right }) => beads * Math.abs(confidence - right));
	const last = bins.at(-1);
	return {
		bins,
		error: judged.length === 0 ? 0 : distances.reduce((sum, each) => sum + each, 0) / judged.length,
		sure: { from: sureFrom, ...(last?.from === sureFrom ? pick(last) : { beads: 0, right: 0 }) },
	};
}

function bin(judged: readonly Judged[], index: number): Bin {
	const [from, to] = [index / binCount, (index + 1) / binCount];
	const last = index === binCount - 1;
	const inside = judged.filter(({ confidence }) => confidence >= from && (last || confidence < to));
	const mean = (of: (bead: Judged) => number) =>
		inside.length === 0 ? 0 : inside.reduce((sum, bead) => sum + of(bead), 0) / inside.length;
	return {
		from,
		to,
		beads: inside.length,
		confidence: mean((bead) => bead.confidence),
		right: mean((bead) => (bead.right ? 1 : 0)),
	};
}

function pick({ beads, right }: Bin): Pick<Bin, "beads" | "right"> {
	return { beads, right };
}
