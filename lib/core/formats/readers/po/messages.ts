import type { Losses } from "../../losses.ts";
import { ReadRefusal } from "../../reader.ts";
import { newEntry, type PoEntry, unescapeString } from "./entry.ts";

const statement =
	/^\s*(msgctxt|msgid_plural|msgid|msgstr)(?:\s*\[\s*(\d{1,3})\s*\])?\s*"((?:[^"\\]|\\.)*)"\s*$/u;
const continued = /^\s*"((?:[^"\\]|\\.)*)"\s*$/u;

/** Characters of one message with its comments. No honest one comes near. */
const largest = 16 * 1024 * 1024;

/** What a string that goes on over several lines is for. */
type Open = "context" | "id" | "plural" | number;

/** Puts the lines of a PO file together to messages. Lines that are none of its own are told and left out. */
export class PoMessages {
	readonly #take: (entry: PoEntry) => void;
	readonly #losses: Losses;
	#entry = newEntry();
	#open: Open | null = null;
	#size = 0;

	constructor(take: (entry: PoEntry) => void, losses: Losses) {
		this.#take = take;
		this.#losses = losses;
	}

	line(text: string, line: number): void {
		this.#size += text.length;
		if (this.#size > largest) throw new ReadRefusal("messageTooLarge", { since: this.#entry.line }, line);
		const trimmed = text.trim();
		if (trimmed === "") this.#blank();
		else if (trimmed.startsWith("#")) this.#comment(trimmed, line);
		else this.#statement(text, line);
	}

	#blank(): void {
		this.#open = null;
		if (this.#entry.strings.size > 0) this.end();
	}

	end(): void {
		const entry = this.#entry;
		this.#entry = newEntry();
		this.#open = null;
		this.#size = 0;
		if (entry.id !== null) this.#take(entry);
		else if (entry.line > 0) this.#losses.add("brokenMessages", entry.line);
	}

	#comment(text: string, line: number): void {
		const kind = text.charAt(1);
		if (kind === "~") {
			if (/^#~\s*msgid\s/u.test(text)) this.#losses.add("obsoleteMessages", line);
			return;
		}
		if (this.#entry.strings.size > 0) this.end();
		this.#open = null;
		const content = text.slice(2).trim();
		if (kind === ",") for (const flag of content.split(",")) this.#entry.flags.add(flag.trim());
		else if (kind === ":") this.#entry.references = true;
		else if (kind === "|") this.#entry.previous = true;
		else if (kind === ".") this.#comments(content);
		else this.#comments(text.slice(1).trim());
	}

	#comments(text: string): void {
		if (text !== "") this.#entry.comments.push(text);
	}

	#statement(text: string, line: number): void {
		const [, keyword, number, begun] = statement.exec(text) ?? [];
		if (keyword !== undefined) this.#begin(keyword, number, line);
		const written = begun ?? continued.exec(text)?.[1];
		if (written === undefined || this.#open === null) {
			this.#losses.add("brokenLines", line);
			if (keyword === undefined && /^\s*msg/u.test(text)) this.#open = null;
			return;
		}
		const { text: more, known } = unescapeString(written);
		if (!known) this.#losses.add("unknownEscapes", line);
		this.#append(this.#open, more);
	}

	#begin(keyword: string, number: string | undefined, line: number): void {
		const begins = keyword === "msgctxt" || keyword === "msgid";
		if (begins && (this.#entry.strings.size > 0 || this.#entry.id !== null)) this.end();
		if (this.#entry.line === 0) this.#entry.line = line;
		if (keyword === "msgstr") this.#open = Number(number ?? 0);
		else this.#open = keyword === "msgctxt" ? "context" : keyword === "msgid" ? "id" : "plural";
	}

	#append(open: Open, text: string): void {
		const entry = this.#entry;
		if (typeof open === "number") entry.strings.set(open, (entry.strings.get(open) ?? "") + text);
		else entry[open] = (entry[open] ?? "") + text;
	}
}
