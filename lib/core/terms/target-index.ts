/** Finds renderings in an English text, whatever forms their words take. */
import { otherWritings } from "./english/equivalents.ts";
import { type EnglishWord, type Gap, gap, readWords } from "./english/read-words.ts";
import { wordKey } from "./english/word-key.ts";
import type { Term, TermRendering } from "./term.ts";
import { Trie } from "./trie.ts";

export interface FoundRendering {
	readonly term: Term;
	readonly rendering: TermRendering;
	readonly start: number;
	readonly end: number;
}

interface Entry {
	readonly term: Term;
	readonly rendering: TermRendering;
	/** The greatest gap within it: a phrase with a comma is found with and without it. */
	readonly gap: Gap;
}

type Node = Trie<string, Entry>;

/** Words written as one, with a hyphen or apart: this many hyphens of a rendering are tried. */
const mostHyphens = 3;

export class TargetIndex {
	readonly #root: Node = new Trie();

	constructor(terms: readonly Term[]) {
		for (const term of terms) this.#addTerm(term);
	}

	/** What is listed comes before what is only another writing of something listed. */
	#addTerm(term: Term): void {
		for (const rendering of term.renderings) this.#addText(rendering.text, term, rendering);
		for (const rendering of term.renderings)
			for (const text of otherWritings(rendering.text)) this.#addText(text, term, rendering);
	}

	#addText(text: string, term: Term, rendering: TermRendering): void {
		const words = readWords(text);
		const entry = { term, rendering, gap: widest(words) };
		for (const keys of writingsOf(text, words)) this.#add(keys, entry);
	}

	/** Of a term's renderings that are written alike the first one counts. */
	#add(keys: readonly string[], entry: Entry): void {
		if (keys.length === 0) return;
		let node = this.#root;
		for (const key of keys) node = node.grow(key);
		node.values ??= [];
		if (!node.values.some((other) => other.term === entry.term)) node.values.push(entry);
	}

	/** All of them, overlapping ones too. */
	find(text: string): FoundRendering[] {
		const words = readWords(text);
		const joins = joinsOf(text, words);
		const found: FoundRendering[] = [];
		for (let first = 0; first < words.length; first += 1) {
			const before = found.length;
			walk(words, joins, first, first, this.#root, gap.none, found);
			if (found.length > before + 1) found.push(...once(found.splice(before)));
		}
		return found;
	}
}

/** A word with a hyphen may lead to the same rendering as one word and as two. */
const once = (found: readonly FoundRendering[]) =>
	found.filter(
		(one, i) =>
			!found.slice(0, i).some((other) => other.rendering === one.rendering && other.end === one.end),
	);

function widest(words: readonly EnglishWord[]): Gap {
	let wide: Gap = gap.none;
	for (const word of words) if (word.gap > wide) wide = word.gap;
	return wide;
}

/** Words that hyphens join, read as one word, by the number of the first. */
interface Join {
	readonly key: string;
	readonly next: number;
}

function joinsOf(text: string, words: readonly EnglishWord[]): ReadonlyMap<number, Join> {
	const joins = new Map<number, Join>();
	for (let first = 0; first < words.length; first += 1) {
		const [one, two] = [words[first], words[first + 1]];
		if (one && two?.joined) joins.set(first, { key: joinedKey(text, [one, two]), next: first + 2 });
	}
	return joins;
}

const joinedKey = (text: string, words: readonly EnglishWord[]) =>
	wordKey(
		words
			.map(({ start, end }) => text.slice(start, end))
			.join("")
			.toLowerCase(),
	);

function walk(
	words: readonly EnglishWord[],
	joins: ReadonlyMap<number, Join>,
	first: number,
	at: number,
	node: Node,
	passed: Gap,
	found: FoundRendering[],
): void {
	const word = words[at];
	if (!word) return;
	const wider = at > first && word.gap > passed ? word.gap : passed;
	const go = (key: string, next: number) => {
		const child = node.next(key);
		if (!child) return;
		const start = words[first]?.start ?? 0;
		const end = words[next - 1]?.end ?? 0;
		for (const { term, rendering, gap: allowed } of child.values ?? [])
			if (wider <= allowed) found.push({ term, rendering, start, end });
		walk(words, joins, first, next, child, wider, found);
	};
	go(word.key, at + 1);
	if (word.shortForm !== null) go(word.shortForm, at + 1);
	const join = joins.get(at);
	if (join) go(join.key, join.next);
}

/** The words of a rendering, as they are and with those that hyphens join as one. */
function writingsOf(text: string, words: readonly EnglishWord[]): string[][] {
	if (!words.some(({ joined }) => joined)) return [words.map(({ key, capitals }) => capitals ?? key)];
	let writings: string[][] = [[]];
	let hyphens = 0;
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at];
		const next = words[at + 1];
		if (!word) continue;
		const key = word.capitals ?? word.key;
		if (!next?.joined || hyphens >= mostHyphens) {
			writings = writings.map((keys) => [...keys, key]);
			continue;
		}
		hyphens += 1;
		at += 1;
		const apart = [key, next.capitals ?? next.key];
		const together = joinedKey(text, [word, next]);
		writings = writings.flatMap((keys) => [
			[...keys, ...apart],
			[...keys, together],
		]);
	}
	return writings;
}
