/** White space as signs, so that a reader sees it where it is what changed. */

/** What looks like a plain space, or like nothing at all, always shows that it is something else. */
const named = new Map([
	["\t", "tab"],
	["\n", "↵"],
	["\r", "↵"],
	["\u00a0", "nbsp"],
	["\u00ad", "shy"],
	["\u200b", "zwsp"],
	["\u200c", "zwnj"],
	["\u200d", "zwj"],
	["\u2028", "↵"],
	["\u202f", "nbsp"],
	["\u2060", "wj"],
	["\u3000", "□"],
	["\ufeff", "bom"],
]);
const blank = /[\p{Z}\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/u;
const blanks = new RegExp(blank, "gu");
const joined = /\p{Extended_Pictographic}/u;

export interface Piece {
	readonly text: string;
	/** How the piece is drawn in place of itself; null: as it is. */
	readonly glyph: string | null;
}

/**
 * A changed text in pieces, whose texts together are the text. A text of nothing but white space shows all of it,
 * another one only what is no plain space.
 */
export function withBlanks(text: string): Piece[] {
	const all = text.replace(blanks, "") === "";
	const pieces: Piece[] = [];
	let at = 0;
	for (const { 0: sign, index } of text.matchAll(blanks)) {
		if (!all && (sign === " " || (sign === "\u200d" && joined.test(text)))) continue;
		if (index > at) pieces.push({ text: text.slice(at, index), glyph: null });
		pieces.push({ text: sign, glyph: glyphOf(sign) });
		at = index + sign.length;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), glyph: null });
	return pieces;
}

export function codePointOf(sign: string): string {
	return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function glyphOf(sign: string): string {
	return sign === " " ? "␣" : (named.get(sign) ?? codePointOf(sign));
}

/** Marks and spaces only: too small to be seen by their colour. */
export function isSlight(text: string): boolean {
	return !/[\p{L}\p{N}\p{Co}]/u.test(text);
}
