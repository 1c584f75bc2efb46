import { z } from "zod";
import type { OtherVersion, Segment } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	findSegment,
	Id,
	maxSegmentLength,
	type OperationKind,
	type Refusal,
	Separator,
	Version,
	withSide,
} from "./contract.ts";
import { otherOf, WrittenOther } from "./other.ts";
import type { Split } from "./split.ts";

const schema = z.strictObject({
	type: z.literal("join"),
	v: z.literal(1).default(1),
	/** Neighbours on one side of one passage; the first id survives. */
	segments: z.tuple([Id, Id]),
	versions: z.tuple([Version, Version]),
	/** Written between the two texts. */
	separator: Separator,
	/** What undoing a split restores of the whole segment. */
	as: z
		.strictObject({
			version: Version,
			draft: z.string().nullable(),
			origin: z.int().nullable(),
			/** What a re-import had left beside it; absent where it was nothing. */
			other: WrittenOther.optional(),
		})
		.nullable()
		.default(null),
});
export type Join = z.output<typeof schema>;

/** Makes one segment of two neighbours. */
export const join = {
	type: "join",
	schema,
	inverseOnly: ["as"],
	permission: () => "align",
	scope: (operation) => ({ kind: "segments", ids: operation.segments }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const first = findSegment(rows, operation.segments[0]);
		const second = findSegment(rows, operation.segments[1]);
		if (!first || !second) return { refused: "segment-gone" };
		const { row, segment: left } = first;
		const { segment: right } = second;
		if (second.row.id !== row.id || left.side !== right.side || second.index !== first.index + 1) {
			return { refused: "not-neighbours" };
		}
		for (const [i, segment] of [left, right].entries()) {
			if (segment.version !== operation.versions[i]) {
				return { refused: "segment-changed", values: { current: segment.text, version: segment.version } };
			}
		}
		if (left.text.length + right.text.length + operation.separator.length > maxSegmentLength) {
			return { refused: "segment-too-long", values: { max: maxSegmentLength } };
		}
		const whole = glue(left, right, operation, context.number);
		if (whole.other && "text" in whole.other && whole.other.text.length > maxSegmentLength) {
			return { refused: "segment-too-long", values: { max: maxSegmentLength } };
		}
		const list = left.side === "source" ? row.source : row.target;
		const segments = list.flatMap((s) => (s.id === left.id ? [whole] : s.id === right.id ? [] : [s]));
		return {
			rows: rows.map((r) => (r.id === row.id ? withSide(r, left.side, segments) : r)),
			inverse: undoing(left, right, whole, operation.separator),
			lineage: [
				{ fromId: right.id, fromAt: 0, toId: left.id, toAt: left.text.length + operation.separator.length },
			],
		};
	},
} satisfies OperationKind<typeof schema>;

function glue(left: Segment, right: Segment, operation: Join, number: number): Segment {
	const { separator, as } = operation;
	const drafts = [left.draft, right.draft].filter((draft) => draft !== null);
	const { other: _, ...bare } = left;
	return {
		...bare,
		...otherOf(as ? (as.other ?? null) : otherOfBoth(left, right, separator), number),
		text: left.text + separator + right.text,
		version: as?.version ?? number,
		draft: as ? as.draft : drafts.length === 0 ? null : drafts.join(separator),
		origin: as ? as.origin : (left.origin ?? right.origin),
	};
}

/** Another version of one half is another version of the whole. */
function otherOfBoth(left: Segment, right: Segment, separator: string): WrittenOther | null {
	const [first, second] = [left.other, right.other];
	const [worded, other] = isWording(first) ? [first, second] : [second, first];
	if (!isWording(worded)) return first?.is === "beside" ? first : (second ?? first ?? null);
	const is = isWording(other) && other.is !== worded.is ? "newer" : worded.is;
	const said = ({ other: version, text }: Segment) =>
		isWording(version) && version.is === is ? version.text : text;
	const text = said(left) + separator + said(right);
	const newer = [first, second].find((version) => version?.is === "newer");
	return newer ? { ...newer, text } : { is: "older", text, since: worded.since };
}

const isWording = (other: OtherVersion | undefined): other is OtherVersion & { is: "newer" | "older" } =>
	other?.is === "newer" || other?.is === "older";

function undoing(left: Segment, right: Segment, whole: Segment, separator: string): Split {
	const both = left.draft !== null && right.draft !== null;
	return {
		type: "split",
		v: 1,
		segment: left.id,
		version: whole.version,
		at: left.text.length,
		draftAt: null,
		id: right.id,
		separator,
		as: {
			versions: [left.version, right.version],
			draft: both
				? draftCut(left, whole, separator)
				: left.draft !== null
					? "left"
					: right.draft !== null
						? "right"
						: null,
			origins: [left.origin, right.origin],
			kind: right.kind,
			paragraphStart: right.paragraphStart,
			...((left.other || right.other) && { others: [left.other ?? null, right.other ?? null] }),
		},
	};
}

/** Undoing a split glued the drafts without a separator where none was taken out. */
function draftCut(left: Segment, whole: Segment, separator: string): { at: number; separator: string } {
	const at = left.draft?.length ?? 0;
	return { at, separator: whole.draft?.startsWith(separator, at) ? separator : "" };
}
