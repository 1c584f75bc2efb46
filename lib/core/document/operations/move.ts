import { z } from "zod";
import type { Row } from "../model.ts";
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
	shapeOf,
	withSide,
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
		const [first, second] = rows;
		if (
			!first ||
			!second ||
			rows.length !== 2 ||
			!hasShape(first, operation.rows[0]) ||
			!hasShape(second, operation.rows[1])
		) {
			return { refused: "row-changed" };
		}
		const moved = across(first, second, operation.segment);
		if (!moved) return { refused: "not-at-border" };
		if (moved.some((row) => row.source.length + row.target.length === 0))
			return { refused: "row-would-be-empty" };
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

function across(first: Row, second: Row, id: string): [Row, Row] | undefined {
	for (const side of ["source", "target"] as const) {
		const last = first[side].at(-1);
		const head = second[side][0];
		if (last?.id === id) {
			return [
				withSide(first, side, first[side].slice(0, -1)),
				withSide(second, side, [last, ...second[side]]),
			];
		}
		if (head?.id === id) {
			return [withSide(first, side, [...first[side], head]), withSide(second, side, second[side].slice(1))];
		}
	}
	return undefined;
}
