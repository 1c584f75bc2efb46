import { type ReaderCapabilities, ReadRefusal } from "../../reader.ts";
import { symbolCharacter } from "../../readers/docx/symbols.ts";
import { type PartTag, readPart } from "../../readers/office/read-part.ts";
import { readTag, type Tag } from "../tags.ts";

/** Who made a change in the file, as the file says. */
export interface FileTrace {
	readonly author: string;
	/** ISO 8601; null where the file does not say. */
	readonly at: string | null;
}

/** A paragraph as it reads with all changes accepted. Offsets are UTF-16 code units of `text`. */
export interface FileParagraph {
	readonly text: string;
	readonly inserted: readonly { readonly start: number; readonly end: number; readonly by: FileTrace }[];
	readonly deleted: readonly { readonly at: number; readonly text: string; readonly by: FileTrace }[];
	/** Where sentences begin. */
	readonly tags: readonly { readonly tag: Tag; readonly at: number }[];
	readonly comments: readonly { readonly id: string; readonly start: number; readonly end: number }[];
	readonly cell: { readonly row: number; readonly column: number } | null;
}

export interface FileBody {
	readonly paragraphs: readonly FileParagraph[];
	/** Changes of looks alone, which are not taken over. */
	readonly relooked: readonly FileTrace[];
	/** Pictures and boxes, which are not read. */
	readonly drawings: number;
}

/** Far more than a document that was handed out can have. */
const maxParagraphs = 250_000;

/** What holds no text, or text of its own that is no part of the article. */
const outside: ReadonlySet<string> = new Set([
	"w:sectPr",
	"w:sdtPr",
	"w:sdtEndPr",
	"w:tblPr",
	"w:tblGrid",
	"w:ffData",
	"w:rt",
	"mc:Fallback",
]);
const drawn: ReadonlySet<string> = new Set(["w:drawing", "w:pict", "w:object", "w:txbxContent"]);
const relooking: ReadonlySet<string> = new Set(["w:rPrChange", "w:pPrChange"]);
const going: ReadonlySet<string> = new Set(["w:del", "w:moveFrom"]);
const coming: ReadonlySet<string> = new Set(["w:ins", "w:moveTo"]);
const characters: Readonly<Record<string, string>> = {
	"w:br": "\n",
	"w:cr": "\n",
	"w:tab": "\t",
	"w:ptab": "\t",
	"w:noBreakHyphen": "\u{2011}",
	"w:softHyphen": "\u{ad}",
};

interface Draft {
	text: string;
	readonly inserted: { start: number; end: number; by: FileTrace }[];
	readonly deleted: { at: number; text: string; by: FileTrace }[];
	readonly tags: { tag: Tag; at: number }[];
	readonly comments: { id: string; start: number; end: number }[];
	readonly cell: FileParagraph["cell"];
}

/** Reads the main part of a file that was handed out. Throws `ReadRefusal` where it is no well-formed document. */
export function readBody(bytes: Uint8Array, part: string, capabilities: ReaderCapabilities): FileBody {
	const reader = new BodyReader();
	readPart(
		bytes,
		part,
		{
			open: (tag) => reader.open(tag),
			text: (value) => reader.text(value),
			close: (name) => reader.close(name),
		},
		capabilities,
	);
	return reader.done();
}

class BodyReader {
	readonly #paragraphs: FileParagraph[] = [];
	readonly #names: string[] = [];
	/** Nothing counts until the element of this depth ends. */
	#quiet: number | null = null;
	readonly #changes: { readonly depth: number; readonly goes: boolean; readonly by: FileTrace }[] = [];
	/** The paragraph that is open, with those before it whose marks are gone. */
	#draft: Draft | null = null;
	#markGone = false;
	/** Tags and comments that begin between paragraphs. */
	readonly #waiting: Tag[] = [];
	readonly #open = new Set<string>();
	readonly #seen = new Set<string>();
	readonly #rows: number[] = [];
	#row = -1;
	#column = -1;
	readonly #relooked: FileTrace[] = [];
	#drawings = 0;

	open(tag: PartTag): void {
		const { name } = tag;
		this.#names.push(name);
		if (this.#quiet !== null) return;
		if (relooking.has(name)) this.#relooked.push(traceOf(tag));
		if (drawn.has(name)) this.#drawings += 1;
		if (outside.has(name) || relooking.has(name) || drawn.has(name)) this.#quiet = this.#names.length;
		else if (this.#within("w:rPr") || this.#within("w:pPr")) this.#property(tag);
		else if (this.#within("w:trPr")) this.#rowProperty(tag);
		else this.#structure(tag);
	}

	text(value: string): void {
		const name = this.#names.at(-1);
		if (this.#quiet === null && (name === "w:t" || name === "w:delText")) this.#write(value);
	}

	close(name: string): void {
		const depth = this.#names.length;
		this.#names.pop();
		if (this.#quiet !== null) {
			if (this.#quiet === depth) this.#quiet = null;
			return;
		}
		if (this.#changes.at(-1)?.depth === depth) this.#changes.pop();
		if (name === "w:p" && !this.#markGone) this.#flush();
		else if (name === "w:tc") this.#flush();
		else if (name === "w:tbl") this.#row = this.#rows.pop() ?? -1;
	}

	done(): FileBody {
		this.#flush();
		return { paragraphs: this.#paragraphs, relooked: this.#relooked, drawings: this.#drawings };
	}

	#structure(tag: PartTag): void {
		const { name } = tag;
		if (going.has(name) || coming.has(name))
			this.#changes.push({ depth: this.#names.length, goes: going.has(name), by: traceOf(tag) });
		else if (name === "w:p") this.#begin();
		else if (name === "w:tbl") {
			this.#rows.push(this.#row);
			this.#row = -1;
		} else if (name === "w:tr") [this.#row, this.#column] = [this.#row + 1, -1];
		else if (name === "w:tc") this.#column += 1;
		else if (name === "w:bookmarkStart") this.#tag(readTag(tag.attribute("w:name") ?? ""));
		else if (name === "w:commentRangeStart" || name === "w:commentRangeEnd" || name === "w:commentReference")
			this.#comment(name, tag.attribute("w:id") ?? "");
		else if (name === "w:sym") {
			const character = symbolCharacter(tag.attribute("w:font") ?? "", tag.attribute("w:char") ?? "");
			this.#write(character ?? "\u{fffd}");
		} else if (Object.hasOwn(characters, name)) this.#write(characters[name] ?? "");
	}

	#property(tag: PartTag): void {
		if (this.#within("w:rPr", "w:pPr") && going.has(tag.name)) this.#markGone = true;
		// The mark's own properties are read; tab stops are no tabs.
		if (!(this.#within("w:pPr") && tag.name === "w:rPr")) this.#quiet = this.#names.length;
	}

	/** A row that was taken out is gone with all in it. */
	#rowProperty(tag: PartTag): void {
		if (!going.has(tag.name)) return;
		this.#quiet = this.#names.lastIndexOf("w:tr") + 1;
		this.#row -= 1;
	}

	#within(...names: readonly string[]): boolean {
		return names.every((name, index) => this.#names.at(-2 - index) === name);
	}

	#begin(): void {
		if (this.#paragraphs.length > maxParagraphs)
			throw new ReadRefusal("tooManySegments", { limit: maxParagraphs });
		this.#markGone = false;
		const cell = this.#rows.length > 0 ? { row: this.#row, column: this.#column } : null;
		this.#draft ??= { text: "", inserted: [], deleted: [], tags: [], comments: [], cell };
		for (const tag of this.#waiting.splice(0)) this.#tag(tag);
		for (const id of this.#open)
			if (!this.#draft.comments.some((one) => one.id === id)) this.#open.delete(id);
	}

	#flush(): void {
		if (this.#draft) this.#paragraphs.push(this.#draft);
		this.#draft = null;
		this.#markGone = false;
	}

	#write(text: string): void {
		const draft = this.#draft;
		if (!draft || text === "") return;
		const gone = this.#changes.find(({ goes }) => goes);
		const come = this.#changes.find(({ goes }) => !goes);
		const at = draft.text.length;
		if (gone) {
			const last = draft.deleted.at(-1);
			if (last?.at === at && last.by.author === gone.by.author && last.by.at === gone.by.at)
				last.text += text;
			else draft.deleted.push({ at, text, by: gone.by });
			return;
		}
		draft.text += text;
		for (const comment of draft.comments) if (this.#open.has(comment.id)) comment.end = draft.text.length;
		if (come) draft.inserted.push({ start: at, end: draft.text.length, by: come.by });
	}

	#tag(tag: Tag | null): void {
		if (tag === null) return;
		if (this.#draft) this.#draft.tags.push({ tag, at: this.#draft.text.length });
		else this.#waiting.push(tag);
	}

	/** A comment over several paragraphs stands with the first. */
	#comment(name: string, id: string): void {
		const draft = this.#draft;
		if (name === "w:commentRangeEnd") this.#open.delete(id);
		else if (draft && !this.#seen.has(id)) {
			const at = draft.text.length;
			this.#seen.add(id);
			draft.comments.push({ id, start: at, end: at });
			if (name === "w:commentRangeStart") this.#open.add(id);
		}
	}
}

function traceOf(tag: PartTag): FileTrace {
	const time = Date.parse(tag.attribute("w:date") ?? "");
	return {
		author: (tag.attribute("w:author") ?? "").trim(),
		at: Number.isNaN(time) ? null : new Date(time).toISOString(),
	};
}
