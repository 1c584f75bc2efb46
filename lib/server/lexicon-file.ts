/** A lexicon as bytes and back: built once, read in a fraction of a second. */
import { crc32 } from "node:zlib";
import { longestByFirst, numbered, onlyTraditional } from "#lib/core/align/lexicon/build.ts";
import type { Lexicon, Table } from "#lib/core/align/lexicon/lexicon.ts";

/** Raised whenever the tables or their meaning change; a file of another version is built anew. */
export const lexiconVersion = 3;

interface Block {
	readonly name: string;
	readonly bytes: Uint8Array;
}

const alignment = 8;
/** Separate the words of a list, and the parts of a word's line. */
const newline = "\n";
const tab = "\t";

/** Two numbers of four bytes each: the header's length and a CRC-32 of all that comes after them. */
const prefix = 8;

/** Prefix, header (JSON) with the place of each block, blocks. Little-endian. */
export function encodeLexicon(lexicon: Lexicon, version = lexiconVersion): Uint8Array {
	const { heads, english } = lexicon;
	const blocks: Block[] = [
		text("heads", heads.texts.join(newline)),
		numbers("headShares", heads.logShares),
		text("simplified", [...heads.simplified].map((pair) => pair.join(tab)).join(newline)),
		text(
			"readings",
			[...heads.readings].map(([character, all]) => [character, ...all].join(tab)).join(newline),
		),
		text("english", english.texts.join(newline)),
		numbers("englishShares", english.logShares),
		numbers("parts", english.partsOfSpeech),
		text("irregular", [...english.irregular].map((pair) => pair.join(tab)).join(newline)),
		...tableBlocks("glosses", lexicon.glosses),
		...tableBlocks("neighbours", lexicon.neighbours),
	];
	const { headLanguage, glossLanguage, name } = lexicon;
	const places: [name: string, from: number, bytes: number][] = [];
	let end = 0;
	for (const block of blocks) {
		places.push([block.name, end, block.bytes.length]);
		end = padded(end + block.bytes.length);
	}
	const header = new TextEncoder().encode(
		JSON.stringify({ version, headLanguage, glossLanguage, name, places }),
	);
	const first = padded(prefix + header.length);
	const bytes = new Uint8Array(first + end);
	bytes.set(header, prefix);
	for (const [i, block] of blocks.entries()) bytes.set(block.bytes, first + (places[i]?.[1] ?? 0));
	const view = new DataView(bytes.buffer);
	view.setUint32(0, header.length, true);
	view.setUint32(4, crc32(bytes.subarray(prefix)), true);
	return bytes;
}

interface Header {
	readonly version: number;
	readonly headLanguage: string;
	readonly glossLanguage: string;
	readonly name: string;
	readonly places: readonly (readonly [name: string, from: number, bytes: number])[];
}

/** Null where the bytes are not a whole lexicon of this version. */
export function decodeLexicon(bytes: Uint8Array): Lexicon | null {
	const header = readHeader(bytes);
	if (header === null) return null;
	const first = padded(prefix + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));
	const block = (name: string): Uint8Array => {
		const place = header.places.find(([other]) => other === name);
		const from = first + (place?.[1] ?? 0);
		return new Uint8Array(bytes.subarray(from, from + (place?.[2] ?? 0))); // a copy begins where every number type may
	};
	const lines = (name: string) => {
		const all = new TextDecoder().decode(block(name));
		return all === "" ? [] : all.split(newline);
	};
	const floats = (name: string) => new Float32Array(block(name).buffer);
	const readTable = (name: string): Table => ({
		starts: new Uint32Array(block(`${name}Starts`).buffer),
		words: new Uint32Array(block(`${name}Words`).buffer),
		weights: floats(`${name}Weights`),
	});
	const pairs = (name: string) => lines(name).map(split);
	const heads = lines("heads");
	const simplified = new Map(pairs("simplified").map(([from, [to = from]]): [string, string] => [from, to]));
	const english = lines("english");
	return {
		headLanguage: header.headLanguage,
		glossLanguage: header.glossLanguage,
		name: header.name,
		reversed: false,
		heads: {
			texts: heads,
			numbers: numbered(heads),
			logShares: floats("headShares"),
			longest: longestByFirst(heads),
			simplified,
			onlyTraditional: onlyTraditional(simplified, heads),
			readings: new Map(pairs("readings")),
		},
		english: {
			texts: english,
			numbers: numbered(english),
			logShares: floats("englishShares"),
			partsOfSpeech: block("parts"),
			irregular: new Map(pairs("irregular").map(([form, [base = form]]) => [form, base])),
		},
		glosses: readTable("glosses"),
		neighbours: readTable("neighbours"),
	};
}

function readHeader(bytes: Uint8Array): Header | null {
	if (bytes.length < prefix) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	const end = prefix + view.getUint32(0, true);
	if (end > bytes.length || crc32(bytes.subarray(prefix)) !== view.getUint32(4, true)) return null;
	try {
		const header: Header = JSON.parse(new TextDecoder().decode(bytes.subarray(prefix, end)));
		return header.version === lexiconVersion ? header : null;
	} catch {
		return null;
	}
}

function split(line: string): [string, string[]] {
	const [first = "", ...rest] = line.split(tab);
	return [first, rest];
}

function tableBlocks(name: string, { starts, words, weights }: Table): Block[] {
	return [
		numbers(`${name}Starts`, starts),
		numbers(`${name}Words`, words),
		numbers(`${name}Weights`, weights),
	];
}

function text(name: string, value: string): Block {
	return { name, bytes: new TextEncoder().encode(value) };
}

function numbers(name: string, values: Float32Array | Uint32Array | Uint8Array): Block {
	return { name, bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) };
}

function padded(size: number): number {
	return Math.ceil(size / alignment) * alignment;
}
