import { z } from "zod";
import type { DocumentDescription } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	type OperationKind,
	type Refusal,
	SegmentText,
} from "./contract.ts";

const Line = SegmentText.max(1_000);
/** A BCP 47 tag; empty where nobody said. */
const Language = z
	.string()
	.max(35)
	.regex(/^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/);
/** The same for an import and for later changes, so that whatever was imported can be named as seen. */
export const describedFields = {
	title: Line,
	publishedOn: Line.nullable(),
	publisher: Line.nullable(),
	byline: Line.nullable(),
	sourceLanguage: Language,
	targetLanguage: Language,
};
const Fields = z.strictObject(describedFields).partial();
type Field = keyof z.infer<typeof Fields>;

const schema = z.strictObject({
	type: z.literal("describe"),
	v: z.literal(1).default(1),
	/** The fields as they were seen. */
	before: Fields,
	after: Fields,
});
export type Describe = z.output<typeof schema>;

/** Changes what a document says of itself: title, date, publisher, byline, languages. */
export const describe = {
	type: "describe",
	schema,
	inverseOnly: [],
	permission: () => "document.describe",
	scope: () => ({ kind: "none" }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { before, after } = operation;
		const names = Object.keys(after) as Field[];
		if (names.length === 0 || names.length !== Object.keys(before).length)
			return { refused: "nothing-changed" };
		const changed = names.find((name) => before[name] !== context.description[name]);
		if (changed) return { refused: "description-changed", values: { field: changed } };
		if (names.every((name) => before[name] === after[name])) return { refused: "nothing-changed" };
		const inverse: Describe = { type: "describe", v: 1, before: after, after: before };
		return { rows, inverse, description: after as Partial<DocumentDescription> };
	},
} satisfies OperationKind<typeof schema>;
