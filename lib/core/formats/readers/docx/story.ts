import type { Losses } from "../../losses.ts";
import { maxCodes } from "../../marked-text.ts";
import { type ReaderCapabilities, ReadRefusal } from "../../reader.ts";
import { type PartTag, readPart } from "../office/read-part.ts";
import type { Changes } from "./changes.ts";
import { Fields } from "./fields.ts";
import { addFormatting, isOn } from "./formatting.ts";
import { markedText, type Piece } from "./marked-pieces.ts";
import { OpenParagraph, type StoryParagraph } from "./paragraph.ts";
import { runElements } from "./run-elements.ts";
import type { StyleSheet } from "./styles.ts";
import { OpenTables } from "./tables.ts";

/** What the stories of a document share. */
export interface StorySurroundings {
	readonly sheet: StyleSheet;
	readonly losses: Losses;
	readonly changes: Changes;
	/** Address of a hyperlink by the id of its relationship. */
	readonly address: (relationship: string) => string | null;
	/** Says which mark a note's reference shows; called in the order of the text. */
	readonly markOfNote: (kind: "footnote" | "endnote", id: string) => string;
}

/** Elements whose insides are no text of the story as it reads in the end. */
const outside: ReadonlySet<string> = new Set([
	"w:sdtPr",
	"w:sdtEndPr",
	"w:sectPr",
	"w:rPrChange",
	"w:pPrChange",
	"w:tblPrChange",
	"w:trPrChange",
	"w:tcPrChange",
	"w:sectPrChange",
	"w:tblPrExChange",
	"w:numberingChange",
	"w:ffData",
	"w:rt",
]);

/** Far more than a document can hold, and little enough to keep in memory until all of them are known. */
const maxParagraphs = 250_000;
/** Stretches of text and codes in a story: several for each code that a document can hold. */
const maxPieces = 8 * maxCodes;

const ownerElements: ReadonlySet<string> = new Set(["w:footnote", "w:endnote", "w:comment"]);

/**
 * One story of a Word document (its body, its notes, a header) as paragraphs, with every change accepted. The state
 * machine follows the nesting of elements by their names; how deep it may go is `readPart`'s to say.
 */
export class Story {
	readonly paragraphs: StoryParagraph[] = [];
	readonly fields = new Fields();
	readonly tables = new OpenTables();
	readonly surroundings: StorySurroundings;
	/** The paragraph that is open; of a text box within a paragraph the inner one. */
	paragraph: OpenParagraph | null = null;
	line = 0;
	/** Text of the element that is open goes here. */
	capture: ((text: string) => void) | null = null;
	/** Text stood where the instruction of a field should. */
	unshown = false;
	/** What a picture is called, until the picture comes. */
	picture = "";
	readonly #part: string;
	readonly #names: string[] = [];
	/** Nothing counts until the element of this depth ends; whether its own end counts. Null where all counts. */
	#quiet: { readonly depth: number; readonly endCounts: boolean } | null = null;
	readonly #hosts: { paragraph: OpenParagraph | null; carried: Carried | null }[] = [];
	readonly #alternatives: boolean[] = [];
	#carried: Carried | null = null;
	#pieces = 0;
	/** Paragraphs of text boxes, until the paragraph that they hang on is done. */
	readonly #hanging: StoryParagraph[] = [];
	#owner: string | null = null;

	constructor(part: string, surroundings: StorySurroundings) {
		this.#part = part;
		this.surroundings = surroundings;
	}

	/** `firstLine` is the number of its first paragraph. */
	static read(
		bytes: Uint8Array,
		part: string,
		surroundings: StorySurroundings,
		capabilities: ReaderCapabilities,
		firstLine = 1,
	): Story {
		const story = new Story(part, surroundings);
		story.line = firstLine - 1;
		const handlers = {
			open: (tag: PartTag) => story.#open(tag),
			text: (value: string) => story.capture?.(value),
			close: (name: string) => story.#close(name),
		};
		readPart(bytes, part, handlers, capabilities);
		story.#flush();
		if (story.fields.depth > 0 && story.unshown) surroundings.losses.add("docxFields", firstLine);
		return story;
	}

	/** Word does not open such a file either; reading on would lose text. */
	broken(reason: string): ReadRefusal {
		return new ReadRefusal("officeBroken", { part: this.#part, reason }, Math.max(this.line, 1));
	}

	/** Leaves out the element that is being opened, and all in it. */
	skip(): void {
		this.#quiet = { depth: this.#names.length, endCounts: false };
	}

	/** Leaves out what remains of the innermost open element of a name. */
	skipRestOf(name: string): void {
		this.#quiet = { depth: this.#names.lastIndexOf(name) + 1, endCounts: true };
	}

	/** Whether the element that is being opened stands in these, the inmost first. */
	within(...names: readonly string[]): boolean {
		return names.every((name, index) => this.#names.at(-2 - index) === name);
	}

	#open(tag: PartTag): void {
		this.#names.push(tag.name);
		if (this.#quiet !== null) return;
		const { name } = tag;
		if (outside.has(name)) this.skip();
		else if (this.within("w:rPr")) this.#runProperty(tag);
		else if (this.within("w:pPr") || this.within("w:numPr", "w:pPr")) this.#paragraphProperty(tag);
		else {
			// A table ends the paragraph before it, even one without a mark.
			if (name === "w:tbl" && this.paragraph === null) this.#flush();
			if (!this.tables.open(tag, this)) this.#structure(tag);
		}
	}

	#close(name: string): void {
		const ends = this.#quiet?.depth === this.#names.length;
		const counts = this.#quiet === null || (ends && this.#quiet.endCounts);
		if (ends) this.#quiet = null;
		this.#names.pop();
		if (!counts) return;
		this.capture = null;
		if (name === "w:p") this.#endParagraph();
		else if (name === "w:txbxContent") this.#endBox();
		else if (name === "w:hyperlink") this.paragraph?.endLink();
		else if (name === "mc:AlternateContent") this.#alternatives.pop();
		else if (name === "w:tc") this.#flush();
		else if (ownerElements.has(name)) {
			this.#flush();
			this.#owner = null;
		}
		this.tables.close(name);
	}

	#structure(tag: PartTag): void {
		const { name } = tag;
		if (name === "w:p") {
			if (this.paragraph) throw this.broken("w:p in w:p");
			this.line += 1;
			if (this.line > maxParagraphs) throw new ReadRefusal("tooManySegments", { limit: maxParagraphs });
			this.paragraph = new OpenParagraph(this.line, this.surroundings.sheet);
		} else if (name === "w:txbxContent") {
			this.#hosts.push({ paragraph: this.paragraph, carried: this.#carried });
			this.paragraph = this.#carried = null;
		} else if (ownerElements.has(name)) {
			this.#owner = tag.attribute("w:id") ?? "";
			// Separator lines between text and notes are notes of a type.
			if (/eparator|Notice/u.test(tag.attribute("w:type") ?? "")) this.skip();
		} else if (name === "mc:AlternateContent") this.#alternatives.push(false);
		else if (name === "mc:Choice" || name === "mc:Fallback") {
			if (this.#alternatives.at(-1)) this.skip();
			this.#alternatives.splice(-1, 1, true);
		} else if (this.surroundings.changes.gone(tag, this.line)) this.skip();
		else if (Object.hasOwn(runElements, name)) runElements[name]?.(this, tag);
	}

	#runProperty(tag: PartTag): void {
		const { paragraph } = this;
		const { changes } = this.surroundings;
		if (this.within("w:rPr", "w:pPr")) {
			if (changes.gone(tag, this.line) && paragraph) paragraph.markGone = true;
		} else if (paragraph && this.within("w:rPr", "w:r")) {
			if (tag.name === "w:rStyle") paragraph.runStyle = tag.attribute("w:val") ?? null;
			else if (tag.name === "w:vanish") paragraph.hidden = isOn(tag);
			else addFormatting(paragraph.own, tag);
		}
	}

	#paragraphProperty(tag: PartTag): void {
		// Within the others nothing is a property of the paragraph: its tab stops are no tabs.
		if (this.within("w:pPr") && tag.name !== "w:rPr" && tag.name !== "w:numPr") this.skip();
		const value = tag.attribute("w:val");
		if (!this.paragraph || value === undefined) return;
		if (tag.name === "w:pStyle") this.paragraph.style = value;
		else if (tag.name === "w:outlineLvl") this.paragraph.outline = Number(value);
		else if (tag.name === "w:numId") this.paragraph.number = value;
		else if (tag.name === "w:ilvl") this.paragraph.level = Number(value);
	}

	#endParagraph(): void {
		const { paragraph } = this;
		if (paragraph === null) return;
		paragraph.endLink();
		this.#carried ??= { line: paragraph.line, pieces: [], comments: [], last: paragraph };
		const carried = this.#carried;
		if (carried.pieces.length === 0) carried.line = paragraph.line;
		for (const piece of paragraph.pieces) carried.pieces.push(piece);
		this.#pieces += paragraph.pieces.length;
		if (this.#pieces > maxPieces) throw new ReadRefusal("tooManyCodes", { limit: maxCodes });
		for (const comment of paragraph.comments) carried.comments.push(comment);
		carried.last = paragraph;
		this.paragraph = null;
		if (!paragraph.markGone) this.#flush();
	}

	/** The paragraph so far is one, whether its mark is there or not. */
	#flush(): void {
		if (this.#carried === null) return;
		const { line, pieces, comments, last } = this.#carried;
		this.#carried = null;
		const { hint, list } = last;
		const margin = this.#hosts.length > 0;
		const cells = margin ? [] : this.tables.cells;
		const done = { line, ...markedText(pieces), hint, list, cells, comments, owner: this.#owner, margin };
		if (margin) this.#hanging.push(done);
		else {
			this.paragraphs.push(done);
			for (const hanging of this.#hanging.splice(0)) this.paragraphs.push(hanging);
		}
	}

	#endBox(): void {
		this.#flush();
		const host = this.#hosts.pop();
		this.paragraph = host?.paragraph ?? null;
		this.#carried = host?.carried ?? null;
	}
}

interface Carried {
	line: number;
	readonly pieces: Piece[];
	readonly comments: string[];
	/** Whose properties the whole has. */
	last: OpenParagraph;
}
