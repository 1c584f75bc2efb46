import type { SegmentKind } from "../document/model.ts";
import { guessKinds } from "./kinds.ts";
import { type Paragraph, type ParagraphMode, readParagraphs } from "./paragraphs.ts";
import { splitSentences } from "./sentences.ts";

export interface SegmentOptions {
	readonly paragraphs: ParagraphMode;
	/** BCP 47; `zh…` is split as Chinese, everything else as English. */
	readonly language: string;
	/** Kinds that a person chose, by paragraph number from 0; the others are guessed. */
	readonly kinds?: Readonly<Record<number, SegmentKind>>;
}

export interface CutSegment {
	readonly kind: SegmentKind;
	readonly paragraphStart: boolean;
	readonly text: string;
}

export interface CutParagraph extends Paragraph {
	readonly kind: SegmentKind;
	/** How many segments it was cut into. */
	readonly segments: number;
}

/** Titles, headings, captions, cells, bylines and furniture are one segment each. */
const cutIntoSentences: ReadonlySet<SegmentKind> = new Set(["body", "item", "footnote"]);

/** One side of an import: its paragraphs, and the segments they are cut into, in order. */
export function segmentText(
	text: string,
	{ paragraphs: mode, language, kinds = {} }: SegmentOptions,
): { segments: CutSegment[]; paragraphs: CutParagraph[] } {
	const read = readParagraphs(text, mode);
	const guessed = guessKinds(read.map((paragraph) => paragraph.text));
	const segments: CutSegment[] = [];
	const paragraphs = read.map((paragraph, index): CutParagraph => {
		const kind = kinds[index] ?? guessed[index] ?? "body";
		const texts = cutIntoSentences.has(kind) ? splitSentences(paragraph.text, language) : [paragraph.text];
		for (const [place, cut] of texts.entries())
			segments.push({ kind, paragraphStart: place === 0, text: cut });
		return { ...paragraph, kind, segments: texts.length };
	});
	return { segments, paragraphs };
}
