import type { PassageCheck } from "../contract.ts";
import { isDone, wholeSide } from "../state/whole-side.ts";

/** Source and rendering stand side by side, but what was said of that is no longer about these texts. */
export const staleLink = {
	id: "stale-link",
	severity: "minor",
	mqm: "workflow/state",
	keys: ["stale"],
	concerns: ({ sides }) => sides.source && sides.target,
	checkPassage(passage) {
		if (passage.link !== "stale" || passage.sourceChangedAfterReview) return []; // that says more
		const side = passage.target.length > 0 ? "target" : "source";
		return wholeSide(passage, side, { key: "stale", severity: isDone(passage) ? "major" : "minor" });
	},
} as const satisfies PassageCheck;
