import { type Move, movesOf } from "#lib/core/diff/moves.ts";
import { compareTexts, phrasesOf } from "#lib/core/diff/phrases.ts";

export interface Change {
	readonly kind: "same" | "deleted" | "inserted";
	readonly text: string;
	/** Only of `diffWithMoves`: this text stands elsewhere in the other version, where it has the same number. */
	readonly moved?: number;
}

/**
 * The difference as a reader wants it: whole words and phrases, a deletion before the insertion that replaces it.
 * Exact: same + deleted is `before`, same + inserted is `after`; no change is empty, no two neighbours are alike.
 * Bounded: any two texts of 20,000 words take less than 300 ms.
 */
export function diffWords(before: string, after: string, language: string): Change[] {
	return changesBetween(before, after, language, false);
}

/**
 * The same difference, where what was deleted here and inserted there is a change of its own on both sides, with a
 * number from 1: within one replacement several deletions, then several insertions may follow each other.
 */
export function diffWithMoves(before: string, after: string, language: string): Change[] {
	return changesBetween(before, after, language, true);
}

function changesBetween(before: string, after: string, language: string, withMoves: boolean): Change[] {
	if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
	const compared = compareTexts(before, after, language);
	const phrases = phrasesOf(compared, language);
	const moves = withMoves ? movesOf(compared, phrases, language) : [];
	const gone = new Pieces(
		compared.before,
		moves.map(({ start, end }, index) => ({ start, end, moved: index + 1 })),
	);
	const come = new Pieces(
		compared.after,
		moves.map(({ afterStart, afterEnd }, index) => ({ start: afterStart, end: afterEnd, moved: index + 1 })),
	);
	const changes: Change[] = [];
	let at = 0;
	for (const hunk of phrases) {
		if (hunk.start > at) changes.push({ kind: "same", text: compared.before.slice(at, hunk.start).join("") });
		for (const piece of gone.cut(hunk.start, hunk.end)) changes.push({ kind: "deleted", ...piece });
		for (const piece of come.cut(hunk.afterStart, hunk.afterEnd))
			changes.push({ kind: "inserted", ...piece });
		at = hunk.end;
	}
	if (compared.before.length > at) changes.push({ kind: "same", text: compared.before.slice(at).join("") });
	return changes;
}

interface MovedSpan extends Pick<Move, "start" | "end"> {
	readonly moved: number;
}

/** Cuts one side's stretches, asked for in order, where moved texts begin and end in them. */
class Pieces {
	readonly #tokens: readonly string[];
	readonly #spans: readonly MovedSpan[];
	#next = 0;

	constructor(tokens: readonly string[], spans: readonly MovedSpan[]) {
		this.#tokens = tokens;
		this.#spans = spans.toSorted((a, b) => a.start - b.start);
	}

	*cut(from: number, to: number): Generator<Pick<Change, "text" | "moved">> {
		let at = from;
		for (; ; this.#next++) {
			const span = this.#spans[this.#next];
			if (span === undefined || span.start >= to) break;
			if (span.start > at) yield { text: this.#text(at, span.start) };
			yield { text: this.#text(span.start, span.end), moved: span.moved };
			at = span.end;
		}
		if (at < to) yield { text: this.#text(at, to) };
	}

	#text(from: number, to: number): string {
		return this.#tokens.slice(from, to).join("");
	}
}

export function textBefore(changes: readonly Change[]): string {
	return changes.map((change) => (change.kind === "inserted" ? "" : change.text)).join("");
}

export function textAfter(changes: readonly Change[]): string {
	return changes.map((change) => (change.kind === "deleted" ? "" : change.text)).join("");
}
