/**
 * Which words of a document are used as nouns, told by their neighbours: a noun is what a term is; verbs and adjectives
 * are said in one way or another as the sentence wants.
 */
import { type Lexicon, partOfSpeech } from "../../align/lexicon/lexicon.ts";
import type { EnglishWord } from "./english-words.ts";
import { determiners, looseWords, verbSigns } from "./loose-words.ts";

interface Signs {
	uses: number;
	/** Nothing that it could belong to follows. */
	ends: number;
	verbs: number;
	determined: number;
	/** A determiner and a few words more stand before it: the supply chain, the central bank’s interest rate. */
	compounds: number;
	/** What follows has a determiner: “says the”. */
	governs: number;
	/** What it is by the dictionary: a noun and nothing else, no noun, or what its neighbours tell. */
	dictionary: "noun" | "none" | "unsure";
	/** Ends in -ed or -ing. */
	forms: number;
}

/** Of the uses of a noun at least so many end a phrase, and at most so many stand or look like a verb's. */
const leastEnds = 0.25;
const mostVerbs = 0.6;
/** Words of a compound, and its determiner, that are looked back for. */
const mostBefore = 4;

/** Tells phrases that end in a noun and have none but such little words inside as names of things have. */
export function nounsAmong(
	passages: readonly (readonly EnglishWord[])[],
	lexicon: Lexicon | null,
): (target: string) => boolean {
	const signs = new Map<string, Signs>();
	for (const words of passages) {
		for (const [at, word] of words.entries()) {
			const found = signs.get(word.stem) ?? noSigns(word, lexicon);
			count(found, words.slice(Math.max(0, at - mostBefore), at), word, words[at + 1]);
			signs.set(word.stem, found);
		}
	}
	return (target) => {
		const words = target.split(" ");
		const found = signs.get(words.at(-1) ?? "");
		if (!found || words.some((word) => looseWords.has(word) && !inside.has(word))) return false;
		if (found.dictionary !== "unsure") return found.dictionary === "noun";
		const isCompound = words.length > 1 && found.compounds > found.governs;
		return (
			(found.determined > 0 || isCompound) &&
			found.ends >= found.uses * leastEnds &&
			found.verbs + found.forms <= found.uses * mostVerbs
		);
	};
}

function noSigns({ text }: EnglishWord, lexicon: Lexicon | null): Signs {
	const small = text.toLowerCase();
	const number = lexicon?.english.numbers.get(small) ?? lexicon?.english.numbers.get(small.replace(/s$/, ""));
	const parts = lexicon?.english.partsOfSpeech[number ?? -1] ?? 0;
	const dictionary =
		parts === partOfSpeech.noun ? "noun" : parts > 0 && (parts & partOfSpeech.noun) === 0 ? "none" : "unsure";
	return { uses: 0, ends: 0, verbs: 0, determined: 0, forms: 0, compounds: 0, governs: 0, dictionary };
}

const inside = new Set(["the", "of", "and", "for", "in", "on", "with", "s"]);

function count(
	signs: Signs,
	befores: readonly EnglishWord[],
	word: EnglishWord,
	after: EnglishWord | undefined,
): void {
	const small = word.text.toLowerCase();
	const before = befores.at(-1);
	const left = word.parted ? "" : (before?.text.toLowerCase() ?? "");
	signs.uses += 1;
	if (!after || after.parted || looseWords.has(after.text.toLowerCase())) signs.ends += 1;
	if (verbSigns.has(left)) signs.verbs += 1;
	if (determiners.has(left)) signs.determined += 1;
	else if (isCompound(befores, word)) signs.compounds += 1;
	if (after && !after.parted && determiners.has(after.text.toLowerCase())) signs.governs += 1;
	if (/(?:ed|ing)$/.test(small) && small.length > word.stem.length + 1) signs.forms += 1;
}

/** The words right before it reach back to a determiner. */
function isCompound(befores: readonly EnglishWord[], word: EnglishWord): boolean {
	let next = word;
	for (const before of befores.toReversed()) {
		if (next.parted) return false;
		const small = before.text.toLowerCase();
		if (looseWords.has(small)) return next !== word && determiners.has(small);
		next = before;
	}
	return false;
}
