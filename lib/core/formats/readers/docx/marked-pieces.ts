import {
	type InlineCode,
	joinMarked,
	type MarkedText,
	markCharacters,
	markOf,
	maxCodes,
} from "../../marked-text.ts";
import { ReadRefusal } from "../../reader.ts";
import { type Format, formats, inBoth, type Looks } from "./formatting.ts";

/** A stretch of text that looks the same, a code by itself, or where a link begins or ends. */
export type Piece =
	| { readonly is: "text"; readonly text: string; readonly on: Looks }
	| { readonly is: "code"; readonly code: InlineCode }
	| { readonly is: "link"; readonly value: string }
	| { readonly is: "linkEnd" };

/**
 * Pieces as one text. Formatting becomes codes only where it differs within the text, blanks look like what is
 * around them, pieces that look the same are one, and codes are properly nested.
 */
export function markedText(pieces: readonly Piece[]): MarkedText {
	const kept = trim(pieces);
	const solid = kept.filter(isSolid);
	const differing = new Set(
		formats.filter((format) => {
			const count = solid.filter(({ on }) => on.has(format)).length;
			return count > 0 && count < solid.length;
		}),
	);
	const writer = new Writer();
	const looks = looksOfPieces(kept);
	for (const [index, piece] of kept.entries()) {
		const look = inBoth(looks[index] ?? plain, differing);
		if (piece.is === "text") writer.text(piece.text, look);
		else if (piece.is === "code") writer.codeWithin(piece.code, look);
		else if (piece.is === "link") writer.startLink(piece.value);
		else writer.endLink();
	}
	return writer.end();
}

type TextPiece = Extract<Piece, { is: "text" }>;
const plain: Looks = new Set();

function isSolid(piece: Piece): piece is TextPiece {
	return piece.is === "text" && piece.text.trim() !== "";
}

/** Without blanks and line breaks at either end: they are layout. */
function trim(pieces: readonly Piece[]): Piece[] {
	const isLayout = (piece: Piece) =>
		piece.is === "text" ? piece.text.trim() === "" : piece.is === "code" && piece.code.kind === "break";
	const first = pieces.findIndex((piece) => !isLayout(piece));
	if (first === -1) return [];
	const last = pieces.findLastIndex((piece) => !isLayout(piece));
	return pieces.slice(first, last + 1).map((piece, index) => {
		if (piece.is !== "text") return piece;
		const start = index === 0 ? piece.text.trimStart() : piece.text;
		return { ...piece, text: index === last - first ? start.trimEnd() : start };
	});
}

/** How each piece looks: blanks and codes have what the texts before and after them both have. */
function looksOfPieces(pieces: readonly Piece[]): Looks[] {
	const before: Looks[] = [];
	let last = plain;
	for (const piece of pieces) {
		if (isSolid(piece)) last = piece.on;
		before.push(last);
	}
	let next = plain;
	const looks: Looks[] = [];
	for (const [index, piece] of [...pieces.entries()].reverse()) {
		if (isSolid(piece)) next = piece.on;
		looks.push(isSolid(piece) ? piece.on : inBoth(next, before[index] ?? plain));
	}
	return looks.reverse();
}

class Writer {
	readonly #parts: MarkedText[] = [];
	readonly #open: { format: Format; pair: string }[] = [];
	#link: { pair: string; parts: number } | null = null;
	#pairs = 0;
	#count = 0;

	text(text: string, on: Looks): void {
		this.#setFormats(on);
		this.#parts.push(markCharacters(text));
	}

	codeWithin(code: InlineCode, on: Looks): void {
		this.#setFormats(on);
		this.code(code);
	}

	code(code: InlineCode): void {
		this.#count += 1;
		if (this.#count > maxCodes) throw new ReadRefusal("tooManyCodes", { limit: maxCodes });
		this.#parts.push({ text: markOf(0), codes: [code] });
	}

	startLink(value: string): void {
		this.endLink();
		this.#setFormats(new Set());
		this.#link = { pair: this.#newPair(), parts: this.#parts.length };
		this.code({ kind: "link", part: "start", pair: this.#link.pair, value });
	}

	/** A link without text is none. */
	endLink(): void {
		if (this.#link === null) return;
		this.#setFormats(new Set());
		const { pair, parts } = this.#link;
		if (this.#parts.length === parts + 1) this.#parts.pop();
		else this.code({ kind: "link", part: "end", pair });
		this.#link = null;
	}

	end(): MarkedText {
		this.endLink();
		this.#setFormats(new Set());
		return joinMarked(this.#parts);
	}

	#setFormats(on: Looks): void {
		const firstToClose = this.#open.findIndex(({ format }) => !on.has(format));
		while (firstToClose !== -1 && this.#open.length > firstToClose) {
			const closing = this.#open.pop();
			if (closing) this.code({ kind: closing.format, part: "end", pair: closing.pair });
		}
		for (const format of on) {
			if (this.#open.some((open) => open.format === format)) continue;
			const pair = this.#newPair();
			this.#open.push({ format, pair });
			this.code({ kind: format, part: "start", pair });
		}
	}

	#newPair(): string {
		this.#pairs += 1;
		return `${this.#pairs}`;
	}
}
