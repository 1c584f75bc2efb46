/**
 * Terms that a text always calls the same. What a person would not call a term is left out before anything is planted:
 * a piece of a longer term (“News Agency” of “Xinhua News Agency”, “epidemic prevention” of “epidemic prevention and
 * control”) and a phrase that is no noun with what belongs to it (“directly under”, “cancel the order”); Chinese that
 * is a piece of a word or of a sentence (暂时还没有分店), or that has, by the dictionary, nothing to do with the English
 * and only stands in the same passages; and other names that are no names (“opening observe”, “General Secretary
 * Letter”): for a noun only a noun is put.
 */
import { partOfSpeech } from "#lib/core/align/lexicon/lexicon.ts";
import { otherwise } from "./other-names.ts";
import type { Pair } from "./plant.ts";

/** What is known of words. */
export interface WordBook {
	/** The nearest in meaning of an English word in small letters. */
	near(word: string): readonly string[];
	/** The sum of the numbers of `partOfSpeech`; null for what is no word, as many names are. */
	partsOfSpeech(word: string): number | null;
	isChineseWord(han: string): boolean;
	/** English words for a Chinese one; none where it is not in the dictionary. */
	glosses(han: string): readonly string[];
}

export interface Uniform {
	readonly han: string;
	/** The whole rendering, and the word of it that can be said otherwise. */
	readonly phrase: string;
	readonly word: string;
}

/** Passages with the term, at least so many; nearly all that have its Chinese have it, or the writer varies. */
const leastUses = 4;
const leastShare = 0.9;
/** The term may stand for other Chinese as well. */
const leastOfUses = 0.8;
/** Other names are the nearest of its neighbours. */
const mostNames = 3;
/** A phrase that stands this often beside one and the same word is a piece of a longer one. */
const mostlyBeside = 0.5;
const wordsOfTerms = { fewest: 1, most: 5 };
const charactersOfTerms = { fewest: 3, most: 8 };

/** What no term begins or ends with. */
const loose =
	/^(?:the|a|an|of|and|or|in|on|at|to|for|by|from|with|as|is|are|was|were|be|been|has|have|had|this|that|these|our|its|their|his|her|all|other|more|most|no|will|would|can|not|it|he|she|we|they|you|who|which|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third)$/iu;
const binding = new Set(["and", "of", "with", "for"]);
const looseHan =
	/^(?:[的了是在和与及或也都就不而又但并被把从这那其之他她我你们它很还没有已则一二三四五六七八九十两每该请为对将让给]|没有|暂时|我们)$/u;

interface Use {
	readonly passage: number;
	readonly before: string;
	readonly after: string;
}

export function uniformTerms(pairs: readonly Pair[], book: WordBook): Uniform[] {
	const uses = new Map<string, Use[]>();
	for (const [passage, { target }] of pairs.entries()) {
		const words = target.match(/[A-Za-z]+|[^A-Za-z ]+/gu) ?? [];
		for (const at of words.keys())
			for (let length = wordsOfTerms.fewest; length <= wordsOfTerms.most; length += 1) {
				const phrase = words.slice(at, at + length);
				if (phrase.length < length || !isNounPhrase(phrase, book)) continue;
				const text = phrase.join(" ");
				const use = {
					passage,
					before: beside(words[at - 1], words[at - 2]),
					after: beside(words[at + length], words[at + length + 1]),
				};
				uses.set(text, [...(uses.get(text) ?? []), use]);
			}
	}
	return [...uses].flatMap(([phrase, all]): Uniform[] => {
		const at = [...new Set(all.map(({ passage }) => passage))];
		if (at.length < leastUses || isPiece(all)) return [];
		const word = phrase.split(" ").at(-1) ?? "";
		if (otherNames(word, book).length === 0) return [];
		const han = hanOf(at, phrase, pairs, book);
		return han === null ? [] : [{ han, phrase, word }];
	});
}

/** A word, and where it only ties on another one, that one as well. */
const beside = (word = "", next = ""): string => (binding.has(word) ? `${word} ${next}` : word);

function isNounPhrase(words: readonly string[], book: WordBook): boolean {
	const last = words.at(-1) ?? "";
	return (
		words.every((word) => /^[A-Za-z]{2,}$/u.test(word) && (binding.has(word) || !loose.test(word))) &&
		!binding.has(words[0] ?? "") &&
		!binding.has(last) &&
		words.every((word) => binding.has(word) || is(word, partOfSpeech.noun | partOfSpeech.adjective, book)) &&
		is(last, partOfSpeech.noun, book)
	);
}

/** Names and plurals, which no dictionary has, are nouns. */
function is(word: string, parts: number, book: WordBook): boolean {
	const known = book.partsOfSpeech(word.toLowerCase());
	return known === null || (known & parts) > 0;
}

/** What mostly stands before or after a phrase is one and the same word of its own, by itself or tied on. */
function isPiece(uses: readonly Use[]): boolean {
	return (["before", "after"] as const).some((side) => {
		const counts = Map.groupBy(uses, (use) => use[side]);
		return [...counts].some(
			([word, { length }]) =>
				length >= uses.length * mostlyBeside &&
				(/^[-–&’]$/u.test(word) ||
					(/[A-Za-z]$/u.test(word) && !word.split(" ").every((one) => loose.test(one) || binding.has(one)))),
		);
	});
}

/** What else a noun may be called: nouns, and nothing that is an adjective or a verb where the noun is none. */
export function otherNames(word: string, book: WordBook): readonly string[] {
	const known = otherwise[word];
	if (known) return known;
	const parts = book.partsOfSpeech(word.toLowerCase()) ?? 0;
	const nouns = book.near(word.toLowerCase()).filter((other) => {
		const others = book.partsOfSpeech(other) ?? 0;
		return (
			(others & partOfSpeech.noun) > 0 &&
			(others & ~parts) === 0 &&
			!other.startsWith(word.slice(0, 4).toLowerCase())
		);
	});
	const near = nouns.slice(0, mostNames);
	return /^[A-Z]/u.test(word) ? near.map((other) => other.charAt(0).toUpperCase() + other.slice(1)) : near;
}

/** The longest Chinese phrase that nearly all these pairs have and hardly any other, if it is a term and this one. */
function hanOf(at: readonly number[], phrase: string, pairs: readonly Pair[], book: WordBook): string | null {
	const sources = at.map((i) => pairs[i]?.source ?? "");
	for (let length = charactersOfTerms.most; length >= charactersOfTerms.fewest; length -= 1)
		for (const text of sources.slice(0, 3))
			for (let from = 0; from + length <= text.length; from += 1) {
				const han = text.slice(from, from + length);
				if (!/^\p{Script=Han}+$/u.test(han)) continue;
				const here = sources.filter((source) => source.includes(han)).length;
				if (here < at.length * leastOfUses) continue;
				if (here < pairs.filter(({ source }) => source.includes(han)).length * leastShare) continue;
				if (isTermOf(han, phrase, book) && isWholeIn(han, sources, book)) return han;
			}
	return null;
}

/** Only words that name, most of them, by the dictionary, what the phrase does. */
function isTermOf(han: string, phrase: string, book: WordBook): boolean {
	const words = wordsIn(han, book);
	if (words.some((word) => looseHan.test(word))) return false;
	const said = phrase
		.split(" ")
		.filter((word) => !binding.has(word))
		.map((word) => startOf(word.toLowerCase()));
	const isNamed = (word: string) => book.glosses(word).some((gloss) => said.includes(startOf(gloss)));
	const whole = words.filter((word) => word.length > 1);
	return isNamed(han) || (whole.some(isNamed) && whole.filter(isNamed).length * 2 > whole.length);
}

const startOf = (word: string) => word.slice(0, 5);

function wordsIn(han: string, book: WordBook): string[] {
	const words: string[] = [];
	for (let at = 0; at < han.length; ) {
		let length = han.length - at;
		while (length > 1 && !book.isChineseWord(han.slice(at, at + length))) length -= 1;
		words.push(han.slice(at, at + length));
		at += length;
	}
	return words;
}

/** In most of its places it is made of whole words, and none takes a lone character from its edge; it is no piece of one longer phrase. */
function isWholeIn(han: string, sources: readonly string[], book: WordBook): boolean {
	const words = wordsIn(han, book);
	const loneStart = words[0]?.length === 1 ? han.charAt(0) : "";
	const loneEnd = words.at(-1)?.length === 1 ? han.slice(-1) : "";
	const places = sources.flatMap((source) =>
		[...source.matchAll(new RegExp(han, "gu"))].map(({ index }) => ({
			parted: isParted(source, index) && isParted(source, index + han.length),
			before: source.slice(Math.max(0, index - 2), index),
			after: source.slice(index + han.length, index + han.length + 2),
		})),
	);
	const cut = places.filter(
		({ parted, before, after }) =>
			!parted ||
			(loneStart !== "" && [before, before.slice(-1)].some((part) => isWord(part, part + loneStart, book))) ||
			(loneEnd !== "" && [after, after.slice(0, 1)].some((part) => isWord(part, loneEnd + part, book))),
	);
	const longer = (["before", "after"] as const).some((side) => {
		const beside = places.map((place) =>
			side === "before" ? place.before.slice(-1) : place.after.slice(0, 1),
		);
		return [...Map.groupBy(beside, (character) => character)].some(
			([character, { length }]) =>
				/^\p{Script=Han}$/u.test(character) &&
				!looseHan.test(character) &&
				han.length === charactersOfTerms.most &&
				length >= places.length * mostlyBeside,
		);
	});
	return cut.length * 2 < places.length && !longer;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

const isParted = (source: string, at: number): boolean =>
	at === source.length || segmenter.segment(source).containing(at)?.index === at;

const isWord = (part: string, whole: string, book: WordBook): boolean =>
	part !== "" && book.isChineseWord(whole);
