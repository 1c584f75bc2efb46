import { z } from "zod";
import type { AnyOperation, Applied, OperationKind, Refusal } from "./contract.ts";
import { isSameOrigin, OriginSchema } from "./side.ts";

const schema = z.strictObject({
	type: z.literal("origin"),
	v: z.literal(1).default(1),
	/** Which of the document's origins. */
	index: z.int().min(0),
	before: OriginSchema,
	after: OriginSchema,
});
export type Origin = z.output<typeof schema>;

/** Corrects where a draft came from. */
export const origin = {
	type: "origin",
	schema,
	inverseOnly: [],
	permission: () => "document.describe",
	scope: () => ({ kind: "none" }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { index, before, after } = operation;
		const current = context.description.origins[index];
		if (!current || !isSameOrigin(current, before))
			return { refused: "description-changed", values: { field: "origins" } };
		if (isSameOrigin(before, after)) return { refused: "nothing-changed" };
		const inverse: Origin = { type: "origin", v: 1, index, before: after, after: before };
		return { rows, inverse, description: { origins: context.description.origins.with(index, after) } };
	},
} satisfies OperationKind<typeof schema>;
