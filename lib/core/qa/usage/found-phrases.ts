/** Where the phrases that a document has a usual name for stand in a Chinese text. */
import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import { foldText } from "../../scripts/fold.ts";
import { type ChineseWord, chineseWords, longestSource } from "./chinese-words.ts";
import { isInsideWord } from "./inside-word.ts";
import { sourceCharacters } from "./rivals.ts";

/** Fewer characters stand across the border of two words by chance. */
const shortestCut = 3;

export interface FoundPhrase {
	readonly phrase: string;
	readonly start: number;
	readonly end: number;
	/** What follows makes another word of it: 管理处 is an office. */
	readonly derived: boolean;
}

const makesWords = new Set("处者员师家人长费率化性力学法史部局所院站室厅署司厂店界业品物器机");

type BySource = ReadonlyMap<string, readonly string[]>;
type Words = readonly (ChineseWord | null)[];

export function phrasesIn(text: string, bySource: BySource, lexicon: Lexicon | null): FoundPhrase[] {
	const simplified = foldText(text);
	const words = chineseWords(text);
	const found: FoundPhrase[] = [];
	const isWhole = (phrase: PhraseOfWords) =>
		!isInsideWord(simplified, phrase, bySource.get(phrase.phrase) ?? [], lexicon);
	for (let at = 0; at < words.length; ) {
		const phrase = phraseAt(words, at, bySource) ?? cutPhraseAt(words, at, bySource);
		const next = at + (phrase?.words ?? 1);
		if (phrase && isWhole(phrase))
			found.push({ ...phrase, derived: makesWords.has(words[next]?.text ?? "") });
		at = next;
	}
	return found;
}

type PhraseOfWords = Omit<FoundPhrase, "derived"> & { readonly words: number };

/** The longest that begins with the word. */
function phraseAt(words: Words, at: number, bySource: BySource): PhraseOfWords | null {
	const start = words[at]?.start ?? 0;
	let phrase = "";
	let longest: PhraseOfWords | null = null;
	for (let next = at; next < at + longestSource; next += 1) {
		const word = words[next];
		if (!word) break;
		phrase += word.text;
		if (bySource.has(phrase)) longest = { phrase, start, end: word.end, words: next - at + 1 };
	}
	return longest;
}

/**
 * Where the words are parted wrongly: 台积电 in 前台|积|电, which leaves lone characters behind. Not so 学生会 in
 * 大学生|会议, where whole words stand on both sides.
 */
function cutPhraseAt(words: Words, at: number, bySource: BySource): PhraseOfWords | null {
	const word = words[at];
	const next = words[at + 1];
	if (!word || word.text.length < 2 || next?.text.length !== 1) return null;
	for (let cut = 1; cut < word.text.length; cut += 1) {
		let phrase = word.text.slice(cut);
		for (let last = at + 1; words[last]?.text.length === 1; last += 1) {
			const { text = "", end = 0 } = words[last] ?? {};
			phrase += text;
			if (phrase.length > sourceCharacters.longest) break;
			if (phrase.length >= shortestCut && bySource.has(phrase))
				return { phrase, start: word.start + cut, end, words: last - at + 1 };
		}
	}
	return null;
}
