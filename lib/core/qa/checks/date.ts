import type { Fault, PassageCheck } from "../contract.ts";
import { fromChineseToEnglish } from "../from-chinese.ts";
import { type ComparedPassage, comparePassage } from "../numbers/passage.ts";
import type { CalendarDate } from "../numbers/quantity.ts";
import { bothYears } from "./number.ts";

/** Whether the rendering tells the days, years, hours and weekdays that the source tells. */
export const date = {
	id: "date",
	severity: "major",
	mqm: "accuracy/mistranslation",
	keys: ["differs", "swapped", "year", "time", "weekday"],
	concerns: fromChineseToEnglish,
	checkPassage(passage) {
		const compared = comparePassage(passage);
		if (!compared) return [];
		return compared.discrepancies.flatMap((one): Fault[] => {
			if (one.about === "differs") return bothYears(one) ? [fault(compared, "year", one)] : [];
			if (one.about === "date")
				return [fault(compared, isSwapped(one.source, one.target) ? "swapped" : "differs", one)];
			return one.about === "time" || one.about === "weekday" ? [fault(compared, one.about, one)] : [];
		});
	},
} as const satisfies PassageCheck;

const isSwapped = (source: CalendarDate, target: CalendarDate): boolean =>
	source.day !== null && source.month !== null && source.month === target.day && source.day === target.month;

interface Spans {
	readonly source: { readonly start: number; readonly end: number };
	readonly target: { readonly start: number; readonly end: number };
}

function fault(compared: ComparedPassage, key: string, { source, target }: Spans): Fault {
	const { text: rendering, ...place } = compared.target(target);
	return {
		side: "target",
		...place,
		key,
		values: { source: compared.source(source).text, rendering },
		fix: null,
	};
}
