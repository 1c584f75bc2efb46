import type { Side } from "../../document/model.ts";
import { regionOf } from "../../scripts/convert.ts";
import { scriptOf } from "../../scripts/detect.ts";
import { scriptSlips } from "../../scripts/slips.ts";
import type { CheckedDocument, Fault, PassageCheck } from "../contract.ts";

const sides = ["source", "target"] as const satisfies readonly Side[];

const languageOf = (document: CheckedDocument, side: Side) =>
	side === "source" ? document.sourceLanguage : document.targetLanguage;

/** What converting between simplified and traditional characters left behind, on either side. */
export const scriptSlip = {
	id: "script-slip",
	severity: "minor",
	mqm: "linguistic-conventions/character-encoding",
	keys: ["other-script", "wrong-character", "other-script-passage"],
	concerns: (document) =>
		sides.some((side) => document.sides[side] && scriptOf(languageOf(document, side)) !== null),
	checkPassage(passage, document, { scripts }) {
		return sides.flatMap((side) => {
			const language = languageOf(document, side);
			const script = scriptOf(language);
			if (script === null) return [];
			const options = { script, region: regionOf(language) };
			return passage[side].flatMap(({ id, text }) =>
				scriptSlips(text, options, scripts).map(
					({ start, end, found, suggestion, reason }): Fault => ({
						side,
						segment: id,
						start,
						end,
						key: reason,
						values: { found, suggestion, script: script === "zh-Hans" ? "simplified" : "traditional" },
						fix: suggestion,
					}),
				),
			);
		});
	},
} as const satisfies PassageCheck;
