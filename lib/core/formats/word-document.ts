import type { Codes } from "./styled-text.ts";

/** A Word document as plain data; the packer that turns it into bytes is a capability (it needs Node or a browser). */
export interface WordDocument {
	readonly title: string;
	/** BCP 47; proofing language of every run. */
	readonly language: string;
	readonly paragraphs: readonly WordParagraph[];
	/** What the marks in the runs stand for. */
	readonly codes: Codes;
}

export interface WordParagraph {
	readonly style: WordStyle;
	readonly runs: readonly WordRun[];
	/** The paragraph mark itself inserted or deleted; rejecting (accepting) runs the paragraph into the next. */
	readonly mark: WordChange | null;
}

export type WordStyle =
	| "title"
	| "dateline"
	| "heading"
	| "body"
	| "caption"
	| "bullet"
	| "item"
	| "footnote";

export interface WordRun {
	/** Without characters XML forbids; line feeds are line breaks. Looks go on from run to run until their mark ends them. */
	readonly text: string;
	readonly change: WordChange | null;
}

export interface WordChange {
	readonly kind: "inserted" | "deleted";
	readonly author: string;
	/** ISO 8601, UTC. */
	readonly at: string;
}
