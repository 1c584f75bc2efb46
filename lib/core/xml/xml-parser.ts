import { SaxesParser, type SaxesTagPlain } from "saxes";
import { ReadRefusal } from "../formats/reader.ts";
import { noChildren, type XmlElement, type XmlHandler, xmlLimits } from "./xml-events.ts";
import { refusalFor } from "./xml-refusals.ts";

/** Control characters that XML does not allow and that are kept: how many, and where the first one stands. */
export interface ForbiddenCharacters {
	readonly count: number;
	readonly line: number;
	readonly column: number;
}

interface Scope {
	/** How deep the element is that declares them. */
	readonly depth: number;
	readonly bindings: Readonly<Record<string, string>>;
	/** The namespace of names without a prefix. */
	readonly unprefixed: string;
	readonly outer: Scope | null;
}

/**
 * Text in, elements out, over saxes. Anything that is not well-formed refuses the file at its place, with two
 * exceptions that programs write and that lose nothing: control characters (raw or as `&#x1F;`) are kept and counted,
 * and a prefix that nobody declared stands for no namespace. Entities are never declared, nothing is ever fetched.
 */
export class XmlParser {
	readonly #handler: XmlHandler;
	readonly #parser = new SaxesParser();
	readonly #open: XmlElement[] = [];
	/** Declarations of namespaces that hold here, and those before them. */
	#scope: Scope = {
		depth: 0,
		bindings: { xml: "http://www.w3.org/XML/1998/namespace" },
		unprefixed: "",
		outer: null,
	};
	/** What saxes has before it, and where in the whole text it begins; saxes holds some last characters back. */
	#chunk = "";
	#chunkStart = 0;
	#heldBack = "";
	#startLine = 1;
	#startColumn = 1;
	#inTag = false;
	/** Whether a tag in this chunk can declare a namespace: hardly any does, and looking through all takes long. */
	#declares = false;
	/** A tag that began in the chunk before. */
	#cut = false;
	/** Depth of the element whose inside is left out; 0 where there is none. */
	#skipped = 0;
	/** Characters since the last event: what saxes holds back. */
	#run = 0;
	#forbidden: ForbiddenCharacters | null = null;
	#doctypeLine: number | null = null;

	constructor(handler: XmlHandler) {
		this.#handler = handler;
		const parser = this.#parser;
		// No more than these seven: with an eighth handler V8 takes the parser for a dictionary, a quarter as fast.
		parser.on("error", ({ message }) => this.#onError(message));
		parser.on("doctype", (text) => this.#onDoctype(text));
		parser.on("opentagstart", ({ name }) => this.#onTagStart(name));
		parser.on("opentag", (tag) => this.#onOpen(tag));
		parser.on("closetag", () => this.#onClose());
		parser.on("text", this.#onText);
		parser.on("cdata", (text) => {
			this.#run = 0;
			if (this.#skipped === 0 && this.#open.length > 0) this.#handler.text(text);
		});
	}

	/** Reached so far, from 1. */
	get line(): number {
		return this.#parser.line;
	}

	get forbidden(): ForbiddenCharacters | null {
		return this.#forbidden;
	}

	/** Line of a DOCTYPE with declarations in it, which are not followed. */
	get declarations(): number | null {
		return this.#doctypeLine;
	}

	write(text: string): void {
		this.#chunk = this.#heldBack + text;
		this.#run += text.length;
		this.#cut = this.#inTag;
		this.#declares = text.includes("xmlns");
		this.#parser.write(text);
		const last = this.#chunk.charCodeAt(this.#chunk.length - 1);
		this.#heldBack = last === 0x0d || (last >= 0xd800 && last <= 0xdbff) ? this.#chunk.slice(-1) : "";
		this.#chunkStart += this.#chunk.length - this.#heldBack.length;
		const limit = xmlLimits[this.#stretch()];
		if (this.#run > limit) throw this.#refuse("xmlTooLong", { limit: limit / 1024 / 1024 });
	}

	#stretch(): Exclude<keyof typeof xmlLimits, "depth"> {
		if (this.#inTag) return "tag";
		if (this.#open.length === 0) return "prolog";
		return this.#skipped > 0 ? "skippedRun" : "run";
	}

	/** Throws `ReadRefusal` where the document is not complete. */
	end(): void {
		const { line } = this.#parser;
		const last = this.#open.at(-1);
		if (last) throw new ReadRefusal("xmlTruncated", { name: last.name, since: last.line }, line);
		this.#chunk = this.#heldBack;
		this.#parser.close();
	}

	/** saxes asks this of numeric references only; it sets its own when it knows the version of XML. */
	#allowControls(): void {
		const isChar = (point: number) => this.#takesReference(point);
		Object.assign(this.#parser, { isChar });
	}

	#takesReference(point: number): boolean {
		const storable = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
		if (!storable) return false;
		if (isForbidden(point)) this.#countForbidden();
		return true;
	}

	#countForbidden(): void {
		const { line, column } = this.#parser;
		this.#forbidden = this.#forbidden
			? { ...this.#forbidden, count: this.#forbidden.count + 1 }
			: { count: 1, line, column };
	}

	#onError(message: string): void {
		const at = this.#parser.position - this.#chunkStart;
		const before = this.#chunk.slice(Math.max(0, at - 64), at);
		if (message.endsWith(" disallowed character.")) {
			const unit = this.#chunk.charCodeAt(Math.max(0, at - 1));
			if (unit !== 0 && unit !== 0x3c) {
				this.#countForbidden();
				return;
			}
		}
		throw refusalFor(message, before, this.#parser);
	}

	#onDoctype(text: string): void {
		this.#run = 0;
		if (/<!ENTITY/iu.test(text)) throw this.#refuse("xmlEntities");
		if (text.includes("[")) this.#doctypeLine = this.#parser.line;
	}

	#onTagStart(name: string): void {
		const { line, column } = this.#parser;
		this.#run = 0;
		this.#inTag = true;
		if (this.#open.length === 0) this.#allowControls();
		this.#startLine = line;
		this.#startColumn = Math.max(1, column - name.length - 1);
		const { depth } = xmlLimits;
		if (this.#open.length >= depth)
			throw new ReadRefusal("xmlTooDeep", { limit: depth }, line, this.#startColumn);
	}

	#onOpen({ name, attributes }: SaxesTagPlain): void {
		const colon = name.indexOf(":");
		this.#inTag = false;
		if (this.#declares || this.#cut) this.#bind(attributes);
		const { bindings, unprefixed } = this.#scope;
		const element: XmlElement = {
			name,
			local: colon === -1 ? name : name.slice(colon + 1),
			namespace: colon === -1 ? unprefixed : (bindings[name.slice(0, colon)] ?? ""),
			attributes,
			line: this.#startLine,
			column: this.#startColumn,
			children: noChildren,
		};
		this.#open.push(element);
		if (this.#skipped > 0) return;
		if (this.#handler.open(element) !== "skip") return;
		this.#skipped = this.#open.length;
		this.#parser.off("text");
	}

	#onClose(): void {
		this.#run = 0;
		const depth = this.#open.length;
		const element = this.#open.pop();
		if (this.#scope.depth === depth) this.#scope = this.#scope.outer ?? this.#scope;
		if (element === undefined || (this.#skipped > 0 && this.#skipped < depth)) return;
		if (this.#skipped === depth) {
			this.#skipped = 0;
			this.#parser.on("text", this.#onText);
		}
		this.#handler.close(element);
	}

	readonly #onText = (text: string): void => {
		this.#run = 0;
		if (this.#open.length > 0) this.#handler.text(text);
	};

	#bind(attributes: Readonly<Record<string, string>>): void {
		this.#cut = false;
		if (!Object.keys(attributes).some((name) => name.startsWith("xmlns"))) return;
		const outer = this.#scope;
		const bindings: Record<string, string> = { ...outer.bindings };
		let { unprefixed } = outer;
		for (const [name, value] of Object.entries(attributes)) {
			if (name === "xmlns") unprefixed = value;
			else if (name.startsWith("xmlns:")) bindings[name.slice(6)] = value;
		}
		this.#scope = { depth: this.#open.length + 1, bindings, unprefixed, outer };
	}

	#refuse(key: string, values: Readonly<Record<string, string | number>> = {}): ReadRefusal {
		const { line, column } = this.#parser;
		return new ReadRefusal(key, values, line, Math.max(1, column));
	}
}

/** What XML 1.0, production 2, leaves out; a carriage return, a tab and a line feed are in. */
function isForbidden(point: number): boolean {
	return (
		(point < 0x20 && point !== 0x09 && point !== 0x0a && point !== 0x0d) ||
		point === 0xfffe ||
		point === 0xffff
	);
}
