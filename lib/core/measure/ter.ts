/**
 * Translation edit rate (Snover et al. 2006): how many words of a text have to be replaced, inserted, deleted or
 * shifted to get its reference, for each word of the reference. With a draft as the text and what was made of it as the
 * reference it is HTER. Ported from sacreBLEU 2.6.0, metrics/lib_ter.py (Copyright 2020 Memsource, Apache License 2.0),
 * and equal to it, its limits included; https://github.com/mjpost/sacrebleu.
 */
import { BeamDistance } from "./beam-distance.ts";
import { shiftWords } from "./shifts.ts";
import { tercomWords } from "./tercom-words.ts";

/**
 * Beyond so many words no shifts are looked for: trying a thousand of them would take seconds. No sentence has as many,
 * and neither has a segment in a language with spaces.
 */
const longestShifted = 4_000;

/** Of one text or summed over many. */
export interface Edits {
	readonly edits: number;
	/** Words of the reference. */
	readonly words: number;
}

export function translationEdits(text: string, reference: string, language: string): Edits {
	const [from, to] = [tercomWords(text, language), tercomWords(reference, language)];
	if (from.length === 0 || to.length === 0) return { edits: from.length + to.length, words: to.length };
	const numbers = new Map<string, number>();
	const numbered = (words: readonly string[]) =>
		Int32Array.from(words, (word) => {
			const number = numbers.get(word) ?? numbers.size;
			numbers.set(word, number);
			return number;
		});
	const [textWords, referenceWords] = [numbered(from), numbered(to)];
	const distance = new BeamDistance(textWords, referenceWords);
	const long = Math.max(from.length, to.length) > longestShifted;
	const shifts = long ? 0 : shiftWords(textWords, referenceWords, distance);
	return { edits: shifts + distance.distance, words: to.length };
}

/** In percent; of an empty reference 100 where there was something to delete. Can be above 100. */
export function editRate({ edits, words }: Edits): number {
	if (words > 0) return (100 * edits) / words;
	return edits > 0 ? 100 : 0;
}
