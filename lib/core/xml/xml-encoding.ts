import { encodingOfLabel } from "../text/encoding.ts";

/** How far into a file its XML declaration must have ended. */
const reach = 1_024;

const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/u;

export interface XmlEncoding {
	/** By the name of the Encoding standard where we know it, else as it is written. */
	readonly encoding: string;
	/** What the declaration says, where the bytes show that it is not so. */
	readonly wrongly: string | null;
}

/**
 * The encoding of an XML file (XML 1.0, appendix F): a byte order mark, the bytes of its first characters, or its
 * declaration; UTF-8 where none of them says anything.
 */
export function xmlEncoding(head: Uint8Array): XmlEncoding {
	const shown = shownByBytes(head);
	if (shown !== null) return { encoding: shown, wrongly: null };
	let start = "";
	for (const byte of head.subarray(0, reach)) start += String.fromCharCode(byte);
	const said = declared.exec(start.replace(/^\u00ef\u00bb\u00bf/u, ""))?.[1]?.toLowerCase() ?? "utf-8";
	// The declaration could be read byte by byte: it cannot be in an encoding of two or four bytes.
	const impossible = /^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646-ucs)/u.test(said);
	if (impossible) return { encoding: "utf-8", wrongly: said };
	return { encoding: encodingOfLabel(said) ?? said, wrongly: null };
}

function shownByBytes([first, second, third, fourth]: Uint8Array): string | null {
	if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
	const zeros = third === 0 && fourth === 0;
	if (first === 0xff && second === 0xfe) return zeros ? "utf-32le" : "utf-16le";
	if (first === 0xfe && second === 0xff) return "utf-16be";
	if (first === 0x3c && second === 0) return zeros ? "utf-32le" : "utf-16le";
	if (first === 0 && second === 0x3c) return "utf-16be";
	return null;
}
