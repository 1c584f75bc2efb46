export interface XmlElement {
	/** As written, with its prefix. */
	readonly name: string;
	/** Without its prefix. */
	readonly local: string;
	/** "" where none is declared. */
	readonly namespace: string;
	/** By their names as written. */
	readonly attributes: Readonly<Record<string, string>>;
	/** Where its tag begins, from 1. */
	readonly line: number;
	readonly column: number;
	/** Filled where a tree is asked for: see `asTrees`. */
	children: (XmlElement | string)[];
}

/** Shared by all elements that have nothing in them, of which a long file has millions. Never added to. */
export const noChildren: XmlElement["children"] = [];

/** Takes a document as it is read. */
export interface XmlHandler {
	/** `"skip"` leaves out what is inside, however long it is; its end is told all the same. */
	open(element: XmlElement): "skip" | undefined;
	close(element: XmlElement): void;
	/** Character data and CDATA sections between two tags, in one or several parts. */
	text(text: string): void;
}

/** Limits that hold for every document. No honest file comes near. */
export const xmlLimits = {
	depth: 1_000,
	/** Characters of one tag with its attributes. */
	tag: 4 * 1024 * 1024,
	/** Characters without any markup; what is skipped may be longer, for files that carry others in them as base64. */
	run: 8 * 1024 * 1024,
	/** Before the root: comments, and declarations that nobody follows. */
	prolog: 1024 * 1024,
	skippedRun: 48 * 1024 * 1024,
} as const;
