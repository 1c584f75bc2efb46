/** A text in pieces that a sentence of the other side may stand on. */
import type { SideWords } from "../../align/lexical/words.ts";

const englishCut = /[,;:.!?]["”’)\]]*\s|\s[–—-]\s/gu;
const chineseCut = /[，；：。！？,;:.!?…]["”’」』）)]*/gu;
/** Characters of the shortest pieces. */
const leastEnglish = 12;
const leastChinese = 4;

/** At punctuation; a piece too short stays with the next. */
export const englishPieces = (text: string): string[] => cutAt(text, englishCut, leastEnglish);
export const chinesePieces = (text: string): string[] => cutAt(text, chineseCut, leastChinese);

function cutAt(text: string, cut: RegExp, least: number): string[] {
	const pieces: string[] = [];
	let from = 0;
	for (const match of text.matchAll(cut)) {
		const end = match.index + match[0].length;
		if (end - from < least) continue;
		pieces.push(text.slice(from, end));
		from = end;
	}
	if (from < text.length) pieces.push(text.slice(from));
	return pieces;
}

export interface Pieces {
	readonly words: SideWords;
	readonly lengths: readonly number[];
}

/** More pieces make much work and tell little. */
const mostPieces = 60;

/**
 * Pieces of more words become several, so that each of two sentences finds room where no mark stands between; in a
 * long text not as many. The length of a piece is shared out evenly.
 */
export function finer(words: SideWords, lengths: readonly number[], mostWords: number): Pieces {
	for (let most = mostWords; ; most *= 2) {
		const starts = [0];
		const parts: number[] = [];
		for (const [piece, length] of lengths.entries()) {
			const from = words.starts[piece] ?? 0;
			const size = (words.starts[piece + 1] ?? 0) - from;
			const count = Math.max(1, Math.ceil(size / most));
			for (let part = 1; part <= count; part += 1) {
				starts.push(from + Math.round((size * part) / count));
				parts.push(length / count);
			}
		}
		if (parts.length <= Math.max(mostPieces, lengths.length))
			return { words: { ...words, starts: Int32Array.from(starts) }, lengths: parts };
	}
}
