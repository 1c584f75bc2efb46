/** Which phrases of a document are names, and which words are none: told by their capitals within sentences. */
import type { EnglishWord } from "./english-words.ts";
import { looseWords } from "./loose-words.ts";

export interface Capitals {
	/** All of its words, or it as a whole, are mostly written with capitals. */
	isName(target: string): boolean;
	/** It is also written small: a ministry as well as the Ministry. */
	isAlsoSmall(stem: string): boolean;
}

export function capitalsAmong(
	passages: readonly (readonly EnglishWord[])[],
	targets: ReadonlyMap<string, readonly number[]>,
): Capitals {
	const counts = new Map<string, number>();
	const small = new Set<string>();
	for (const words of passages)
		for (const { stem, capital, first } of words) {
			if (!capital) small.add(stem);
			if (!first) counts.set(stem, (counts.get(stem) ?? 0) + (capital ? 1 : -1));
		}
	const known = new Map<string, boolean>();
	const tell = (target: string): boolean => {
		const stems = target.split(" ");
		if (stems.every((stem) => looseWords.has(stem))) return false;
		if (stems.every((stem) => looseWords.has(stem) || (counts.get(stem) ?? 0) > 0)) return true;
		return stems.length > 1 && isMostlyCapital(stems, targets.get(target) ?? [], passages);
	};
	return {
		isName(target) {
			const is = known.get(target) ?? tell(target);
			known.set(target, is);
			return is;
		},
		isAlsoSmall: (stem) => small.has(stem),
	};
}

function isMostlyCapital(
	stems: readonly string[],
	places: readonly number[],
	passages: readonly (readonly EnglishWord[])[],
): boolean {
	let balance = 0;
	for (const at of places) {
		const words = passages[at] ?? [];
		for (let start = 0; start + stems.length <= words.length; start += 1) {
			if (stems.some((stem, i) => words[start + i]?.stem !== stem)) continue;
			const all = stems.every((stem, i) => looseWords.has(stem) || words[start + i]?.capital);
			balance += all ? 1 : -1;
		}
	}
	return balance > 0;
}
