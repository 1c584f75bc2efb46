import type { Fault, PassageCheck, Severity } from "../contract.ts";
import { fromChineseToEnglish } from "../from-chinese.ts";
import { type ComparedPassage, comparePassage } from "../numbers/passage.ts";
import { type Quantity, writeValue } from "../numbers/quantity.ts";
import { isPowerOfTen } from "../numbers/related.ts";

/** Smaller numbers come and go with the wording: “Yale and two others”. */
const smallestSure = 10;

/** Whether the rendering says the numbers that the source says, by value: 1.5亿 is “150 million”. */
export const number = {
	id: "number",
	severity: "major",
	mqm: "accuracy/mistranslation",
	keys: ["differs", "magnitude", "vague", "added", "missing"],
	concerns: fromChineseToEnglish,
	checkPassage(passage) {
		const compared = comparePassage(passage);
		if (!compared) return [];
		return compared.discrepancies.flatMap((one): Fault[] => {
			if (one.about === "differs" && !bothYears(one)) return [differs(compared, one.source, one.target)];
			if (one.about === "marker") return [differs(compared, one.source, one.target)];
			if (one.about === "vague") return [vague(compared, one.source, one.target)];
			if (one.about === "added") return added(compared, one.target);
			if (one.about === "missing") return missing(compared, one.source);
			return [];
		});
	},
} as const satisfies PassageCheck;

/** The check of dates tells those. */
export const bothYears = ({ source, target }: { source: Quantity; target: Quantity }): boolean =>
	source.kind === "year" && target.kind === "year";

type Told = Pick<Quantity, "start" | "end" | "value"> & Partial<Pick<Quantity, "sure" | "range">>;

function differs(compared: ComparedPassage, source: Told, target: Told): Fault {
	const magnitude = isPowerOfTen(source.value, target.value);
	const { text: rendering, ...place } = compared.target(target);
	const values = {
		source: compared.source(source).text,
		value: writeValue(source.value),
		rendering,
		renderingValue: writeValue(target.value),
	};
	const severity: Severity = magnitude && source.sure === "figure" && !source.range ? "critical" : "major";
	return { side: "target", ...place, key: magnitude ? "magnitude" : "differs", values, fix: null, severity };
}

function vague(compared: ComparedPassage, source: Quantity, target: Quantity): Fault {
	const { text: rendering, ...place } = compared.target(target);
	const values = { source: compared.source(source).text, rendering };
	return { side: "target", ...place, key: "vague", values, fix: null };
}

function added(compared: ComparedPassage, target: Quantity): Fault[] {
	// “19th” and “1368–1644” explain what a reader of the source knows
	if (target.kind === "year" || target.kind === "ordinal") return [];
	const { text: rendering, ...place } = compared.target(target);
	const sure =
		target.sure === "word" ? target.value >= smallestSure : target.value !== 100 || target.kind !== "percent";
	const severity: Severity = sure ? "major" : "minor";
	return [{ side: "target", ...place, key: "added", values: { rendering }, fix: null, severity }];
}

function missing(compared: ComparedPassage, source: Quantity): Fault[] {
	const small = source.value < smallestSure && Number.isInteger(source.value) && source.kind !== "percent";
	if (small) return [];
	const severity: Severity = source.kind === "year" ? "minor" : "major";
	if (source.kind === "year" && compared.speaksOfYears) return [];
	const { text, ...place } = compared.source(source);
	return [{ side: "source", ...place, key: "missing", values: { source: text }, fix: null, severity }];
}
