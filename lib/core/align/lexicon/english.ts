import { glossFillers } from "./gloss.ts";
import { type EnglishWords, partOfSpeech } from "./lexicon.ts";

/** A word as it stands in the text. */
export interface EnglishToken {
	/** Lower case, in its base form. */
	readonly word: string;
	/** Begins with a capital letter and does not begin a sentence or a quotation. */
	readonly name: boolean;
}

const wordOrNumber =
	/\p{Lu}\p{Ll}*(?:-\p{Lu}?\p{Ll}+)+(?:['’]\p{L}+)?|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\p{N}+(?:[.,]\p{N}+)*/gu;
const opensSentence = /[.!?…:"'“”„‘’‚«»‹›([—–-]\s*$/u;
const contraction = /^(.*?)(n't|(?<=^can)not|'(?:s|re|ve|ll|d|m|em))$/u;
const cutShort: ReadonlyMap<string, string> = new Map([
	["can't", "can"],
	["won't", "will"],
	["shan't", "shall"],
	["ain't", "be"],
]);

export type Vocabulary = Pick<EnglishWords, "numbers" | "partsOfSpeech" | "irregular">;

export function readEnglish(text: string, vocabulary: Vocabulary): EnglishToken[] {
	const tokens: EnglishToken[] = [];
	for (const match of text.matchAll(wordOrNumber)) {
		const form = match[0].replace("’", "'");
		const lower = form.toLowerCase();
		const [, start = lower, ending] = contraction.exec(lower) ?? [];
		const stem = cutShort.get(lower) ?? start;
		const joined = joinName(form.slice(0, stem.length), vocabulary);
		const name =
			lower !== form &&
			match.index > 0 &&
			!opensSentence.test(text.slice(Math.max(0, match.index - 3), match.index));
		if (joined !== null) tokens.push({ word: joined, name: true });
		else if (stem.includes("-"))
			for (const part of stem.split("-")) tokens.push({ word: baseForm(part, vocabulary), name: false });
		else if (stem !== "") tokens.push({ word: baseForm(stem, vocabulary), name });
		if (ending?.startsWith("n")) tokens.push({ word: "not", name: false });
	}
	return tokens;
}

/**
 * Bao-yu or Bao-Yu as one word, wherever it stands; null for other compounds: Great-aunt, Anglo-American, and a
 * stutterer's Th-that.
 */
function joinName(form: string, vocabulary: Vocabulary): string | null {
	const parts = form.toLowerCase().split("-");
	const [first = "", second = first] = parts;
	if (parts.length < 2 || (second.length > first.length && second.startsWith(first))) return null;
	const unknown = parts.filter((part) => part.length > 1 && !isKnown(baseForm(part, vocabulary)));
	const enough = /-\p{Lu}/u.test(form) ? parts.length : 1;
	return unknown.length >= enough ? parts.join("") : null;

	/** Being a gloss's word is not enough: dictionaries have syllables of names; erbium is less common than Ban-er. */
	function isKnown(word: string): boolean {
		const inWordNet = (vocabulary.partsOfSpeech[vocabulary.numbers.get(word) ?? -1] ?? 0) > 0;
		return (inWordNet && word !== "er") || glossFillers.has(word);
	}
}

type Rule = readonly [ending: string, replacement: string, part: number];
const { noun, verb, adjective } = partOfSpeech;
/** The detachment rules of WordNet's Morphy, and doubled consonants. */
const rules: readonly Rule[] = [
	["ies", "y", noun | verb],
	["ches", "ch", noun | verb],
	["shes", "sh", noun | verb],
	["sses", "ss", noun | verb],
	["xes", "x", noun | verb],
	["zes", "z", noun | verb],
	["es", "e", noun | verb],
	["ses", "s", noun | verb],
	["oes", "o", noun | verb],
	["s", "", noun | verb],
	["men", "man", noun],
	["ied", "y", verb],
	["ed", "e", verb],
	["ed", "", verb],
	["ing", "e", verb],
	["ing", "", verb],
	["ier", "y", adjective],
	["iest", "y", adjective],
	["er", "e", adjective],
	["est", "e", adjective],
	["er", "", adjective],
	["est", "", adjective],
];
const leastBase = 3;

/** Forms that a rule or the list would lead to a word of another meaning, or to a rarer one. */
const exceptions: ReadonlyMap<string, string> = new Map([
	["being", "be"],
	["lenses", "lens"],
	["swinging", "swing"],
	..."abode after cola corps dive evening goods ground hinder later modest outer pants physics rent species stove willing wound"
		.split(" ")
		.map((form) => [form, form] as const),
]);

/** Irregular forms by list, regular ones by rule where the base is a word that can take the ending. */
export function baseForm(word: string, vocabulary: Vocabulary): string {
	const { numbers, partsOfSpeech, irregular } = vocabulary;
	const listed = exceptions.get(word) ?? irregular.get(word);
	if (listed !== undefined) return listed;
	const own = partsOfSpeech[numbers.get(word) ?? -1] ?? 0;
	for (const [ending, replacement, part] of rules) {
		if (!word.endsWith(ending) || !mayTake(word, own, ending, part)) continue;
		const base = word.slice(0, word.length - ending.length) + replacement;
		if (isBase(base, part)) return ending.endsWith("s") ? baseForm(base, vocabulary) : base; // buildings as building
		if (
			replacement === "" &&
			base.length > leastBase &&
			base.at(-1) === base.at(-2) &&
			isBase(base.slice(0, -1), part)
		)
			return base.slice(0, -1);
	}
	return word;

	function isBase(base: string, part: number): boolean {
		return base.length >= leastBase && ((partsOfSpeech[numbers.get(base) ?? -1] ?? 0) & part) > 0;
	}
}

/** A base form of its own, such as feed, corner, genus or specimen, only looks as if it had an ending. */
function mayTake(word: string, own: number, ending: string, part: number): boolean {
	if (part === verb) return (own & verb) === 0;
	if (part === adjective) return (own & (noun | verb)) === 0;
	if (ending === "men") return (own & noun) === 0;
	return ending !== "s" || !/(?:ss|[iu]s)$/u.test(word) || (own === 0 && !word.endsWith("ss"));
}
