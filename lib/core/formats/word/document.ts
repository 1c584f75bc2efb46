import type { Trace } from "../deliverable.ts";
import type { Codes } from "../styled-text.ts";

/** A Word document as plain data; the packer that turns it into bytes is a capability (it needs Node or a browser). */
export interface WordDocument {
	readonly title: string;
	/** BCP 47; proofing language of every run that is not in a cell with its own. */
	readonly language: string;
	readonly blocks: readonly (WordParagraph | WordTable)[];
	/** What the marks in the runs stand for. */
	readonly codes: Codes;
	/** By their numbers, which anchors name; an answer after what it answers. */
	readonly comments: readonly WordComment[];
	/** Properties of the file that nobody sees in its text, by name. */
	readonly properties: Readonly<Record<string, string>>;
}

export interface WordParagraph {
	readonly is: "paragraph";
	readonly style: WordStyle;
	/** The style it had before, where that changed. */
	readonly styleBefore: WordStyle | null;
	/** Who changed the style. */
	readonly styleBy: Trace | null;
	readonly content: readonly WordContent[];
	/** The paragraph mark itself inserted or deleted; rejecting (accepting) runs the paragraph into the next. */
	readonly mark: WordChange | null;
}

export interface WordTable {
	readonly is: "table";
	readonly head: readonly string[];
	readonly rows: readonly WordRow[];
}

export interface WordRow {
	/** The row as a whole inserted or deleted. */
	readonly change: WordChange | null;
	readonly cells: readonly WordCell[];
}

export interface WordCell {
	readonly language: string;
	readonly paragraphs: readonly WordParagraph[];
}

export const wordStyles = [
	"title",
	"dateline",
	"heading",
	"body",
	"caption",
	"bullet",
	"item",
	"footnote",
] as const;
export type WordStyle = (typeof wordStyles)[number];

export type WordContent = WordRun | WordAnchor;

export interface WordRun {
	readonly is: "run";
	/** Without characters XML forbids; line feeds are line breaks. Looks go on from run to run until their mark ends them. */
	readonly text: string;
	readonly change: WordChange | null;
}

/** Where something that has no text of its own begins or ends. */
export type WordAnchor =
	| { readonly is: "tag"; readonly edge: "start" | "end"; readonly name: string }
	| { readonly is: "comment"; readonly edge: "start" | "end"; readonly id: number };

export interface WordChange extends Trace {
	readonly kind: "inserted" | "deleted";
}

export interface WordComment extends Trace {
	readonly id: number;
	readonly text: string;
	/** The comment that this one answers. */
	readonly parent: number | null;
	readonly resolved: boolean;
}
