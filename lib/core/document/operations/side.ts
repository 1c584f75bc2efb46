/** How one side of a document and its pairing with the other are written in the log. */
import { z } from "zod";
import { contentKey } from "../facts.ts";
import { type Fact, type Origin, type Row, type Segment, type Side, segmentKinds } from "../model.ts";
import { Count, Id, maxSegments, SegmentText } from "./contract.ts";

/** [id, kind, begins a paragraph, text] */
export const WrittenSegment = z.tuple([Id, z.enum(segmentKinds), z.boolean(), SegmentText]);
export type WrittenSegment = z.infer<typeof WrittenSegment>;
export const WrittenSide = z.array(WrittenSegment).max(maxSegments);

/** [passage id, number of source segments, number of target segments, the aligner's confidence] in order; furniture is not counted. */
export const WrittenRow = z.tuple([Id, Count, Count, z.number().min(0).max(1).nullable()]);
export type WrittenRow = z.infer<typeof WrittenRow>;
export const WrittenRows = z.array(WrittenRow).max(2 * maxSegments);

export const OriginSchema = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("machine"), engine: SegmentText.trim().min(1).max(100) }),
	z.strictObject({ kind: z.literal("human") }),
	z.strictObject({ kind: z.literal("unknown") }),
]);

export function isSameOrigin(a: Origin, b: Origin): boolean {
	return a.kind === b.kind && (a.kind !== "machine" || b.kind !== "machine" || a.engine === b.engine);
}

/** What a target side came from when nobody said. */
export const unknown: Origin = { kind: "unknown" };

/** A side of nothing but furniture would have no passage by which to find it again. */
export function onlyFurniture(segments: readonly Segment[]): boolean {
	return segments.length > 0 && segments.every((segment) => segment.kind === "furniture");
}

/** Target segments take their text as draft. */
export function readSide(
	side: Side,
	written: readonly WrittenSegment[],
	version: number,
	origin: number | null,
): Segment[] {
	return written.map(([id, kind, paragraphStart, text]) => ({
		id,
		side,
		kind,
		paragraphStart,
		text,
		version,
		draft: side === "target" ? text : null,
		origin: side === "target" ? origin : null,
	}));
}

/** Lays two lists of segments on the rows; undefined unless the rows use up both exactly and none is empty. */
export function layRows(
	written: readonly WrittenRow[],
	source: readonly Segment[],
	target: readonly Segment[],
): Row[] | undefined {
	let s = 0;
	let t = 0;
	const rows: Row[] = [];
	for (const [id, sources, targets] of written) {
		if (sources + targets === 0) return undefined;
		rows.push({ id, source: source.slice(s, s + sources), target: target.slice(t, t + targets) });
		s += sources;
		t += targets;
	}
	return s === source.length && t === target.length ? rows : undefined;
}

/**
 * What the aligner said of the rows, as facts about exactly this pairing. Of a side that came later only
 * rows that hold some of it are told: taking the side out again must leave what was said before.
 */
export function beadFacts(rows: readonly Row[], written: readonly WrittenRow[], came: Side | null): Fact[] {
	return rows.flatMap((row, i) => {
		const confidence = written[i]?.[3] ?? null;
		if (confidence === null || (came !== null && row[came].length === 0)) return [];
		return [{ kind: "bead" as const, ...contentKey("bead", row), standing: true, confidence }];
	});
}
