/** From CC-CEDICT, WordNet and a list of word frequencies to the tables of a Chinese–English lexicon. */
import { baseForm, readEnglish } from "./english.ts";
import { glossFillers, readGlosses } from "./gloss.ts";
import type { EnglishWords, HeadWords, Lexicon, Table } from "./lexicon.ts";
import type { DictionaryEntry, LexiconSources } from "./sources.ts";
import { readWordNet } from "./wordnet.ts";

/** A name's entry ("surname Li") says less about a word than its other entries. */
const nameEntry = 0.2;
/** The n-th sense of an entry counts (n + 1) to the power of minus this. */
const senseDecay = 0.35;
/** A sense that only refers to another head word hands on that word's senses, this much as one sense. */
const referenceSense = 1;
const mostNeighbours = 16;
/** Least share of running words, for words the frequency lists lack. */
const leastCount = 0.7;

type Weights = Map<string, number>;

export function buildLexicon(sources: LexiconSources, name: string): Lexicon {
	const { words, near, definitions } = readWordNet(sources.wordNet);
	const vocabulary = {
		numbers: new Map([...words.keys()].map((word, i) => [word, i])),
		partsOfSpeech: Uint8Array.from(words.values()),
		irregular: sources.irregular,
	};
	const rows = glossRows(sources.entries, (text) => readEnglish(text, vocabulary).map(({ word }) => word));
	const counts: Weights = new Map();
	for (const text of [...definitions, ...sources.entries.flatMap((entry) => entry.definitions)])
		for (const { word } of readEnglish(text, vocabulary)) counts.set(word, (counts.get(word) ?? 0) + 1);
	const base = baseNeighbours(near, (word) => baseForm(word, vocabulary));
	const english = englishWords(words, rows, counts, sources.irregular);
	const heads = headWords(sources, [...rows.keys()]);
	return {
		headLanguage: "zh",
		glossLanguage: "en",
		name,
		reversed: false,
		heads,
		english,
		glosses: table(heads.texts, rows, english.numbers),
		neighbours: table(english.texts, base, english.numbers),
	};
}

function glossRows(
	entries: readonly DictionaryEntry[],
	read: (text: string) => string[],
): Map<string, Weights> {
	const rows = new Map<string, Weights>();
	const references: [from: string, to: string, weight: number][] = [];
	for (const { simplified, pinyin, definitions } of entries) {
		const row = rows.get(simplified) ?? new Map();
		rows.set(simplified, row);
		const entry = /^[A-Z]/u.test(pinyin) && simplified.length === 1 ? nameEntry : 1;
		for (const [sense, gloss] of definitions.flatMap(readGlosses).entries()) {
			const weight = entry * (sense + 2) ** -senseDecay;
			if (gloss.refersTo === null) addGloss(row, read(gloss.text), weight);
			else if (gloss.refersTo !== simplified)
				references.push([simplified, gloss.refersTo, weight * referenceSense]);
		}
	}
	for (const [from, to, weight] of references) {
		const target = rows.get(to);
		const row = rows.get(from);
		if (!target || !row || target.size === 0) continue;
		const sum = total(target);
		for (const [word, share] of [...target]) add(row, word, (weight * share) / sum);
	}
	return rows;
}

/** A gloss of n words gives each 1/n; function words count only where nothing else is there. */
function addGloss(row: Weights, words: readonly string[], weight: number): void {
	const telling = words.filter((word) => !glossFillers.has(word));
	const used = telling.length > 0 ? telling : words;
	for (const word of used) add(row, word, weight / used.length);
}

function baseNeighbours(
	near: ReadonlyMap<string, ReadonlyMap<string, number>>,
	reduce: (word: string) => string,
) {
	const rows = new Map<string, Weights>();
	for (const [word, others] of near) {
		const base = reduce(word);
		const row = rows.get(base) ?? new Map();
		rows.set(base, row);
		for (const [other, weight] of others) {
			const otherBase = reduce(other);
			if (otherBase !== base) add(row, otherBase, weight);
		}
	}
	for (const [word, row] of rows)
		rows.set(word, new Map([...row].sort((a, b) => b[1] - a[1]).slice(0, mostNeighbours)));
	return rows;
}

function englishWords(
	parts: ReadonlyMap<string, number>,
	rows: ReadonlyMap<string, Weights>,
	counts: Weights,
	irregular: ReadonlyMap<string, string>,
): EnglishWords {
	const texts = [...new Set([...parts.keys(), ...[...rows.values()].flatMap((row) => [...row.keys()])])];
	return {
		texts,
		numbers: numbered(texts),
		logShares: logShares(texts.map((text) => counts.get(text) ?? 0)),
		partsOfSpeech: Uint8Array.from(texts, (text) => parts.get(text) ?? 0),
		irregular,
	};
}

function headWords({ entries, frequencies }: LexiconSources, texts: readonly string[]): HeadWords {
	const counts: Weights = new Map();
	for (const line of frequencies.split("\n")) {
		const [word = "", count = ""] = line.split(" ");
		counts.set(word, Number(count));
	}
	const simplified = simplifiedCharacters(entries);
	return {
		texts,
		numbers: numbered(texts),
		logShares: logShares(texts.map((text) => counts.get(text) ?? 0)),
		longest: longestByFirst(texts),
		simplified,
		onlyTraditional: onlyTraditional(simplified, texts),
		readings: characterReadings(entries),
	};
}

/** Which simplified character most entries have in the place of a traditional one; those alike are left out. */
function simplifiedCharacters(entries: readonly DictionaryEntry[]): Map<string, string> {
	const seen = new Map<string, Weights>();
	for (const { traditional, simplified } of entries) {
		const from = [...traditional];
		const to = [...simplified];
		if (from.length !== to.length) continue;
		for (const [i, character] of from.entries()) {
			const choices = seen.get(character) ?? new Map();
			seen.set(character, choices);
			add(choices, to[i] ?? character, 1);
		}
	}
	return new Map(
		[...seen].flatMap(([character, choices]) => {
			const [best] = [...choices].sort((a, b) => b[1] - a[1]);
			return best && best[0] !== character ? [[character, best[0]] as const] : [];
		}),
	);
}

function characterReadings(entries: readonly DictionaryEntry[]): Map<string, string[]> {
	const readings = new Map<string, string[]>();
	for (const { simplified, pinyin } of entries) {
		if ([...simplified].length !== 1 || !/\p{Script=Han}/u.test(simplified)) continue;
		const reading = pinyin
			.toLowerCase()
			.replaceAll(/[\d\s]/gu, "")
			.replaceAll("u:", "u");
		const found = readings.get(simplified) ?? [];
		if (!found.includes(reading)) readings.set(simplified, [...found, reading]);
	}
	return readings;
}

export function onlyTraditional(
	simplified: ReadonlyMap<string, string>,
	heads: readonly string[],
): Set<string> {
	const only = new Set(simplified.keys());
	for (const head of heads) for (const character of head) only.delete(character);
	return only;
}

export function longestByFirst(texts: readonly string[]): Map<string, number> {
	const longest = new Map<string, number>();
	for (const text of texts) {
		const first = text.charAt(0);
		if (text.length > (longest.get(first) ?? 0)) longest.set(first, text.length);
	}
	return longest;
}

export function numbered(texts: readonly string[]): Map<string, number> {
	return new Map(texts.map((text, i) => [text, i]));
}

function logShares(counts: readonly number[]): Float32Array {
	const sum = counts.reduce((all, count) => all + Math.max(count, leastCount), 0);
	return Float32Array.from(counts, (count) => Math.log(Math.max(count, leastCount) / sum));
}

function table(
	order: readonly string[],
	rows: ReadonlyMap<string, ReadonlyMap<string, number>>,
	numbers: ReadonlyMap<string, number>,
): Table {
	const starts = new Uint32Array(order.length + 1);
	const words: number[] = [];
	const weights: number[] = [];
	for (const [i, text] of order.entries()) {
		const row = rows.get(text) ?? new Map<string, number>();
		const known = [...row].filter(([word]) => numbers.has(word));
		const sum = known.reduce((all, [, weight]) => all + weight, 0);
		for (const [word, weight] of known) {
			words.push(numbers.get(word) ?? 0);
			weights.push(weight / sum);
		}
		starts[i + 1] = words.length;
	}
	return { starts, words: Uint32Array.from(words), weights: Float32Array.from(weights) };
}

function add(row: Weights, word: string, weight: number): void {
	row.set(word, (row.get(word) ?? 0) + weight);
}

function total(row: Weights): number {
	let sum = 0;
	for (const weight of row.values()) sum += weight;
	return sum;
}
