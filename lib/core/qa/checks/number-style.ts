import type { PassageCheck } from "../contract.ts";
import { inWords, valueOfWords } from "../style/number-words.ts";
import { inRenderings, rendersEnglish, type Slip } from "../typography/in-english.ts";

/** Numbers in words or figures, where the project has a rule. What is counted in units, dated or numbered has figures anyway. */
export const numberStyle = {
	id: "number-style",
	severity: "minor",
	mqm: "style/inconsistent-style",
	keys: ["words", "figures"],
	concerns: rendersEnglish,
	checkPassage(passage, _document, { style: { figuresFrom } }) {
		if (figuresFrom === null) return [];
		return inRenderings(passage, (text) => [...figures(text, figuresFrom), ...words(text, figuresFrom)]);
	},
} as const satisfies PassageCheck;

/** Before a word in small letters that is no unit, and after one that numbers nothing. */
const figure = /(?<=(?:^|[\s(“"])(?!\S*\d)[a-z]{1,30} )\d{1,2}(?= [a-z]{3,30}(?![\p{L}\p{N}]))/gu;
const unit =
	/^ (?:percent|per|percentage|million|billion|trillion|thousand|hundred|dozen|metres?|meters?|kilomet\w+|centimet\w+|millimet\w+|kilograms?|grams?|tons?|tonnes?|litres?|liters?|degrees?|hours?|minutes?|seconds?|yuan|dollars?|euros?|pounds?|points?|mu|li|hectares?|acres?|miles?|inch|inches|feet|watts?|kilowatts?|megawatts?|times)\b/;
const numbering =
	/(?:article|chapter|number|no|page|table|figure|section|part|volume|phase|stage|level|grade|class|line|day|item|room|channel|version|year|age|aged|of|to|and|from|between|under|over)\s$/i;

function figures(text: string, from: number): Slip[] {
	return [...text.matchAll(figure)].flatMap(({ 0: found, index }) => {
		const end = index + found.length;
		const value = Number(found);
		const fix = value < from && !found.startsWith("0") ? inWords(value) : null;
		if (fix === null || unit.test(text.slice(end, end + 20))) return [];
		if (numbering.test(text.slice(Math.max(0, index - 12), index))) return [];
		return [{ start: index, end, key: "words", values: { found, fix, from }, fix }];
	});
}

function words(text: string, from: number): Slip[] {
	const pattern = /(?<=[\p{Ll},] )[a-z]+(?:-[a-z]+)?(?= [a-z]{3,})/gu; // never at the beginning of a sentence
	return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
		const value = valueOfWords.get(found);
		const end = index + found.length;
		if (
			value === undefined ||
			value < from ||
			/^ (?:hundred|thousand|million|billion)/.test(text.slice(end, end + 10))
		)
			return [];
		return [
			{ start: index, end, key: "figures", values: { found, fix: String(value), from }, fix: String(value) },
		];
	});
}
