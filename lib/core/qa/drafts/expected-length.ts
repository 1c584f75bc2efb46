/** How long an English rendering is beside its Chinese source. */

const hanCharacter = /\p{Script=Han}/gu;
const otherSign = /(?!\p{Script=Han})[\p{L}\p{N}]/gu;
const sign = /[\p{L}\p{N}]/gu;

/**
 * Letters and digits of English that a Chinese character becomes: 3.5 in a human translation of news and talk
 * (WMT 2022), 3.5 in six chapters of novels. Letters and digits of the source mostly stay.
 */
const perCharacter = 3.5;
/** Keeps very short texts near to what is expected: Okay for 好. */
const atLeast = 6;

/** Letters and digits that the rendering of a Chinese text should have. */
export function expectedLetters(source: string): number {
	return perCharacter * count(source, hanCharacter) + count(source, otherSign);
}

export function lettersOf(target: string): number {
	return count(target, sign);
}

/** Natural logarithm of what is found to what is expected, both a little more than they are. */
export function deviationOf(found: number, expected: number): number {
	return Math.log((found + atLeast) / (expected + atLeast));
}

/** The standard deviation of that: about a quarter for a sentence, more for a few words. */
function spreadOf(expected: number): number {
	return 0.18 + 1 / Math.sqrt(expected + atLeast);
}

/** Squared deviations beyond this many are no more unlikely than these. */
const worst = 40;

/** Logarithm of the density of a length where another is expected, beside the highest. */
export function lengthWorth(found: number, expected: number): number {
	const deviation = deviationOf(found, expected) / spreadOf(expected);
	return -0.5 * Math.min(deviation * deviation, worst);
}

function count(text: string, pattern: RegExp): number {
	let found = 0;
	for (const _ of text.matchAll(pattern)) found += 1;
	return found;
}
