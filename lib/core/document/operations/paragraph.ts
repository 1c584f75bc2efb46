import { z } from "zod";
import {
	type AnyOperation,
	type Applied,
	findSegment,
	Id,
	type OperationKind,
	type Refusal,
	withSide,
} from "./contract.ts";

const schema = z.strictObject({
	type: z.literal("paragraph"),
	v: z.literal(1).default(1),
	segment: Id,
	/** Whether a paragraph begins with the segment from now on. */
	starts: z.boolean(),
});
export type Paragraph = z.output<typeof schema>;

/** Begins a paragraph with a segment, or lets it go on with the one before; no text changes. */
export const paragraph = {
	type: "paragraph",
	schema,
	inverseOnly: [],
	permission: () => "align",
	scope: (operation) => ({ kind: "segments", ids: [operation.segment] }),
	apply(rows, { segment: id, starts }): Applied<AnyOperation> | Refusal {
		const found = findSegment(rows, id);
		if (!found) return { refused: "segment-gone" };
		const { row, segment } = found;
		if (segment.paragraphStart === starts) return { refused: "nothing-changed" };
		const changed = withSide(
			row,
			segment.side,
			row[segment.side].map((s) => (s === segment ? { ...s, paragraphStart: starts } : s)),
		);
		const inverse: Paragraph = { type: "paragraph", v: 1, segment: id, starts: !starts };
		return { rows: rows.map((r) => (r === row ? changed : r)), inverse };
	},
} satisfies OperationKind<typeof schema>;
