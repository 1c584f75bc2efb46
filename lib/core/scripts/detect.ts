/** Which script a Chinese text is written in, and how sure that is. */
import { scriptCharacters } from "../text/detect-language.ts";

export type ChineseScript = "zh-Hans" | "zh-Hant";

export interface DetectedScript {
	/** Null where no character says it: no Chinese, or only characters that both scripts share. */
	readonly script: ChineseScript | null;
	/** Characters of one script only. */
	readonly simplified: number;
	readonly traditional: number;
	/** 0–1: the lower bound (Wilson, 95 %) of the share that the script's characters have; half is no more than a guess. */
	readonly certainty: number;
	/** Both scripts are really there, more than a slip here and there. */
	readonly mixed: boolean;
}

/** From this share on, the other script is no slip: texts converted by machine leave less than one in fifty. */
const mixedShare = 0.1;
/** Fewer than this many characters of the other script may be a name or a quotation. */
const fewestMixed = 3;

/** Reads the whole text: a long document may change its script half way. */
export function detectScript(text: string): DetectedScript {
	let simplified = 0;
	let traditional = 0;
	for (const character of text) {
		if (scriptCharacters.simplified.has(character)) simplified += 1;
		else if (scriptCharacters.traditional.has(character)) traditional += 1;
	}
	const all = simplified + traditional;
	if (all === 0) return { script: null, simplified, traditional, certainty: 0, mixed: false };
	const other = Math.min(simplified, traditional);
	return {
		script: traditional > simplified ? "zh-Hant" : "zh-Hans",
		simplified,
		traditional,
		certainty: lowerBound(all - other, all),
		mixed: other >= fewestMixed && other / all >= mixedShare,
	};
}

/** The script that a language tag names; null for a tag that leaves it open (`zh`) or is of another language. */
export function scriptOf(language: string): ChineseScript | null {
	if (/^zh-(hant|tw|hk|mo)\b/iu.test(language)) return "zh-Hant";
	return /^zh-(hans|cn|sg|my)\b/iu.test(language) ? "zh-Hans" : null;
}

/** Wilson, E. B. (1927), score interval. */
function lowerBound(successes: number, trials: number): number {
	const z = 1.96;
	const share = successes / trials;
	const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
	return (share + (z * z) / (2 * trials) - spread) / (1 + (z * z) / trials);
}
