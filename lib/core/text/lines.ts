/** Bytes of UTF-8 text as lines, however they are cut into pieces. */

/** The text is not UTF-8, or a line is longer than anybody may send. */
export class UnreadableLine extends Error {
	override readonly name = "UnreadableLine";
	readonly line: number;
	readonly reason: "encoding" | "long";

	constructor(line: number, reason: "encoding" | "long") {
		super(`line ${line}: ${reason}`);
		this.line = line;
		this.reason = reason;
	}
}

export interface LineDecoder {
	/** What a UTF-8 decoder does that throws at bytes which are none: given, as core has no decoder of its own. */
	decode(bytes: Uint8Array): string;
}

const lineFeed = 0x0a;

/** Lines without their line feeds; the last one needs none. `longest` is in bytes. */
export async function* linesIn(
	chunks: AsyncIterable<Uint8Array>,
	decoder: LineDecoder,
	longest: number,
): AsyncGenerator<string, void> {
	let parts: Uint8Array[] = [];
	let length = 0;
	let line = 1;
	const keep = (part: Uint8Array) => {
		length += part.length;
		if (length > longest) throw new UnreadableLine(line, "long");
		if (part.length > 0) parts.push(part);
	};
	const take = (): string => {
		const text = decoded(joined(parts, length), decoder, line);
		parts = [];
		length = 0;
		line += 1;
		return text;
	};
	for await (const chunk of chunks) {
		let start = 0;
		for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
			keep(chunk.subarray(start, end));
			start = end + 1;
			yield take();
		}
		keep(chunk.subarray(start));
	}
	if (length > 0) yield take();
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
	const [only] = parts;
	if (parts.length === 1 && only) return only;
	const whole = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

function decoded(bytes: Uint8Array, decoder: LineDecoder, line: number): string {
	try {
		return decoder.decode(bytes);
	} catch {
		throw new UnreadableLine(line, "encoding");
	}
}
