import { type FileSource, type ReaderCapabilities, ReadRefusal } from "../formats/reader.ts";
import { type TextDecoding, textDecoding, UndecodableBytes } from "../text/decoding.ts";
import { encodingName } from "../text/encoding.ts";

/** Bytes that are decoded at once: enough to be fast, little enough that nothing grows with the file. */
const pieceLength = 64 * 1024;

/** How often progress is told, in bytes. */
const progressEvery = 512 * 1024;

/**
 * The text of an XML file piece by piece, leaner than `textOfFile`: the parser counts lines and looks at every
 * character already. Throws `ReadRefusal` at bytes of another encoding, and where nobody knows the encoding.
 */
export async function* xmlText(
	file: Pick<FileSource, "chunks" | "size">,
	encoding: string,
	capabilities: ReaderCapabilities,
): AsyncGenerator<string, void, undefined> {
	const decoding = new XmlDecoding(encoding, capabilities);
	let done = 0;
	let told = 0;
	for await (const chunk of file.chunks()) {
		for (let from = 0; from < chunk.length; from += pieceLength) {
			const bytes = chunk.subarray(from, from + pieceLength);
			const text = decoding.push(bytes);
			done += bytes.length;
			if (done - told >= progressEvery) {
				capabilities.progress(done, file.size);
				told = done;
			}
			yield text;
		}
	}
	yield decoding.end();
	capabilities.progress(done, file.size);
}

/** The same for bytes that are in memory. */
export function* xmlTextOf(
	bytes: Uint8Array,
	encoding: string,
	capabilities: Pick<ReaderCapabilities, "decoder">,
): Generator<string, void, undefined> {
	const decoding = new XmlDecoding(encoding, capabilities);
	for (let from = 0; from < bytes.length; from += pieceLength)
		yield decoding.push(bytes.subarray(from, from + pieceLength));
	yield decoding.end();
}

class XmlDecoding {
	readonly #encoding: string;
	readonly #decoding: TextDecoding;
	#line = 1;

	constructor(encoding: string, capabilities: Pick<ReaderCapabilities, "decoder">) {
		this.#encoding = encoding;
		try {
			this.#decoding = textDecoding(encoding, (name) => capabilities.decoder(name));
		} catch {
			throw new ReadRefusal("unknownEncoding", { encoding });
		}
	}

	push(bytes: Uint8Array): string {
		return this.#counted(() => this.#decoding.push(bytes));
	}

	end(): string {
		return this.#counted(() => this.#decoding.end());
	}

	#counted(decode: () => string): string {
		try {
			const text = decode();
			this.#line += lineBreaksIn(text);
			return text;
		} catch (error) {
			if (!(error instanceof UndecodableBytes)) throw error;
			const values = { bytes: error.bytes, encoding: encodingName(this.#encoding) };
			const line = this.#line + lineBreaksIn(error.before);
			throw new ReadRefusal(error.cutOff ? "cutOff" : "foreignBytes", values, line);
		}
	}
}

/** A line ends with `\n` here; a file with nothing but `\r` counts as one line. */
function lineBreaksIn(text: string): number {
	let count = 0;
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}
