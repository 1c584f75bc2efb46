import { z } from "zod";
import {
	type AnyOperation,
	type Applied,
	Count,
	hasShape,
	Id,
	nextOrder,
	type OperationKind,
	OrderChange,
	type Refusal,
	RowShape,
	shapeOf,
} from "./contract.ts";
import type { Merge } from "./merge.ts";

const schema = z.strictObject({
	type: z.literal("divide"),
	v: z.literal(1).default(1),
	row: RowShape,
	/** The new passage, right after the old one. */
	id: Id,
	/** How many segments of each side stay. */
	source: Count,
	target: Count,
	order: OrderChange,
});
export type Divide = z.output<typeof schema>;

/** Makes two passages of one, between segments; no text changes. */
export const divide = {
	type: "divide",
	schema,
	inverseOnly: ["order"],
	permission: () => "align",
	scope: (operation) => ({ kind: "rows", ids: [operation.row.id] }),
	fresh: (operation) => [operation.id],
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const [row] = rows;
		if (!row || rows.length !== 1 || !hasShape(row, operation.row)) return { refused: "row-changed" };
		const { source, target } = operation;
		const first = { id: row.id, source: row.source.slice(0, source), target: row.target.slice(0, target) };
		const second = { id: operation.id, source: row.source.slice(source), target: row.target.slice(target) };
		for (const half of [first, second]) {
			if (half.source.length + half.target.length === 0) return { refused: "row-would-be-empty" };
		}
		const { order, back } = nextOrder(operation.order, context);
		const inverse: Merge = { type: "merge", v: 1, rows: [shapeOf(first), shapeOf(second)], order: back };
		return { rows: [first, second], inverse, order };
	},
} satisfies OperationKind<typeof schema>;
