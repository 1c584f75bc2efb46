import type { PassageCheck } from "../contract.ts";
import { isDone, wholeSide } from "../state/whole-side.ts";

/** Machine wording that somebody called right without changing a letter. It may be right: it is pointed at, no more. */
export const approvedUntouched = {
	id: "approved-untouched",
	severity: "minor",
	mqm: "workflow/state",
	keys: ["reviewed", "approved"],
	concerns: ({ sides }) => sides.target,
	checkPassage(passage) {
		if (!isDone(passage)) return [];
		const words = passage.target.filter(({ text }) => /\p{L}/u.test(text));
		const untouched = words.length > 0 && words.every(({ text, machineDraft }) => text === machineDraft);
		return untouched
			? wholeSide(passage, "target", { key: passage.state === "approved" ? "approved" : "reviewed" })
			: [];
	},
} as const satisfies PassageCheck;
