import { z } from "zod";
import type { Row, Segment } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	findSegment,
	Id,
	nextOrder,
	type OperationKind,
	OrderChange,
	type Refusal,
} from "./contract.ts";

const schema = z.strictObject({
	type: z.literal("swap"),
	v: z.literal(1).default(1),
	/** Two target segments next to each other, in one passage or in neighbouring ones. */
	segments: z.tuple([Id, Id]),
	order: OrderChange,
});
export type Swap = z.output<typeof schema>;

/** Exchanges two neighbouring renderings: the one operation that changes the order of the target side. */
export const swap = {
	type: "swap",
	schema,
	inverseOnly: ["order"],
	permission: () => "align",
	scope: (operation) => ({ kind: "segments", ids: operation.segments }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const first = findSegment(rows, operation.segments[0])?.segment;
		const second = findSegment(rows, operation.segments[1])?.segment;
		if (!first || !second) return { refused: "segment-gone" };
		const line = rows.flatMap((row) => row.target);
		const at = line.indexOf(first);
		if (at < 0 || line[at + 1] !== second) return { refused: "not-neighbours" };
		const exchange = (segment: Segment) =>
			segment === first ? second : segment === second ? first : segment;
		const swapped = rows.map((row): Row => ({ ...row, target: row.target.map(exchange) }));
		const { order, back } = nextOrder(operation.order, context);
		const inverse: Swap = { type: "swap", v: 1, segments: [second.id, first.id], order: back };
		return { rows: swapped, inverse, order };
	},
} satisfies OperationKind<typeof schema>;
