/** Sentences of a rendering that nothing in its source says, and renderings that add them as a manner. */
import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import type { CheckedPassage } from "../contract.ts";
import { mayBeAdded, signsOfTarget } from "./alone.ts";
import { inventedSentences, weigh } from "./alone-weights.ts";
import { type SentencePlace, sentencePlaces } from "./sentence-places.ts";

/**
 * Logarithms of the odds from which on a sentence is called added, and perhaps added. Translators add more often than
 * they leave out, so it takes more than a missing sentence does.
 */
const added = 0;
const perhaps = -1;

/** Where the lengths fit so much worse without it, by the logarithm of how likely they are, it is no addition. */
const worseWithout = -2;
/** Letters of a sentence that says something of its own. */
const leastLetters = 22;

export interface Invented extends SentencePlace {
	/** Not only perhaps. */
	readonly sure: boolean;
}

export function inventedIn(
	{ source, target }: CheckedPassage,
	language: string,
	lexicon: Lexicon | null,
): Invented[] {
	const original = source.map(({ text }) => text).join("");
	if (lexicon === null || original.trim() === "") return [];
	const sentences = sentencePlaces(target, language);
	if (sentences.length < 2) return [];
	const texts = sentences.map(({ text }) => text);
	if (!mayBeAdded(texts, original, { letters: leastLetters, rest: worseWithout })) return [];
	const signs = signsOfTarget(texts, original, lexicon) ?? [];
	return sentences.flatMap((sentence, n) => {
		const here = signs[n];
		if (here === undefined || here.letters < leastLetters) return [];
		const odds = weigh(here, inventedSentences);
		return odds < perhaps || here.rest < worseWithout ? [] : [{ ...sentence, sure: odds >= added }];
	});
}

/** So many passages, from all over the document, show how it is rendered. */
const mostHeard = 400;
/** Passages with a sentence that nothing in the source says: fewer, or a smaller share, are slips. */
const leastAdding = 5;
const leastShare = 0.05;

/** Whether so many passages say more than their source that it must be the translator's manner, as in novels. */
export function isFree(passages: readonly CheckedPassage[], lexicon: Lexicon): boolean {
	const paired = passages.filter(({ source, target }) => source.length > 0 && target.length > 0);
	const step = Math.max(1, Math.ceil(paired.length / mostHeard));
	const heard = paired.filter((_, at) => at % step === 0);
	const adding = heard.filter((passage) => inventedIn(passage, "en", lexicon).length > 0).length;
	return adding >= leastAdding && adding >= heard.length * leastShare;
}
