import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";
import { type ReaderCapabilities, ReadRefusal } from "../../reader.ts";

/** The usual prefixes of the namespaces that mean something here, whatever a file calls them. Strict files have their own. */
const prefixes: ReadonlyMap<string, string> = new Map([
	["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
	["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
	["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
	["http://schemas.microsoft.com/office/word/2012/wordml", "w15"],
	["http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "cp"],
	["http://purl.oclc.org/ooxml/officeDocument/customProperties", "cp"],
	["http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", "vt"],
	["http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes", "vt"],
	["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x"],
	["http://purl.oclc.org/ooxml/spreadsheetml/main", "x"],
	["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
	["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
	["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
	["http://schemas.openxmlformats.org/drawingml/2006/main", "a"],
	["http://purl.oclc.org/ooxml/drawingml/main", "a"],
	["http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"],
	["http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"],
	["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
	["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
	["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
	["urn:schemas-microsoft-com:vml", "v"],
	["urn:schemas-microsoft-com:office:office", "o"],
	["http://purl.org/dc/elements/1.1/", "dc"],
	["http://www.w3.org/XML/1998/namespace", "xml"],
	["urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"],
	["urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"],
	["urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"],
	["urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"],
	["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"],
	["urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"],
	["urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"],
	["http://www.w3.org/1999/xlink", "xlink"],
]);

/** Elements within elements. Word itself stops long before; deeper markup was made to exhaust readers. */
const maxDepth = 1_000;
const chunkSize = 64 * 1024;
const chunksBetweenProgress = 8;

/** A start tag; names have the usual prefixes: `w:p`, `r:id`. Unprefixed attributes have none. */
export class PartTag {
	readonly name: string;
	readonly #attributes: Record<string, SaxesAttributeNS>;

	constructor(tag: SaxesTagNS) {
		this.name = usualName(tag);
		this.#attributes = tag.attributes;
	}

	attribute(name: string): string | undefined {
		for (const key in this.#attributes) {
			const attribute = this.#attributes[key];
			if (attribute !== undefined && usualName(attribute) === name) return attribute.value;
		}
		return undefined;
	}
}

export interface PartHandlers {
	open(tag: PartTag): void;
	text?(value: string): void;
	close?(name: string): void;
}

/**
 * Reads one XML part of an office file as events. Throws `ReadRefusal` where it is no well-formed XML, declares a
 * document type (OOXML forbids it, and entities come that way) or nests too deep.
 */
export function readPart(
	bytes: Uint8Array,
	part: string,
	handlers: PartHandlers,
	capabilities: ReaderCapabilities,
): void {
	const parser = new SaxesParser({ xmlns: true, fileName: part });
	const refuse = (key: string, values = {}) =>
		new ReadRefusal(key, { part, ...values }, parser.line, parser.column + 1);
	let depth = 0;
	parser.on("error", (error) => {
		throw refuse("officeBroken", { reason: error.message.replace(/^.*?:\d+:\d+: /u, "") });
	});
	parser.on("doctype", () => {
		throw refuse("officeDoctype");
	});
	parser.on("opentag", (tag) => {
		depth += 1;
		if (depth > maxDepth) throw refuse("officeTooDeep", { limit: maxDepth });
		handlers.open(new PartTag(tag));
	});
	parser.on("closetag", (tag) => {
		depth -= 1;
		handlers.close?.(usualName(tag));
	});
	const { text } = handlers;
	if (text) {
		parser.on("text", text);
		parser.on("cdata", text);
	}
	const decoder = capabilities.decoder(encodingOf(bytes));
	for (let at = 0, chunk = 1; at < bytes.length; at += chunkSize, chunk += 1) {
		parser.write(decoded(decoder, bytes.subarray(at, at + chunkSize), at + chunkSize < bytes.length, refuse));
		if (chunk % chunksBetweenProgress === 0) capabilities.progress(at, bytes.length);
	}
	parser.close();
}

function decoded(
	decoder: ReturnType<ReaderCapabilities["decoder"]>,
	bytes: Uint8Array,
	stream: boolean,
	refuse: (key: string, values?: Record<string, string>) => ReadRefusal,
): string {
	try {
		return decoder.decode(bytes, { stream });
	} catch {
		throw refuse("officeBroken", { reason: "encoding" });
	}
}

/** OOXML is UTF-8 or UTF-16, and UTF-16 brings its mark. */
function encodingOf([first, second]: Uint8Array): string {
	if (first === 0xff && second === 0xfe) return "utf-16le";
	return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function usualName({ uri, local }: { readonly uri: string; readonly local: string }): string {
	if (uri === "") return local;
	return `${prefixes.get(uri) ?? "?"}:${local}`;
}
