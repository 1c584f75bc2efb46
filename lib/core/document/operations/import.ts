import { z } from "zod";
import { StatedRows, statedFacts, WrittenCodes, WrittenNotes } from "./carried.ts";
import type { AnyOperation, Applied, OperationKind, Refusal } from "./contract.ts";
import { describedFields } from "./describe.ts";
import {
	beadFacts,
	layRows,
	OriginSchema,
	onlyFurniture,
	readSide,
	unknown,
	WrittenRows,
	WrittenSide,
} from "./side.ts";

const schema = z.strictObject({
	type: z.literal("import"),
	v: z.literal(1).default(1),
	description: z.strictObject(describedFields),
	source: WrittenSide,
	target: WrittenSide,
	/** Where the target side's wording came from; null without a target side. */
	origin: OriginSchema.nullable(),
	rows: WrittenRows,
	codes: WrittenCodes,
	notes: WrittenNotes,
	stated: StatedRows,
});
export type Import = z.output<typeof schema>;

/** The first revision of every document: all of its text and its first pairing. */
export const importDocument = {
	type: "import",
	schema,
	inverseOnly: null,
	permission: () => "document.import",
	scope: () => ({ kind: "all" }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		if (context.number !== 1 || rows.length > 0) return { refused: "not-empty" };
		const source = readSide("source", operation.source, 1, null);
		const target = readSide("target", operation.target, 1, 0);
		const inRows = (segments: typeof source) => segments.filter((segment) => segment.kind !== "furniture");
		const laid = layRows(operation.rows, inRows(source), inRows(target));
		if (!laid || onlyFurniture(source) || onlyFurniture(target)) return { refused: "rows-do-not-fit" };
		const stated = statedFacts(laid, operation.stated);
		if (!stated) return { refused: "rows-do-not-fit" };
		const origins = target.length > 0 ? [operation.origin ?? unknown] : [];
		return {
			rows: laid,
			inverse: null,
			facts: [...beadFacts(laid, operation.rows, null), ...stated],
			order: 1,
			description: { ...operation.description, origins, labels: [] },
			furniture: [...source, ...target].filter((segment) => segment.kind === "furniture"),
			...(operation.codes ? { codes: operation.codes } : {}),
			...(operation.notes ? { notes: operation.notes } : {}),
		};
	},
} satisfies OperationKind<typeof schema>;
