/** Whether the words of a rendering say it though they do not stand side by side: cooperation that is international. */
import type { EnglishWord } from "./english-words.ts";
import { determiners, looseWords } from "./loose-words.ts";

/** Shorter words say nothing of their own. */
const shortestWord = 3;
/** So many more words than a term has may stand between its own. */
const mostBetween = 2;
/** Words that share this much of the shorter one's first letters are taken for forms of one: economy, economic. */
const commonStart = 0.7;
const leastStart = 4;

/** `wanted` are the stems of a rendering. */
export function areNear(wanted: readonly string[], words: readonly EnglishWord[]): boolean {
	const long = wanted.filter((one) => one.length >= shortestWord);
	const places = long.map((one) => words.flatMap(({ stem }, at) => (isSameWord(one, stem) ? [at] : [])));
	const reach = wanted.length + mostBetween;
	return (places[0] ?? []).some((from) =>
		places.every((at) => at.some((place) => Math.abs(place - from) <= reach && areTied(from, place, words))),
	);
}

/**
 * Not with another phrase begun between them: “Internet security is an insurance”, “the award ceremony and the opening
 * of”, “insuring an Internet contract”.
 */
function areTied(first: number, place: number, words: readonly EnglishWord[]): boolean {
	if (place >= first) return !words.slice(first + 1, place).some((_, i) => isBegun(first + 1 + i, words));
	let before = first - 1;
	while (before > place && determiners.has(small(words[before]))) before -= 1;
	const link = small(words[before]);
	if (before > place && (link === "and" || link === "or")) return false;
	return (before > place && looseWords.has(link)) || isEnd(first, words);
}

/** A determiner that nothing ties to what stands before. */
const isBegun = (at: number, words: readonly EnglishWord[]): boolean =>
	determiners.has(small(words[at])) && small(words[at]) !== "of" && !ties.has(small(words[at - 1]));

const ties = new Set(["of", "for", "in", "on", "at", "to", "by", "from", "with", "and", "or", "all"]);

function isEnd(at: number, words: readonly EnglishWord[]): boolean {
	const next = words[at + 1];
	return !next || next.parted || looseWords.has(small(next));
}

const small = (word: EnglishWord | undefined): string => word?.text.toLowerCase() ?? "";

/** Forms of one word, and people, who are several persons. */
export function isSameWord(one: string, other: string): boolean {
	if (one === "person" && other === "peopl") return true;
	if (isDoer(one) !== isDoer(other)) return false;
	if (
		one.length >= 3 &&
		other.startsWith(one) &&
		/^(?:istic|al|ial|ic|y|ish|ful|an|ian|ese)$/.test(other.slice(one.length))
	)
		return true;
	const least = Math.max(leastStart, Math.ceil(Math.min(one.length, other.length) * commonStart));
	return (
		one === other || (other.length >= least && one.length >= least && one.startsWith(other.slice(0, least)))
	);
}

/** A teacher is not the teaching. */
const isDoer = (stem: string) => stem.length > 5 && /(?:er|or|ist)$/.test(stem);
