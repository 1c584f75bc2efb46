import type { Hunk } from "#lib/core/diff/hunks.ts";
import type { Compared } from "#lib/core/diff/phrases.ts";
import { isWord } from "#lib/core/diff/tokens.ts";
import { isUnspaced } from "#lib/core/text/unspaced.ts";

/** Tokens [start, end) of the earlier text that stand at [afterStart, afterEnd) of the later one, in another order. */
export type Move = Hunk;

/**
 * What is shorter is not known again: "of the" is deleted here and inserted there in every second sentence. Two words
 * at least, or one of so many signs; figures count twice, "in 2023" is a phrase.
 */
const leastLetters = { spaced: 8, unspaced: 3 } as const;
const oneWord = { spaced: Number.POSITIVE_INFINITY, unspaced: 4 } as const;
/** No phrase ends in one of these: of "such as the" nothing is left, of "director of" the director. */
const little = /^(?:an?|and|as|at|by|for|from|in|is|of|on|or|that|the|this|to|was|were|with)$/u;
/** Where two words follow each other oftener than this, only the first places are tried. */
const mostPlaces = 16;
/** Tokens looked at while runs are followed: a few milliseconds, and more than any article needs. */
const mostSteps = 300_000;

interface Run extends Move {
	readonly words: number;
	readonly letters: number;
}

/**
 * Phrases that are deleted in one of the hunks and inserted in another, the longest first, capitals aside. What two
 * texts share in the common order is kept, not moved, also where it has gone under between two changes.
 */
export function movesOf(compared: Compared, phrases: readonly Hunk[], language: string): Move[] {
	const spacing = isUnspaced(language) ? "unspaced" : "spaced";
	const old = loose(compared.before, phrases, compared.hunks, ({ start, end }) => [start, end]);
	const now = loose(compared.after, phrases, compared.hunks, ({ afterStart, afterEnd }) => [
		afterStart,
		afterEnd,
	]);
	const taken = { before: new Set<number>(), after: new Set<number>() };
	const moves: Move[] = [];
	const runs = runsIn(old, now, oneWord[spacing]).filter((run) => isPhrase(run, spacing));
	for (const run of runs.sort((a, b) => b.letters - a.letters || a.start - b.start)) {
		const steps = Array.from({ length: run.end - run.start }, (_, step) => step);
		if (steps.some((step) => taken.before.has(run.start + step) || taken.after.has(run.afterStart + step)))
			continue;
		for (const step of steps) {
			taken.before.add(run.start + step);
			taken.after.add(run.afterStart + step);
		}
		moves.push(run);
	}
	return moves.sort((a, b) => a.start - b.start);
}

/** One side as it is compared here. */
interface Loose {
	/** Null where a token stayed. */
	readonly tokens: readonly (string | null)[];
	/** After how many stretches that stayed each token stands: where that is equal on both sides, nothing moved. */
	readonly place: readonly number[];
}

function loose(
	tokens: readonly string[],
	phrases: readonly Hunk[],
	hunks: readonly Hunk[],
	span: (hunk: Hunk) => readonly [number, number],
): Loose {
	const found: (string | null)[] = tokens.map(() => null);
	const place: number[] = tokens.map(() => 0);
	const open = (hunk: Hunk, isOpen: (token: string) => boolean) => {
		const [from, to] = span(hunk);
		for (let at = from; at < to; at++) {
			const token = tokens[at] ?? "";
			if (isOpen(token)) found[at] = token.trim() === "" ? " " : token.toLowerCase();
		}
	};
	for (const [index, hunk] of hunks.entries()) {
		open(hunk, () => true);
		const [from, to] = span(hunk);
		place.fill(index, from, to);
	}
	// Between the words of a phrase that went as a whole, it does not matter which space was which.
	for (const hunk of phrases) open(hunk, (token) => !isWord(token));
	return { tokens: found, place };
}

/** The longest runs that both sides have, each found once, from its first word to its last. */
function runsIn(old: Loose, now: Loose, longWord: number): Run[] {
	const places = new Map<string, number[]>();
	for (const [at, key] of beginnings(now, longWord)) {
		const known = places.get(key);
		if (known === undefined) places.set(key, [at]);
		else if (known.length < mostPlaces) known.push(at);
	}
	const runs: Run[] = [];
	let steps = 0;
	for (const [at, key] of beginnings(old, longWord)) {
		for (const afterAt of places.get(key) ?? []) {
			if (steps > mostSteps) return runs;
			if (old.place[at] === now.place[afterAt] || continues(old, now, at, afterAt)) continue;
			const run = runFrom(old, now, at, afterAt);
			steps += run.end - run.start;
			runs.push(run);
		}
	}
	return runs;
}

/** Each word with the one that follows, marks and spaces aside, and each long word by itself. */
function* beginnings({ tokens }: Loose, longWord: number): Generator<readonly [at: number, words: string]> {
	let last: readonly [number, string] | null = null;
	for (const [at, token] of tokens.entries()) {
		if (token === null) last = null;
		else if (isWord(token)) {
			if (last !== null) yield [last[0], `${last[1]} ${token}`];
			if (token.length >= longWord) yield [at, token];
			last = [at, token];
		}
	}
}

/** Does a longer run with an earlier word begin to the left of this one? */
function continues(old: Loose, now: Loose, at: number, afterAt: number): boolean {
	for (let step = 1; ; step++) {
		const token = old.tokens[at - step] ?? null;
		if (token === null || token !== now.tokens[afterAt - step]) return false;
		if (isWord(token)) return true;
	}
}

function runFrom(old: Loose, now: Loose, start: number, afterStart: number): Run {
	let [length, words, letters] = [0, 0, 0];
	let [inAll, lettersInAll] = [0, 0];
	for (let step = 0; ; step++) {
		const token = old.tokens[start + step] ?? null;
		if (token === null || token !== now.tokens[afterStart + step]) break;
		if (!isWord(token)) continue;
		inAll++;
		lettersInAll += /\p{N}/u.test(token) ? 2 * token.length : token.length;
		if (!little.test(token)) [length, words, letters] = [step + 1, inAll, lettersInAll];
	}
	return { start, end: start + length, afterStart, afterEnd: afterStart + length, words, letters };
}

function isPhrase({ words, letters }: Run, spacing: keyof typeof leastLetters): boolean {
	return letters >= (words < 2 ? oneWord[spacing] : leastLetters[spacing]);
}
