import { type Decoder, type FileSource, type ReaderCapabilities, ReadRefusal } from "./reader.ts";

/** Bytes that are decoded at once: enough to be fast, little enough that nothing grows with the file. */
const piece = 64 * 1024;

/** How often progress is told, in bytes. */
const progressEvery = 512 * 1024;

/**
 * The file's text piece by piece, in an encoding that is known. Throws `ReadRefusal` "bytesDoNotFit" with the line
 * where bytes do not belong to the encoding, and "unknownEncoding" where nobody knows it by that name.
 */
export async function* decodeText(
	file: FileSource,
	encoding: string,
	capabilities: ReaderCapabilities,
): AsyncGenerator<string, void, undefined> {
	const decoder = openDecoder(encoding, capabilities);
	let line = 1;
	let done = 0;
	let told = 0;
	let before: Uint8Array = new Uint8Array(0);
	for await (const chunk of file.chunks()) {
		for (let from = 0; from < chunk.length; from += piece) {
			const bytes = chunk.subarray(from, from + piece);
			let text: string;
			try {
				text = decoder.decode(bytes, { stream: true });
			} catch {
				throw misfit(encoding, line + linesUntilMisfit(before, bytes, encoding, capabilities));
			}
			line += lineBreaksIn(text);
			before = bytes;
			done += bytes.length;
			if (done - told >= progressEvery) {
				capabilities.progress(done, file.size);
				told = done;
			}
			if (text !== "") yield text;
		}
	}
	let rest: string;
	try {
		rest = decoder.decode();
	} catch {
		throw new ReadRefusal("endsInCharacter", { encoding: encoding.toUpperCase() }, line);
	}
	if (rest !== "") yield rest;
	capabilities.progress(done, file.size);
}

export function openDecoder(encoding: string, capabilities: Pick<ReaderCapabilities, "decoder">): Decoder {
	try {
		return capabilities.decoder(encoding);
	} catch {
		throw new ReadRefusal("unknownEncoding", { encoding });
	}
}

/** A line's end is found as `\n`; a file that ends its lines with a bare `\r` is one line here. */
function lineBreaksIn(text: string): number {
	let count = 0;
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}

function misfit(encoding: string, line: number): ReadRefusal {
	return new ReadRefusal("bytesDoNotFit", { encoding: encoding.toUpperCase() }, line);
}

/**
 * Line breaks in `bytes` before the first byte that does not fit. A decoder that has thrown cannot be asked, so a
 * fresh one takes up the line that the piece began in: a line feed is no part of a longer character anywhere but in UTF-16.
 */
function linesUntilMisfit(
	before: Uint8Array,
	bytes: Uint8Array,
	encoding: string,
	capabilities: ReaderCapabilities,
): number {
	const decoder = capabilities.decoder(encoding);
	let count = 0;
	try {
		decoder.decode(before.subarray(before.lastIndexOf(0x0a) + 1), { stream: true });
		for (let at = 0; at < bytes.length; at += 1)
			count += lineBreaksIn(decoder.decode(bytes.subarray(at, at + 1), { stream: true }));
	} catch {
		return count;
	}
	return 0;
}
