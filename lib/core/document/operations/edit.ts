import { z } from "zod";
import type { Segment } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	findSegment,
	Id,
	type OperationKind,
	type Refusal,
	SegmentText,
	Version,
	withSide,
} from "./contract.ts";

const schema = z.strictObject({
	type: z.literal("edit"),
	v: z.literal(1).default(1),
	segment: Id,
	version: Version,
	text: SegmentText,
	/** The version that the text had when it was written; only an inverse knows it. */
	as: Version.nullable().default(null),
});
export type Edit = z.output<typeof schema>;

/** Replaces the text of one segment. */
export const edit = {
	type: "edit",
	schema,
	inverseOnly: ["as"],
	permission: (_operation, side) => (side === "source" ? "source.edit" : "rendering.edit"),
	scope: (operation) => ({ kind: "segments", ids: [operation.segment] }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const found = findSegment(rows, operation.segment);
		if (!found) return { refused: "segment-gone" };
		const { row, segment } = found;
		if (segment.version !== operation.version) {
			return { refused: "segment-changed", values: { current: segment.text, version: segment.version } };
		}
		if (segment.text === operation.text) return { refused: "nothing-changed" };
		const after: Segment = { ...segment, text: operation.text, version: operation.as ?? context.number };
		const inverse: Edit = {
			type: "edit",
			v: 1,
			segment: segment.id,
			version: after.version,
			text: segment.text,
			as: segment.version,
		};
		const list = segment.side === "source" ? row.source : row.target;
		const next = withSide(
			row,
			segment.side,
			list.map((s) => (s.id === segment.id ? after : s)),
		);
		return { rows: rows.map((r) => (r.id === row.id ? next : r)), inverse };
	},
} satisfies OperationKind<typeof schema>;
