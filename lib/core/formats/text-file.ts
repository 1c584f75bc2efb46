/** Files of text: their encoding found and told, their bytes decoded without a replacement character. */
import { textDecoding, UndecodableBytes } from "../text/decoding.ts";
import { type DetectedEncoding, detectEncoding, encodingName } from "../text/encoding.ts";
import { checkText } from "../text/wellformed.ts";
import { type FileSource, type ReaderCapabilities, ReadRefusal, type ReadSink } from "./reader.ts";

const sampleLength = 8 * 1024;
const samples = 16;
const kilobyte = 1024;
/** Progress is told once in so many bytes. */
const progressStep = 256 * kilobyte;

/** Programs that write other files than text, by how those begin. */
const kinds: readonly (readonly [kind: string, ...beginning: number[]])[] = [
	["PNG", 0x89, 0x50, 0x4e, 0x47],
	["JPEG", 0xff, 0xd8, 0xff],
	["GIF", 0x47, 0x49, 0x46, 0x38],
	["ZIP", 0x50, 0x4b, 0x03, 0x04],
	["ZIP", 0x50, 0x4b, 0x05, 0x06],
	["PDF", 0x25, 0x50, 0x44, 0x46, 0x2d],
	["gzip", 0x1f, 0x8b],
	["RAR", 0x52, 0x61, 0x72, 0x21],
	["7-Zip", 0x37, 0x7a, 0xbc, 0xaf],
	["Microsoft Office 97–2003", 0xd0, 0xcf, 0x11, 0xe0],
	["RTF", 0x7b, 0x5c, 0x72, 0x74, 0x66],
];

/** What a file that is no text is, by its first bytes: "PNG". Null where nothing is known against it. */
export function otherKind(head: Uint8Array): string | null {
	return kinds.find(([, ...bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0] ?? null;
}

/**
 * The encoding of a file of text, told to the sink where it is only a guess. `declared` is what the file says of
 * itself. Throws `ReadRefusal` where the file is no text.
 */
export async function findEncoding(
	file: FileSource,
	sink: ReadSink,
	capabilities: ReaderCapabilities,
	declared?: string,
): Promise<DetectedEncoding> {
	const kind = otherKind(file.head);
	if (kind !== null) throw new ReadRefusal("notText", { kind });
	const whole = file.size <= file.head.length;
	const evidence = declared === undefined ? { whole } : { whole, declared };
	const makeDecoder = (encoding: string) => capabilities.decoder(encoding);
	let found = detectEncoding(file.head, makeDecoder, evidence);
	if (!whole && found !== null && !found.bom && (!found.sure || isAscii(file.head))) {
		const more = await sampleFile(file);
		found = detectEncoding(file.head, makeDecoder, { ...evidence, samples: more });
	}
	if (found === null) throw new ReadRefusal(hasControls(file.head) ? "notTextAtAll" : "noEncoding");
	const encoding = encodingName(found.encoding);
	sink.about({ encoding });
	if (!found.sure) sink.problem({ line: 1, column: null, key: "encodingGuessed", values: { encoding } });
	return found;
}

function isAscii(bytes: Uint8Array): boolean {
	return bytes.every((byte) => byte < 0x80);
}

function hasControls(bytes: Uint8Array): boolean {
	return bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b));
}

/** Parts of a long file that hold more than ASCII, evenly spread. Each begins after a byte that is part of no character. */
async function sampleFile(file: FileSource): Promise<Uint8Array[]> {
	const parts: Uint8Array[] = [];
	const interval = Math.ceil(file.size / samples);
	let offset = 0;
	let next = file.head.length;
	for await (const chunk of file.chunks()) {
		for (let at = Math.max(0, next - offset); at < chunk.length; at = Math.max(at + 1, next - offset)) {
			if ((chunk[at] ?? 0) < 0x80) continue;
			const start = safeStart(chunk, at);
			parts.push(chunk.slice(start, start + sampleLength));
			next = offset + at + interval;
		}
		offset += chunk.length;
	}
	return parts;
}

function safeStart(chunk: Uint8Array, at: number): number {
	for (let start = at; start > Math.max(0, at - sampleLength / 2); start -= 1) {
		if ((chunk[start - 1] ?? 0xff) < 0x30) return start;
	}
	return at;
}

/** A place in a text that comes in pieces; lines end with CR LF, LF or CR. */
export class Place {
	line = 1;
	/** Characters of the line so far. */
	#before = 0;
	#carriageReturn = false;

	advance(text: string): void {
		let from = 0;
		if (this.#carriageReturn && text.startsWith("\n")) from = 1;
		if (text !== "") this.#carriageReturn = text.endsWith("\r");
		let start = from;
		const breaks = /\r\n|\n|\r/gu;
		breaks.lastIndex = from;
		for (let found = breaks.exec(text); found !== null; found = breaks.exec(text)) {
			this.line += 1;
			this.#before = 0;
			start = found.index + found[0].length;
		}
		this.#before += [...text.slice(start)].length;
	}

	get column(): number {
		return this.#before + 1;
	}
}

/** The refusal of bytes that belong to no character, with their place. */
function refuseBytes(error: UndecodableBytes, place: Place, encoding: string): ReadRefusal {
	place.advance(error.before);
	const values = { bytes: error.bytes, encoding: encodingName(encoding) };
	return new ReadRefusal(error.cutOff ? "cutOff" : "foreignBytes", values, place.line, place.column);
}

/** The text of a file, piece by piece. Throws `ReadRefusal` at bytes of another encoding, at NUL and at half a surrogate pair. */
export async function* textOfFile(
	file: FileSource,
	encoding: string,
	capabilities: ReaderCapabilities,
): AsyncGenerator<string> {
	const decoding = textDecoding(encoding, (name) => capabilities.decoder(name));
	const place = new Place();
	const piece = (decode: () => string): string => {
		try {
			const text = decode();
			refuseBadCharacters(text, place);
			return text;
		} catch (error) {
			throw error instanceof UndecodableBytes ? refuseBytes(error, place, encoding) : error;
		}
	};
	let done = 0;
	let told = 0;
	for await (const chunk of file.chunks()) {
		const text = piece(() => decoding.push(chunk));
		yield text;
		place.advance(text);
		done += chunk.length;
		if (done - told >= progressStep) {
			capabilities.progress(done, file.size);
			told = done;
		}
	}
	yield piece(() => decoding.end());
}

function refuseBadCharacters(text: string, place: Place): void {
	const check = checkText(text);
	if (check.ok) return;
	place.advance(text.slice(0, check.index));
	throw new ReadRefusal(check.key, {}, place.line, place.column);
}

/** The whole text of a file of at most `limit` bytes. */
export async function wholeText(
	file: FileSource,
	encoding: string,
	capabilities: ReaderCapabilities,
	limit: number,
): Promise<string> {
	if (file.size > limit) throw new ReadRefusal("tooLarge", { limit });
	let whole = "";
	for await (const piece of textOfFile(file, encoding, capabilities)) whole += piece;
	return whole;
}
