/** One message of a PO file, as it grows line by line. */
export interface PoEntry {
	/** Where its first keyword stands. */
	line: number;
	/** Comments of translators and those that were taken from the program, in order. */
	readonly comments: string[];
	readonly flags: Set<string>;
	references: boolean;
	previous: boolean;
	context: string | null;
	id: string | null;
	plural: string | null;
	/** By the number of the form; the only form has the number 0. */
	readonly strings: Map<number, string>;
}

export function newEntry(): PoEntry {
	return {
		line: 0,
		comments: [],
		flags: new Set(),
		references: false,
		previous: false,
		context: null,
		id: null,
		plural: null,
		strings: new Map(),
	};
}

const plain: Readonly<Record<string, string>> = {
	n: "\n",
	t: "\t",
	r: "\r",
	'"': '"',
	"\\": "\\",
	a: "\u0007",
	b: "\b",
	f: "\f",
	v: "\v",
};

const escapes = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|([\s\S])|$)/gu;

/**
 * The text of a quoted string, without its quotes. `known` is false where an escape means nothing (it stays as it is
 * written), or means NUL, which no text can hold.
 */
export function unescapeString(written: string): { readonly text: string; readonly known: boolean } {
	if (!written.includes("\\")) return { text: written, known: true };
	let known = true;
	const text = written.replaceAll(escapes, (whole: string, octal?: string, hex?: string, letter?: string) => {
		if (letter !== undefined && Object.hasOwn(plain, letter)) return plain[letter] ?? whole;
		const point = octal ? Number.parseInt(octal, 8) : hex ? Number.parseInt(hex, 16) : 0;
		if (point > 0 && point < 0x80) return String.fromCharCode(point);
		known = false;
		return whole;
	});
	return { text, known };
}
