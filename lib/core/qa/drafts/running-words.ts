/** A word of running English where it stands. Offsets are UTF-16 code units, end exclusive. */
export interface RunningWord {
	/** In small letters, with straight apostrophes. */
	readonly word: string;
	readonly start: number;
	readonly end: number;
}

/** Letters and digits, held together by apostrophes, hyphens and the signs inside numbers. */
const word = /[\p{L}\p{N}\p{M}]+(?:['’‘\-‑][\p{L}\p{N}\p{M}]+|[.,:]\p{N}+)*/gu;

export function runningWords(text: string): RunningWord[] {
	const words: RunningWord[] = [];
	for (const match of text.matchAll(word)) {
		const start = match.index;
		words.push({
			word: match[0].toLowerCase().replaceAll(/[’‘]/gu, "'"),
			start,
			end: start + match[0].length,
		});
	}
	return words;
}

/** Each different word gets a number, so that words are compared quickly. */
export function numbered(words: readonly RunningWord[]): Int32Array {
	const numbers = new Map<string, number>();
	return Int32Array.from(words, ({ word }) => {
		const known = numbers.get(word);
		if (known !== undefined) return known;
		numbers.set(word, numbers.size);
		return numbers.size - 1;
	});
}
