/** Whether a dictionary knows an English phrase for a Chinese one. */
import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import { stemOf } from "./english-words.ts";
import { looseWords } from "./loose-words.ts";

/** Words that share their first letters, so many of them, are forms of one. */
const commonStart = 5;

/** What the dictionary has for a Chinese phrase: the beginnings of stems; null where it does not have the phrase. */
export type Glossary = (source: string) => ReadonlySet<string> | null;

const made = new WeakMap<Lexicon, Glossary>();
/** More phrases than a document has in practice, and few enough to keep. */
const mostKept = 20_000;

/** Phrases come again and again. */
export function glossaryOf(lexicon: Lexicon): Glossary {
	const known = made.get(lexicon);
	if (known) return known;
	const kept = new Map<string, ReadonlySet<string> | null>();
	const glossary: Glossary = (source) => {
		const found = kept.get(source);
		if (found !== undefined) return found;
		const glosses = glossesOf(source, lexicon);
		const starts = glosses.size === 0 ? null : new Set([...glosses].map(startOf));
		if (kept.size < mostKept) kept.set(source, starts);
		return starts;
	};
	made.set(lexicon, glossary);
	return glossary;
}

/** How a stem is compared with the dictionary's. */
export const startOf = (stem: string): string => stem.slice(0, commonStart);

/** Null where the dictionary does not have the Chinese phrase, or none is at hand. */
export function isGlossed(source: string, target: string, lexicon: Lexicon | null): boolean | null {
	const share = shareGlossed(source, target, lexicon);
	return share === null ? null : share * 3 >= 1;
}

/** Of the words that mean something; null as above. */
export function shareGlossed(source: string, target: string, lexicon: Lexicon | null): number | null {
	const starts = lexicon && glossaryOf(lexicon)(source);
	if (!starts) return null;
	const words = target.split(" ").filter((stem) => !looseWords.has(stem));
	return words.length === 0 ? 1 : words.filter((stem) => starts.has(startOf(stem))).length / words.length;
}

/** Whether one of these Chinese words is called so. */
export function isExplained(stem: string, words: readonly string[], lexicon: Lexicon): boolean {
	const glossary = glossaryOf(lexicon);
	return words.some((word) => glossary(word)?.has(startOf(stem)));
}

/** Whether a Chinese phrase is made of words of the dictionary, with no lone character left over. */
export const isAllWords = (source: string, lexicon: Lexicon): boolean =>
	longestWords(source, lexicon).every(({ length }) => length > 1);

/**
 * Whether a Chinese phrase of several words is called all that they are, and nothing else. Of a single word nobody knows:
 * it may be called by several.
 */
export function isAllGlossed(source: string, target: string, lexicon: Lexicon): boolean {
	const words = longestWords(source, lexicon);
	if (words.length === 1 || shareGlossed(source, target, lexicon) !== 1) return false;
	const stems = target.split(" ").map(startOf);
	const glossary = glossaryOf(lexicon);
	return words.every((word) => stems.some((stem) => glossary(word)?.has(stem)));
}

/** The longest words of the dictionary that a Chinese phrase is made of, and what is in none, by characters. */
function longestWords(source: string, { heads }: Lexicon): string[] {
	const words: string[] = [];
	for (let at = 0; at < source.length; ) {
		let length = source.length - at;
		while (length > 1 && !heads.numbers.has(source.slice(at, at + length))) length -= 1;
		words.push(source.slice(at, at + length));
		at += length;
	}
	return words;
}

/**
 * Of the phrase, or of the longest words that it is made of; a lone character at the end of such is their head: 纸 is
 * the paper in 防伪纸. Of names, which are lone characters one after the other, nothing
 * is known.
 */
function glossesOf(source: string, lexicon: Lexicon): Set<string> {
	const words = longestWords(source, lexicon);
	const isHead = (at: number) => at === words.length - 1 && words.some(({ length }) => length > 1);
	return new Set(
		words.flatMap((word, at) =>
			word.length > 1 || words.length === 1 || isHead(at) ? glossesOfWord(word, lexicon) : [],
		),
	);
}

function glossesOfWord(word: string, { heads, glosses, english }: Lexicon): string[] {
	const number = heads.numbers.get(word);
	if (number === undefined) return [];
	const row = glosses.words.subarray(glosses.starts[number], glosses.starts[number + 1]);
	return [...row].map((gloss) => stemOf(english.texts[gloss] ?? ""));
}
