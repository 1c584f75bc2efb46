/** Which repeats are a machine's, and how sure that is. */
import {
	callsAndSounds,
	doubledNames,
	finiteVerbs,
	functionWords,
	insisting,
	isJoinedOnPurpose,
	mayGoOn,
	pronouns,
	touchingOnPurpose,
} from "./deliberate.ts";
import type { Repeat } from "./find-repeats.ts";
import { isSyllable } from "./pinyin-words.ts";
import type { RunningWord } from "./running-words.ts";
import type { SourceRepeat } from "./source-repeats.ts";

export interface RepeatPlace {
	readonly text: string;
	readonly words: readonly RunningWord[];
	/** What the source says twice; null where there is no source to ask. */
	readonly source: readonly SourceRepeat[] | null;
}

export type RepeatJudgement = "major" | "minor" | null;

/** Of the places where the stretch may be taken to begin, the one after a mark of punctuation. */
export function settle(repeat: Repeat, place: RepeatPlace): Repeat {
	for (let later = 0; later <= repeat.slack; later += 1) {
		if (gapBefore(place, repeat.again + later).trim() === "") continue;
		return { ...repeat, from: repeat.from + later, again: repeat.again + later, slack: 0 };
	}
	return repeat;
}

/** So many in a row are a machine that no longer stops. */
export function isLoop({ size, times }: Repeat): boolean {
	return times >= (size === 1 ? 4 : 3) && size * times >= leastLoop;
}

/** Words of the shortest loop. */
const leastLoop = 4;

export function judgeRepeat(repeat: Repeat, place: RepeatPlace): RepeatJudgement {
	const stretch = place.words.slice(repeat.from, repeat.from + repeat.size).map(({ word }) => word);
	if (!stretch.some((word) => /\p{L}/u.test(word))) return null; // columns of figures
	if (!hasSameMarks(repeat, place)) return null;
	const between = gapBefore(place, repeat.again);
	if (!/^[\s,;.!?…—–\-"'“”‘’#]*$/u.test(between) || /[\n\t]/u.test(between)) return null; // a list, a gloss in brackets
	const judged =
		repeat.joiner !== ""
			? judgeJoined(repeat, stretch, place)
			: /^\s*$/u.test(between)
				? judgeTouching(repeat, stretch, place)
				: judgeApart(repeat, stretch, place);
	return judged !== null && sourceSaysTwice(repeat, place) ? null : judged;
}

/** Both have the same punctuation inside. */
function hasSameMarks({ from, again, size }: Repeat, place: RepeatPlace): boolean {
	for (let n = 1; n < size; n += 1)
		if (gapBefore(place, from + n).trim() !== gapBefore(place, again + n).trim()) return false;
	return true;
}

function gapBefore({ text, words }: RepeatPlace, at: number): string {
	return text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0);
}

/** X and X. */
function judgeJoined(repeat: Repeat, stretch: readonly string[], place: RepeatPlace): RepeatJudgement {
	const [first = ""] = stretch;
	const end = repeat.again + repeat.size;
	const after = isBounded(place, end) ? "" : (place.words[end]?.word ?? "");
	if (stretch.every((word) => isJoinedOnPurpose(word) || word === "and")) return null;
	if (stretch.every((word) => functionWords.has(word)))
		return finiteVerbs.has(after) || stretch.every((word) => pronouns.has(word)) ? null : "minor";
	const isSubject = opensClause(repeat, place);
	if (after !== "" && /[,;]/u.test(gapBefore(place, repeat.again - 1)))
		return stretch.length > 5 ? "minor" : null; // a clause of its own begins: he sings, and he sings well
	if (finiteVerbs.has(after) && !isSubject) return "minor";
	if (stretch.length > 1) return "major";
	const before = place.words[repeat.from - 1]?.word ?? "";
	if (
		narrowing.has(after) &&
		!isSubject &&
		!functionWords.has(before) &&
		place.words[end + 1]?.word !== first
	)
		return "minor"; // aged patients and patients with a cough
	if (isBetween(repeat, place) || first === "johnson") return null;
	if (mayGoOn(first) || /^\d/u.test(first)) return "minor";
	const isCompound = after !== "" && !functionWords.has(after) && !/(?:s|ed|ing|ly)$/u.test(first);
	return isCompound ? "minor" : "major"; // trade and trade unions
}

const narrowing: ReadonlySet<string> = new Set(
	"with without who whose which that where by from under".split(" "),
);

/** Whether punctuation or an end of the text stands before the word. */
function isBounded(place: RepeatPlace, at: number): boolean {
	return at <= 0 || at >= place.words.length || /[^\s"'“”‘’]/u.test(gapBefore(place, at));
}

/** Words that may stand before a noun and leave it the clause's first. */
const mostBefore = 2;

/** The stretch stands so near to the start of its clause that no verb goes before it. */
function opensClause({ from }: Repeat, place: RepeatPlace): boolean {
	for (let back = 0; back <= mostBefore; back += 1) if (isBounded(place, from - back)) return true;
	return false;
}

/** Between man and man, from house to house and house to house. */
function isBetween({ from }: Repeat, { words }: RepeatPlace): boolean {
	return [1, 2].some((back) => words[from - back]?.word === "between");
}

const ofTwo: ReadonlySet<string> = new Set("to by after for upon on in".split(" "));

/** The the. */
function judgeTouching(repeat: Repeat, stretch: readonly string[], place: RepeatPlace): RepeatJudgement {
	const [first = ""] = stretch;
	const forms = [repeat.from, repeat.again].map((at) => form(place, at));
	const isName = forms.every((written) => /^\p{Lu}/u.test(written));
	const capitals = stretch.every((_, n) => /^\p{Lu}/u.test(form(place, repeat.from + n)));
	if (stretch.length > 1 && capitals) return "minor"; // a headline and what follows: … Evening News Evening News, 3 May
	if (stretch.length === 2 && ofTwo.has(stretch[1] ?? "")) return "minor"; // from time to time to
	if (stretch.length > 1) return "major";
	const isCall = [repeat.from, repeat.again + repeat.size * (repeat.times - 1)].some((at) =>
		isBounded(place, at),
	);
	if (isCall && callsAndSounds.has(first)) return null;
	if (touchingOnPurpose.has(first) || (isName && doubledNames.has(first))) return null;
	if (/^\d/u.test(first)) return null;
	const shouted = forms.map((written) => written.length > 1 && written === written.toUpperCase());
	if (shouted[0] !== shouted[1]) return null; // Omega OMEGA
	if (isName && isSyllable(first)) return null; // Han Han, Lan Lan
	if (first.length === 1 && !functionWords.has(first)) return null;
	return isName && !functionWords.has(first) ? "minor" : "major";
}

const form = ({ text, words }: RepeatPlace, at: number): string =>
	text.slice(words[at]?.start ?? 0, words[at]?.end ?? 0);

/** X, X: with a comma, a dash or the end of a sentence between. Often the next clause just begins with the last word. */
function judgeApart(repeat: Repeat, stretch: readonly string[], place: RepeatPlace): RepeatJudgement {
	const content = stretch.filter((word) => !functionWords.has(word) && !insisting.has(word));
	const end = repeat.again + repeat.size * (repeat.times - 1);
	if (content.length === 0) return null;
	if (!/^\s*,\s*$/u.test(gapBefore(place, repeat.again)))
		return isBounded(place, repeat.from) && isBounded(place, end)
			? stretch.length < 3
				? "minor"
				: "major"
			: null;
	if (stretch.length > 4) return "major";
	if (!isBounded(place, end)) return null;
	if (stretch.length === 1) return repeat.times > 2 || place.source === null ? null : "minor";
	return stretch.length < 4 ? "minor" : "major";
}

/** How far a translation may move what is said twice, in shares of the text. */
const reach = 0.3;

/** It says something twice near the same place; a single character twice is a name here, or nothing: 韩韩, 谢谢. */
function sourceSaysTwice(repeat: Repeat, place: RepeatPlace): boolean {
	const { text, words, source } = place;
	if (source === null) return false;
	const middle = ((words[repeat.again]?.start ?? 0) + 0.5) / Math.max(1, text.length);
	const isName = repeat.size === 1 && repeat.joiner === "" && /^\p{Lu}/u.test(form(place, repeat.again));
	return source.some(
		({ from, to, size }) =>
			from - reach < middle && middle < to + reach && repeat.size <= size + 2 && (size > 1 || isName),
	);
}
