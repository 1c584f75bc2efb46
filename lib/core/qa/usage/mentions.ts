/** What a passage calls what the document has a usual name for. */
import { type Lexicon, partOfSpeech } from "../../align/lexicon/lexicon.ts";
import type { CheckedPassage, CheckedSegment, Knowledge, Mention } from "../contract.ts";
import { type EnglishWord, englishWords } from "./english-words.ts";
import { isEverydayWord, otherNoun } from "./everyday.ts";
import { isExchanged } from "./exchanged.ts";
import { type FoundPhrase, phrasesIn } from "./found-phrases.ts";
import { isGlossed } from "./glossed.ts";
import { areNear } from "./near.ts";
import { isProper } from "./proper.ts";
import type { Usage, UsualRendering } from "./usage.ts";
import { wordsBeside } from "./words-beside.ts";

/** The value of a mention where none of the usual renderings stands. */
export const saidOtherwise = "";

/** Each source phrase once, at its first place; where phrases overlap, the longest. */
export function usualMentions(
	passage: CheckedPassage,
	{ usage, lexicon }: Pick<Knowledge, "usage" | "lexicon">,
	isMine: (rendering: string) => boolean,
): Mention[] {
	const { source, target } = passage;
	if (usage.renderings.length === 0 || source.length === 0 || target.length === 0) return [];
	const bySource = renderingsBySource(usage);
	const { english, places } = readingOf(passage, usage, lexicon);
	return [...places].flatMap(([subject, uses]): Mention[] => {
		const renderings = (bySource.get(subject) ?? []).filter(isMine);
		const [first] = uses;
		if (!first || renderings.length === 0) return [];
		const value = toldOf({ subject, renderings, uses, source, english, lexicon });
		const { segment, start, end } = first;
		return value === null ? [] : [{ subject, value, side: "source", segment, start, end }];
	});
}

interface Reading {
	readonly passage: CheckedPassage;
	readonly usage: Usage;
	readonly lexicon: Lexicon | null;
	readonly english: English;
	readonly places: ReadonlyMap<string, readonly (FoundPhrase & { readonly segment: string })[]>;
}

/** The checks of names and of terms read a passage one after the other. */
let lastRead: Reading | null = null;

function readingOf(passage: CheckedPassage, usage: Usage, lexicon: Lexicon | null): Reading {
	if (lastRead?.passage === passage && lastRead.usage === usage && lastRead.lexicon === lexicon)
		return lastRead;
	const bySource = renderingsBySource(usage);
	const found = passage.source.flatMap((segment) =>
		phrasesIn(segment.text, bySource, lexicon).map((place) => ({ ...place, segment: segment.id })),
	);
	const places = Map.groupBy(found, ({ phrase }) => phrase);
	lastRead = { passage, usage, lexicon, english: englishOf(passage.target), places };
	return lastRead;
}

interface Wanted {
	readonly subject: string;
	readonly renderings: readonly string[];
	readonly uses: readonly FoundPhrase[];
	readonly source: readonly CheckedSegment[];
	readonly english: English;
	readonly lexicon: Lexicon | null;
}

/** Null where the passage tells nothing. */
function toldOf({ subject, renderings, uses, source, english, lexicon }: Wanted): string | null {
	const said = renderings.find((rendering) => isSaidFor(subject, rendering, english, lexicon));
	const others = () => wordsBeside(subject, source, lexicon);
	const [usual = ""] = renderings;
	if (said === undefined && !isEverydayWord(subject, usual)) return saidOtherwise;
	if (said === undefined) {
		const isOther = uses.every(({ derived }) => derived);
		return isOther ? null : otherNoun(subject, usual, english.words, others(), lexicon);
	}
	return isMissing(said, uses.length, english) &&
		!isPerson(said, subject, lexicon) &&
		isExchanged(stemsOf(said), english.words, others(), lexicon)
		? saidOtherwise
		: said;
}

const isSaidFor = (subject: string, rendering: string, english: English, lexicon: Lexicon | null): boolean =>
	isSaid(rendering, english, isPerson(rendering, subject, lexicon)) ||
	(lexicon !== null &&
		isProper(rendering) &&
		english.words.some((word) => word.capital && isAdjectiveOf(word, rendering, lexicon)));

/** Word for word it stands in fewer places than the source. */
const isMissing = (rendering: string, uses: number, { phrases }: English): boolean =>
	phrases.split(` ${stemsOf(rendering).join(" ")} `).length - 1 < uses;

interface English {
	readonly phrases: string;
	readonly stems: readonly string[];
	readonly words: readonly EnglishWord[];
}

function englishOf(target: readonly CheckedSegment[]): English {
	const words = target.flatMap(({ text }): EnglishWord[] => englishWords(text));
	const stems = words.map(({ stem }) => stem);
	return { phrases: ` ${stems.join(" ")} `, stems, words };
}

const institution =
	/\b(?:Academy|Administration|Agency|Association|Bank|Board|Bureau|Cent(?:er|re)|College|Commission|Committee|Company|Conference|Congress|Corporation|Council|Court|Department|Federation|Foundation|Group|Hospital|Institute|League|Ministry|Museum|Office|Party|Plan|School|Society|Union|University)\b/u;
const isInstitution = (rendering: string) => institution.test(rendering);

/** A name that ends in a word for what it is, “Hunan Daily”, is nobody's. */
function isPerson(rendering: string, source: string, lexicon: Lexicon | null): boolean {
	if (!isProper(rendering) || isInstitution(rendering)) return false;
	const last = rendering.split(" ").at(-1)?.toLowerCase() ?? "";
	const isWord = lexicon?.english.numbers.has(last) ?? false;
	return !isWord || isGlossed(source, stemsOf(last).join(" "), lexicon) !== true;
}

/** What belongs to a country or a town is called after it: Swiss, for Switzerland. */
function isAdjectiveOf({ text }: EnglishWord, rendering: string, { english, neighbours }: Lexicon): boolean {
	const place = english.numbers.get(rendering.toLowerCase());
	const word = english.numbers.get(text.toLowerCase());
	if (place === undefined || word === undefined) return false;
	const isNear = (one: number, other: number) =>
		neighbours.words.subarray(neighbours.starts[one], neighbours.starts[one + 1]).includes(other);
	const isAdjective = ((english.partsOfSpeech[word] ?? 0) & partOfSpeech.adjective) > 0;
	return isAdjective && (isNear(place, word) || isNear(word, place));
}

/** Word for word, or all of its words near each other in any order and form; a person goes by a part of the name. */
function isSaid(rendering: string, { phrases, stems, words }: English, person: boolean): boolean {
	const wanted = stemsOf(rendering);
	const [first = ""] = wanted;
	if (person && wanted.length > 1 && stems.includes(first)) return true;
	return phrases.includes(` ${wanted.join(" ")} `) || areNear(wanted, words);
}

const stemsOf = (rendering: string) => englishWords(rendering).map(({ stem }) => stem);

const made = new WeakMap<Usage, Map<string, string[]>>();

/** What the document usually calls each source phrase. */
export function renderingsBySource(usage: Usage): ReadonlyMap<string, string[]> {
	const known = made.get(usage);
	if (known) return known;
	const index = new Map<string, string[]>();
	for (const { source, rendering } of usage.renderings satisfies readonly UsualRendering[])
		index.set(source, [...(index.get(source) ?? []), rendering]);
	made.set(usage, index);
	return index;
}
