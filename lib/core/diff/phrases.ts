import { type Hunk, hunksAround } from "#lib/core/diff/hunks.ts";
import { matchesBetween } from "#lib/core/diff/matches.ts";
import { refine } from "#lib/core/diff/refine.ts";
import { slideHunks } from "#lib/core/diff/slide.ts";
import { isWord, tokenize } from "#lib/core/diff/tokens.ts";
import { isUnspaced } from "#lib/core/text/unspaced.ts";

/** Two texts cut into tokens, and where they differ. */
export interface Compared {
	readonly before: readonly string[];
	readonly after: readonly string[];
	/** Every difference, however small: at least one shared token lies between two hunks. */
	readonly hunks: readonly Hunk[];
}

/** An island of few short words between two replacements is noise: "of", "in the", 的. */
const most = 2;
const tiny = { spaced: 3, unspaced: 1 } as const;
/** Marks alone are noise too, but for what keeps two Chinese clauses apart: there is no space to do it. */
const keepsApart = { spaced: /[^\s\S]/u, unspaced: /[，；：。！？]/u } as const;
/** A longer island goes under only between replacements that are this many times its words, on both sides. */
const islandRatio = 2;

export function compareTexts(before: string, after: string, language: string): Compared {
	const [old, now] = [tokenize(before, language), tokenize(after, language)];
	const matches = matchesBetween(old, now);
	const cut = isUnspaced(language) ? refine(old, now, matches) : { before: old, after: now, matches };
	const hunks = hunksAround(cut.matches, cut.before.length, cut.after.length);
	return { before: cut.before, after: cut.after, hunks: slideHunks(hunks, cut.before, cut.after) };
}

/** The differences as a reader wants them: phrases, with tiny islands of what stayed gone under. */
export function phrasesOf(compared: Compared, language: string): Hunk[] {
	const islands = new Islands(compared, isUnspaced(language) ? "unspaced" : "spaced");
	let hunks: readonly Hunk[] = compared.hunks;
	for (;;) {
		const fewer = islands.sink(hunks);
		if (fewer.length === hunks.length) return fewer;
		hunks = fewer;
	}
}

class Islands {
	readonly #before: readonly string[];
	readonly #spacing: keyof typeof tiny;
	/** How many words come before each token, so that a stretch is counted without looking at it. */
	readonly #words: { readonly before: readonly number[]; readonly after: readonly number[] };

	constructor({ before, after }: Compared, spacing: keyof typeof tiny) {
		this.#before = before;
		this.#spacing = spacing;
		this.#words = { before: countedWords(before), after: countedWords(after) };
	}

	sink(hunks: readonly Hunk[]): Hunk[] {
		const merged: Hunk[] = [];
		for (const hunk of hunks) {
			const last = merged.at(-1);
			if (last !== undefined && this.#isNoise(last, hunk))
				merged[merged.length - 1] = { ...hunk, start: last.start, afterStart: last.afterStart };
			else merged.push(hunk);
		}
		return merged;
	}

	/** Would a reader rather see one longer replacement than the unchanged island between two changes? */
	#isNoise(left: Hunk, right: Hunk): boolean {
		const words = this.#between("before", left.end, right.start);
		if (!this.#replaces(left) || !this.#replaces(right)) {
			// Insertions alone, or deletions alone, read well in place; across a bare space they belong together.
			return words === 0 && this.#island(left, right).trim() === "" && !sameDirection(left, right);
		}
		if (words === 0) return !keepsApart[this.#spacing].test(this.#island(left, right));
		if (words <= most && this.#areTiny(left.end, right.start)) return true;
		return words * islandRatio <= Math.min(this.#weight(left), this.#weight(right));
	}

	#island(left: Hunk, right: Hunk): string {
		return this.#before.slice(left.end, right.start).join("");
	}

	#areTiny(start: number, end: number): boolean {
		for (let at = start; at < end; at++) {
			const token = this.#before[at] ?? "";
			if (token.length > tiny[this.#spacing] && isWord(token)) return false;
		}
		return true;
	}

	/** Words stand on both sides of the hunk: not only an insertion, a deletion or a comma for a full stop. */
	#replaces(hunk: Hunk): boolean {
		return (
			this.#between("before", hunk.start, hunk.end) > 0 &&
			this.#between("after", hunk.afterStart, hunk.afterEnd) > 0
		);
	}

	#weight(hunk: Hunk): number {
		return Math.max(
			this.#between("before", hunk.start, hunk.end),
			this.#between("after", hunk.afterStart, hunk.afterEnd),
		);
	}

	#between(side: "before" | "after", start: number, end: number): number {
		return (this.#words[side][end] ?? 0) - (this.#words[side][start] ?? 0);
	}
}

function countedWords(tokens: readonly string[]): number[] {
	const counted = [0];
	let words = 0;
	for (const token of tokens) {
		if (isWord(token)) words++;
		counted.push(words);
	}
	return counted;
}

function sameDirection(left: Hunk, right: Hunk): boolean {
	const inserts = (hunk: Hunk) => hunk.start === hunk.end;
	const deletes = (hunk: Hunk) => hunk.afterStart === hunk.afterEnd;
	return (inserts(left) && inserts(right)) || (deletes(left) && deletes(right));
}
