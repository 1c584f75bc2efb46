/** Chinese characters in an English text, and whether they were left there on purpose. */
import type { Severity } from "../contract.ts";
import { plainPinyin, syllableCounts } from "./pinyin-words.ts";

export interface LeftOver {
	readonly start: number;
	readonly end: number;
	readonly severity: Severity;
}

/** Signs that Unicode counts with Han and that people use as bars, noughts and repetition marks are no characters. */
const han = "[[\\p{Script=Han}]--[丨〇々〻〆㐅\\u2E80-\\u2FDF\\u3007]]";
const run = new RegExp(`${han}(?:[\\s·、，。！？：；“”‘’《》〈〉【】（）…—]{0,3}${han})*`, "gv");

export function leftOverHan(text: string): LeftOver[] {
	return Array.from(text.matchAll(run), (match) => ({
		start: match.index,
		end: match.index + match[0].length,
	})).flatMap(({ start, end }): LeftOver[] => {
		const severity = judge(text, start, end);
		return severity === null ? [] : [{ start, end, severity }];
	});
}

/** Characters of the text around that are looked at. */
const near = 60;
const glossed = /^[\s”"’']{0,3}[（([【]\s*["“‘']?\p{Script=Latin}/u;
const explained =
	/^[”"’'\s]{0,3}(?:,\s*|[-–—]\s*)?(?:means?|meaning|literally|pronounced|i\.e\.|which means)\b/u;
/** The character 福, the word “福”. */
const spoken =
	/\b(?:characters?|ideograms?|words?|radicals?|surnamed?|written|pronounced|reads?|homophones?|idioms?|phrases?|expressions?|inscriptions?|calligraphy|strokes?|saying|Chinese:|pinyin:)\s*(?:(?:of|as|for|and|or|is|in|the|like|called)\s+){0,2}[:“"‘'«(]{0,2}\s*$/iu;
const spokenNearby =
	/\b(?:characters?|words?|written|pronounced|reads?|means?|meaning|idioms?|phrases?|terms?|Chinese|stands for)\b/iu;

function judge(text: string, start: number, end: number): Severity | null {
	const before = text.slice(Math.max(0, start - near), start);
	const after = text.slice(end, end + near);
	if (glossed.test(after) || explained.test(after) || spoken.test(before)) return null;
	if (isGloss(before, after)) return null;
	const words = wordsOfItsName(before, text.slice(start, end));
	if (words > 0) return words > 1 ? null : "minor";
	if (/["“‘'「『]\s*$/u.test(before) && /^\s*["”’'」』]/u.test(after))
		return spokenNearby.test(before) || spokenNearby.test(after) ? null : "minor";
	return "major";
}

/** Huawei (华为), Huawei (Chinese: 华为; pinyin: Huáwéi): nothing in the brackets that belongs to the sentence. */
function isGloss(before: string, after: string): boolean {
	const opened = /\p{L}[”"’'»]?\s?[（([]([^()（）[\]]*)$/u.exec(before);
	const closed = /^([^()（）[\]]*)[）)\]]/u.exec(after);
	if (opened === null || closed === null) return false;
	const inside = `${opened[1]} ${closed[1]}`.replaceAll(remarks, " ").match(/\p{Script=Latin}+/gu) ?? [];
	return inside.every((word) => /^\p{Lu}/u.test(word) || syllableCounts(plainPinyin(word)).size > 0);
}

const remarks =
	/\b(?:in|simplified|traditional|chinese|pinyin|lit|literally|also|known|as|or|and|born|abbreviated|hereinafter)\b/giu;

/**
 * Zhu Xi 朱熹: as books about China write names, as many syllables as characters. One word may be one by chance. In
 * how many words the name is written; 0 for none.
 */
function wordsOfItsName(before: string, characters: string): number {
	const words = /(?:\p{Lu}[\p{L}\p{M}'’-]*\s+){1,4}$/u.exec(before)?.[0].trim().split(/\s+/u) ?? [];
	const size = [...characters].length;
	for (let count = words.length; count > 0; count -= 1)
		if (syllableCounts(plainPinyin(words.slice(-count).join(""))).has(size)) return count;
	return 0;
}
