import { z } from "zod";
import {
	type AnyOperation,
	type Applied,
	type OperationKind,
	type Refusal,
	SegmentText,
} from "./contract.ts";

const Name = SegmentText.trim().min(1).max(100);
const schema = z.strictObject({
	type: z.literal("label"),
	v: z.literal(1).default(1),
	/** The revision that the label names. */
	number: z.int().min(1),
	before: Name.nullable(),
	after: Name.nullable(),
});
export type Label = z.output<typeof schema>;

/** Names a version of the document, as in "sent to desk". */
export const label = {
	type: "label",
	schema,
	inverseOnly: [],
	permission: () => "document.describe",
	scope: () => ({ kind: "none" }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { number, before, after } = operation;
		if (number >= context.number) return { refused: "no-such-version", values: { number } };
		const { labels } = context.description;
		const current = labels.find((entry) => entry.number === number)?.name ?? null;
		if (current !== before) return { refused: "description-changed", values: { field: "labels" } };
		if (before === after) return { refused: "nothing-changed" };
		if (after !== null && labels.some((entry) => entry.name === after))
			return { refused: "label-taken", values: { name: after } };
		const others = labels.filter((entry) => entry.number !== number);
		const next =
			after === null ? others : [...others, { number, name: after }].toSorted((a, b) => a.number - b.number);
		const inverse: Label = { type: "label", v: 1, number, before: after, after: before };
		return { rows, inverse, description: { labels: next } };
	},
} satisfies OperationKind<typeof schema>;
