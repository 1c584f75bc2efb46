import { ReadRefusal, type ReadRow } from "../../reader.ts";

/** How a table is written. */
export interface TableWriting {
	/** One character. */
	readonly delimiter: string;
	/** Fields may stand in quotation marks, which then hold anything; one of their own is doubled (RFC 4180). */
	readonly quoted: boolean;
	/** Tabs, line breaks and backslashes are written as \t \n \r \\, as our own tables are. */
	readonly escaped: boolean;
}

/** UTF-16 units of one field: a quotation mark without its partner would make the whole file one. */
const longestField = 4 * 1024 * 1024;

/** As many as Excel has. */
const mostColumns = 16_384;

type State = "start" | "plain" | "quoted" | "quote";

/** Puts a table's text together to rows, in whatever pieces it comes. */
export class TableRows {
	readonly #take: (row: ReadRow) => void;
	/** A quotation mark ended a field, and then the field went on. */
	readonly #odd: (line: number) => void;
	readonly #delimiter: string;
	readonly #quoted: boolean;
	#state: State = "start";
	#field = "";
	#cells: string[] = [];
	#line = 1;
	#rowLine = 1;
	#fieldLine = 1;
	#afterReturn = false;

	constructor(
		{ delimiter, quoted }: TableWriting,
		take: (row: ReadRow) => void,
		odd: (line: number) => void,
	) {
		this.#take = take;
		this.#odd = odd;
		this.#delimiter = delimiter;
		this.#quoted = quoted;
	}

	write(text: string): void {
		let from = 0;
		for (let at = 0; at < text.length; at += 1) {
			const character = text.charAt(at);
			const after = this.#afterReturn;
			this.#afterReturn = character === "\r";
			if (this.#state === "quoted") {
				if (character === '"') {
					this.#keep(text.slice(from, at));
					this.#state = "quote";
					from = at + 1;
				} else if (character === "\r" || (character === "\n" && !after)) this.#line += 1;
				continue;
			}
			if (this.#state === "quote" && character === '"') {
				// A doubled mark: the second one begins what follows it in the field.
				this.#state = "quoted";
				from = at;
				continue;
			}
			if (character === this.#delimiter) {
				this.#keep(text.slice(from, at));
				this.#endField();
				from = at + 1;
			} else if (character === "\n" || character === "\r") {
				if (character === "\r" || !after) {
					this.#keep(text.slice(from, at));
					this.#endRow();
				}
				from = at + 1;
			} else if (this.#state === "start" && this.#quoted && character === '"') {
				this.#state = "quoted";
				this.#fieldLine = this.#line;
				from = at + 1;
			} else {
				if (this.#state === "quote") this.#odd(this.#line);
				this.#state = "plain";
			}
		}
		this.#keep(text.slice(from));
	}

	/** Throws `ReadRefusal` "openQuote" with the line where a field began that never ends. */
	end(): void {
		if (this.#state === "quoted") throw new ReadRefusal("openQuote", {}, this.#fieldLine);
		if (this.#field !== "" || this.#cells.length > 0 || this.#state === "quote") this.#endRow();
	}

	#keep(text: string): void {
		this.#field += text;
		if (this.#field.length <= longestField) return;
		if (this.#state === "quoted") throw new ReadRefusal("openQuote", {}, this.#fieldLine);
		throw new ReadRefusal("lineTooLong", { limit: longestField }, this.#line);
	}

	#endField(): void {
		this.#cells.push(this.#field);
		this.#field = "";
		this.#state = "start";
		if (this.#cells.length > mostColumns)
			throw new ReadRefusal("tooManyColumns", { limit: mostColumns }, this.#rowLine);
	}

	/** A line without anything is no row. */
	#endRow(): void {
		const blank = this.#cells.length === 0 && this.#field === "" && this.#state === "start";
		if (!blank) {
			this.#endField();
			this.#take({ line: this.#rowLine, cells: this.#cells });
			this.#cells = [];
		}
		this.#state = "start";
		this.#line += 1;
		this.#rowLine = this.#line;
	}
}

const unescaped: Readonly<Record<string, string>> = { "\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\" };

export function unescapeField(text: string): string {
	return text.replaceAll(/\\[tnr\\]/gu, (written) => unescaped[written] ?? written);
}
