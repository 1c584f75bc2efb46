/** Headings that number the chapters of a text: "1. Scope" … "2. Deadlines", "一、" … "二、". */
import type { SegmentKind } from "../document/model.ts";
import { chineseNumber } from "./chinese-number.ts";
import type { Evidence } from "./evidence.ts";

/** Columns of a heading with a number; a longer line is an entry of a list. */
const widest = 100;
/** Each notation counts for itself. What follows the number is the heading; bare figures have a zero before them. */
const notations: readonly RegExp[] = [
	/^(?<n>\d{1,2})[.．]\s*(?=\p{L})/u,
	/^(?<n>\d{1,2})、\s*(?=\p{L})/u,
	/^[(（](?<n>\d{1,2})[)）]\s*(?=\p{L})/u,
	/^(?<n>[一二三四五六七八九十]{1,3})、\s*(?=\S)/u,
	/^[(（](?<n>[一二三四五六七八九十]{1,3})[)）]\s*(?=\S)/u,
	/^第(?<n>[一二三四五六七八九十]{1,3})[章节節部编編][\s　]/u,
	/^(?<n>0\d|[1-9]\d)$/u,
];

/** What can stand below a heading. */
const textual: ReadonlySet<SegmentKind> = new Set(["body", "item", "caption", "cell", "heading"]);

/**
 * Lines from `from` on of a series that goes up from 1 with text below each member: a list has its members one
 * right below the other. A line that ends like a sentence is none.
 */
export function numberedHeadings(
	lines: readonly Evidence[],
	kinds: readonly SegmentKind[],
	from: number,
): ReadonlySet<number> {
	const headings = new Set<number>();
	for (const notation of notations) {
		let series: number[] = [];
		const settle = (): void => {
			if (series.length > 1 && series.every((at, place) => isAboveText(kinds, at, series[place + 1])))
				for (const at of series) headings.add(at);
			series = [];
		};
		for (const [index, kind] of kinds.entries()) {
			const isOpen = index >= from && (kind === "body" || kind === "item" || kind === "heading");
			const number = isOpen ? numberOf(lines[index], notation) : null;
			if (number === null) continue;
			if (number === 1) settle();
			if (number === series.length + 1) series.push(index);
		}
		settle();
	}
	return headings;
}

function numberOf(line: Evidence | undefined, notation: RegExp): number | null {
	if (!line || line.settled !== null || line.ended || line.width > widest || line.line.hint?.list)
		return null;
	const written = notation.exec(line.text)?.groups?.["n"];
	return written === undefined ? null : chineseNumber(written);
}

function isAboveText(kinds: readonly SegmentKind[], at: number, next: number | undefined): boolean {
	const below = kinds[at + 1];
	return at + 1 !== next && below !== undefined && textual.has(below);
}
