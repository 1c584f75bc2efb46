import type { CheckedPassage, Fault, PassageCheck } from "../contract.ts";
import { inventedIn } from "../drafts/invented.ts";
import { shortened } from "../drafts/sentence-places.ts";
import { fromChineseToEnglish } from "../from-chinese.ts";

/** A sentence of the rendering that nothing in the source says. */
export const inventedSentence = {
	id: "invented-sentence",
	severity: "major",
	mqm: "accuracy/addition",
	keys: ["added", "perhaps"],
	needsLexicon: true,
	concerns: fromChineseToEnglish,
	checkPassage: (passage: CheckedPassage, { targetLanguage }, { lexicon, usage }) =>
		inventedIn(passage, targetLanguage, lexicon).map(({ segment, start, end, text, sure }): Fault => {
			const place = { side: "target", segment, start, end } as const;
			// Who renders freely adds, to say it well; whoever reviews such a text looks at it, but it is no fault.
			const severity = sure && !usage.free ? "major" : "minor";
			const values = { sentence: shortened(text) };
			return { ...place, key: sure ? "added" : "perhaps", values, fix: null, severity };
		}),
} as const satisfies PassageCheck;
