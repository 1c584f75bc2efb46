import { joinSentences } from "#lib/core/diff/sentences.ts";
import type { Bead, Span } from "../contract.ts";

export interface AlignedText {
	/** BCP 47; `und` where nothing is known. */
	readonly language: string;
	readonly sentences: readonly string[];
}

/** Two texts and which of their sentences belong together. Beads are in order; some may have been left out. */
export interface Alignment {
	/** Id of the aligner. */
	readonly aligner: string;
	readonly source: AlignedText;
	readonly target: AlignedText;
	readonly beads: readonly Bead[];
}

/** What the surroundings lend a format: core has no clock and no name. */
export interface WritingSurroundings {
	/** What the texts are called. */
	readonly title: string;
	/** When the alignment was written, ISO 8601 UTC. */
	readonly writtenAt: string;
	readonly application: { readonly name: string; readonly version: string };
}

/** Whole lines; an empty alignment may be an empty text. */
export type AlignmentFormat =
	| { readonly id: string; write(alignment: Alignment, surroundings: WritingSurroundings): string }
	| { readonly id: string; writeSides(alignment: Alignment): readonly [source: SideFile, target: SideFile] };

/** One of two files that belong together. */
export interface SideFile {
	/** What distinguishes it from the other: its language. */
	readonly extension: string;
	readonly text: string;
}

/** The sentences of a span as running text; blank ones are left out. */
export function textOf({ sentences, language }: AlignedText, [start, end]: Span): string {
	return joinSentences(sentences.slice(start, end), language);
}

/** Numbers from 0 of the sentences of a span. */
export function numbersOf([start, end]: Span): number[] {
	return Array.from({ length: end - start }, (_, offset) => start + offset);
}
