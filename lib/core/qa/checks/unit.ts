import type { Fault, PassageCheck } from "../contract.ts";
import { fromChineseToEnglish } from "../from-chinese.ts";
import { comparePassage } from "../numbers/passage.ts";

/** The same number of another unit or currency: 500元 and “500 euros”. Converted amounts are right. */
export const unit = {
	id: "unit",
	severity: "major",
	mqm: "accuracy/mistranslation",
	keys: ["unit", "currency"],
	concerns: fromChineseToEnglish,
	checkPassage(passage) {
		const compared = comparePassage(passage);
		if (!compared) return [];
		return compared.discrepancies.flatMap((one): Fault[] => {
			if (one.about !== "unit") return [];
			const key = one.source.unit?.dimension === "money" ? "currency" : "unit";
			const { text: rendering, ...place } = compared.target(one.target.measured);
			const values = { source: compared.source(one.source.measured).text, rendering };
			return [{ side: "target", ...place, key, values, fix: null }];
		});
	},
} as const satisfies PassageCheck;
