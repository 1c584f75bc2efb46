import { z } from "zod";
import type { Row, Segment } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	type Context,
	findSegment,
	Id,
	nextOrder,
	type OperationKind,
	type Refusal,
	SegmentText,
	shapeOf,
	Version,
	withSide,
} from "./contract.ts";
import type { Insert } from "./insert.ts";
import { otherOf, WrittenOther } from "./other.ts";

const schema = z.strictObject({
	type: z.literal("settle"),
	v: z.literal(1).default(1),
	segment: Id,
	version: Version,
	/** The revision that brought the other version, as it was seen. */
	since: Version,
	/** The other version takes the place of this one, or, where it has nothing there, this one goes; else this one stays. */
	take: z.boolean(),
	/** What taking it back restores. */
	as: z
		.strictObject({
			text: SegmentText,
			version: Version,
			draft: SegmentText.nullable(),
			origin: z.int().min(0).nullable(),
			other: WrittenOther.nullable(),
		})
		.nullable()
		.default(null),
});
export type Settle = z.output<typeof schema>;

/** Chooses between a text and the version that a re-import left beside it. */
export const settle = {
	type: "settle",
	schema,
	inverseOnly: ["as"],
	/** Choosing the text that stands changes none. */
	permission: ({ take }, side) => (take && side === "source" ? "source.edit" : "rendering.edit"),
	scope: (operation) => ({ kind: "segments", ids: [operation.segment] }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const found = findSegment(rows, operation.segment);
		if (!found) return { refused: "segment-gone" };
		const { row, segment } = found;
		if (segment.version !== operation.version) {
			return { refused: "segment-changed", values: { current: segment.text, version: segment.version } };
		}
		if (operation.take && !operation.as && segment.other?.is === "gone")
			return takenOut(rows, row, segment, operation, context);
		const after = settled(segment, operation, context.number);
		if ("refused" in after) return after;
		const { text, version, draft, origin, other } = segment;
		const inverse: Settle = {
			type: "settle",
			v: 1,
			segment: segment.id,
			version: after.version,
			since: operation.since,
			take: operation.take,
			as: { text, version, draft, origin, other: other ?? null },
		};
		const list = row[segment.side].map((s) => (s.id === segment.id ? after : s));
		const next = withSide(row, segment.side, list);
		return { rows: rows.map((r) => (r.id === row.id ? next : r)), inverse };
	},
} satisfies OperationKind<typeof schema>;

/** A rendering that the newer version does not have leaves its passage, as one leaves that was put in. */
function takenOut(
	rows: readonly Row[],
	row: Row,
	segment: Segment,
	{ since }: Settle,
	context: Context,
): Applied<AnyOperation> | Refusal {
	const { id, side, text, version, kind, paragraphStart, draft, origin, other } = segment;
	if (side === "source" || other?.since !== since) return { refused: "nothing-to-settle" };
	const next = { ...row, target: row.target.filter((one) => one.id !== id) };
	if (next.source.length + next.target.length === 0) return { refused: "row-would-be-empty" };
	const { order, back } = nextOrder(null, context);
	const inverse: Insert = {
		type: "insert",
		v: 1,
		row: shapeOf(next),
		segment: id,
		text,
		after: row.target[row.target.indexOf(segment) - 1]?.id ?? null,
		order: back,
		as: { version, kind, paragraphStart, draft, origin, other },
	};
	return { rows: rows.map((r) => (r.id === row.id ? next : r)), inverse, order };
}

function settled(segment: Segment, { as, since, take }: Settle, number: number): Segment | Refusal {
	const { other, ...bare } = segment;
	const expected = as?.other ? undefined : since; // another re-import may have left something since
	if (other?.since !== expected) return { refused: "nothing-to-settle" };
	if (as) {
		const { other: was, ...rest } = as;
		return { ...bare, ...rest, ...otherOf(was, number) };
	}
	if (!take || !other) return bare;
	if (other.is !== "newer" && other.is !== "older") return { refused: "nothing-to-settle" };
	const taken = { ...bare, text: other.text, version: number };
	// A draft is the rendering as imported: the newer file's wording is the one that counts from now on.
	return other.is === "newer" && other.origin !== null
		? { ...taken, draft: other.text, origin: other.origin }
		: taken;
}
