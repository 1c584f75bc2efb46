import { isEnglish } from "../../text/language.ts";
import type { Fault, PassageCheck } from "../contract.ts";
import { callsAndSounds, insisting, touchingOnPurpose } from "../drafts/deliberate.ts";
import { findRepeats } from "../drafts/find-repeats.ts";
import { isLoop } from "../drafts/judge-repeat.ts";
import { runningWords } from "../drafts/running-words.ts";

/** The output of a machine that no longer stops: the same words again and again in a row. */
export const loop = {
	id: "loop",
	severity: "critical",
	mqm: "linguistic-conventions/unintelligible",
	keys: ["loop"],
	concerns: ({ sides, targetLanguage }) => sides.target && isEnglish(targetLanguage),
	checkPassage({ source, target }) {
		if (source.some(({ text }) => goesRound.test(text))) return [];
		return target.flatMap(({ id, text }) => [...wordLoops(id, text), ...letterLoops(id, text)]);
	},
} as const satisfies PassageCheck;

/** The source goes round itself: 加油加油加油. */
const goesRound = /(\p{L}{1,12})(?:[\s\p{P}]{0,3}\1){2}/u;

function wordLoops(segment: string, text: string): Fault[] {
	const words = runningWords(text);
	return findRepeats(words).flatMap((repeat): Fault[] => {
		const { from, size, again, times } = repeat;
		if (!isLoop(repeat)) return [];
		const stretch = words.slice(from, from + size).map(({ word }) => word);
		const isMeant = stretch.every(
			(word) => insisting.has(word) || touchingOnPurpose.has(word) || callsAndSounds.has(word),
		);
		const start = words[from]?.start ?? 0;
		const end = words[again + size * (times - 1) - 1]?.end ?? text.length;
		const isList = /[\n\t|•]/u.test(text.slice(start, end));
		if (isMeant || isList || !stretch.some((word) => /\p{L}{2}/u.test(word))) return [];
		const repeated = text.slice(start, words[from + size - 1]?.end);
		return [fault(segment, start, end, repeated, times)];
	});
}

/** Words of so many letters are looked at, and no further into one. */
const longWord = /[\p{L}\p{N}]{16,400}/gu;
const letters = /(\p{L}{3,8}?)\1{3,}/u;

/** Without spaces between: thethethethethe. */
function letterLoops(segment: string, text: string): Fault[] {
	return Array.from(text.matchAll(longWord)).flatMap(({ 0: word, index }): Fault[] => {
		const found = letters.exec(word);
		const [all = "", part = ""] = found ?? [];
		if (found === null || /^(?:h[ae]|(.)\1*$)/iu.test(part)) return [];
		const start = index + found.index;
		return [fault(segment, start, start + all.length, part, all.length / part.length)];
	});
}

const fault = (segment: string, start: number, end: number, repeated: string, times: number): Fault => ({
	side: "target",
	segment,
	start,
	end,
	key: "loop",
	values: { repeated, times },
	fix: null,
});
