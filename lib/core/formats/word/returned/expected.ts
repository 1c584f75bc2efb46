import type { Codes } from "../../styled-text.ts";
import { StyleState } from "../../styled-text.ts";
import type { WordDocument, WordParagraph } from "../document.ts";
import { readTag, type TagKind } from "../tags.ts";

/** What a sentence of a file that was handed out said, as it reads there. */
export interface ExpectedSentence {
	readonly kind: TagKind;
	/** Of the segment; of the passage where there was no rendering; "title" and "dateline". */
	readonly id: string;
	readonly text: string;
	/** What kept it apart from the next of its paragraph; "" at the end. */
	readonly gap: string;
}

export type ExpectedParagraph = readonly ExpectedSentence[];

/** The columns of a file: in one without a table there is nothing but the rendering. */
export interface Expected {
	readonly rendering: readonly ExpectedParagraph[];
	readonly source: readonly ExpectedParagraph[];
}

/** What a clean file of this version says, paragraph by paragraph. */
export function expectedOf({ blocks, codes }: WordDocument): Expected {
	const rendering: ExpectedParagraph[] = [];
	const source: ExpectedParagraph[] = [];
	for (const block of blocks) {
		if (block.is === "paragraph") rendering.push(sentencesOf(block, codes));
		else
			for (const { cells } of block.rows) {
				for (const paragraph of cells[0]?.paragraphs ?? []) source.push(sentencesOf(paragraph, codes));
				for (const paragraph of cells[1]?.paragraphs ?? []) rendering.push(sentencesOf(paragraph, codes));
			}
	}
	const there = (paragraph: ExpectedParagraph) => paragraph.length > 0;
	return { rendering: rendering.filter(there), source: source.filter(there) };
}

function sentencesOf({ content }: WordParagraph, codes: Codes): ExpectedParagraph {
	const sentences: { kind: TagKind; id: string; text: string; gap: string }[] = [];
	const state = new StyleState();
	let open = false;
	for (const one of content) {
		const last = sentences.at(-1);
		if (one.is === "run") {
			const text = plainOf(one.text, codes, state);
			if (last) last[open ? "text" : "gap"] += text;
		} else if (one.is === "tag") {
			open = one.edge === "start";
			const tag = open ? readTag(one.name) : null;
			if (tag) sentences.push({ ...tag, text: "", gap: "" });
		}
	}
	return sentences;
}

/** A text as it stands in a file: marks of looks are gone, codes that are read are their words. */
export function plainOf(text: string, codes: Codes, state = new StyleState()): string {
	return state
		.pieces(text, codes)
		.map((piece) => piece.text)
		.join("");
}
