import type { SegmentKind } from "../document/model.ts";
import { markCharacters } from "../formats/marked-text.ts";
import { classifyPage } from "../furniture/classify-page.ts";
import { type ParagraphMode, readParagraphs } from "../text/paragraphs.ts";
import { type CutTexts, cutPage } from "./cut-page.ts";

export interface SegmentOptions {
	readonly paragraphs: ParagraphMode;
	/** BCP 47. */
	readonly language: string;
	/** Kinds that a person chose, by the block's place; the others are found. */
	readonly kinds?: Readonly<Record<number, SegmentKind>>;
}

/** One side of an import that came as text: its blocks, and the segments they are cut into, in order. */
export function segmentText(text: string, { paragraphs, language, kinds = {} }: SegmentOptions): CutTexts {
	const lines = readParagraphs(text, paragraphs).map(({ line, text }) => ({ line, ...markCharacters(text) }));
	return cutPage(classifyPage(lines, { language }).blocks, language, kinds);
}
