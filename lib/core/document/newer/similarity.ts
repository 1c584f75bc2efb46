/** How much two texts have in common, whatever their language. */
import { marks } from "../../formats/marked-text.ts";

/** What counts when texts are compared: neither inline codes nor white space, of which every program has its own idea. */
export function bareText(text: string): string {
	return text.replaceAll(marks, "").replaceAll(/\s+/gu, "");
}

/** Ideographs and kana one by one, all else word by word. */
const unit =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu;

/** The words of a text with how often each occurs. */
export interface Bag {
	readonly counts: ReadonlyMap<string, number>;
	readonly size: number;
}

export function bagOf(texts: readonly string[]): Bag {
	const counts = new Map<string, number>();
	let size = 0;
	for (const text of texts) {
		for (const [word] of text.replaceAll(marks, "").toLowerCase().matchAll(unit)) {
			counts.set(word, (counts.get(word) ?? 0) + 1);
			size += 1;
		}
	}
	return { counts, size };
}

/** 0–1: words in common out of all words (Sørensen–Dice); texts without words are alike only with each other. */
export function similarity(a: Bag, b: Bag): number {
	if (a.size + b.size === 0) return 1;
	const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
	let common = 0;
	for (const [word, count] of few.counts) common += Math.min(count, many.counts.get(word) ?? 0);
	return (2 * common) / (a.size + b.size);
}
