import type { PassageCheck } from "../contract.ts";
import { wholeSide } from "../state/whole-side.ts";

/** The rendering was called right for another source text. */
export const sourceChanged = {
	id: "source-changed",
	severity: "major",
	mqm: "workflow/state",
	keys: ["changed"],
	concerns: ({ sides }) => sides.source && sides.target,
	checkPassage(passage) {
		if (!passage.sourceChangedAfterReview) return [];
		return wholeSide(passage, passage.source.length > 0 ? "source" : "target", { key: "changed" });
	},
} as const satisfies PassageCheck;
