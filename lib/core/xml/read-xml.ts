import { decodeText, openDecoder } from "../formats/decoded-text.ts";
import { type FileSource, type ReaderCapabilities, ReadRefusal, type ReadSink } from "../formats/reader.ts";
import { xmlEncoding } from "./xml-encoding.ts";
import type { XmlHandler } from "./xml-events.ts";
import { XmlParser } from "./xml-parser.ts";

const piece = 64 * 1024;

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
	for await (const text of decodeText(file, encoding, capabilities)) parser.write(text);
	parser.end();
	sink.about({ encoding: encoding.toUpperCase() });
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
	const { encoding } = xmlEncoding(bytes);
	const parser = new XmlParser(handler);
	const decoder = openDecoder(encoding, capabilities);
	for (let from = 0; from <= bytes.length; from += piece) {
		let text: string;
		try {
			text = decoder.decode(bytes.subarray(from, from + piece), { stream: from + piece <= bytes.length });
		} catch {
			throw new ReadRefusal("bytesDoNotFit", { encoding: encoding.toUpperCase() }, parser.line);
		}
		parser.write(text);
	}
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
