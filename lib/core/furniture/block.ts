/** What a page is made of: every line of the input is a block of one kind. */
import type { SegmentKind } from "../document/model.ts";
import type { MarkedText } from "../formats/marked-text.ts";

/** Kinds that people and programs are told; the finer kinds of segments are each one of these. */
export const blockKinds = ["title", "meta", "heading", "caption", "body", "furniture"] as const;
export type BlockKind = (typeof blockKinds)[number];

export function blockKindOf(kind: SegmentKind): BlockKind {
	return kind === "item" || kind === "cell" || kind === "footnote" ? "body" : kind;
}

export interface Block extends MarkedText {
	/** Line of the input, from 1. Two blocks share a line where a date was lifted off its first sentence. */
	readonly line: number;
	readonly kind: SegmentKind;
}

export interface Metadata {
	readonly title: string | null;
	/** ISO 8601, as precise as the page says: "2020-02-20T08:56", "2020-02-20", "2020-02", "2020". No zone where it names none. */
	readonly publishedAt: string | null;
	readonly publisher: string | null;
	readonly byline: string | null;
	/** "en", "zh-Hans", "zh-Hant" or another BCP 47 tag; null where the text is too short to say. */
	readonly language: string | null;
}

export interface Page {
	readonly metadata: Metadata;
	readonly blocks: readonly Block[];
}
