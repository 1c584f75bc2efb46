import { z } from "zod";
import { isBlank } from "../facts.ts";
import {
	type AnyOperation,
	type Applied,
	Id,
	type OperationKind,
	OrderChange,
	type Refusal,
	RowShape,
	Version,
} from "./contract.ts";
import { remove } from "./remove.ts";

const schema = z.strictObject({
	type: z.literal("discard"),
	v: z.literal(1).default(1),
	row: RowShape,
	/** A rendering without a letter. */
	segment: Id,
	version: Version,
	order: OrderChange,
});

/** Takes a rendering that somebody emptied, or never worded, out of its passage; taking it back brings its draft and history back. */
export const discard = {
	type: "discard",
	schema,
	inverseOnly: ["order"],
	permission: () => "rendering.edit",
	scope: (operation) => ({ kind: "rows", ids: [operation.row.id] }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const segment = rows[0]?.target.find(({ id }) => id === operation.segment);
		if (segment && !isBlank(segment.text)) return { refused: "not-empty" };
		return remove.apply(rows, { ...operation, type: "remove" }, context);
	},
} satisfies OperationKind<typeof schema>;
