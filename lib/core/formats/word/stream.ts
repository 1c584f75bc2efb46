import { isBlank, separatorBetween } from "#lib/core/diff/sentences.ts";
import { replaceForbidden } from "#lib/core/xml/escape.ts";
import type { Paragraph } from "../deliverable.ts";
import type { WordStyle } from "./document.ts";
import { wordStyle } from "./style.ts";

/** What stands after a sentence: the end of its paragraph, or what keeps it apart from the next. */
export type Gap =
	| { readonly is: "mark"; readonly style: WordStyle }
	| { readonly is: "space"; readonly text: string };

/** A sentence with something to read in it. */
export interface Piece {
	readonly id: string;
	/** As Word can hold it. */
	readonly text: string;
	readonly gap: Gap;
}

/** A side of a document as it is read: its sentences in order. Paragraphs without text are not there. */
export function streamOf(paragraphs: readonly Paragraph[], language: string): Piece[] {
	return paragraphs.flatMap(({ kind, segments }) => {
		const texts = segments.flatMap(({ id, text }) => (isBlank(text) ? [] : [{ id, text: forWord(text) }]));
		const gaps = texts.map(({ text }, index): Gap => {
			const next = texts[index + 1];
			return next
				? { is: "space", text: separatorBetween(text, next.text, language) }
				: { is: "mark", style: wordStyle(kind, texts[0]?.text ?? "") };
		});
		return texts.map((piece, index) => ({ ...piece, gap: gaps[index] ?? { is: "space", text: "" } }));
	});
}

/** Without what XML forbids, every end of a line one character. */
export function forWord(text: string): string {
	return replaceForbidden(text).replace(/\r\n?/g, "\n");
}

/** Stands for the end of a paragraph within a text: no text of a document holds it. */
export const markCharacter = "\0";

/** Several sentences as one text, what stands after the last left out. */
export function flatten(pieces: readonly Piece[]): string {
	return pieces
		.map(({ text, gap }, index) => {
			if (index === pieces.length - 1) return text;
			return text + (gap.is === "mark" ? markCharacter : gap.text);
		})
		.join("");
}
