import { hongKongCharacter } from "./hong-kong.ts";

/** By the names of the Encoding standard. */
export type MakeDecoder = (encoding: string) => {
	decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
};

/** Bytes that do not belong to the encoding they are read in. */
export class UndecodableBytes extends Error {
	override readonly name = "UndecodableBytes";
	/** What was read of the last piece before them. */
	readonly before: string;
	/** Where they begin in the last piece. */
	readonly offset: number;
	/** The bytes as people write them: "C4 20". */
	readonly bytes: string;
	/** The text ends in the middle of a character. */
	readonly cutOff: boolean;

	constructor(before: string, offset: number, bytes: Uint8Array, cutOff: boolean) {
		super("bytes of another encoding");
		this.before = before;
		this.offset = offset;
		this.bytes = [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
		this.cutOff = cutOff;
	}
}

export interface TextDecoding {
	/** Throws `UndecodableBytes`. */
	push(bytes: Uint8Array): string;
	/** Throws `UndecodableBytes` where the text ends within a character. */
	end(): string;
}

/** Decodes piece by piece, and never gives a replacement character for what it cannot decode. */
export function textDecoding(encoding: string, makeDecoder: MakeDecoder): TextDecoding {
	const decoder = makeDecoder(encoding);
	let rest: Uint8Array = new Uint8Array();
	return {
		push(bytes) {
			const piece = rest.length === 0 ? bytes : joinBytes(rest, bytes);
			const length = wholeCharacters(piece, encoding);
			rest = piece.slice(length);
			const whole = piece.subarray(0, length);
			try {
				return repair(decoder.decode(whole, { stream: true }), encoding);
			} catch {
				throw place(whole, encoding, makeDecoder);
			}
		},
		end() {
			if (rest.length > 0) throw new UndecodableBytes("", 0, rest, true);
			return decoder.decode();
		},
	};
}

function joinBytes(left: Uint8Array, right: Uint8Array): Uint8Array {
	const joined = new Uint8Array(left.length + right.length);
	joined.set(left);
	joined.set(right, left.length);
	return joined;
}

/** Decoders differ here from the Encoding standard: Node knows Big5 without Hong Kong's characters. */
function repair(text: string, encoding: string): string {
	if (encoding === "gb18030") return text.replaceAll("\u0080", "€");
	if (encoding !== "big5") return text;
	return text.replaceAll(/[\u0080-\u009F\uE000-\uF8FF]/gu, (character) => {
		const known = hongKongCharacter(character);
		if (known === undefined) throw new RangeError("no such character in Big5");
		return known;
	});
}

/** Where bytes that begin with a whole character leave the encoding: the shortest beginning that cannot be decoded. */
function place(bytes: Uint8Array, encoding: string, makeDecoder: MakeDecoder): UndecodableBytes {
	const decoded = (length: number) => {
		try {
			const text = makeDecoder(encoding).decode(bytes.subarray(0, length), { stream: true });
			return repair(text, encoding);
		} catch {
			return null;
		}
	};
	let [good, bad] = [0, bytes.length];
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (decoded(middle) === null) bad = middle;
		else good = middle;
	}
	const start = wholeCharacters(bytes.subarray(0, good), encoding);
	return new UndecodableBytes(decoded(start) ?? "", start, bytes.slice(start, bad), false);
}

/** Length of the longest beginning that does not end within a character, as far as lead bytes tell. */
export function wholeCharacters(bytes: Uint8Array, encoding: string): number {
	switch (encoding) {
		case "utf-8":
			return wholeUtf8(bytes);
		case "utf-16le":
			return wholeUtf16(bytes, 1);
		case "utf-16be":
			return wholeUtf16(bytes, 0);
		case "gb18030":
		case "big5":
			return wholeDoubleByte(bytes, encoding === "gb18030");
		default:
			return bytes.length;
	}
}

function wholeUtf8(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) break;
		if (byte < 0xc0) continue;
		const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
		return byte <= 0xf4 && needs > back ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}

function wholeUtf16(bytes: Uint8Array, high: 0 | 1): number {
	const even = bytes.length - (bytes.length % 2);
	const last = bytes[even - 2 + high] ?? 0;
	return even >= 2 && last >= 0xd8 && last <= 0xdb ? even - 2 : even;
}

function wholeDoubleByte(bytes: Uint8Array, fourBytes: boolean): number {
	let at = 0;
	while (at < bytes.length) {
		const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
		const digit = second >= 0x30 && second <= 0x39;
		const length = first <= 0x80 || first === 0xff ? 1 : fourBytes && digit ? 4 : 2;
		if (at + length > bytes.length) return at;
		at += length;
	}
	return at;
}
