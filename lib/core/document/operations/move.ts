import { z } from "zod";
import { across } from "./across.ts";
import {
	type AnyOperation,
	type Applied,
	Id,
	nextOrder,
	type OperationKind,
	OrderChange,
	type Refusal,
	RowShape,
	shapeOf,
} from "./contract.ts";

const schema = z.strictObject({
	type: z.literal("move"),
	v: z.literal(1).default(1),
	/** Two neighbouring passages as seen. */
	rows: z.tuple([RowShape, RowShape]),
	/** The last segment of a side of the first passage, or the first of the second. */
	segment: Id,
	order: OrderChange,
});
export type Move = z.output<typeof schema>;

/** Moves the segment at the border of two passages to the other one. */
export const move = {
	type: "move",
	schema,
	inverseOnly: ["order"],
	permission: () => "align",
	scope: (operation) => ({ kind: "neighbours", ids: [operation.rows[0].id, operation.rows[1].id] }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const moved = across(rows, operation.rows, [operation.segment]);
		if ("refused" in moved) return moved;
		const { order, back } = nextOrder(operation.order, context);
		const inverse: Move = {
			type: "move",
			v: 1,
			rows: [shapeOf(moved[0]), shapeOf(moved[1])],
			segment: operation.segment,
			order: back,
		};
		return { rows: moved, inverse, order };
	},
} satisfies OperationKind<typeof schema>;
