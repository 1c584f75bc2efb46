import { z } from "zod";
import { across } from "./across.ts";
import {
	type AnyOperation,
	type Applied,
	Id,
	maxSegmentsOfRow,
	nextOrder,
	type OperationKind,
	OrderChange,
	type Refusal,
	RowShape,
	shapeOf,
} from "./contract.ts";

const schema = z.strictObject({
	type: z.literal("carry"),
	v: z.literal(1).default(1),
	/** Two neighbouring passages as seen. */
	rows: z.tuple([RowShape, RowShape]),
	/** In order: the last segments of a side of the first passage, or the first of the second. */
	segments: z.array(Id).min(1).max(maxSegmentsOfRow),
	order: OrderChange,
});
export type Carry = z.output<typeof schema>;

/** Moves what stands together at the border of two passages, such as a paragraph, to the other one. */
export const carry = {
	type: "carry",
	schema,
	inverseOnly: ["order"],
	permission: () => "align",
	scope: (operation) => ({ kind: "neighbours", ids: [operation.rows[0].id, operation.rows[1].id] }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const moved = across(rows, operation.rows, operation.segments);
		if ("refused" in moved) return moved;
		const { order, back } = nextOrder(operation.order, context);
		const inverse: Carry = {
			type: "carry",
			v: 1,
			rows: [shapeOf(moved[0]), shapeOf(moved[1])],
			segments: operation.segments,
			order: back,
		};
		return { rows: moved, inverse, order };
	},
} satisfies OperationKind<typeof schema>;
