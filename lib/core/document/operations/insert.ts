import { z } from "zod";
import { type Segment, segmentKinds } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	hasShape,
	Id,
	nextOrder,
	type OperationKind,
	OrderChange,
	type Refusal,
	RowShape,
	SegmentText,
	shapeOf,
	Version,
} from "./contract.ts";
import { otherOf, WrittenOther } from "./other.ts";
import type { Remove } from "./remove.ts";

const schema = z.strictObject({
	type: z.literal("insert"),
	v: z.literal(1).default(1),
	row: RowShape,
	/** The new target segment. */
	segment: Id,
	text: SegmentText,
	/** The target segment of this passage it follows; null: the first. */
	after: Id.nullable(),
	order: OrderChange,
	/** What undoing a removal restores. */
	as: z
		.strictObject({
			version: Version,
			kind: z.enum(segmentKinds),
			paragraphStart: z.boolean(),
			draft: z.string().nullable(),
			origin: z.int().nullable(),
			/** What a re-import had left beside it; absent where it was nothing. */
			other: WrittenOther.optional(),
		})
		.nullable()
		.default(null),
});
export type Insert = z.output<typeof schema>;

/** Adds a rendering to a passage, as when somebody types where there was none. */
export const insert = {
	type: "insert",
	schema,
	inverseOnly: ["order", "as"],
	permission: () => "rendering.edit",
	scope: (operation) => ({ kind: "rows", ids: [operation.row.id] }),
	fresh: (operation) => [operation.segment],
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const [row] = rows;
		if (!row || rows.length !== 1 || !hasShape(row, operation.row)) return { refused: "row-changed" };
		const at = operation.after === null ? 0 : operation.row.target.indexOf(operation.after) + 1;
		if (operation.after !== null && at === 0) return { refused: "row-changed" };
		const like = row.source[0];
		const { other, ...as } = operation.as ?? {};
		const segment: Segment = {
			id: operation.segment,
			side: "target",
			kind: like?.kind ?? "body",
			paragraphStart: at === 0 && (like?.paragraphStart ?? false),
			text: operation.text,
			version: context.number,
			draft: null,
			origin: null,
			...as,
			...otherOf(other ?? null, context.number),
		};
		const next = { ...row, target: row.target.toSpliced(at, 0, segment) };
		const { order, back } = nextOrder(operation.order, context);
		const inverse: Remove = {
			type: "remove",
			v: 1,
			row: shapeOf(next),
			segment: segment.id,
			version: segment.version,
			order: back,
		};
		return { rows: [next], inverse, order };
	},
} satisfies OperationKind<typeof schema>;
