import type { PassageCheck } from "../contract.ts";
import { isBlank, isDone, wholeSide } from "../state/whole-side.ts";

/** A passage that lacks one side though it was called right, or stands in a file that is taken as finished. */
export const emptySide = {
	id: "empty-side",
	severity: "major",
	mqm: "accuracy/omission",
	keys: ["no-rendering", "no-source"],
	concerns: ({ sides }) => sides.source && sides.target,
	checkPassage(passage) {
		const noSource = isBlank(passage, "source");
		const noRendering = isBlank(passage, "target");
		if (noSource === noRendering) return [];
		// Of a document in work an empty passage is no fault, it is the work.
		if (passage.state !== undefined && !isDone(passage)) return [];
		if (noRendering) return wholeSide(passage, "source", { key: "no-rendering" });
		return wholeSide(passage, "target", { key: "no-source", severity: "minor" });
	},
} as const satisfies PassageCheck;
