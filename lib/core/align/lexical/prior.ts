/** What is known of the words before the texts are compared: dictionary, characters, names, twins, terms. */
import type { Example } from "../contract.ts";
import type { Lexicon, Table } from "../lexicon/lexicon.ts";
import { type LikeWords, likeWords } from "./cognates.ts";
import { RowCollector } from "./pairs.ts";
import type { LexicalParameters } from "./parameters.ts";
import { pinyinOf } from "./pinyin.ts";
import type { Reader, SideWords } from "./words.ts";

/** t(e|z) before learning, by source word; a row adds up to at most 1, as its other words are not in the text. */
export interface Prior {
	readonly starts: Int32Array;
	readonly targets: Int32Array;
	readonly shares: Float32Array;
}

export interface Sides {
	readonly source: SideWords;
	readonly target: SideWords;
}

export interface KnownTerm {
	readonly source: readonly number[];
	readonly target: readonly number[];
}

/** A term of n words gives each of its words this share, spread over the words of its rendering. */
const termShare = 0.8;

export function wordPrior(
	sides: Sides,
	lexicon: Lexicon | undefined,
	terms: readonly KnownTerm[],
	parameters: LexicalParameters,
): Prior {
	const { source, target } = sides;
	const row = new RowCollector(target.texts.length);
	const dictionary = lexicon && dictionaryRows(lexicon, sides, parameters);
	const like: LikeWords = lexicon ? () => {} : likeWords(source, target);
	const termsOf = Map.groupBy(
		terms.flatMap((term) => term.source.map((z) => ({ z, term }))),
		({ z }) => z,
	);
	const starts = new Int32Array(source.texts.length + 1);
	const targets: number[] = [];
	const shares: number[] = [];
	for (const [z, text] of source.texts.entries()) {
		const twin = target.numbers.get(text);
		if (twin !== undefined) row.add(twin, parameters.twinShare);
		else like(z, (e, likeness) => row.add(e, parameters.cognateShare * likeness));
		dictionary?.(text, row);
		for (const { term } of termsOf.get(z) ?? [])
			for (const e of term.target) row.add(e, termShare / term.target.length);
		row.take((e, share) => {
			targets.push(e);
			shares.push(Math.min(1, share));
		});
		starts[z + 1] = targets.length;
	}
	return { starts, targets: Int32Array.from(targets), shares: Float32Array.from(shares) };
}

/** Adds a Chinese word's translations that the target text has. */
function dictionaryRows(lexicon: Lexicon, { target }: Sides, parameters: LexicalParameters) {
	const { heads, english, glosses, neighbours } = lexicon;
	/** Number of a lexicon's word → number in the text, -1 where it does not occur. */
	const inText = new Int32Array(english.texts.length).fill(-1);
	for (const [e, text] of target.texts.entries()) {
		const number = english.numbers.get(text);
		if (number !== undefined) inText[number] = e;
	}
	const names = pinyinOf(heads, target);
	return (word: string, row: RowCollector): void => {
		const characters = [...word];
		const known = heads.numbers.get(word);
		const isCompound = characters.length > 1;
		const own = isCompound ? 1 - parameters.characterShare : 1;
		if (known !== undefined) addGlosses(known, own, row);
		for (const character of isCompound ? characters : []) {
			const number = heads.numbers.get(character);
			if (number !== undefined) addGlosses(number, parameters.characterShare / characters.length, row);
		}
		for (const e of names(word)) row.add(e, parameters.nameShare);
	};

	function addGlosses(head: number, mass: number, row: RowCollector): void {
		each(glosses, head, (gloss, share) => {
			const e = inText[gloss] ?? -1;
			const hasNear = (neighbours.starts[gloss + 1] ?? 0) > (neighbours.starts[gloss] ?? 0);
			const kept = hasNear ? 1 - parameters.neighbourShare : 1;
			if (e >= 0) row.add(e, mass * share * kept);
			each(neighbours, gloss, (near, nearness) => {
				const other = inText[near] ?? -1;
				if (other >= 0) row.add(other, mass * share * parameters.neighbourShare * nearness);
			});
		});
	}
}

function each(
	{ starts, words, weights }: Table,
	row: number,
	visit: (word: number, weight: number) => void,
): void {
	const end = starts[row + 1] ?? 0;
	for (let k = starts[row] ?? 0; k < end; k += 1) visit(words[k] ?? 0, weights[k] ?? 0);
}

/** Terms as numbers of words of the texts; those with a word that a text lacks say nothing about it. */
export function knownTerms(
	terms: readonly Example[],
	{ source, target }: Sides,
	readers: { source: Reader; target: Reader },
): KnownTerm[] {
	return terms.flatMap((term) => {
		const sources = readers.source.read(term.source).map(({ word }) => source.numbers.get(word));
		const targets = readers.target.read(term.target).map(({ word }) => target.numbers.get(word));
		const known = [sources, targets].map((words) => words.filter((word) => word !== undefined));
		const [z = [], e = []] = known;
		const complete =
			z.length === sources.length && e.length === targets.length && z.length > 0 && e.length > 0;
		return complete ? [{ source: z, target: e }] : [];
	});
}
