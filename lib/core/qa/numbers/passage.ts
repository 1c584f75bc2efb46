/** What the two sides of a passage do not agree on, read once for all the checks that report it. */
import type { CheckedPassage, CheckedSegment } from "../contract.ts";
import { compareReadings, type Discrepancy } from "./compare.ts";
import { readChinese } from "./read-chinese.ts";
import { readEnglish } from "./read-english.ts";

interface Span {
	readonly start: number;
	readonly end: number;
}

export interface Place extends Span {
	readonly segment: string;
	/** As written there. */
	readonly text: string;
}

export interface ComparedPassage {
	readonly discrepancies: readonly Discrepancy[];
	/** The rendering may tell a year by “last year” or “today”. */
	readonly speaksOfYears: boolean;
	source(span: Span): Place;
	target(span: Span): Place;
}

/** Passages are immutable, so what was read of one holds as long as it is there. */
const compared = new WeakMap<CheckedPassage, ComparedPassage>();

/** Null where a side is missing. */
export function comparePassage(passage: CheckedPassage): ComparedPassage | null {
	const known = compared.get(passage);
	if (known) return known;
	const source = joined(passage.source);
	const target = joined(passage.target);
	if (source.text.trim() === "" || target.text.trim() === "") return null;
	const rendering = readEnglish(target.text);
	const found = {
		discrepancies: compareReadings(readChinese(source.text), rendering),
		speaksOfYears: rendering.speaksOfYears,
		source: source.place,
		target: target.place,
	};
	compared.set(passage, found);
	return found;
}

/** Ranges and sums go over the cuts between sentences: a side is read as one text. */
function joined(segments: readonly CheckedSegment[]): { readonly text: string; place(span: Span): Place } {
	const offsets: number[] = [];
	let length = 0;
	for (const { text } of segments) {
		offsets.push(length);
		length += text.length + 1;
	}
	const text = segments.map((segment) => segment.text).join("\n");
	return {
		text,
		place({ start, end }) {
			const index = Math.max(
				0,
				offsets.findLastIndex((offset) => offset <= start),
			);
			const segment = segments[index];
			const from = start - (offsets[index] ?? 0);
			const to = Math.min(end - (offsets[index] ?? 0), segment?.text.length ?? 0);
			return { segment: segment?.id ?? "", start: from, end: to, text: text.slice(start, end) };
		},
	};
}
