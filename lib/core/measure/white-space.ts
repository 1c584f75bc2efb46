/**
 * The pieces of a text between white space as Python's `str.split()` has them, which sacreBLEU cuts with. It counts the
 * separators of ASCII and NEL as white space, which JavaScript does not, and leaves the byte order mark in a word.
 */
export function splitAtWhiteSpace(text: string): string[] {
	return text.match(visible) ?? [];
}

/** File, group, record and unit separator, and NEL. */
const separators = String.fromCharCode(0x1c, 0x1d, 0x1e, 0x1f, 0x85);
const visible = new RegExp(`[^\\p{Z}\\t-\\r${separators}]+`, "gu");
