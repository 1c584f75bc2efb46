import { attribute, type Version } from "#lib/core/diff/attribute.ts";
import { type Change, diffWords } from "#lib/core/diff/words.ts";
import type { Trace } from "../deliverable.ts";
import { type AreaToken, matchArea } from "./areas.ts";
import type { WordStyle } from "./document.ts";
import { type Families, type Pair, pairPieces } from "./pair-pieces.ts";
import { flatten, forWord, type Gap, markCharacter, type Piece } from "./stream.ts";

type Kind = Change["kind"];

/** One step through both versions at once: what is in both, only in the earlier, or only in the later. */
export type Item =
	| { readonly is: "text"; readonly kind: Kind; readonly text: string; readonly by: Trace | null }
	| {
			readonly is: "mark";
			readonly kind: Kind;
			readonly style: WordStyle;
			readonly styleBefore: WordStyle | null;
			readonly by: Trace | null;
	  }
	/** A sentence of the later version begins or ends. */
	| { readonly is: "edge"; readonly edge: "start" | "end"; readonly id: string };

export interface Versions {
	readonly before: readonly Piece[];
	readonly after: readonly Piece[];
	readonly families: Families;
	readonly language: string;
	/** What a sentence was after each edit since the earlier version, the oldest first. */
	readonly history: (id: string) => readonly Version[];
	/** Who took a sentence away, brought or moved it. */
	readonly touched: (id: string) => Trace;
	/** A cell ends with a paragraph whether or not there is anything in it. */
	readonly cell: boolean;
}

/**
 * The later version with every change since the earlier: what is the same and deleted is the earlier one to the letter,
 * what is the same and inserted the later. The last paragraph's mark, which Word cannot take away, is in both.
 */
export function redline(versions: Versions): Item[] {
	const { before, after } = versions;
	const pairs = pairPieces(before, after, versions.families);
	const items: Item[] = [];
	let [at, afterAt] = [0, 0];
	for (const pair of pairs) {
		items.push(...areaItems(versions, [at, pair.start], [afterAt, pair.afterStart], false));
		items.push(...pairItems(versions, pair));
		[at, afterAt] = [pair.end, pair.afterEnd];
	}
	items.push(...areaItems(versions, [at, before.length], [afterAt, after.length], true));
	return items;
}

type Range = readonly [start: number, end: number];

/** What lies between two sentences that stayed, with the ends of paragraphs before and after it. */
function areaItems(versions: Versions, range: Range, afterRange: Range, last: boolean): Item[] {
	const old = tokensOf(versions.before, range, last && versions.cell);
	const now = tokensOf(versions.after, afterRange, last && versions.cell);
	const trace = areaTrace(
		versions,
		old,
		now,
		versions.after[afterRange[1]] ?? versions.after[afterRange[1] - 1],
	);
	return matchArea(old, now, last).flatMap(({ old: one, now: other }): Item[] => {
		const token = other ?? one;
		if (!token) return [];
		const kind = one && other ? "same" : other ? "inserted" : "deleted";
		const by = kind === "same" ? null : trace(kind, token);
		if (token.is === "piece") return pieceItems(token.piece, kind, by);
		return gapItems(token.gap, kind, by, one?.is === "gap" ? one.gap : null, trace("inserted", token));
	});
}

function tokensOf(pieces: readonly Piece[], [start, end]: Range, cell: boolean): AreaToken[] {
	const tokens: AreaToken[] = [];
	const lead = pieces[start - 1];
	if (lead) tokens.push({ is: "gap", gap: lead.gap });
	for (const piece of pieces.slice(start, end))
		tokens.push({ is: "piece", piece }, { is: "gap", gap: piece.gap });
	if (cell && pieces.length === 0) tokens.push({ is: "gap", gap: { is: "mark", style: "body" } });
	return tokens;
}

/** Separators and marks are whoever's who brought or took the sentences beside them. */
function areaTrace(
	{ history, touched }: Versions,
	old: readonly AreaToken[],
	now: readonly AreaToken[],
	next: Piece | undefined,
): (kind: Kind, token: AreaToken) => Trace {
	const made = (id: string) => history(id).at(-1) ?? touched(id);
	const first = (tokens: readonly AreaToken[]) => tokens.find((token) => token.is === "piece")?.piece.id;
	const [gone, come] = [first(old), first(now)];
	return (kind, token) => {
		if (token.is === "piece") return kind === "deleted" ? touched(token.piece.id) : made(token.piece.id);
		const order = kind === "deleted" ? [gone, come] : [come, gone];
		const id = order.find((one) => one !== undefined);
		if (id !== undefined) return id === gone ? touched(id) : made(id);
		return touched(next?.id ?? "");
	};
}

function pieceItems({ id, text }: Piece, kind: Kind, by: Trace | null): Item[] {
	const item: Item = { is: "text", kind, text, by };
	return kind === "deleted"
		? [item]
		: [{ is: "edge", edge: "start", id }, item, { is: "edge", edge: "end", id }];
}

function gapItems(gap: Gap, kind: Kind, by: Trace | null, before: Gap | null, styler: Trace): Item[] {
	if (gap.is === "space") return gap.text === "" ? [] : [{ is: "text", kind, text: gap.text, by }];
	const earlier =
		kind === "same" && before?.is === "mark" && before.style !== gap.style ? before.style : null;
	return [{ is: "mark", kind, style: gap.style, styleBefore: earlier, by: earlier === null ? by : styler }];
}

/** A sentence and its later self, or several where it was split or joined. */
function pairItems(versions: Versions, { start, end, afterStart, afterEnd }: Pair): Item[] {
	const old = versions.before.slice(start, end);
	const now = versions.after.slice(afterStart, afterEnd);
	const walk = new PairWalk(old, now);
	for (const { change, by } of changesOf(versions, old, now)) walk.take(change, by);
	return walk.end();
}

function changesOf(
	{ language, history, touched }: Versions,
	old: readonly Piece[],
	now: readonly Piece[],
): { change: Change; by: Trace | null }[] {
	const [one, other] = [old[0], now[0]];
	if (one && other && old.length === 1 && now.length === 1) {
		const versions = history(other.id).map((version) => ({ ...version, text: forWord(version.text) }));
		const last = versions.at(-1);
		// A history that ends elsewhere (the text was cut or joined since) still names its last editor.
		if ((last?.text ?? one.text) !== other.text)
			versions.push({ ...(last ?? touched(other.id)), text: other.text });
		return attribute(one.text, versions, language).map(({ kind, text, author, at }) => ({
			change: { kind, text },
			by: kind === "same" || author === null || at === null ? null : { author, at },
		}));
	}
	const ends: number[] = [];
	let length = 0;
	for (const { text, gap } of now) {
		length += text.length + (gap.is === "mark" ? 1 : gap.text.length);
		ends.push(length);
	}
	let at = 0;
	return diffWords(flatten(old), flatten(now), language).map((change) => {
		const place = ends.findIndex((end) => at < end);
		const { id } = now[place === -1 ? now.length - 1 : place] ?? { id: "" };
		if (change.kind !== "deleted") at += change.text.length;
		return { change, by: change.kind === "same" ? null : (history(id).at(-1) ?? touched(id)) };
	});
}

/** Follows the changes of one text through the sentences of both its selves. */
class PairWalk {
	readonly #items: Item[] = [];
	readonly #now: readonly Piece[];
	readonly #marks: Record<"old" | "now", WordStyle[]>;
	#piece = 0;
	/** Characters of the piece, then of the gap after it, that were written. */
	#written = 0;
	#open = false;

	constructor(old: readonly Piece[], now: readonly Piece[]) {
		this.#now = now;
		const inner = (pieces: readonly Piece[]) =>
			pieces.slice(0, -1).flatMap(({ gap }) => (gap.is === "mark" ? [gap.style] : []));
		this.#marks = { old: inner(old), now: inner(now) };
		this.#start();
	}

	take({ kind, text }: Change, by: Trace | null): void {
		if (kind === "deleted") this.#parts(kind, text, by);
		else
			for (let at = 0; at < text.length; ) {
				const part = text.slice(at, at + this.#room());
				this.#parts(kind, part, by);
				this.#written += part.length;
				at += part.length;
			}
	}

	end(): Item[] {
		this.#close();
		return this.#items;
	}

	/** How many characters come before the next border between sentences. */
	#room(): number {
		const piece = this.#now[this.#piece];
		if (!piece) return Number.POSITIVE_INFINITY;
		if (this.#written < piece.text.length) return piece.text.length - this.#written;
		this.#close();
		const gap = piece.gap.is === "mark" ? 1 : piece.gap.text.length;
		const left = piece.text.length + gap - this.#written;
		if (left > 0) return left;
		this.#piece += 1;
		this.#written = 0;
		this.#start();
		return this.#room();
	}

	#start(): void {
		const piece = this.#now[this.#piece];
		if (!piece || this.#open) return;
		this.#open = true;
		this.#items.push({ is: "edge", edge: "start", id: piece.id });
	}

	#close(): void {
		const piece = this.#now[this.#piece];
		if (!piece || !this.#open) return;
		this.#open = false;
		this.#items.push({ is: "edge", edge: "end", id: piece.id });
	}

	#parts(kind: Kind, text: string, by: Trace | null): void {
		for (const [index, part] of text.split(markCharacter).entries()) {
			if (index > 0) this.#mark(kind, by);
			if (part !== "") this.#items.push({ is: "text", kind, text: part, by });
		}
	}

	#mark(kind: Kind, by: Trace | null): void {
		const before = kind === "inserted" ? undefined : this.#marks.old.shift();
		const style = (kind === "deleted" ? before : this.#marks.now.shift()) ?? "body";
		const changed = kind === "same" && before !== undefined && before !== style;
		this.#items.push({ is: "mark", kind, style, styleBefore: changed ? before : null, by });
	}
}
