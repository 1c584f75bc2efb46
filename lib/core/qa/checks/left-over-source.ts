import { isChinese, isEnglish } from "../../text/language.ts";
import type { Fault, PassageCheck } from "../contract.ts";
import { leftOverHan } from "../drafts/left-over-han.ts";
import { leftOverPinyin } from "../drafts/left-over-pinyin.ts";

/** Chinese that was not translated, in characters or in their sounds. */
export const leftOverSource = {
	id: "left-over-source",
	severity: "major",
	mqm: "accuracy/untranslated",
	keys: ["han", "pinyin"],
	concerns: ({ sides, targetLanguage }) => sides.target && isEnglish(targetLanguage),
	checkPassage({ source, target }, { sourceLanguage }, { lexicon, words }) {
		const original = isChinese(sourceLanguage) ? source.map(({ text }) => text).join("\n") : "";
		return target.flatMap(({ id, text }) => {
			const fault = (key: "han" | "pinyin", { start, end }: { start: number; end: number }) => ({
				side: "target" as const,
				segment: id,
				start,
				end,
				key,
				values: { found: text.slice(start, end) },
				fix: null,
			});
			return [
				...leftOverHan(text).map((place): Fault => ({ ...fault("han", place), severity: place.severity })),
				...leftOverPinyin(text, original, lexicon)
					.filter(({ start, end }) => !words.has(text.slice(start, end).toLowerCase()))
					.map((place): Fault => ({ ...fault("pinyin", place), severity: "minor" })),
			];
		});
	},
} as const satisfies PassageCheck;
