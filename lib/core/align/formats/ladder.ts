import type { Bead } from "../contract.ts";
import type { AlignmentFormat } from "./contract.ts";

/** Positions reached on both sides, and the confidence of the sentences from here to the next rung. */
type Rung = readonly [source: number, target: number, confidence: string];

/** No claim is made about what follows such a rung. */
const noClaim = "0";

/**
 * The ladder of hunalign (its README, "File formats"): source TAB target TAB score. A rung (n, m) means that the
 * first n sentences correspond to the first m, the score is of what lies between it and the next. The first rung is
 * 0 0, the last one the numbers of sentences. A ladder has no gaps: what was left out between two beads is one step
 * with the score 0.
 */
export const ladder = {
	id: "ladder",
	write({ source, target, beads }) {
		const rungs: Rung[] = [];
		let [reachedSource, reachedTarget] = [0, 0];
		const pass = (bead: Pick<Bead, "source" | "target">, confidence: string) => {
			const gap = reachedSource < bead.source[0] || reachedTarget < bead.target[0];
			if (gap) rungs.push([reachedSource, reachedTarget, noClaim]);
			rungs.push([bead.source[0], bead.target[0], confidence]);
			[reachedSource, reachedTarget] = [bead.source[1], bead.target[1]];
		};
		for (const bead of beads) pass(bead, bead.confidence.toFixed(6));
		const ends = [source.sentences.length, target.sentences.length] as const;
		pass({ source: [ends[0], ends[0]], target: [ends[1], ends[1]] }, noClaim);
		return rungs.map((rung) => `${rung.join("\t")}\n`).join("");
	},
} as const satisfies AlignmentFormat;
