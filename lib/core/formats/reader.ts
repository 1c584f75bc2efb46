/** What reading a file means: bytes in; lines, units or table rows out, with every loss and trouble told. */
import type { MarkedText } from "./marked-text.ts";

/** Something to be told about a file. Never silently: what is not carried over is a problem too. */
export interface ReadProblem {
	/** From 1; of a file without lines (DOCX, PDF) the number of its paragraph, page or unit. */
	readonly line: number;
	/** From 1, in characters; null where only the line is known. */
	readonly column: number | null;
	/** Names the sentence in the catalogue `reading`. */
	readonly key: string;
	readonly values?: Readonly<Record<string, string | number>>;
}

/** A file that cannot be read at all. Nothing of it is used. */
export class ReadRefusal extends Error {
	override readonly name = "ReadRefusal";
	readonly problem: ReadProblem;

	constructor(key: string, values: ReadProblem["values"] = {}, line = 1, column: number | null = null) {
		super(key);
		this.problem = { line, column, key, values };
	}
}

/** What the markup around a line says of it. All of it evidence, none of it the last word. */
export interface LineHint {
	/** Level 1–6 of a heading. */
	readonly heading?: number;
	/** The line is the file's declared title (DOCX style "Title", Markdown's front matter). */
	readonly title?: true;
	readonly region?: "navigation" | "header" | "main" | "article" | "aside" | "footer" | "form";
	/** Class names and ids of the elements around it, inmost first, as one string. */
	readonly classes?: string;
	/** Share of its characters inside links, 0–1. */
	readonly linked?: number;
	readonly list?: { readonly ordered: boolean; readonly level: number };
	/** Caption of a figure or table. */
	readonly caption?: true;
	/** Cell of a data table, from 0. */
	readonly cell?: { readonly row: number; readonly column: number };
	readonly footnote?: true;
	/** A publication date in markup (`<time datetime>`), ISO 8601. */
	readonly date?: string;
	readonly byline?: true;
	/** Text of a Word header, footer or text box: kept, and set aside. */
	readonly margin?: true;
}

/** One paragraph as the file sets it. Blank lines are not sent. */
export interface ReadLine extends MarkedText {
	/** Line of the input where it begins, from 1; in files without lines the paragraph's number. */
	readonly line: number;
	readonly hint?: LineHint;
}

/** One language's text of a unit, cut as the file cuts it. */
export interface ReadVariant {
	/** BCP 47 as the file writes it, or "" where it says nothing; "source" and "target" where it only tells the sides. */
	readonly language: string;
	/** Usually one; more where the file pairs groups of segments. */
	readonly segments: readonly MarkedText[];
	readonly author?: string;
	/** ISO 8601. */
	readonly changedAt?: string;
}

export const unitStates = ["untranslated", "draft", "reviewed", "approved"] as const;
export type UnitState = (typeof unitStates)[number];

/** Texts that belong together: a translation unit, a PO message, a line pair. */
export interface ReadUnit {
	readonly line: number;
	/** The file's own name for it. */
	readonly id?: string;
	readonly variants: readonly ReadVariant[];
	readonly state?: UnitState;
	readonly notes?: readonly string[];
	/** Confidence of an aligner, 0–1, where the file has one on that scale. */
	readonly confidence?: number;
	/** Whether somebody looked at the pairing, where the file says so. */
	readonly link?: "automatic" | "confirmed";
	/** A new paragraph begins here; unknown where absent. */
	readonly paragraphStart?: boolean;
}

/** A row of a table whose columns a person chooses. */
export interface ReadRow {
	readonly line: number;
	readonly cells: readonly string[];
	/** Which sheet of a workbook, where there are several. */
	readonly sheet?: string;
}

/** Pairs by number, for texts that are in other files (InterText, numeric ladders). From 0, end exclusive. */
export interface ReadLink {
	readonly line: number;
	readonly source: readonly [from: number, to: number];
	readonly target: readonly [from: number, to: number];
	readonly confidence?: number;
	readonly confirmed?: boolean;
}

/** What a file says of itself. */
export interface ReadAbout {
	readonly title?: string;
	/** ISO 8601, as precise as the file says. */
	readonly publishedAt?: string;
	readonly publisher?: string;
	readonly byline?: string;
	readonly language?: string;
	readonly sourceLanguage?: string;
	readonly targetLanguage?: string;
	/** Encoding it was read as, where it is a file of text: "UTF-8", "GB18030". */
	readonly encoding?: string;
	/** Names of the texts that links are about. */
	readonly texts?: readonly [source: string, target: string];
}

/** Takes what a reader finds, in order. A reader calls only the methods of its shape, and `about` and `problem`. */
export interface ReadSink {
	about(found: ReadAbout): void;
	line(line: ReadLine): void;
	unit(unit: ReadUnit): void;
	row(row: ReadRow): void;
	link(link: ReadLink): void;
	problem(problem: ReadProblem): void;
}

/** The file as its bytes. Its name comes from outside: only its extension is looked at. */
export interface FileSource {
	readonly name: string;
	/** Bytes. */
	readonly size: number;
	/** The first 64 KiB. */
	readonly head: Uint8Array;
	/** All bytes in order; may be called more than once. */
	chunks(): AsyncIterable<Uint8Array>;
	/** All bytes at once. Throws `ReadRefusal` "tooLarge" above `limit` bytes. */
	bytes(limit: number): Promise<Uint8Array>;
}

/** An opened ZIP. Its limits hold already: entries, unpacked size, ratio, names. */
export interface Archive {
	readonly names: readonly string[];
	/** Null where there is none of that name. Throws `ReadRefusal` where what comes out is not what was announced. */
	entry(name: string): Promise<Uint8Array | null>;
}

export interface PdfPage {
	/** In reading order: the lines of one page with where they stand. Points; y grows downwards. */
	readonly lines: readonly {
		readonly text: string;
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
	}[];
	readonly width: number;
	readonly height: number;
}

/** Decodes as a stream; throws where bytes do not belong to the encoding. */
export interface Decoder {
	decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** What the surroundings lend a reader. */
export interface ReaderCapabilities {
	/** By the names of the Encoding standard: "utf-8", "utf-16le", "gb18030", "big5". Fatal; keeps a byte order mark out. */
	decoder(encoding: string): Decoder;
	/** Throws `ReadRefusal` where it is no ZIP or a dangerous one. */
	openArchive(bytes: Uint8Array): Promise<Archive>;
	/** Text of a PDF, page by page. */
	readPdf(bytes: Uint8Array): AsyncIterable<PdfPage>;
	/** Bytes done of all bytes; throws once the work was cancelled. Call it every few hundred kilobytes. */
	progress(done: number, total: number): void;
}

/** `text`: lines of one side. `pairs`: units. `table`: rows. `links`: pairs by number. */
export type ReadShape = "text" | "pairs" | "table" | "links";

export interface Reader {
	/** Stored with documents: never renamed. */
	readonly id: string;
	/** Lower case, without a dot, the usual one first. */
	readonly extensions: readonly string[];
	/** Under this key the catalogue `reading` has `name`. */
	readonly messageKey: string;
	/**
	 * How sure the bytes (or else the extension) are of this kind: 0 cannot be, 1 the extension alone says so or it is
	 * the last resort, 2 the content looks so, 3 the content says so in so many words.
	 */
	recognises(file: Pick<FileSource, "name" | "head" | "size">, text: string | null): 0 | 1 | 2 | 3;
	/** The shape is decided by what is found: a Word file can hold a text or pairs. Throws `ReadRefusal`. */
	read(file: FileSource, sink: ReadSink, capabilities: ReaderCapabilities): Promise<ReadShape>;
}
