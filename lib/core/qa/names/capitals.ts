/** Words of an English text that may be names, alone and together. */
import { type EnglishWord, englishWords } from "../usage/english-words.ts";

/** Neighbouring capitalised words of one phrase. Offsets are UTF-16 code units, end exclusive. */
export interface Run {
	readonly words: readonly EnglishWord[];
	/** All of them as one word in small letters, without marks and apostrophes. */
	readonly letters: string;
	readonly start: number;
	readonly end: number;
}

/** A family name and a given name in two. */
const mostWords = 3;
/** A text of nothing but capitals is no list of names. */
const mostRuns = 600;

export const lettersOf = (text: string) =>
	text
		.toLowerCase()
		.normalize("NFD")
		.replaceAll(/[^a-z]/gu, "");

/** Every run of up to three words, the longest from each word first. */
export function capitalRuns(text: string): Run[] {
	const words = englishWords(text);
	const runs: Run[] = [];
	for (let at = 0; at < words.length && runs.length < mostRuns; at += 1) {
		const from: Run[] = [];
		for (let length = 1; length <= mostWords; length += 1) {
			const last = words[at + length - 1];
			if (!last?.capital || (length > 1 && (last.parted || text[last.start - 1] !== " "))) break;
			const some = words.slice(at, at + length);
			const start = some[0]?.start ?? 0;
			from.push({
				words: some,
				letters: some.map((word) => lettersOf(word.text.replace(/['’]s$/iu, ""))).join(""),
				start,
				end: last.end - (/['’]s$/iu.test(last.text) ? 2 : 0),
			});
		}
		runs.push(...from.reverse());
	}
	return runs;
}
