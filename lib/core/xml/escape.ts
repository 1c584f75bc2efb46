/** XML 1.0, production 2: what a document may carry, even as a reference. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const references: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"\t": "&#9;",
	"\n": "&#10;",
	"\r": "&#13;",
};

const notText = /[^\t\n\u{20}-%'-;=?-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const refer = (character: string) => references[character] ?? "\u{fffd}";

/**
 * Control characters, lone surrogates, U+FFFE and U+FFFF become U+FFFD each: the place stays visible, the length
 * stays the same, and nothing beside it is lost.
 */
export function replaceForbidden(text: string): string {
	return text.replace(forbidden, "\u{fffd}");
}

/** Element content of XML or HTML. A carriage return is written as a reference, or parsers would make it a line feed. */
export function escapeText(text: string): string {
	return text.replace(notText, refer);
}

/** The inside of a double-quoted attribute; white space is written so that it survives attribute normalisation. */
export function escapeAttribute(text: string): string {
	return replaceForbidden(text).replace(/[&<>"\t\n\r]/g, refer);
}
