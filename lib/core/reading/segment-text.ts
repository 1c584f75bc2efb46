import type { SegmentKind } from "../document/model.ts";
import type { ParagraphMode } from "../text/paragraphs.ts";
import { type CutTexts, cutPage } from "./cut-page.ts";
import { pageOfText } from "./page-of-text.ts";

export interface SegmentOptions {
	readonly paragraphs: ParagraphMode;
	/** BCP 47. */
	readonly language: string;
	/** Kinds that a person chose, by the block's place; the others are found. */
	readonly kinds?: Readonly<Record<number, SegmentKind>>;
}

/** One side of an import that came as text: its blocks, and the segments they are cut into, in order. */
export function segmentText(text: string, { kinds, ...options }: SegmentOptions): CutTexts {
	return cutPage(pageOfText(text, options).blocks, options.language, kinds);
}
