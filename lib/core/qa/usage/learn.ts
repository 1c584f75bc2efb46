/**
 * Learns from all passages of a document which English phrase usually stands where a Chinese one does: by how much
 * their passages are the same ones (Dice's coefficient), as for the extraction of terms from parallel texts.
 */
import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import type { CheckedPassage } from "../contract.ts";
import { bestPartner, type Ground, leastPassages, surelyPhrase } from "./best-partner.ts";
import { type Capitals, capitalsAmong } from "./capitals.ts";
import { chineseWords, longestSource } from "./chinese-words.ts";
import { isCut } from "./cut.ts";
import { type EnglishWord, englishWords } from "./english-words.ts";
import { generalWords } from "./general-words.ts";
import { isAllGlossed, isAllWords, shareGlossed } from "./glossed.ts";
import { joined } from "./joined.ts";
import { looseWords } from "./loose-words.ts";
import { nounsAmong } from "./nouns.ts";
import { recurringPhrases } from "./phrases.ts";
import { type Learned, mostlyInside, sourceCharacters, withoutParts, withoutRivals } from "./rivals.ts";
import type { UsualRendering } from "./usage.ts";

/** In words. */
const sourceLengths = { shortest: 1, longest: longestSource };
const targetLengths = { shortest: 1, longest: 5 };
/** So many passages show a rendering that no dictionary has. */
const plainlyMany = 6;
/** So many show what an everyday word is called. */
const ratherMany = 8;
/** So many show one that a dictionary would not have guessed. */
const overwhelminglyMany = 12;

/** Of what a source is called the dictionary has so much, where it has all of its words; less of a compound. */
const mostOfIt = 0.7;
const halfOfIt = 0.5;

/** What no name or term begins with, and what none ends with. */
const looseStarts = new Set(
	"的了是在和与及或也都就不而又但并被把从这那其之他她我你们它很还没已则吗呢吧啊呀嘛么您咱哪谁且若跟亿万千百几两每该请",
);
const looseEnds = new Set(
	"的了是在和与及或也都就不而又但并被把从对向于以等着过这那其之他她我你们它个很为让还给可没如因已将则只吗呢吧啊呀嘛么您咱哪谁且若跟同亿万千百几两每",
);

export function learnRenderings(
	passages: readonly CheckedPassage[],
	lexicon: Lexicon | null,
): UsualRendering[] {
	const both = passages.filter(({ source, target }) => source.length > 0 && target.length > 0);
	const english = both.map(({ target }) => englishWords(joined(target)));
	const words = both.map(wordUnits);
	const sources = recurringPhrases(words, sourceLengths, leastPassages, "");
	const targets = recurringPhrases(english.map(stemUnits), targetLengths, leastPassages - 1, " ");
	const phrases: string[][] = both.map(() => []);
	for (const [phrase, places] of targets)
		if (isWhole(phrase.split(" "))) for (const at of places) phrases[at]?.push(phrase);
	const capitals = capitalsAmong(english, targets);
	const isNoun = nounsAmong(english, lexicon);
	const ground = { words, phrases, targets, lexicon, isName: capitals.isName, isNoun };
	const terms: Learned[] = [];
	const everyday: Learned[] = [];
	const parts = hardlyApart(sources);
	for (const [source, places] of sources) {
		if (parts.has(source) || !isWholeSource(source)) continue;
		const best = bestPartner(source, places, ground);
		if (!best) continue;
		const one = { source, ...best };
		if (isEveryday(source, best.target, capitals)) {
			if (isSureEveryday(one, places.length, ground)) everyday.push(one);
		} else if (isTerm(one, places, ground)) terms.push(one);
	}
	return [
		...written(withoutRivals(withoutParts(terms, sources), sources), english, both),
		...written(withoutRivals(everyday, sources), english, both).map(({ source, rendering }) => ({
			source,
			rendering: rendering.toLowerCase(),
		})),
	];
}

/** A noun or a name, whole, and seen often enough for what the dictionary says of it. */
function isTerm(
	one: Learned,
	places: readonly number[],
	{ words, lexicon, isName, isNoun }: Ground,
): boolean {
	const { source, target } = one;
	if (!(isName(target) || isNoun(target) || isEntry(source, target, lexicon))) return false;
	if (places.length < leastFor(source, target, isName(target), lexicon)) return false;
	if (isGeneral(target) && !isFixed(one, places.length, lexicon)) return false;
	const here = places.map((at) => words[at] ?? []);
	return !isCut(source, here, lexicon);
}

const isGeneral = (target: string): boolean => target.split(" ").every((stem) => generalWords.has(stem));

/** General words make a term where several always stand together for all that the Chinese ones mean. */
const isFixed = ({ source, target }: Learned, times: number, lexicon: Lexicon | null): boolean =>
	lexicon !== null && target.includes(" ") && times >= plainlyMany && isAllGlossed(source, target, lexicon);

/** A noun that the dictionary has for it, which many passages show. */
const isSureEveryday = (
	{ source, target }: Learned,
	times: number,
	{ lexicon, isName, isNoun }: Ground,
): boolean =>
	lexicon !== null &&
	times >= ratherMany &&
	!isName(target) &&
	isNoun(target) &&
	!isGeneral(target) &&
	shareGlossed(source, target, lexicon) === 1;

/** The dictionary has the source, longer than most words that are verbs as well, and as this. */
const isEntry = (source: string, target: string, lexicon: Lexicon | null): boolean =>
	source.length >= surelyPhrase &&
	lexicon?.heads.numbers.has(source) === true &&
	shareGlossed(source, target, lexicon) === 1;

/** How many passages show that a rendering is no chance: fewer where the dictionary says so too. */
function leastFor(source: string, target: string, isName: boolean, lexicon: Lexicon | null): number {
	if (!lexicon) return leastPassages;
	const share = shareGlossed(source, target, lexicon);
	if (share === null) return isName ? leastPassages : plainlyMany;
	if (share * 3 < 1) return overwhelminglyMany;
	const wanted = isName || lexicon.heads.numbers.has(source) ? mostOfIt : halfOfIt;
	return share < wanted && isAllWords(source, lexicon) ? plainlyMany : leastPassages;
}

const isWholeSource = (source: string): boolean =>
	source.length >= sourceCharacters.shortest &&
	source.length <= sourceCharacters.longest &&
	!looseStarts.has(source.charAt(0)) &&
	!looseEnds.has(source.slice(-1)) &&
	!/^[一二三四五六七八九十]+$/u.test(source);

/**
 * A short word that is one small word in English is said otherwise as the sentence wants: 理论 is a theory, or arguing,
 * and 部门 a department also where most of them are Departments.
 */
const isEveryday = (source: string, target: string, { isName, isAlsoSmall }: Capitals): boolean =>
	source.length < surelyPhrase && !target.includes(" ") && (!isName(target) || isAlsoSmall(target));

/** Pieces of words and set phrases: what hardly stands without the same character before or after it. */
function hardlyApart(sources: ReadonlyMap<string, readonly number[]>): Set<string> {
	const parts = new Set<string>();
	for (const [long, { length }] of sources) {
		for (let at = 1; at < long.length; at += 1) {
			const [start, rest] = [long.slice(0, at), long.slice(at)];
			if (!looseEnds.has(start) && isMostlyIn(rest, length, sources)) parts.add(rest);
			if (!looseEnds.has(rest) && isMostlyIn(start, length, sources)) parts.add(start);
		}
	}
	return parts;
}

const isMostlyIn = (part: string, times: number, sources: ReadonlyMap<string, readonly number[]>): boolean =>
	times >= (sources.get(part)?.length ?? Number.POSITIVE_INFINITY) * mostlyInside;

const isWhole = (words: readonly string[]) =>
	!looseWords.has(words[0] ?? "") && !looseWords.has(words.at(-1) ?? "");

const wordUnits = ({ source }: CheckedPassage) =>
	chineseWords(joined(source)).map((word) => word?.text ?? null);

const stemUnits = (words: readonly EnglishWord[]): (string | null)[] =>
	words.flatMap(({ stem, parted }) => (parted ? [null, stem] : [stem]));

/** With each English phrase as it is mostly written. */
function written(
	found: readonly Learned[],
	english: readonly (readonly EnglishWord[])[],
	passages: readonly CheckedPassage[],
): UsualRendering[] {
	const wanted = new Set(found.map(({ target }) => target));
	const forms = new Map<string, Map<string, number>>();
	for (const [at, words] of english.entries()) {
		const text = joined(passages[at]?.target ?? []);
		for (let start = 0; start < words.length; start += 1) {
			let phrase = "";
			for (let end = start; end < Math.min(words.length, start + targetLengths.longest); end += 1) {
				const word = words[end];
				if (!word || (end > start && word.parted)) break;
				phrase += end === start ? word.stem : ` ${word.stem}`;
				if (!wanted.has(phrase)) continue;
				const form = text.slice(words[start]?.start, word.end);
				const counts = forms.get(phrase) ?? new Map<string, number>();
				forms.set(phrase, counts.set(form, (counts.get(form) ?? 0) + 1));
			}
		}
	}
	return found.map(({ source, target }) => ({
		source,
		rendering: mostFrequent(forms.get(target)) ?? target,
	}));
}

export function mostFrequent(counts: ReadonlyMap<string, number> | undefined): string | undefined {
	let best: readonly [string, number] | undefined;
	for (const entry of counts ?? []) if (!best || entry[1] > best[1]) best = entry;
	return best?.[0];
}
