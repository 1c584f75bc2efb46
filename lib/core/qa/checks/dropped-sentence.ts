import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import type { Fault, PassageCheck } from "../contract.ts";
import { mayBeMissing, signsOfSource } from "../drafts/alone.ts";
import { droppedClauses, droppedSentences, weigh } from "../drafts/alone-weights.ts";
import { lettersOf } from "../drafts/expected-length.ts";
import { clausePlaces, type SentencePlace, sentencePlaces, shortened } from "../drafts/sentence-places.ts";
import { fromChineseToEnglish } from "../from-chinese.ts";

/** Letters of English below which a sentence says nothing that would be missed for certain: Worth it! */
const leastLetters = 22;
/** Below this many it may be in a word or two of another sentence: Where is the address? */
const lettersForCertain = 35;
/** Logarithms of the odds from which on a sentence is called missing, and perhaps missing. */
const missing = -1;
const perhaps = -2;

/**
 * A clause may stand elsewhere in its sentence, so it is not called missing for its words alone: without it the
 * lengths must fit better too, by so much in logarithms of how likely they are, and for certain by so much.
 */
const leastOfClause = 35;
const missingClause = 0;
const betterWithout = 0.3;
const muchBetterWithout = 1;

/** A sentence of the source, or a long clause, that nothing in the rendering says. */
export const droppedSentence = {
	id: "dropped-sentence",
	severity: "major",
	mqm: "accuracy/omission",
	keys: ["missing", "perhaps", "clause"],
	needsLexicon: true,
	concerns: fromChineseToEnglish,
	checkPassage({ source, target }, { sourceLanguage }, { lexicon }) {
		const rendering = target.map(({ text }) => text).join(" ");
		if (lexicon === null || lettersOf(rendering) === 0) return [];
		const sentences = sentencePlaces(source, sourceLanguage);
		const faults = missingSentences(sentences, rendering, lexicon);
		const rest = clausePlaces(sentences);
		const isToldOf = ({ segment, start }: SentencePlace) =>
			faults.some((fault) => fault.segment === segment && fault.start <= start && start < fault.end);
		return [
			...faults,
			...missingClauses(rest, rendering, lexicon)
				.filter(({ clause }) => !isToldOf(clause))
				.map(({ fault }) => fault),
		];
	},
} as const satisfies PassageCheck;

function missingSentences(sentences: readonly SentencePlace[], rendering: string, lexicon: Lexicon): Fault[] {
	if (sentences.length < 2) return [];
	const signs = signsOfSource(textsOf(sentences), rendering, lexicon) ?? [];
	return signs.flatMap((here, n): Fault[] => {
		const sentence = sentences[n];
		const odds = weigh(here, droppedSentences);
		if (sentence === undefined || here.letters < leastLetters || odds < perhaps) return [];
		const isCertain = odds >= missing && here.letters >= lettersForCertain;
		return [isCertain ? fault(sentence, "missing", "major") : fault(sentence, "perhaps", "minor")];
	});
}

function missingClauses(clauses: readonly SentencePlace[], rendering: string, lexicon: Lexicon) {
	if (clauses.length < 2) return [];
	const least = { letters: leastOfClause, rest: betterWithout };
	if (!mayBeMissing(textsOf(clauses), rendering, least)) return [];
	const signs = signsOfSource(textsOf(clauses), rendering, lexicon) ?? [];
	return signs.flatMap((here, n) => {
		const clause = clauses[n];
		if (clause === undefined || here.letters < leastOfClause || here.rest < betterWithout) return [];
		if (weigh(here, droppedClauses) < missingClause) return [];
		return [{ clause, fault: fault(clause, "clause", here.rest < muchBetterWithout ? "minor" : "major") }];
	});
}

const textsOf = (places: readonly SentencePlace[]): string[] => places.map(({ text }) => text);

const fault = (
	{ segment, start, end, text }: SentencePlace,
	key: string,
	severity: "major" | "minor",
): Fault => ({
	side: "source",
	segment,
	start,
	end,
	key,
	values: { sentence: shortened(text) },
	fix: null,
	severity,
});
