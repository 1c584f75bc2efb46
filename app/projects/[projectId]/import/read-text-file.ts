import { findInvalidUtf8 } from "#lib/core/text/wellformed.ts";

export type TextFile =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly key: "notUtf8"; readonly line: number; readonly column: number }
	| { readonly ok: false; readonly key: "utf16" | "wordFile" | "tooLarge" | "unreadable" };

/** Bytes: a quarter of what the API takes, since JSON may write a character in several. */
const largestFile = 16 * 1024 * 1024;

/** Reads a file strictly as UTF-8, without replacing anything. A failure names its place: line, and column in characters. */
export async function readTextFile(file: File): Promise<TextFile> {
	if (/\.(docx?|odt|pages)$/i.test(file.name)) return { ok: false, key: "wordFile" };
	if (file.size > largestFile) return { ok: false, key: "tooLarge" };
	let bytes: Uint8Array;
	try {
		bytes = new Uint8Array(await file.arrayBuffer());
	} catch {
		return { ok: false, key: "unreadable" };
	}
	return decodeText(bytes);
}

export function decodeText(bytes: Uint8Array): TextFile {
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
		return { ok: false, key: "utf16" };
	}
	const invalid = findInvalidUtf8(bytes);
	if (invalid === null) return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	const lineStart = invalid.byte === 0 ? 0 : bytes.lastIndexOf(0x0a, invalid.byte - 1) + 1;
	const before = new TextDecoder().decode(bytes.subarray(lineStart, invalid.byte));
	return { ok: false, key: "notUtf8", line: invalid.line, column: [...before].length + 1 };
}
