import { movesOf } from "#lib/core/diff/moves.ts";
import { compareTexts, phrasesOf } from "#lib/core/diff/phrases.ts";
import { tokenize } from "#lib/core/diff/tokens.ts";

export type Merged = { readonly kind: "merged"; readonly text: string } | { readonly kind: "conflict" };

/** UTF-16 units [start, end) of the base become `text`. */
interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** The whole words that it touches. */
	readonly words: readonly [start: number, end: number];
}

interface Edits {
	/** In order, like the changes of `diffWords`. */
	readonly all: readonly Edit[];
	/** Where a phrase was moved from and where to. */
	readonly moves: readonly (readonly [Edit | undefined, Edit | undefined])[];
}

/**
 * Both people's edits of one base, where they do not touch: at least one unchanged token lies between any edit of
 * one and any edit of the other, or the two edits are the same. Otherwise a conflict, for a person to decide. So is
 * a phrase that one of them moved and the other took away or moved elsewhere: it would be there twice, or once too often.
 */
export function mergeTexts(base: string, mine: string, theirs: string, language: string): Merged {
	if (mine === theirs || theirs === base) return { kind: "merged", text: mine };
	if (mine === base) return { kind: "merged", text: theirs };
	const [own, other] = [editsOf(base, mine, language), editsOf(base, theirs, language)];
	const shared = new Set<Edit>();
	for (const [left, right] of touching(own.all, other.all)) {
		if (!isSame(left, right)) return { kind: "conflict" };
		shared.add(left).add(right);
	}
	const isTorn = ([from, to]: Edits["moves"][number]) =>
		from !== undefined && to !== undefined && shared.has(from) !== shared.has(to);
	if (own.moves.some(isTorn) || other.moves.some(isTorn)) return { kind: "conflict" };
	const edits = [...own.all, ...other.all.filter((edit) => !shared.has(edit))];
	let text = "";
	let at = 0;
	for (const edit of edits.sort((a, b) => a.start - b.start)) {
		text += base.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return { kind: "merged", text: text + base.slice(at) };
}

function editsOf(base: string, text: string, language: string): Edits {
	const compared = compareTexts(base, text, language);
	const phrases = phrasesOf(compared, language);
	const offsets = offsetsOf(compared.before);
	const words = offsetsOf(tokenize(base, language));
	const all = phrases.map((hunk) => {
		const [start, end] = [offsets[hunk.start] ?? 0, offsets[hunk.end] ?? 0];
		return {
			start,
			end,
			text: compared.after.slice(hunk.afterStart, hunk.afterEnd).join(""),
			words: [words[lastAt(words, start)] ?? 0, words[lastAt(words, end - 1) + 1] ?? base.length] as const,
		};
	});
	const starts = phrases.map((hunk) => hunk.start);
	const afterStarts = phrases.map((hunk) => hunk.afterStart);
	return {
		all,
		moves: movesOf(compared, phrases, language).map(
			(move) => [all[lastAt(starts, move.start)], all[lastAt(afterStarts, move.afterStart)]] as const,
		),
	};
}

/** Where each token begins, and where the last one ends. */
function offsetsOf(tokens: readonly string[]): number[] {
	const offsets = [0];
	for (const token of tokens) offsets.push((offsets.at(-1) ?? 0) + token.length);
	return offsets;
}

/** The index of the last of `places`, which rise, that is not beyond `place`; −1 before the first. */
function lastAt(places: readonly number[], place: number): number {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((places[middle] ?? 0) <= place) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/** Every edit of the one with every edit of the other that no unchanged token keeps apart. */
function* touching(own: readonly Edit[], other: readonly Edit[]): Generator<readonly [Edit, Edit]> {
	let first = 0;
	for (const edit of other) {
		while ((own[first]?.words[1] ?? edit.words[0]) < edit.words[0]) first++;
		for (let at = first; ; at++) {
			const each = own[at];
			if (each === undefined || each.words[0] > edit.words[1]) break;
			yield [each, edit];
		}
	}
}

function isSame(a: Edit, b: Edit): boolean {
	return a.start === b.start && a.end === b.end && a.text === b.text;
}
