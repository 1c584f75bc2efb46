import type { LanguageRule } from "../document.ts";
import { anyCase, keep, wordStart } from "./rule-writing.ts";

const titles = "sr sra srta dr dra ud uds d dña exmo sig sigg dott avv ing prof mlle mme mgr st ste éd cf";
const beforeNumbers = "núm nº n° art arts p pp pág págs pag vol fig cap chap al";

/** French, Spanish, Italian, Portuguese and Catalan share most of their abbreviations. */
export const romance: LanguageRule = {
	name: "Romance",
	rules: [
		keep(`${wordStart}(?:${anyCase(titles)}|MM?)\\.`, "\\s"),
		keep(`${wordStart}(?:${anyCase(beforeNumbers)})\\.`, "\\s+[0-9]"),
	],
};
