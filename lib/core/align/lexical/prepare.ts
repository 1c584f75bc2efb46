/** Everything about two texts that does not change from pass to pass. */
import type { AlignOptions, Example } from "../contract.ts";
import { sentenceLength, startingParameters } from "../length-model.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { runningLengths } from "./features.ts";
import { type Lesson, type Shares, wordShares } from "./learn.ts";
import { readMarks, type SideMarks } from "./marks.ts";
import type { LexicalParameters } from "./parameters.ts";
import { knownTerms, type Prior, type Sides, wordPrior } from "./prior.ts";
import { glossReader, headReader, plainReader, type Reader, readSide } from "./words.ts";

export interface Prepared {
	readonly sides: Sides;
	readonly prior: Prior;
	readonly shares: Shares;
	/** Whether a dictionary of the pair is at hand. */
	readonly informed: boolean;
	/** Target characters per source character, before anything is aligned. */
	readonly ratio: number;
	readonly sourceMarks: SideMarks;
	readonly targetMarks: SideMarks;
	readonly sourceLengths: Float64Array;
	readonly targetLengths: Float64Array;
	/** The examples as words of the two texts. */
	readonly lessons: readonly Lesson[];
}

/** The source must be in the language of the lexicon's head words. */
export function prepare(
	source: readonly string[],
	target: readonly string[],
	{ lexicon, terms = [], examples = [] }: Pick<AlignOptions, "lexicon" | "terms" | "examples">,
	parameters: LexicalParameters,
): Prepared {
	const targetReader = lexicon ? glossReader(lexicon) : plainReader();
	const targetWords = readSide(target, targetReader);
	const sourceReader = lexicon ? headReader(lexicon, source, targetWords) : plainReader();
	const sides = { source: readSide(source, sourceReader), target: targetWords };
	const readers = { source: sourceReader, target: targetReader };
	return {
		sides,
		prior: wordPrior(sides, lexicon, knownTerms(terms, sides, readers), parameters),
		shares: textShares(sides, lexicon, parameters),
		informed: lexicon !== undefined,
		ratio: startingParameters(
			{ source: source.map(sentenceLength), target: target.map(sentenceLength) },
			{ source, target },
		).ratio,
		sourceMarks: readMarks(source),
		targetMarks: readMarks(target),
		sourceLengths: runningLengths(source),
		targetLengths: runningLengths(target),
		lessons: lessonsOf(examples, sides, readers),
	};
}

function textShares(sides: Sides, lexicon: Lexicon | undefined, parameters: LexicalParameters): Shares {
	const shareIn = (words: Lexicon["heads" | "english"] | undefined) => (word: string) => {
		const number = words?.numbers.get(word);
		return number === undefined ? undefined : Math.exp(words?.logShares[number] ?? 0);
	};
	return {
		source: wordShares(sides.source, shareIn(lexicon?.heads), parameters),
		target: wordShares(sides.target, shareIn(lexicon?.english), parameters),
	};
}

/** Words of an example that the texts lack teach nothing here. */
function lessonsOf(
	examples: readonly Example[],
	sides: Sides,
	readers: Record<keyof Sides, Reader>,
): Lesson[] {
	return examples.flatMap((example) => {
		const source = wordsIn(sides.source.numbers, readers.source, example.source);
		const target = wordsIn(sides.target.numbers, readers.target, example.target);
		return source.length > 0 && target.length > 0 ? [{ source, target, weight: 1 }] : [];
	});
}

function wordsIn(numbers: ReadonlyMap<string, number>, reader: Reader, text: string): number[] {
	return reader.read(text).flatMap(({ word }) => numbers.get(word) ?? []);
}
