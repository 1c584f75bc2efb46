import type { PdfPage } from "#lib/core/formats/reader.ts";

/** A stretch of text as a PDF draws it. Points; y grows downwards. */
export interface TextPiece {
	readonly text: string;
	readonly x: number;
	readonly baseline: number;
	readonly width: number;
	/** Of the font. */
	readonly size: number;
	/** Drawn upwards or downwards. */
	readonly turned: boolean;
	readonly blank: boolean;
}

type Line = PdfPage["lines"][number];

/** In units of the font's size: marks of notes stand a little above the line they belong to. */
const sameBaseline = 0.5;
/** A wider gap is that between two columns. */
const columnGap = 2;
const wordGap = 0.15;
/** Programs set about a fifth between Chinese and Latin letters by themselves. */
const mixedGap = 0.23;
/** Chinese is set wider to fill a line: only such a gap is a blank. */
const chineseGap = 0.7;

/** Two pieces that share more than this of the narrower one are the same letters drawn twice, or letter and accent. */
const drawnTwice = 0.75;
/** So far a mark may stand from where a gap is reckoned to begin, in units of the font's size. */
const sameGap = 0.3;

/** Pieces in the order in which they are drawn, as lines. */
export function linesOfPage(pieces: readonly TextPiece[]): Line[] {
	const lines: Line[] = [];
	let open: OpenLine | null = null;
	for (const piece of rowsOf(pieces).flatMap(fromLeftToRight)) {
		if (open === null || !belongs(piece, open)) {
			if (open) lines.push(closed(open));
			open = {
				text: "",
				x: piece.x,
				end: piece.x,
				baseline: piece.baseline,
				size: piece.size,
				turned: piece.turned,
			};
		}
		const gap = (piece.x - open.end) / Math.max(open.size, 1);
		if (open.text !== "" && isBlank(gap, open.text, piece.text)) open.text += " ";
		open.text += piece.text;
		open.end = Math.max(open.end, piece.x + piece.width);
		if (piece.size > open.size) [open.size, open.baseline] = [piece.size, piece.baseline];
	}
	if (open) lines.push(closed(open));
	return lines;
}

/** Pieces drawn one after the other on one baseline; of columns drawn one after the other each has its own rows. */
function rowsOf(pieces: readonly TextPiece[]): TextPiece[][] {
	const rows: TextPiece[][] = [];
	let largest: TextPiece | null = null;
	for (const piece of pieces) {
		if (piece.blank) continue;
		if (largest !== null && isOnBaseline(piece, largest)) rows.at(-1)?.push(piece);
		else {
			rows.push([piece]);
			largest = null;
		}
		if (largest === null || piece.size > largest.size) largest = piece;
	}
	return rows;
}

/**
 * Programs draw what is of another font (quotation marks among Chinese) before or after the text around it. Where
 * the places on the page do not tell the order, that of drawing stays.
 */
function fromLeftToRight(row: readonly TextPiece[]): readonly TextPiece[] {
	if (row.some(({ text }) => rightToLeft.test(text))) return row;
	const sorted: TextPiece[] = [];
	for (const piece of row.toSorted((one, other) => one.x - other.x)) {
		const around = sorted.at(-1);
		const parts = around ? partsAround(piece, around) : null;
		if (parts) sorted.splice(-1, 1, parts[0], piece, parts[1]);
		else sorted.push(piece);
	}
	let end = Number.NEGATIVE_INFINITY;
	let before = 0;
	for (const piece of sorted) {
		const shared = Math.min(end, piece.x + piece.width) - piece.x;
		if (shared > Math.min(before, piece.width) * drawnTwice) return row;
		before = piece.width;
		end = Math.max(end, piece.x + piece.width);
	}
	return sorted;
}

/** The engine takes two runs with a gap between them for one with a blank: what stands in the gap divides it again. */
function partsAround(piece: TextPiece, around: TextPiece): readonly [TextPiece, TextPiece] | null {
	const [from, to, end] = [piece.x, piece.x + piece.width, around.x + around.width];
	if (from <= around.x || to >= end) return null;
	for (const { index, 0: blank } of around.text.matchAll(/ +/gu)) {
		const before = around.text.slice(0, index);
		// Only of Chinese it is known how wide it is.
		if (
			!allWide.test(before) ||
			Math.abs(around.x + before.length * around.size - from) > around.size * sameGap
		)
			continue;
		const after = around.text.slice(index + blank.length);
		return [
			{ ...around, text: before, width: from - around.x },
			{ ...around, text: after, x: to, width: end - to },
		];
	}
	return null;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

interface Placed {
	readonly baseline: number;
	readonly size: number;
	readonly turned: boolean;
}

function isOnBaseline(one: Placed, other: Placed): boolean {
	if (one.turned || other.turned) return false;
	return Math.abs(one.baseline - other.baseline) < Math.max(one.size, other.size, 1) * sameBaseline;
}

interface OpenLine {
	text: string;
	readonly x: number;
	end: number;
	baseline: number;
	size: number;
	readonly turned: boolean;
}

function belongs(piece: TextPiece, line: OpenLine): boolean {
	const size = Math.max(piece.size, line.size, 1);
	const gap = piece.x - line.end;
	return isOnBaseline(piece, line) && gap > -size && gap < size * columnGap;
}

const allWide = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+$/u;
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Whether a gap (in units of the font's size) between two texts is a blank that nobody drew. */
function isBlank(gap: number, before: string, after: string): boolean {
	if (/\s$/u.test(before) || /^\s/u.test(after)) return false;
	const chinese = [before.slice(-1), after.slice(0, 1)].filter((character) => wide.test(character)).length;
	return gap > ([wordGap, mixedGap, chineseGap][chinese] ?? chineseGap);
}

function closed({ text, x, end, baseline, size }: OpenLine): Line {
	return { text, x, y: baseline - size, width: end - x, height: size };
}
