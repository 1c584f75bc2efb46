import type { FileSource, ReaderCapabilities, ReadSink } from "../formats/reader.ts";
import { encodingName } from "../text/encoding.ts";
import { xmlEncoding } from "./xml-encoding.ts";
import type { XmlHandler } from "./xml-events.ts";
import { XmlParser } from "./xml-parser.ts";
import { xmlText, xmlTextOf } from "./xml-text.ts";

/**
 * Streams an XML file through `handler` in bounded memory, and tells the sink its encoding and what was odd about
 * it. Throws `ReadRefusal` with line and column where it is not well-formed, not complete or not honest.
 */
export async function readXml(
	file: FileSource,
	handler: XmlHandler,
	sink: Pick<ReadSink, "about" | "problem">,
	capabilities: ReaderCapabilities,
): Promise<void> {
	const { encoding, wrongly } = xmlEncoding(file.head);
	const parser = new XmlParser(handler);
	for await (const text of xmlText(file, encoding, capabilities)) parser.write(text);
	parser.end();
	sink.about({ encoding: encodingName(encoding) });
	if (wrongly !== null)
		sink.problem({ line: 1, column: null, key: "xmlWrongEncoding", values: { declared: wrongly } });
	tellOddities(parser, sink);
}

/** The same for a document that is in memory, a part of an archive. Throws `ReadRefusal`. */
export function readXmlBytes(
	bytes: Uint8Array,
	handler: XmlHandler,
	capabilities: Pick<ReaderCapabilities, "decoder">,
	sink?: Pick<ReadSink, "problem">,
): void {
	const parser = new XmlParser(handler);
	for (const text of xmlTextOf(bytes, xmlEncoding(bytes).encoding, capabilities)) parser.write(text);
	parser.end();
	if (sink) tellOddities(parser, sink);
}

function tellOddities({ forbidden, declarations }: XmlParser, sink: Pick<ReadSink, "problem">): void {
	if (forbidden !== null) {
		const { count, line, column } = forbidden;
		sink.problem({ line, column, key: "xmlControlCharacters", values: { count } });
	}
	if (declarations !== null)
		sink.problem({ line: declarations, column: null, key: "xmlDeclarationsIgnored" });
}
