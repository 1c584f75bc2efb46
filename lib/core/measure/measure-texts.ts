/** What it took to make one text of another. */
import { wordsChanged } from "#lib/core/diff/measure.ts";
import { countWords } from "#lib/core/diff/tokens.ts";
import { diffWords } from "#lib/core/diff/words.ts";
import { withoutMarks } from "#lib/core/formats/marked-text.ts";
import { characterDistance } from "./character-distance.ts";
import { addRuns, type CharacterRuns, characterRuns, chrF, noRuns } from "./chrf.ts";
import { editRate, translationEdits } from "./ter.ts";

/**
 * Changes with every change to what the counts below mean, so that stored ones are counted anew. A stored count belongs
 * to one version of one text, which never changes; only the way of counting does.
 */
export const measureMethod = 1;

/** Counts of one text, or of many: they add up. */
export interface Measured {
	/** Of the longer of the two texts, white space included. */
	readonly characters: number;
	/** The fewest characters to insert, delete or replace. */
	readonly charactersChanged: number;
	/** Of the longer of the two texts, punctuation aside. */
	readonly words: number;
	/** Words in the places that a comparison marks, a replaced one counted once. */
	readonly wordsChanged: number;
	/** Words replaced, inserted, deleted or shifted, and words of the final text, as the edit rate counts them. */
	readonly edits: number;
	readonly referenceWords: number;
	/** Common runs of characters, for chrF2. */
	readonly runs: CharacterRuns;
}

export interface Rates {
	/** Translation edit rate in percent, the final text being the reference: HTER. Above 100 where most is another. */
	readonly ter: number;
	/** 0–100; 100 where all characters stand as they did. */
	readonly chrf: number;
	/** 0–1 */
	readonly shareOfCharacters: number;
	/** 0–1 */
	readonly shareOfWords: number;
}

export const nothingMeasured: Measured = {
	characters: 0,
	charactersChanged: 0,
	words: 0,
	wordsChanged: 0,
	edits: 0,
	referenceWords: 0,
	runs: noRuns,
};

/** Codes count for nothing. Bounded by the length of a segment: less than two seconds for the longest there can be. */
export function measureTexts(draft: string, final: string, language: string): Measured & Rates {
	const [before, after] = [withoutMarks(draft), withoutMarks(final)];
	const { edits, words: referenceWords } = translationEdits(before, after, language);
	const measured = {
		characters: Math.max(lengthOf(before), lengthOf(after)),
		charactersChanged: characterDistance(before, after),
		words: Math.max(countWords(before, language), countWords(after, language)),
		wordsChanged: before === after ? 0 : wordsChanged(diffWords(before, after, language), language),
		edits,
		referenceWords,
		runs: characterRuns(before, after),
	};
	return { ...measured, ...ratesOf(measured) };
}

export function addMeasured(one: Measured, other: Measured): Measured {
	return {
		characters: one.characters + other.characters,
		charactersChanged: one.charactersChanged + other.charactersChanged,
		words: one.words + other.words,
		wordsChanged: one.wordsChanged + other.wordsChanged,
		edits: one.edits + other.edits,
		referenceWords: one.referenceWords + other.referenceWords,
		runs: addRuns(one.runs, other.runs),
	};
}

/** Of counts added up these are the rates of the whole: a long text weighs more than a short one, as in sacreBLEU. */
export function ratesOf(measured: Measured): Rates {
	return {
		ter: editRate({ edits: measured.edits, words: measured.referenceWords }),
		chrf: chrF(measured.runs),
		shareOfCharacters: share(measured.charactersChanged, measured.characters),
		shareOfWords: share(measured.wordsChanged, measured.words),
	};
}

/** Words taken out here and put in there can be more than either text has. */
function share(part: number, whole: number): number {
	return whole === 0 ? (part > 0 ? 1 : 0) : Math.min(1, part / whole);
}

function lengthOf(text: string): number {
	let length = 0;
	for (const _ of text) length += 1;
	return length;
}
