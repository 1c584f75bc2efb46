/**
 * `index` is the offset of the offending UTF-16 unit; `line` and `column` count from 1, columns in characters.
 * `key` names the sentence in the problems catalogue and takes `line` and `column`.
 */
export type TextCheck =
	| { ok: true }
	| {
			ok: false;
			index: number;
			line: number;
			column: number;
			key: "textNul" | "textLoneSurrogate";
	  };

const offender = /\0|\p{Surrogate}/u;

/** What Postgres, JSON and XML all refuse: NUL, and half of a surrogate pair without its other half. */
export function checkText(text: string): TextCheck {
	const index = text.search(offender);
	if (index === -1) return { ok: true };
	const key = text[index] === "\0" ? "textNul" : "textLoneSurrogate";
	const lines = text.slice(0, index).split(/\r\n|\n|\r/u);
	const column = [...(lines.at(-1) ?? "")].length + 1;
	return { ok: false, index, line: lines.length, column, key };
}

/** Place of the first byte that is not UTF-8: `byte` counts from 0, `line` from 1. Null where all of it is. */
export function findInvalidUtf8(bytes: Uint8Array): { byte: number; line: number } | null {
	let line = 1;
	for (let at = 0; at < bytes.length; ) {
		const length = sequenceLength(bytes, at);
		if (length === 0) return { byte: at, line };
		if (bytes[at] === 0x0a) line += 1;
		at += length;
	}
	return null;
}

/** Bytes of the well-formed sequence at `at`, or 0 (The Unicode Standard 16.0, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
	const first = bytes[at] ?? 0;
	if (first < 0x80) return 1;
	const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
	if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
	const second = bytes[at + 1] ?? 0;
	const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
	const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
	if (second < lowest || second > highest) return 0;
	for (let next = at + 2; next < at + length; next += 1) {
		if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
	}
	return length;
}
