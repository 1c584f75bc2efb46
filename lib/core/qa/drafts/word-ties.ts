/** Which words of a Chinese text and of an English one call for each other, by a dictionary. */
import { pairsOfPrior } from "../../align/lexical/learn.ts";
import type { WordPairs } from "../../align/lexical/pairs.ts";
import { defaultParameters } from "../../align/lexical/parameters.ts";
import { type Sides, wordPrior } from "../../align/lexical/prior.ts";
import { glossReader, headReader, readSide, type SideWords } from "../../align/lexical/words.ts";
import type { Lexicon } from "../../align/lexicon/lexicon.ts";

export interface WordTies extends WordPairs {
	readonly sides: Sides;
}

/** Each part of a text, a sentence or less, keeps its words together. */
export function wordTies(source: readonly string[], target: readonly string[], lexicon: Lexicon): WordTies {
	const targetWords = readSide(target, glossReader(lexicon));
	const sourceWords = readSide(source, headReader(lexicon, source, targetWords));
	const sides = { source: sourceWords, target: targetWords };
	const shares = {
		source: sharesOf(sourceWords, lexicon.heads),
		target: sharesOf(targetWords, lexicon.english),
	};
	const prior = wordPrior(sides, lexicon, [], defaultParameters);
	return { sides, ...pairsOfPrior(prior, shares, defaultParameters) };
}

/** Share of running words of one that the language knows little or nothing of. */
const rare = 1e-6;

/** A passage is too short to tell how common its words are: those of the language count alone. */
function sharesOf(
	side: SideWords,
	{ numbers, logShares }: Pick<Lexicon["heads"], "numbers" | "logShares">,
): Float64Array {
	return Float64Array.from(side.texts, (text) => {
		const number = numbers.get(text);
		return number === undefined ? rare : Math.max(rare, Math.exp(logShares[number] ?? 0));
	});
}
