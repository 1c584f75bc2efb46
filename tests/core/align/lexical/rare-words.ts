/** Texts of which each sentence has a rare word of its own, beside common ones that say nothing. */
import type { WordPairs } from "#lib/core/align/lexical/pairs.ts";
import { parametersFor } from "#lib/core/align/lexical/parameters.ts";
import { type Prepared, prepare } from "#lib/core/align/lexical/prepare.ts";
import { pairsOf } from "./sides.ts";

/** A word of letters only, a different one for each number. */
export function letters(number: number): string {
	return [...number.toString(26).padStart(3, "0")]
		.map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
		.join("");
}

/** Sentences by the numbers of their rare words; a number on both sides is a pair of words. */
export interface RareTexts {
	readonly prepared: Prepared;
	readonly pairs: WordPairs;
}

export function rareTexts(sources: readonly number[], targets: readonly number[]): RareTexts {
	const prepared = prepare(
		sources.map((n) => `der qu${letters(n)} ist da`),
		targets.map((n) => `the zw${letters(n)} is here`),
		{},
		parametersFor(false),
	);
	const known = Object.fromEntries(
		sources.map((n) => [`qu${letters(n)}`, { [`zw${letters(n)}`]: 100 }] as const),
	);
	return { prepared, pairs: pairsOf(prepared.sides.source, prepared.sides.target, known) };
}

export function numbersTo(end: number): number[] {
	return Array.from({ length: end }, (_, n) => n);
}
