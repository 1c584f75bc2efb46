import { isBlank, trimEdges } from "../text/paragraphs.ts";
import { type InlineCode, type MarkedText, markOf, marks, maxCodes } from "./marked-text.ts";
import { ReadRefusal } from "./reader.ts";

/** What ASCII white space collapses to in markup. */
const collapsible = /[ \t\n\f\r]+/gu;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Codes of one paragraph, with room for the ends of those that are open. */
const mostCodes = maxCodes / 2;
/** Most UTF-16 units of one paragraph: more is no text that anybody translates. */
const longest = 4 * 1024 * 1024;

interface OpenCode {
	readonly code: Pick<InlineCode, "kind" | "value">;
	/** Number of its pair in this paragraph; null before any text stands in it. */
	pair: string | null;
}

export interface BuiltParagraph extends MarkedText {
	/** Line of its first visible character. */
	readonly line: number;
	/** Share of its characters inside links, 0–1. */
	readonly linked: number;
	/** Codes beyond what one text can hold. */
	readonly lost: number;
}

/**
 * Builds a paragraph out of runs of text and the codes around them. White space at its edges goes, codes without text
 * are not written, and codes that reach over its end begin again in the next one.
 */
export class ParagraphBuilder {
	readonly #open: OpenCode[] = [];
	#text = "";
	#codes: InlineCode[] = [];
	#blank = "";
	#line: number | null = null;
	#visible = 0;
	#linked = 0;
	#pairs = 0;
	#break = false;
	#lost = 0;

	get isEmpty(): boolean {
		return this.#line === null;
	}

	/** A line break came after the last visible character. */
	get endsInBreak(): boolean {
		return this.#break;
	}

	/** `line` is where the run begins. White space collapses unless it is `verbatim`. */
	append(run: string, line: number, verbatim = false): void {
		const start = blanksBefore(run);
		const text = trimEdges(run);
		this.#blank += run.slice(0, start);
		if (text === "") return;
		if (this.#line === null) this.#line = line + count(run.slice(0, start), "\n");
		const written = verbatim ? text : collapse(text);
		this.#advance();
		this.#visible += written.length;
		if (this.#open.some(({ code }) => code.kind === "link")) this.#linked += written.length;
		this.#text += this.#mark(written);
		this.#blank = run.slice(start + text.length);
		if (this.#text.length > longest) throw new ReadRefusal("lineTooLong", { limit: longest }, this.#line);
	}

	/** A break within the paragraph; breaks at its edges are not written. */
	breakLine(): void {
		if (this.#line !== null) this.#break = true;
	}

	open(code: OpenCode["code"]): void {
		this.#open.push({ code, pair: null });
	}

	/** Ends the code that was opened last. */
	close(): void {
		const last = this.#open.pop();
		if (last !== undefined) this.#end(last);
	}

	/** An image, a footnote mark: something that stands in the text without being text. */
	alone(code: Pick<InlineCode, "kind" | "value">): void {
		this.#advance();
		this.#text += this.#number({ ...code, part: "alone" });
	}

	/** The paragraph so far, or null where nothing in it can be seen. */
	take(): BuiltParagraph | null {
		for (const open of this.#open.toReversed()) this.#end(open);
		const [text, codes, line] = [this.#text, this.#codes, this.#line];
		const linked = this.#visible === 0 ? 0 : this.#linked / this.#visible;
		[this.#text, this.#codes, this.#blank, this.#line] = ["", [], "", null];
		const lost = this.#lost;
		[this.#visible, this.#linked, this.#pairs, this.#break, this.#lost] = [0, 0, 0, false, 0];
		if (line === null) return null;
		return { line, linked, lost, text, ...(codes.length > 0 && { codes }) };
	}

	/** Writes what was held back until something follows: a break or white space, and the starts of codes. */
	#advance(): void {
		if (this.#break) this.#text += this.#number({ kind: "break", part: "alone" }) || " ";
		else if (this.#visible > 0) this.#text += this.#blank.replaceAll(collapsible, " ");
		[this.#blank, this.#break] = ["", false];
		for (const open of this.#open) {
			if (open.pair !== null) continue;
			// Room for the ends of all that are open
			if (this.#codes.length >= mostCodes) {
				this.#lost += 1;
				continue;
			}
			open.pair = String(this.#pairs);
			this.#pairs += 1;
			this.#text += this.#number({ ...open.code, part: "start", pair: open.pair });
		}
	}

	#end(open: OpenCode): void {
		if (open.pair === null) return;
		this.#text += this.#number({ kind: open.code.kind, part: "end", pair: open.pair });
		open.pair = null;
	}

	#number(code: InlineCode): string {
		if (this.#codes.length >= (code.part === "end" ? maxCodes : mostCodes)) {
			this.#lost += 1;
			return "";
		}
		this.#codes.push(code);
		return markOf(this.#codes.length - 1);
	}

	/** Characters that look like marks become codes of their own. */
	#mark(text: string): string {
		return text.replaceAll(marks, (value) => {
			const mark = this.#number({ kind: "character", part: "alone", value });
			if (mark === "") throw new ReadRefusal("tooManyCodes", { limit: mostCodes }, this.#line ?? 1);
			return mark;
		});
	}
}

function blanksBefore(run: string): number {
	let start = 0;
	while (start < run.length && isBlank(run[start] ?? "")) start += 1;
	return start;
}

/** Chinese text that was wrapped in the file meets without a space. */
function collapse(text: string): string {
	return text.replaceAll(collapsible, (blank, offset: number) => {
		const after = offset + blank.length;
		const wrapped = /[\n\r]/u.test(blank) && wide.test(text.slice(offset - 1, offset));
		return wrapped && wide.test(text.slice(after, after + 1)) ? "" : " ";
	});
}

function count(text: string, character: string): number {
	return text.split(character).length - 1;
}
