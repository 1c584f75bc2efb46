import { z } from "zod";
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
	Version,
} from "./contract.ts";
import type { Insert } from "./insert.ts";

const schema = z.strictObject({
	type: z.literal("remove"),
	v: z.literal(1).default(1),
	row: RowShape,
	segment: Id,
	version: Version,
	order: OrderChange,
});
export type Remove = z.output<typeof schema>;

/** Takes an inserted rendering out again. */
export const remove = {
	type: "remove",
	schema,
	inverseOnly: null,
	permission: () => "rendering.edit",
	scope: (operation) => ({ kind: "rows", ids: [operation.row.id] }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const [row] = rows;
		if (!row || rows.length !== 1 || !hasShape(row, operation.row)) return { refused: "row-changed" };
		const at = row.target.findIndex((segment) => segment.id === operation.segment);
		const segment = row.target[at];
		if (!segment) return { refused: "segment-gone" };
		if (segment.version !== operation.version) {
			return { refused: "segment-changed", values: { current: segment.text, version: segment.version } };
		}
		const next = { ...row, target: row.target.toSpliced(at, 1) };
		if (next.source.length + next.target.length === 0) return { refused: "row-would-be-empty" };
		const { order, back } = nextOrder(operation.order, context);
		const { version, kind, paragraphStart, draft, origin, other } = segment;
		const inverse: Insert = {
			type: "insert",
			v: 1,
			row: shapeOf(next),
			segment: segment.id,
			text: segment.text,
			after: row.target[at - 1]?.id ?? null,
			order: back,
			as: { version, kind, paragraphStart, draft, origin, ...(other && { other }) },
		};
		return { rows: [next], inverse, order };
	},
} satisfies OperationKind<typeof schema>;
