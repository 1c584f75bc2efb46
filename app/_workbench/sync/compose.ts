/** Makes the operations that the workbench posts, out of rows as the person sees them. */
import type { Side } from "#lib/core/document/model.ts";
import { sentenceJoiner } from "#lib/core/text/sentence-joiner.ts";
import { newId } from "./new-id.ts";
import { type OperationBody, segmentsOf, type WireRow, type WireSegment } from "./wire.ts";

const shape = (row: WireRow) => ({
	id: row.id,
	source: row.source.map((segment) => segment.id),
	target: row.target.map((segment) => segment.id),
});

const exact = (row: WireRow) => ({
	id: row.id,
	source: row.source.map((segment) => [segment.id, segment.version]),
	target: row.target.map((segment) => [segment.id, segment.version]),
});

export function edit(segment: string, version: number, text: string): OperationBody {
	return { type: "edit", segment, version, text };
}

export function insert(row: WireRow, segment: string, text: string): OperationBody {
	return { type: "insert", row: shape(row), segment, text, after: row.target.at(-1)?.id ?? null };
}

export function confirm(row: WireRow, kinds: readonly string[]): OperationBody {
	return { type: "confirm", kinds, rows: [exact(row)] };
}

export function settle(segment: WireSegment, since: number, take: boolean): OperationBody {
	return { type: "settle", segment: segment.id, version: segment.version, since, take };
}

export function merge(first: WireRow, second: WireRow): OperationBody {
	return { type: "merge", rows: [shape(first), shape(second)] };
}

export function divide(row: WireRow, source: number, target: number): OperationBody {
	return { type: "divide", row: shape(row), id: newId(), source, target };
}

export function move(first: WireRow, second: WireRow, segment: string): OperationBody {
	return { type: "move", rows: [shape(first), shape(second)], segment };
}

/** Several segments that stand together at the border of two passages. */
export function carry(first: WireRow, second: WireRow, segments: readonly WireSegment[]): OperationBody {
	return { type: "carry", rows: [shape(first), shape(second)], segments: segments.map(({ id }) => id) };
}

export function swap(first: WireSegment, second: WireSegment): OperationBody {
	return { type: "swap", segments: [first.id, second.id] };
}

export function paragraph({ id, paragraphStart }: WireSegment): OperationBody {
	return { type: "paragraph", segment: id, starts: !paragraphStart };
}

export function discard(row: WireRow, { id, version }: WireSegment): OperationBody {
	return { type: "discard", row: shape(row), segment: id, version };
}

export interface Run {
	readonly from: string;
	readonly to: string;
	/** Links that were confirmed before something changed are meant too. */
	readonly stale: boolean;
	readonly grouping: number;
	readonly seen: number;
}

export function affirm(run: Run): OperationBody {
	return { type: "affirm", ...run };
}

export function shift(
	side: Side,
	direction: "down" | "up",
	from: string,
	segment: string,
	order: number,
): OperationBody {
	return { type: "shift", side, direction, from, segment, created: newId(), order };
}

/** What is written between two sentences of a language; nothing where one of them brings its own space. */
export function separatorOf(left: string, right: string, language: string): string {
	return /\s$/.test(left) || /^\s/.test(right) ? "" : sentenceJoiner(language);
}

export function join(left: WireSegment, right: WireSegment, language: string): OperationBody {
	return {
		type: "join",
		segments: [left.id, right.id],
		versions: [left.version, right.version],
		separator: separatorOf(left.text, right.text, language),
	};
}

export function split(segment: WireSegment, at: number): OperationBody {
	return {
		type: "split",
		segment: segment.id,
		version: segment.version,
		at,
		draftAt: draftOffset(segment, at),
		id: newId(),
	};
}

/** Where a cut in the text falls in the draft: exactly where the two agree around it, else in proportion. */
export function draftOffset(segment: Pick<WireSegment, "text" | "draft">, at: number): number | null {
	const { text, draft } = segment;
	if (draft === null) return null;
	if (draft.startsWith(text.slice(0, at))) return at;
	const rest = text.slice(at);
	if (draft.endsWith(rest)) return draft.length - rest.length;
	const near = Math.round((at / Math.max(1, text.length)) * draft.length);
	const space = draft.indexOf(" ", near);
	if (space >= 0) return space + 1;
	return /[\uDC00-\uDFFF]/.test(draft.charAt(near)) ? near + 1 : near;
}

/** How many segments of each side stay when a passage is divided after segment `at` of a side; null where it cannot be. */
export function divisionOf(row: WireRow, side: Side, at: number): { source: number; target: number } | null {
	const other: Side = side === "source" ? "target" : "source";
	const here = segmentsOf(row, side).length;
	const there = segmentsOf(row, other).length;
	if (here > 1) {
		const stay = Math.min(Math.max(1, at + 1), here - 1);
		return side === "source"
			? { source: stay, target: Math.min(stay, there) }
			: { source: Math.min(stay, there), target: stay };
	}
	if (there > 1) return side === "source" ? { source: here, target: 1 } : { source: 1, target: here };
	return null;
}
