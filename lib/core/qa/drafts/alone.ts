/** What speaks for each sentence of a passage having a counterpart on the other side, or none. */
import { defaultParameters } from "../../align/lexical/parameters.ts";
import type { SideWords } from "../../align/lexical/words.ts";
import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import type { Signs } from "./alone-weights.ts";
import { deviationOf, expectedLetters, lengthWorth, lettersOf } from "./expected-length.ts";
import { chinesePieces, englishPieces, finer } from "./pieces.ts";
import { type Place, placeSentences } from "./placing.ts";
import { wordTies } from "./word-ties.ts";

/** More sentences or pieces are no passage but a text, and the work grows with their product. */
const mostSentences = 40;
const mostPieces = 120;
/** Words of the finest pieces. */
const finestEnglish = 6;
const finestChinese = 4;

const { forwardShare, backwardShare } = defaultParameters;

/** Of sentences or clauses of the source, which are all there is of it; null in a text too long to be a passage. */
export function signsOfSource(parts: readonly string[], rendering: string, lexicon: Lexicon): Signs[] | null {
	const cut = englishPieces(rendering);
	if (parts.length > mostSentences || cut.length > mostPieces) return null;
	const { sides, forward, backward } = wordTies(parts, cut, lexicon);
	const due = parts.map(expectedLetters);
	const pieces = finer(sides.target, cut.map(lettersOf), finestEnglish);
	const places = placeSentences({
		sentences: sides.source,
		pieces: pieces.words,
		pieceLengths: pieces.lengths,
		calls: forward,
		answers: backward,
		callShare: forwardShare,
		answerShare: backwardShare,
		lengthWorth: (part, letters) => lengthWorth(letters, due[part] ?? 0),
	});
	const found = sum(pieces.lengths);
	const expected = sum(due);
	const worthWithout = (without: number) => lengthWorth(found, expected - without);
	return signsOf(places, sides.source, due, worthWithout, { found, expected });
}

/** Of sentences of the rendering; as above. */
export function signsOfTarget(
	sentences: readonly string[],
	original: string,
	lexicon: Lexicon,
): Signs[] | null {
	const cut = chinesePieces(original);
	if (sentences.length > mostSentences || cut.length > mostPieces) return null;
	const { sides, forward, backward } = wordTies(cut, sentences, lexicon);
	const said = sentences.map(lettersOf);
	const pieces = finer(sides.source, cut.map(expectedLetters), finestChinese);
	const places = placeSentences({
		sentences: sides.target,
		pieces: pieces.words,
		pieceLengths: pieces.lengths,
		calls: backward,
		answers: forward,
		callShare: backwardShare,
		answerShare: forwardShare,
		lengthWorth: (sentence, letters) => lengthWorth(said[sentence] ?? 0, letters),
	});
	const found = sum(said);
	const expected = sum(pieces.lengths);
	const worthWithout = (without: number) => lengthWorth(found - without, expected);
	return signsOf(places, sides.target, said, worthWithout, { found, expected });
}

/** What a part needs to be looked at: letters of its own, and how much better the lengths fit without it. */
export interface LeastSigns {
	readonly letters: number;
	readonly rest: number;
}

/** Sums of the same numbers in another order differ by less. */
const rounding = 1e-6;

/** Whether the lengths alone let any part of the source be missing; to be asked before `signsOfSource`, which is slow. */
export function mayBeMissing(parts: readonly string[], rendering: string, least: LeastSigns): boolean {
	const due = parts.map(expectedLetters);
	const found = lettersOf(rendering);
	const expected = sum(due);
	return isAnyBetterLeftOut(due, (without) => lengthWorth(found, expected - without), least);
}

/** Whether the lengths alone let any sentence of the rendering be added; as above. */
export function mayBeAdded(sentences: readonly string[], original: string, least: LeastSigns): boolean {
	const said = sentences.map(lettersOf);
	const found = sum(said);
	const expected = expectedLetters(original);
	return isAnyBetterLeftOut(said, (without) => lengthWorth(found - without, expected), least);
}

function isAnyBetterLeftOut(
	letters: readonly number[],
	worthWithout: (letters: number) => number,
	least: LeastSigns,
): boolean {
	const enough = worthWithout(0) + least.rest - rounding;
	return letters.some((own) => own >= least.letters && worthWithout(own) >= enough);
}

function signsOf(
	places: readonly Place[],
	{ starts }: SideWords,
	letters: readonly number[],
	worthWithout: (letters: number) => number,
	{ found, expected }: { readonly found: number; readonly expected: number },
): Signs[] {
	const whole = worthWithout(0);
	const deviation = deviationOf(found, expected);
	return places.map((place, n) => {
		const own = letters[n] ?? 0;
		return {
			...place,
			words: (starts[n + 1] ?? 0) - (starts[n] ?? 0),
			letters: own,
			rest: worthWithout(own) - whole,
			deviation,
			share: own / Math.max(1, expected),
		};
	});
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
