/** Word sequences of English texts, and in how many of the texts each stands. */
import { fillers } from "../english/fillers.ts";
import { type EnglishWord, gap, readWords } from "../english/read-words.ts";

const longest = 7;

export class Wordings {
	/** A wording by its number. */
	readonly texts: readonly string[];
	/** In how many of the texts each stands. */
	readonly counts: readonly number[];
	/** The numbers of all in a text that might be a name or phrase. */
	readonly inText: readonly Int32Array[];

	/** Only those that stand in at least `least` texts are counted. */
	constructor(texts: readonly string[], least: number) {
		const interned = new Map<string, string>();
		const read = texts.map((text) => readWords(text).map((word) => once(interned, tokenOf(word))));
		const found = frequent(read, least);
		const numbers = new Map([...found.keys()].map((wording, number) => [wording, number] as const));
		this.texts = [...found.keys()];
		this.counts = [...found.values()];
		this.inText = read.map((words) => numbersIn(words, numbers));
	}
}

/** None begins or ends with a word that only joins others. */
function numbersIn(words: readonly string[], numbers: ReadonlyMap<string, number>): Int32Array {
	const seen = new Set<number>();
	for (let at = 0; at < words.length; at += 1) {
		if (isFiller(words[at])) continue;
		for (const [wording, last] of from(words, at)) {
			const number = numbers.get(wording);
			if (number === undefined) break;
			if (!isFiller(last)) seen.add(number);
		}
	}
	return Int32Array.from(seen);
}

/** A stop before a word is a part of it: no phrase goes over a stop. */
const stop = "|";
const tokenOf = ({ key, capitals, gap: before }: EnglishWord) =>
	(before === gap.none ? "" : stop) + (capitals ?? key);

function once(interned: Map<string, string>, text: string): string {
	const known = interned.get(text);
	if (known !== undefined) return known;
	interned.set(text, text);
	return text;
}

const bare = (token: string) => (token.startsWith(stop) ? token.slice(1) : token);
const isFiller = (token = "") => fillers.has(bare(token)) || bare(token).length < 2;

/** The sequences that begin at a word, growing. */
function* from(words: readonly string[], start: number): Generator<[wording: string, last: string]> {
	let wording = bare(words[start] ?? "");
	yield [wording, wording];
	for (let at = start + 1; at < words.length && at < start + longest; at += 1) {
		const word = words[at] ?? "";
		if (word.startsWith(stop)) return;
		wording += ` ${word}`;
		yield [wording, word];
	}
}

function frequent(texts: readonly (readonly string[])[], least: number): Map<string, number> {
	const all = new Map<string, number>();
	for (let length = 1; length <= longest; length += 1) {
		const counts = new Map<string, number>();
		for (const words of texts)
			for (const wording of ofLength(words, length, all)) counts.set(wording, (counts.get(wording) ?? 0) + 1);
		let kept = 0;
		for (const [wording, count] of counts) {
			if (count < least) continue;
			all.set(wording, count);
			kept += 1;
		}
		if (kept === 0) break;
	}
	return all;
}

/** Those of one length whose beginning recurs. */
function ofLength(words: readonly string[], length: number, known: ReadonlyMap<string, number>): Set<string> {
	const found = new Set<string>();
	for (let at = 0; at + length <= words.length; at += 1) {
		let size = 0;
		for (const [wording] of from(words, at)) {
			size += 1;
			if (size === length) found.add(wording);
			if (size === length || !known.has(wording)) break;
		}
	}
	return found;
}
