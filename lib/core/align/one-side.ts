import type { Bead } from "./contract.ts";

/** The beads where one side has no sentences: there is nothing to weigh, each sentence certainly stands alone. */
export function oneSide(sources: number, targets: number): Bead[] {
	return Array.from({ length: sources + targets }, (_, i) => ({
		source: sources > 0 ? [i, i + 1] : [0, 0],
		target: targets > 0 ? [i, i + 1] : [0, 0],
		confidence: 1,
	}));
}
