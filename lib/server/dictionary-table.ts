/** A dictionary as one run of bytes, to be searched as it lies there: some 10 MB instead of 100. */
import { toneMarks } from "#lib/core/scripts/pinyin.ts";

/** Raised whenever the bytes or their meaning change. */
export const tableVersion = 1;

/** As the package has it. */
export type PackageEntry = readonly [
	traditional: string,
	simplified: string,
	pinyin: string,
	definitions: string | readonly string[],
	...unknown[],
];

export interface DictionaryEntry {
	readonly traditional: string;
	readonly simplified: string;
	/** With tone marks. */
	readonly pinyin: string;
	readonly glosses: readonly string[];
}

export interface FoundWord {
	readonly text: string;
	/** Where it begins in the text that was asked for, in UTF-16 code units. */
	readonly start: number;
	readonly entries: readonly DictionaryEntry[];
}

/** Longest headword that is tried at a place. */
const longestHead = 20;
const tab = 9;
const newline = 10;
const numberSize = 4;
/** The table's length, and how many entries it has. */
const headerSize = 2 * numberSize;

/**
 * Header, where lines begin in the order of the traditional and of the simplified headwords, lines. Numbers have four
 * bytes, little-endian. A line: traditional, simplified, numbered pinyin, glosses, with tabs between.
 */
export function tableOf(entries: readonly PackageEntry[]): Uint8Array {
	const encoder = new TextEncoder();
	const lines = entries.map(([traditional, simplified, pinyin, definitions]) => {
		const glosses = typeof definitions === "string" ? [definitions] : definitions;
		return encoder.encode(`${[traditional, simplified, pinyin, ...glosses].join("\t")}\n`);
	});
	const first = headerSize + 2 * numberSize * lines.length;
	const starts: number[] = [];
	let end = first;
	for (const line of lines) {
		starts.push(end);
		end += line.length;
	}
	const table = new Uint8Array(end);
	const view = new DataView(table.buffer);
	view.setUint32(0, end, true);
	view.setUint32(numberSize, lines.length, true);
	for (const field of [0, 1] as const) {
		const order = entries
			.map((_, i) => i)
			.sort((a, b) => compare(entries[a]?.[field] ?? "", entries[b]?.[field] ?? ""));
		for (const [at, i] of order.entries())
			view.setUint32(headerSize + numberSize * (field * lines.length + at), starts[i] ?? 0, true);
	}
	for (const [i, line] of lines.entries()) table.set(line, starts[i] ?? 0);
	return table;
}

/** Whether bytes from a file are all of a table. */
export function isWhole(table: Uint8Array): boolean {
	return (
		table.length >= headerSize &&
		new DataView(table.buffer, table.byteOffset).getUint32(0, true) === table.length
	);
}

export class Dictionary {
	#table: Uint8Array;
	#view: DataView;
	#size: number;
	#decoder = new TextDecoder();

	constructor(table: Uint8Array) {
		this.#table = table;
		this.#view = new DataView(table.buffer, table.byteOffset, table.byteLength);
		this.#size = this.#view.getUint32(numberSize, true);
	}

	/** What is known of exactly this word, in either script. */
	entriesOf(word: string): DictionaryEntry[] {
		const starts = new Set(([0, 1] as const).flatMap((field) => this.#startsOf(word, field)));
		return [...starts]
			.map((start) => this.#entryAt(start))
			.sort((a, b) => Number(isName(a)) - Number(isName(b)));
	}

	/** From the left, the longest that is known; what is not known is passed over. */
	wordsIn(text: string): FoundWord[] {
		const found: FoundWord[] = [];
		for (let start = 0; start < text.length; ) {
			const word = this.#longestAt(text, start);
			if (word) found.push(word);
			start += word?.text.length ?? ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
		}
		return found;
	}

	#longestAt(text: string, start: number): FoundWord | null {
		const run = /^\p{Script=Han}[\p{L}\p{N}·，]*/u.exec(text.slice(start, start + longestHead))?.[0] ?? "";
		for (let length = run.length; length > 0; length--) {
			const word = run.slice(0, length);
			const entries = this.entriesOf(word);
			if (entries.length > 0) return { text: word, start, entries };
		}
		return null;
	}

	#startsOf(word: string, field: 0 | 1): number[] {
		let [low, high] = [0, this.#size];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (compare(this.#headAt(this.#startAt(middle, field), field), word) < 0) low = middle + 1;
			else high = middle;
		}
		const found: number[] = [];
		for (let at = low; at < this.#size; at++) {
			const start = this.#startAt(at, field);
			if (this.#headAt(start, field) !== word) break;
			found.push(start);
		}
		return found;
	}

	#startAt(at: number, field: 0 | 1): number {
		return this.#view.getUint32(headerSize + numberSize * (field * this.#size + at), true);
	}

	#headAt(start: number, field: 0 | 1): string {
		const from = field === 0 ? start : this.#table.indexOf(tab, start) + 1;
		return this.#decoder.decode(this.#table.subarray(from, this.#table.indexOf(tab, from)));
	}

	#entryAt(start: number): DictionaryEntry {
		const line = this.#decoder.decode(this.#table.subarray(start, this.#table.indexOf(newline, start)));
		const [traditional = "", simplified = "", pinyin = "", ...glosses] = line.split("\t");
		return { traditional, simplified, pinyin: toneMarks(pinyin), glosses };
	}
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A reading with a capital is somebody's or some place's name: what everybody means comes before it. */
const isName = ({ pinyin }: DictionaryEntry): boolean => /^\p{Lu}/u.test(pinyin);
