/** A date glued to the first sentence, taken off it. */
import { codeNumber, type InlineCode, type MarkedText, markOf, marks } from "../formats/marked-text.ts";
import { columns } from "../text/paragraphs.ts";
import { findDates } from "./dates.ts";

/** A label, a date and an opening stand within so many characters. */
const reach = 90;
const label =
	/^[\s　(（【[•·]*(?:(?:pub(?:lish(?:ed)?|lication)?|release|issue|post(?:ed)?|updated?|last updated)?[\s-]*(?:date|time)?(?:\s+on)?|(?:[发發][布佈表]|更新|刊[发發登]|公[开開布佈])?(?:日\s?期|[时時]\s?[间間])|(?:[来來]源|source)\s*[:：][^。，,.;；:：]{1,24}?)[\s　]*[:：]?[\s　]*$/iu;
/** Shorter, in columns, is no sentence and no title. */
const shortest = 12;
const longestTitle = 120;
/** "2024-05-06 08:35:00" and some. */
const longestFigures = 30;
const bare = /^[\s　(（【[]*$/u;

/**
 * The offset where the sentence begins behind a date that is no part of it: one with a label, or one in figures with a
 * gap behind it. 0 where there is none. "On May 3, 2023 the office…" and "2月1日，…" begin their own sentence.
 */
export function liftedLength(text: string): number {
	const beginning = text.slice(0, reach);
	const [date] = findDates(beginning);
	if (!date || date.iso.length < 7) return 0;
	const before = beginning.slice(0, date.start);
	const after = /^[\s　]*[)）\]】|｜]*[\s　]*(?:[:：|｜]\s*)?/u.exec(text.slice(date.end))?.[0] ?? "";
	const rest = text.slice(date.end + after.length);
	if (!/^[\p{L}\p{N}\p{Pi}"'“‘「『《（(\p{Co}]/u.test(rest)) return 0;
	if (columns(rest) < shortest) return 0;
	if (label.test(before) && !bare.test(before))
		return after === "" && !/^\p{Script=Han}/u.test(rest) ? 0 : date.end + after.length;
	const inFigures = /^[\d\s:：./-]+$/u.test(beginning.slice(date.start, date.end));
	const isApart = /[\s　)）\]】|｜]/u.test(after) && /^[\p{Lu}\p{Script=Han}\p{Pi}"“「『《]/u.test(rest);
	return bare.test(before) && inFigures && isApart ? date.end + after.length : 0;
}

/**
 * The offset of a date in figures glued to the end of a title, 0 where there is none. Behind a gap it can be the date of
 * an entry of a list.
 */
export function gluedDateOffset(text: string): number {
	const from = Math.max(0, text.length - longestFigures);
	const date = findDates(text.slice(from)).at(-1);
	if (!date || date.iso.length < 10 || from + date.end !== text.length) return 0;
	const start = from + date.start;
	const title = text.slice(0, start);
	if (!/^[\d\s:：./-]+$/u.test(text.slice(start)) || !/[\p{Script=Han}\p{Ll}”"》？！?!]$/u.test(title))
		return 0;
	return columns(title) >= shortest && columns(title) <= longestTitle ? start : 0;
}

/** The two parts of a marked text around an offset, without white space at the cut. A code open there is closed and opened again. */
export function divideMarked(marked: MarkedText, offset: number): readonly [MarkedText, MarkedText] {
	const { text, codes = [] } = marked;
	const before = text.slice(0, offset).trimEnd();
	const after = text.slice(offset).trimStart();
	if (codes.length === 0) return [{ text: before }, { text: after }];
	const open = openCodes(before, codes);
	const closing = open.toReversed().map((code): InlineCode => partOf(code, "end"));
	return [renumber(before, codes, [], closing), renumber(after, codes, open, [])];
}

function partOf(code: InlineCode, part: InlineCode["part"]): InlineCode {
	const { original: _written, ...rest } = code;
	return part === "start" ? code : { ...rest, part };
}

function openCodes(text: string, codes: readonly InlineCode[]): InlineCode[] {
	const open: InlineCode[] = [];
	for (const [mark] of text.matchAll(marks)) {
		const code = codes[codeNumber(mark) ?? -1];
		if (code?.part === "start") open.push(code);
		if (code?.part !== "end") continue;
		const start = open.findLastIndex((other) => other.kind === code.kind && other.pair === code.pair);
		if (start >= 0) open.splice(start, 1);
	}
	return open;
}

function renumber(
	text: string,
	codes: readonly InlineCode[],
	first: readonly InlineCode[],
	last: readonly InlineCode[],
): MarkedText {
	const kept: InlineCode[] = [...first];
	const body = text.replaceAll(marks, (mark) => {
		const code = codes[codeNumber(mark) ?? -1];
		if (!code) return mark;
		kept.push(code);
		return markOf(kept.length - 1);
	});
	const opening = first.map((_, index) => markOf(index)).join("");
	const closing = last.map((_, index) => markOf(kept.length + index)).join("");
	kept.push(...last);
	return kept.length === 0 ? { text: body } : { text: opening + body + closing, codes: kept };
}
