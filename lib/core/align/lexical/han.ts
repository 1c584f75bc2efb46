import type { HeadWords } from "../lexicon/lexicon.ts";

const han = /\p{Script=Han}/u;
/** Logarithm of the share of running words of a character that no dictionary has. */
const unknownShare = -20;
export function isHan(character: string): boolean {
	return han.test(character);
}

const simplifiedForms = new WeakMap<HeadWords, ReadonlySet<string>>();

/** What characters that no simplified word has become. */
function simplifiedOf(heads: HeadWords): ReadonlySet<string> {
	const known = simplifiedForms.get(heads);
	if (known) return known;
	const { simplified, onlyTraditional } = heads;
	const forms = new Set(Array.from(onlyTraditional, (character) => simplified.get(character) ?? character));
	simplifiedForms.set(heads, forms);
	return forms;
}

/**
 * Traditional characters become simplified: those that no simplified word has, everywhere; those that some have (著 in
 * 著名) where most characters that differ are traditional.
 */
export function simplifier(texts: readonly string[], heads: HeadWords): (text: string) => string {
	const { simplified, onlyTraditional } = heads;
	const results = simplifiedOf(heads);
	let balance = 0;
	for (const text of texts) {
		for (const character of text) {
			if (onlyTraditional.has(character)) balance += 1;
			else if (results.has(character)) balance -= 1;
		}
	}
	const isTraditional = balance > 0;
	const convert = (character: string) =>
		isTraditional || onlyTraditional.has(character) ? (simplified.get(character) ?? character) : character;
	return (text) => Array.from(text, convert).join("");
}

/**
 * The most probable cut of a run of Chinese characters into words, each word's probability its share of running words
 * (as jieba cuts, without its guess at unknown words: their characters stay single).
 */
export function cutHan(run: string, { numbers, logShares, longest }: HeadWords): string[] {
	const length = run.length;
	const best = new Float64Array(length + 1);
	const next = new Int32Array(length + 1);
	for (let from = length - 1; from >= 0; from -= 1) {
		const step = run.codePointAt(from) === run.charCodeAt(from) ? 1 : 2;
		best[from] = unknownShare + (best[Math.min(from + step, length)] ?? 0);
		next[from] = Math.min(from + step, length);
		const most = Math.min(length - from, longest.get(run.charAt(from)) ?? 0);
		for (let size = 1; size <= most; size += 1) {
			const word = numbers.get(run.slice(from, from + size));
			if (word === undefined) continue;
			const score = (logShares[word] ?? unknownShare) + (best[from + size] ?? 0);
			if (score > (best[from] ?? 0)) {
				best[from] = score;
				next[from] = from + size;
			}
		}
	}
	const words: string[] = [];
	for (let from = 0; from < length; from = next[from] ?? length) words.push(run.slice(from, next[from]));
	return words;
}
