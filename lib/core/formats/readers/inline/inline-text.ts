import { type InlineCode, type MarkedText, markOf, marks, maxCodes } from "../../marked-text.ts";
import { ReadRefusal } from "../../reader.ts";

/** Characters of the private use planes have surrogates from U+DB80 on; nearly every text has none. */
export function mayHaveMarks(text: string): boolean {
	return /[\udb80-\udbff]/.test(text);
}

/** A text with its codes as they come. Characters that would be taken for codes become codes of their own. */
export class InlineText {
	#text = "";
	readonly #codes: InlineCode[] = [];
	readonly #line: number;

	/** `line` is where the text begins. */
	constructor(line: number) {
		this.#line = line;
	}

	get isEmpty(): boolean {
		return this.#text === "";
	}

	text(text: string): void {
		this.#text += mayHaveMarks(text)
			? text.replaceAll(marks, (value) => this.#mark({ kind: "character", part: "alone", value }))
			: text;
	}

	code(code: InlineCode): void {
		this.#text += this.#mark(code);
	}

	finish(): MarkedText {
		return this.#codes.length === 0 ? { text: this.#text } : { text: this.#text, codes: this.#codes };
	}

	#mark(code: InlineCode): string {
		if (this.#codes.length >= maxCodes)
			throw new ReadRefusal("tooManyCodes", { limit: maxCodes }, this.#line);
		this.#codes.push(code);
		return markOf(this.#codes.length - 1);
	}
}
