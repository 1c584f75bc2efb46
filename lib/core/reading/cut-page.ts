/** One side of an import: blocks of a page, or texts that a file paired, cut into segments. */
import type { SegmentKind } from "../document/model.ts";
import {
	codeNumber,
	type InlineCode,
	type MarkedText,
	markOf,
	marks,
	plainText,
} from "../formats/marked-text.ts";
import type { Block } from "../furniture/block.ts";
import { sentenceJoiner } from "../text/sentence-joiner.ts";
import { sentenceStarts } from "../text/sentences.ts";

export interface CutSegment {
	readonly kind: SegmentKind;
	readonly paragraphStart: boolean;
	/** Its marks number the side's codes. */
	readonly text: string;
}

export interface CutParagraph {
	/** Line of the input, from 1. */
	readonly line: number;
	readonly kind: SegmentKind;
	/** How many segments it was cut into. */
	readonly segments: number;
}

export interface CutTexts {
	readonly segments: readonly CutSegment[];
	readonly paragraphs: readonly CutParagraph[];
	/** What the marks in all of the segments stand for. */
	readonly codes: readonly InlineCode[];
}

/** Titles, headings, captions, cells, bylines and furniture are one segment each. */
const cutIntoSentences: ReadonlySet<SegmentKind> = new Set(["body", "item", "footnote"]);

/**
 * The segments of a page, in order; their texts joined by the language's joiner are the blocks' texts. `kinds` are
 * what a person chose, by the block's place. A block without a readable character is set aside as furniture.
 */
export function cutPage(
	blocks: readonly Block[],
	language: string,
	kinds: Readonly<Record<number, SegmentKind>> = {},
): CutTexts {
	const segments: CutSegment[] = [];
	const codes: InlineCode[] = [];
	const paragraphs = blocks.map((block, index): CutParagraph => {
		const kind = kinds[index] ?? (isEmpty(block) ? "furniture" : block.kind);
		const text = numberOn(block, codes);
		const texts = cutIntoSentences.has(kind) ? splitMarked(text, language, codes) : [text];
		for (const [place, cut] of texts.entries())
			segments.push({ kind, paragraphStart: place === 0, text: cut });
		return { line: block.line, kind, segments: texts.length };
	});
	return { segments, paragraphs, codes };
}

function isEmpty(text: MarkedText): boolean {
	return plainText(text).trim() === "";
}

/** The text with its marks numbered after the codes that are there, which take its codes in. */
export function numberOn({ text, codes = [] }: MarkedText, all: InlineCode[]): string {
	const base = all.length;
	for (const code of codes)
		all.push(code.pair === undefined ? code : { ...code, pair: `${base}:${code.pair}` });
	return base === 0 || codes.length === 0 ? text : shiftMarks(text, base);
}

/** The text with every mark's number raised. */
export function shiftMarks(text: string, by: number): string {
	return by === 0 ? text : text.replaceAll(marks, (mark) => markOf((codeNumber(mark) ?? 0) + by));
}

/**
 * Sentences as the text reads without its marks. What ends or stands alone after a sentence stays with it, what
 * starts before the next goes on with that.
 */
export function splitMarked(text: string, language: string, codes: readonly InlineCode[] = []): string[] {
	const joiner = sentenceJoiner(language).length;
	const { plain, places } = unmarked(text);
	const sentences: string[] = [];
	let from = 0;
	for (const start of sentenceStarts(plain, language)) {
		const next = places[start] ?? text.length;
		const blank = places[start - joiner] ?? next;
		const end = joiner === 0 ? firstStart(text, (places[start - 1] ?? 0) + 1, next, codes) : blank;
		sentences.push(text.slice(from, end));
		from = end + joiner;
	}
	sentences.push(text.slice(from));
	return sentences;
}

/** Place of the first mark between two offsets that starts something; the second offset where none does. */
function firstStart(text: string, from: number, to: number, codes: readonly InlineCode[]): number {
	for (const found of text.slice(from, to).matchAll(marks)) {
		if (codes[codeNumber(found[0]) ?? -1]?.part === "start") return from + found.index;
	}
	return to;
}

/** The text without marks, and where each of its UTF-16 units stands in the text with them. */
function unmarked(text: string): { plain: string; places: readonly number[] } {
	const places: number[] = [];
	let plain = "";
	for (let at = 0; at < text.length; ) {
		const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
		if (codeNumber(character) === null) {
			plain += character;
			for (let unit = 0; unit < character.length; unit += 1) places.push(at + unit);
		}
		at += character.length;
	}
	return { plain, places };
}
