/** From sentences to numbered words. */
import { readEnglish } from "../lexicon/english.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { cutHan, isHan, simplifier } from "./han.ts";
import { pinyinOf } from "./pinyin.ts";

/** The words of one side. Each different word has a number, in the order of first occurrence. */
export interface SideWords {
	readonly texts: readonly string[];
	readonly numbers: ReadonlyMap<string, number>;
	/** Words of sentence s are `words[starts[s]]` up to but not including `words[starts[s + 1]]`. */
	readonly starts: Int32Array;
	readonly words: Int32Array;
	readonly counts: Int32Array;
	/** Words that occur with a capital letter where nothing but a name has one. */
	readonly names: ReadonlySet<number>;
}

export interface Reader {
	/** Words of one sentence, and which of them look like names. */
	read(sentence: string): { word: string; name: boolean }[];
}

/** A run of a script without spaces between words, a word of another script, or a number. */
const piece =
	/[\p{Script=Han}〇\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+|[\p{L}--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]][[\p{L}\p{M}]--\p{Script=Han}]*(?:['’]\p{L}+)?|\p{N}+(?:[.,]\p{N}+)*/gv;
const grouping = /(?<=\d),(?=\d{3}(?:\D|$))/gu;
/** Written without spaces between words: each character counts as a word. */
const unspaced =
	/^[\p{Script=Han}〇\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The head-word side of a lexicon: Chinese text cut into dictionary words, and into the names of the other side. */
export function headReader(lexicon: Lexicon, sentences: readonly string[], other: SideWords): Reader {
	const simplify = simplifier(sentences, lexicon.heads);
	const namesLike = pinyinOf(lexicon.heads, other);
	const isName = (word: string) => namesLike(word).length > 0;
	return {
		read: (sentence) =>
			pieces(simplify(sentence)).flatMap((text) =>
				(isHan(text) ? joinNames(cutHan(text, lexicon.heads), isName) : [text.toLowerCase()]).map((word) => ({
					word,
					name: false,
				})),
			),
	};
}

/** No name that is cut into several words is longer, in words. */
const longestName = 3;

function joinNames(words: readonly string[], isName: (word: string) => boolean): string[] {
	const joined: string[] = [];
	for (let from = 0; from < words.length; ) {
		let size = Math.min(longestName, words.length - from);
		while (size > 1 && !isName(words.slice(from, from + size).join(""))) size -= 1;
		joined.push(words.slice(from, from + size).join(""));
		from += size;
	}
	return joined;
}

export function glossReader(lexicon: Lexicon): Reader {
	return { read: (sentence) => readEnglish(sentence.replaceAll(grouping, ""), lexicon.english) };
}

/** Any language: words between spaces in lower case, single characters where there are no spaces. */
export function plainReader(): Reader {
	return {
		read: (sentence) =>
			pieces(sentence).flatMap((text) =>
				(unspaced.test(text) ? [...text] : text.toLowerCase().split(apostrophe)).map((word) => ({
					word,
					name: false,
				})),
			),
	};
}

/** l'homme holds the word homme. */
const apostrophe = /['’]/u;

function pieces(sentence: string): string[] {
	return sentence.normalize("NFKC").replaceAll(grouping, "").match(piece) ?? [];
}

export function readSide(sentences: readonly string[], reader: Reader): SideWords {
	const numbers = new Map<string, number>();
	const texts: string[] = [];
	const counts: number[] = [];
	const words: number[] = [];
	const names = new Set<number>();
	const starts = new Int32Array(sentences.length + 1);
	for (const [i, sentence] of sentences.entries()) {
		for (const { word, name } of reader.read(sentence)) {
			let number = numbers.get(word);
			if (number === undefined) {
				number = texts.length;
				numbers.set(word, number);
				texts.push(word);
				counts.push(0);
			}
			counts[number] = (counts[number] ?? 0) + 1;
			words.push(number);
			if (name) names.add(number);
		}
		starts[i + 1] = words.length;
	}
	return { texts, numbers, starts, words: Int32Array.from(words), counts: Int32Array.from(counts), names };
}
