import type { HeadWords } from "../lexicon/lexicon.ts";

const han = /\p{Script=Han}/u;
/** Logarithm of the share of running words of a character that no dictionary has. */
const unknownShare = -20;
/** With a larger share of traditional characters among those that differ, a text is converted. */
const traditionalShare = 0.5;

export function isHan(character: string): boolean {
	return han.test(character);
}

/** Traditional characters become simplified where the whole text is traditional; lone 著 in a simplified text stays. */
export function simplifier(texts: readonly string[], heads: HeadWords): (text: string) => string {
	const results = new Set(heads.simplified.values());
	let traditional = 0;
	let simplified = 0;
	for (const text of texts) {
		for (const character of text) {
			if (heads.simplified.has(character)) traditional += 1;
			else if (results.has(character)) simplified += 1;
		}
	}
	if (traditional <= traditionalShare * (traditional + simplified)) return (text) => text;
	return (text) => Array.from(text, (character) => heads.simplified.get(character) ?? character).join("");
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
