/** Terms that a glossary might take: what a project's people have rendered alike again and again. */
import { foldScript } from "../scripts/fold.ts";
import { readWords } from "./english/read-words.ts";
import { noTerms, type TermMatcher } from "./matcher.ts";
import { dice, logLikelihood } from "./mining/association.ts";
import { type Phrase, recurringPhrases } from "./mining/phrases.ts";
import { Wordings } from "./mining/wordings.ts";

export interface Pair {
	readonly source: string;
	readonly target: string;
}

/** Offsets are UTF-16 code units, end exclusive. */
export interface Example<P extends Pair> {
	readonly pair: P;
	readonly source: { readonly start: number; readonly end: number };
	readonly target: { readonly start: number; readonly end: number };
}

export interface Candidate<P extends Pair> {
	/** As most of the passages write them. */
	readonly source: string;
	readonly rendering: string;
	/** Passages whose source has it, and those of them that are so rendered. */
	readonly passages: number;
	readonly together: number;
	/** Only for ranking: the greater, the surer. */
	readonly score: number;
	readonly examples: readonly Example<P>[];
}

export interface MiningOptions {
	/** What it has is no candidate. */
	readonly terms?: TermMatcher;
	/** In fewer passages nothing recurs. */
	readonly leastPassages?: number;
	readonly mostCandidates?: number;
	readonly examples?: number;
	/** UTF-16 units of all texts; what goes beyond is not read, so that memory has an end. */
	readonly mostCharacters?: number;
}

const usual = { leastPassages: 3, mostCandidates: 200, examples: 3, mostCharacters: 12_000_000 };

/** The surest first. Reads the pairs once. */
export function mineCandidates<P extends Pair>(
	pairs: Iterable<P>,
	options: MiningOptions = {},
): Candidate<P>[] {
	const { leastPassages, mostCandidates, examples, mostCharacters } = { ...usual, ...options };
	const held = [...within(pairs, mostCharacters)];
	const texts = held.map((pair) => withoutKnown(pair, options.terms ?? noTerms));
	const wordings = new Wordings(
		texts.map(({ target }) => target),
		leastPassages,
	);
	const phrases = recurringPhrases(
		texts.map(({ source }) => foldScript(source).text),
		leastPassages,
	);
	const found = phrases.flatMap((phrase) => bestOf(phrase, wordings, held.length, leastPassages) ?? []);
	return oneOfAKind(found)
		.map((one) => shown(one, held, examples))
		.filter((one) => one !== null)
		.slice(0, mostCandidates);
}

function* within<P extends Pair>(pairs: Iterable<P>, most: number): Generator<P> {
	let read = 0;
	for (const pair of pairs) {
		read += pair.source.length + pair.target.length;
		if (read > most) return;
		yield pair;
	}
}

/** Terms of the glossary divide the texts: neither they nor their parts are candidates. */
function withoutKnown(pair: Pair, terms: TermMatcher): Pair {
	const uses = terms.inSource(pair.source);
	if (uses.length === 0) return pair;
	const named = new Set(uses.map(({ term }) => term));
	const rendered = terms.inTarget(pair.target).filter(({ term }) => named.has(term));
	return { source: cutOut(pair.source, uses), target: cutOut(pair.target, rendered) };
}

function cutOut(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
	let left = text;
	for (const { start, end } of spans) left = left.slice(0, start) + ".".repeat(end - start) + left.slice(end);
	return left;
}

interface Match {
	readonly phrase: Phrase;
	readonly wording: string;
	readonly together: number;
	readonly score: number;
}

/** More passages of one phrase tell nothing new. */
const mostLookedAt = 400;
/** So many of a phrase's passages must have the rendering, or people render it in more ways than one. */
const leastShare = 0.6;
const leastDice = 0.5;
/** χ² of one degree of freedom at 1 in 10,000: tens of thousands of phrases are tried. */
const leastLikelihood = 15.1;
/** A longer wording that is nearly as frequent is the whole of the name. */
const wholeShare = 0.8;

const longPhrase = 6;

function bestOf(phrase: Phrase, wordings: Wordings, all: number, least: number): Match | null {
	const step = Math.ceil(phrase.texts.length / mostLookedAt);
	const looked = phrase.texts.filter((_, i) => i % step === 0);
	const scale = phrase.texts.length / looked.length;
	// Long phrases are terms more often than words of two characters, which dictionaries have.
	const weight = Math.sqrt(Math.min(phrase.text.length, longPhrase));
	let best: Match | null = null;
	for (const [number, seen] of countIn(looked, wordings)) {
		const other = wordings.counts[number] ?? 0;
		const together = Math.min(Math.round(seen * scale), other);
		const table = { together, one: phrase.texts.length, other, all };
		const likelihood = logLikelihood(table);
		const alike = dice(table);
		if (together < least || likelihood < leastLikelihood || alike < leastDice) continue;
		const match = {
			phrase,
			wording: wordings.texts[number] ?? "",
			together,
			score: likelihood * alike * weight,
		};
		if (best === null || isBetter(match, best)) best = match;
	}
	return best !== null && isTelling(phrase.text, best.wording) ? best : null;
}

/** In how many of some texts each wording stands that is in enough of them, which one of the first texts must have. */
function countIn(looked: readonly number[], wordings: Wordings): [wording: number, texts: number][] {
	const needed = looked.length * leastShare;
	const first = looked.length - Math.ceil(needed) + 1;
	const counts = new Map<number, number>();
	for (const [at, text] of looked.entries())
		for (const wording of wordings.inText[text] ?? []) {
			const count = counts.get(wording);
			if (count !== undefined) counts.set(wording, count + 1);
			else if (at < first) counts.set(wording, 1);
		}
	return [...counts].filter(([, count]) => count >= needed);
}

function isBetter(one: Match, other: Match): boolean {
	if (holds(one.wording, other.wording)) return one.score >= other.score * wholeShare;
	if (holds(other.wording, one.wording)) return one.score * wholeShare > other.score;
	return one.score > other.score;
}

const holds = (wording: string, inner: string) => wording !== inner && ` ${wording} `.includes(` ${inner} `);

/** A common word of two characters with a word for a counterpart is what dictionaries are for. */
const isTelling = (phrase: string, wording: string) =>
	wording.includes(" ") || wording.startsWith("=") || phrase.length > 2;

/** Of phrases that are parts of each other, or have one rendering, only the surest; in the order of their scores. */
function oneOfAKind(matches: readonly Match[]): Match[] {
	const kept: Match[] = [];
	const byWording = new Map<string, Match>();
	const byScore = matches.toSorted(
		(one, other) =>
			other.score - one.score ||
			other.phrase.text.length - one.phrase.text.length ||
			(one.phrase.text < other.phrase.text ? -1 : 1),
	);
	for (const match of byScore) {
		if (byWording.has(match.wording)) continue;
		const near = kept.some(
			(other) =>
				overlaps(other.phrase.text, match.phrase.text) &&
				(holds(other.wording, match.wording) || holds(match.wording, other.wording)),
		);
		if (near) continue;
		byWording.set(match.wording, match);
		kept.push(match);
	}
	return kept;
}

const overlaps = (one: string, other: string) => one.includes(other) || other.includes(one);

function shown<P extends Pair>(
	{ phrase, wording, together, score }: Match,
	held: readonly P[],
	wanted: number,
): Candidate<P> | null {
	const sources = new Map<string, number>();
	const renderings = new Map<string, number>();
	const examples: Example<P>[] = [];
	for (const number of phrase.texts.slice(0, mostLookedAt)) {
		const pair = held[number];
		const source = pair && sourcePlace(pair.source, phrase.text);
		const target = pair && targetPlace(pair.target, wording);
		if (!pair || !source || !target) continue;
		raise(sources, pair.source.slice(source.start, source.end));
		raise(renderings, pair.target.slice(target.start, target.end));
		if (examples.length < wanted) examples.push({ pair, source, target });
	}
	const [source, rendering] = [mostOf(sources), mostOf(renderings)];
	if (source === "" || rendering === "") return null;
	return { source, rendering, passages: phrase.texts.length, together, score, examples };
}

const raise = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

function mostOf(counts: ReadonlyMap<string, number>): string {
	let best = "";
	for (const [text, count] of counts) if (count > (counts.get(best) ?? 0)) best = text;
	return best;
}

function sourcePlace(text: string, phrase: string) {
	const folded = foldScript(text);
	const at = folded.text.indexOf(phrase);
	if (at < 0) return null;
	return { start: folded.starts[at] ?? 0, end: folded.starts[at + phrase.length] ?? text.length };
}

function targetPlace(text: string, wording: string) {
	const words = readWords(text);
	const keys = wording.split(" ");
	for (let at = 0; at + keys.length <= words.length; at += 1) {
		const isHere = keys.every((key, i) => (words[at + i]?.capitals ?? words[at + i]?.key) === key);
		const [first, last] = [words[at], words[at + keys.length - 1]];
		if (isHere && first && last) return { start: first.start, end: last.end };
	}
	return null;
}
