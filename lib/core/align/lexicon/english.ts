import { type EnglishWords, partOfSpeech } from "./lexicon.ts";

/** A word as it stands in the text. */
export interface EnglishToken {
	/** Lower case, in its base form. */
	readonly word: string;
	/** Begins with a capital letter and does not begin a sentence or a quotation. */
	readonly name: boolean;
}

const wordOrNumber = /\p{Lu}\p{Ll}*(?:-\p{Ll}+)+|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\p{N}+(?:[.,]\p{N}+)*/gu;
const opensSentence = /[.!?…:"“”‘’«»([—–-]\s*$/u;
const contraction = /^(.*?)(n['’]t|['’](?:s|re|ve|ll|d|m|em))$/u;

export type Vocabulary = Pick<EnglishWords, "numbers" | "partsOfSpeech" | "irregular">;

export function readEnglish(text: string, vocabulary: Vocabulary): EnglishToken[] {
	const tokens: EnglishToken[] = [];
	for (const match of text.matchAll(wordOrNumber)) {
		const [form] = match;
		const lower = form.toLowerCase();
		const name =
			lower !== form &&
			match.index > 0 &&
			!opensSentence.test(text.slice(Math.max(0, match.index - 3), match.index));
		if (lower.includes("-")) {
			const parts = lower.split("-").map((word) => baseForm(word, vocabulary));
			const isName = name && parts.some((word) => !vocabulary.numbers.has(word)); // Bao-yu, but not Great-aunt
			tokens.push(
				...(isName ? [{ word: parts.join(""), name }] : parts.map((word) => ({ word, name: false }))),
			);
			continue;
		}
		const [, stem = lower, ending] = contraction.exec(lower) ?? [];
		if (stem !== "") tokens.push({ word: baseForm(stem, vocabulary), name });
		if (ending?.startsWith("n")) tokens.push({ word: "not", name: false });
	}
	return tokens;
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
	["s", "", noun | verb],
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

/** Irregular forms by list, regular ones by rule where the base is a word that can take the ending. */
export function baseForm(word: string, { numbers, partsOfSpeech, irregular }: Vocabulary): string {
	const listed = irregular.get(word);
	if (listed !== undefined) return listed;
	const isNoun = ((partsOfSpeech[numbers.get(word) ?? -1] ?? 0) & noun) > 0;
	for (const [ending, replacement, part] of rules) {
		if (!word.endsWith(ending)) continue;
		if (part === adjective && isNoun) continue;
		if (ending === "s" && word.endsWith("ss")) continue;
		const base = word.slice(0, word.length - ending.length) + replacement;
		if (isBase(base, part)) return base;
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
