import { z } from "zod";
import { asSeen } from "./across.ts";
import {
	type AnyOperation,
	type Applied,
	nextOrder,
	type OperationKind,
	OrderChange,
	type Refusal,
	RowShape,
} from "./contract.ts";
import type { Divide } from "./divide.ts";

const schema = z.strictObject({
	type: z.literal("merge"),
	v: z.literal(1).default(1),
	/** Two neighbouring passages as seen; the first id survives. */
	rows: z.tuple([RowShape, RowShape]),
	order: OrderChange,
});
export type Merge = z.output<typeof schema>;

/** Makes one passage of two neighbours; no text changes. */
export const merge = {
	type: "merge",
	schema,
	inverseOnly: ["order"],
	permission: () => "align",
	scope: (operation) => ({ kind: "neighbours", ids: [operation.rows[0].id, operation.rows[1].id] }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const seen = asSeen(rows, operation.rows);
		if (!seen) return { refused: "row-changed" };
		const [first, second] = seen;
		const { order, back } = nextOrder(operation.order, context);
		const inverse: Divide = {
			type: "divide",
			v: 1,
			row: {
				id: first.id,
				source: [...operation.rows[0].source, ...operation.rows[1].source],
				target: [...operation.rows[0].target, ...operation.rows[1].target],
			},
			id: second.id,
			source: first.source.length,
			target: first.target.length,
			order: back,
		};
		const whole = {
			id: first.id,
			source: [...first.source, ...second.source],
			target: [...first.target, ...second.target],
		};
		return { rows: [whole], inverse, order };
	},
} satisfies OperationKind<typeof schema>;
