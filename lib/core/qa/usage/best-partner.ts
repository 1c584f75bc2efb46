/** Which English phrase stands for a Chinese one: by the passages they share, and by the dictionary where one is at hand. */
import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import { glossaryOf, isAllGlossed, isAllWords, shareGlossed, startOf } from "./glossed.ts";
import { looseWords } from "./loose-words.ts";

/** Fewer passages say nothing of what is usual; in one of them it may be said otherwise. */
export const leastPassages = 4;
/** Of the passages that have the Chinese phrase so many must have the English one: three of four. */
const leastShare = 0.75;
/** What stands in many passages beside is a word of its own, unless it is so many times more frequent in these. */
const leastPrecision = 0.5;
const leastLift = 20;
const surelyShare = 0.95;
/** Characters of a source that is more than a word, so that several English words are needed. */
export const surelyPhrase = 3;
/** Two phrases that fit as well as this share of each other cannot be told apart. */
export const hardlyLess = 0.95;
/** What no word of is in the dictionary's entry counts this much of what is in it. */
const leastSupport = 0.4;
/** Of more words the dictionary has so many, for a source that it knows; of those that “of” and “and” tie on, more. */
const halfOfIt = 0.5;
const mostOfIt = 0.6;
/** In so many of its passages another Chinese word says it. */
const mostlyElsewhere = 0.5;

export interface Partner {
	readonly target: string;
	/** From 0 to 1: Dice's coefficient, less where passages with the Chinese phrase lack the English one. */
	readonly likeness: number;
}

/** What is known of the passages: their Chinese words, the English phrases that recur in each, and where those stand. */
export interface Ground {
	readonly words: readonly (readonly (string | null)[])[];
	readonly phrases: readonly (readonly string[])[];
	readonly targets: ReadonlyMap<string, readonly number[]>;
	readonly lexicon: Lexicon | null;
	isName(target: string): boolean;
	isNoun(target: string): boolean;
}

/** Null where nothing stands for it, or two things do as well. */
export function bestPartner(source: string, places: readonly number[], ground: Ground): Partner | null {
	const counts = new Map<string, number>();
	for (const at of places)
		for (const target of ground.phrases[at] ?? []) counts.set(target, (counts.get(target) ?? 0) + 1);
	const good = goodPartners(counts, places, ground)
		.map((one) => ({ ...one, likeness: one.likeness * supportOf(one.target, source, ground) }))
		.toSorted((one, other) => other.likeness - one.likeness || other.target.length - one.target.length);
	const best = good.find(({ target }) => !isElsewhere(target, source, places, ground));
	if (!best) return null;
	const words = new Set(best.target.split(" "));
	const rival = good.find(
		({ target, likeness }) =>
			likeness > best.likeness * hardlyLess &&
			!target.split(" ").some((word) => words.has(word)) &&
			!(
				source.length >= surelyPhrase &&
				good.some(
					(whole) =>
						whole.target === `${best.target} ${target}` || whole.target === `${target} ${best.target}`,
				)
			) &&
			!isElsewhere(target, source, places, ground),
	);
	return rival ? null : wholePhrase(best, good, counts, source, places, ground);
}

/** Numbers of things are not their names: the 12th congress. */
const ordinal = /\b\d+(?:st|nd|rd|th)\b/;

/** By how much more likely a rendering is for the words of it that the dictionary has for the source. */
const supportOf = (target: string, source: string, { lexicon }: Ground): number =>
	leastSupport + (shareGlossed(source, target, lexicon) ?? 1) * (1 - leastSupport);

function goodPartners(
	counts: ReadonlyMap<string, number>,
	places: readonly number[],
	{ phrases, targets }: Ground,
): Partner[] {
	const good: Partner[] = [];
	for (const [target, count] of counts) {
		if (count < leastPassages - 1 || count < places.length * leastShare || ordinal.test(target)) continue;
		const everywhere = targets.get(target)?.length ?? count;
		const lift = (count * phrases.length) / (places.length * everywhere);
		const share = count / places.length;
		if (count < everywhere * leastPrecision && (lift < leastLift || count < places.length * surelyShare - 1))
			continue;
		good.push({ target, likeness: (share * share * 2 * count) / (places.length + everywhere) });
	}
	return good;
}

/** A word of it is what another Chinese word beside is called: the professor in “Professor Nakamura” for 中村. */
function isElsewhere(
	target: string,
	source: string,
	places: readonly number[],
	{ words, lexicon }: Ground,
): boolean {
	if (!lexicon) return false;
	const glossary = glossaryOf(lexicon);
	const own = glossary(source);
	const foreign = target.split(" ").filter((stem) => !looseWords.has(stem) && !own?.has(startOf(stem)));
	return foreign.some((stem) => {
		const others = places.filter((at) =>
			words[at]?.some(
				(word) =>
					word !== null && word.length > 1 && !source.includes(word) && glossary(word)?.has(startOf(stem)),
			),
		);
		return others.length > places.length * mostlyElsewhere;
	});
}

/** All the words of a phrase, “International Department” and not “Department”, though one of them be said otherwise. */
function wholePhrase(
	best: Partner,
	others: readonly Partner[],
	counts: ReadonlyMap<string, number>,
	source: string,
	places: readonly number[],
	ground: Ground,
): Partner {
	const { isName, isNoun } = ground;
	const count = counts.get(best.target) ?? 0;
	const isKnown = ground.lexicon !== null && isAllWords(source, ground.lexicon);
	const isWhole = (target: string) =>
		isKnown && ground.lexicon !== null && isAllGlossed(source, target, ground.lexicon);
	const isMine = (target: string) =>
		!isKnown ||
		(shareGlossed(source, target, ground.lexicon) ?? 1) >= (hasLoose(target) ? mostOfIt : halfOfIt);
	return others.reduce(
		(whole, one) =>
			one.target.length > whole.target.length &&
			isIn(best.target, one.target) &&
			(counts.get(one.target) ?? 0) >= count * leastShare &&
			isMine(one.target) &&
			!(isWhole(whole.target) && !isWhole(one.target)) &&
			(isName(one.target) ||
				(isNoun(one.target) && (source.length >= surelyPhrase || isEntirely(source, one.target, ground)))) &&
			!isElsewhere(one.target, source, places, ground)
				? one
				: whole,
		best,
	);
}

const hasLoose = (target: string) => target.split(" ").some((stem) => looseWords.has(stem));

const isIn = (part: string, whole: string) => ` ${whole} `.includes(` ${part} `);

/** All that the words of a short source are called, and nothing between. */
const isEntirely = (source: string, target: string, { lexicon }: Ground) =>
	!hasLoose(target) && shareGlossed(source, target, lexicon) === 1;
