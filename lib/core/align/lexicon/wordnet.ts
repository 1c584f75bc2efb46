import { partOfSpeech } from "./lexicon.ts";

/** One part of speech of WordNet: the text of its `data` and `index` files. */
export interface WordNetPart {
	readonly part: keyof typeof partOfSpeech;
	readonly data: string;
	readonly index: string;
}

export interface WordNetRelations {
	/** Single words in lower case → the sum of the numbers of their parts of speech. */
	readonly words: ReadonlyMap<string, number>;
	/** Word → near words → weight, not normalised. */
	readonly near: ReadonlyMap<string, ReadonlyMap<string, number>>;
	/** All definitions and their examples: running English. */
	readonly definitions: readonly string[];
}

interface Synset {
	readonly words: readonly string[];
	/** Relation and key (part and offset) of the synset it leads to. */
	readonly pointers: readonly (readonly [relation: string, key: string])[];
}

/** How near the words are that a relation leads to; relations not named lead too far. */
const relationWeights: Readonly<Record<string, number>> = { "+": 1, "\\": 1, "&": 0.7, "@": 0.5, "=": 0.3 };
/** A word's n-th sense counts 1/n; later senses than these are too rare to help. */
const sensesUsed = 4;
/** Only the first senses lead to more general words. */
const generalSenses = 2;
const letters: Readonly<Record<string, string>> = {
	n: "noun",
	v: "verb",
	a: "adjective",
	s: "adjective",
	r: "adverb",
};

/** Reads WordNet 3.1 (wndb format); words of several parts are left out. */
export function readWordNet(parts: readonly WordNetPart[]): WordNetRelations {
	const synsets = new Map<string, Synset>();
	const definitions: string[] = [];
	for (const { part, data } of parts) readData(part, data, synsets, definitions);
	const words = new Map<string, number>();
	const near = new Map<string, Map<string, number>>();
	for (const { part, index } of parts) {
		for (const line of index.split("\n")) {
			const fields = line.split(" ");
			const word = fields[0] ?? "";
			if (!isSingle(word)) continue;
			words.set(word, (words.get(word) ?? 0) | partOfSpeech[part]);
			const senses = Number(fields[2]);
			const offsets = fields.slice(-2 - senses).filter((field) => field.length === 8);
			collectNear(
				near,
				word,
				offsets.slice(0, sensesUsed).map((offset) => `${part}${offset}`),
				synsets,
			);
		}
	}
	return { words, near, definitions };
}

function isSingle(word: string): boolean {
	return /^[a-z]{2,}$/u.test(word);
}

function readData(part: string, data: string, synsets: Map<string, Synset>, definitions: string[]): void {
	for (const line of data.split("\n")) {
		if (!/^\d{8} /u.test(line)) continue;
		const bar = line.indexOf(" | ");
		if (bar >= 0) definitions.push(line.slice(bar + 3));
		const fields = line.slice(0, bar < 0 ? line.length : bar).split(" ");
		const count = Number.parseInt(fields[3] ?? "0", 16);
		const words: string[] = [];
		for (let k = 0; k < count; k += 1) {
			const word = (fields[4 + 2 * k] ?? "").replace(/\(.*\)$/u, "").toLowerCase();
			if (isSingle(word)) words.push(word);
		}
		const first = 4 + 2 * count;
		const pointers: [string, string][] = [];
		for (let k = 0; k < Number(fields[first]); k += 1) {
			const [relation = "", offset = "", letter = ""] = fields.slice(first + 1 + 4 * k, first + 4 + 4 * k);
			if (relation in relationWeights) pointers.push([relation, `${letters[letter]}${offset}`]);
		}
		synsets.set(`${part}${fields[0]}`, { words, pointers });
	}
}

function collectNear(
	near: Map<string, Map<string, number>>,
	word: string,
	keys: readonly string[],
	synsets: ReadonlyMap<string, Synset>,
): void {
	const found = near.get(word) ?? new Map<string, number>();
	near.set(word, found);
	for (const [rank, key] of keys.entries()) {
		const synset = synsets.get(key);
		if (synset === undefined) continue;
		add(synset.words, 1 / (rank + 1));
		for (const [relation, other] of synset.pointers) {
			if (relation === "@" && rank >= generalSenses) continue;
			add(synsets.get(other)?.words ?? [], (relationWeights[relation] ?? 0) / (rank + 1));
		}
	}

	function add(others: readonly string[], weight: number): void {
		for (const other of others) if (other !== word) found.set(other, (found.get(other) ?? 0) + weight);
	}
}
