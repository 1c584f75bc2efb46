import { z } from "zod";
import { contentKey } from "../facts.ts";
import type { Fact, FactKind, Row, Segment } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	type Context,
	Id,
	maxRowsPerOperation,
	maxSegmentsOfRow,
	type OperationKind,
	type Permission,
	type Refusal,
	Version,
} from "./contract.ts";

const Exact = z.array(z.tuple([Id, Version])).max(maxSegmentsOfRow);
/** A passage with the exact content that somebody saw. */
const ExactRow = z.strictObject({ id: Id, source: Exact, target: Exact });
const Kinds = z
	.array(z.enum(["link", "review", "approval"]))
	.min(1)
	.max(3);
const StatedRow = ExactRow.extend({ kinds: Kinds });
type ExactRow = z.infer<typeof ExactRow>;
type StatedRow = z.infer<typeof StatedRow>;

const confirmSchema = z.strictObject({
	type: z.literal("confirm"),
	v: z.literal(1).default(1),
	kinds: Kinds,
	rows: z.array(ExactRow).min(1).max(maxRowsPerOperation),
});

const stated = z.array(StatedRow).min(1).max(maxRowsPerOperation);
const assertSchema = z.strictObject({ type: z.literal("assert"), v: z.literal(1).default(1), rows: stated });
const withdrawSchema = z.strictObject({
	type: z.literal("withdraw"),
	v: z.literal(1).default(1),
	rows: stated,
});
export type Assert = z.output<typeof assertSchema>;
export type Withdraw = z.output<typeof withdrawSchema>;

/** States that links are right and wordings read correctly, for exactly the content named. */
export const confirm = {
	type: "confirm",
	schema: confirmSchema,
	inverseOnly: [],
	permission: (operation) => permissionTo([operation]),
	scope: (operation) => ({ kind: "rows", ids: operation.rows.map((row) => row.id) }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		return state(
			rows,
			operation.rows.map((row) => ({ ...row, kinds: operation.kinds })),
			context,
		);
	},
} satisfies OperationKind<typeof confirmSchema>;

/** Takes statements back: the inverse of confirming. */
export const withdraw = {
	type: "withdraw",
	schema: withdrawSchema,
	inverseOnly: null,
	permission: (operation) => permissionTo(operation.rows),
	scope: (operation) => ({ kind: "rows", ids: operation.rows.map((row) => row.id) }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const made = told(rows, operation.rows, true, context);
		if ("refused" in made) return made;
		const inverse: Assert = { type: "assert", v: 1, rows: made };
		return { rows, inverse, facts: factsOf(rows, made, false) };
	},
} satisfies OperationKind<typeof withdrawSchema>;

/** Makes withdrawn statements again: the inverse of withdrawing. */
export const assert = {
	type: "assert",
	schema: assertSchema,
	inverseOnly: null,
	permission: (operation) => permissionTo(operation.rows),
	scope: (operation) => ({ kind: "rows", ids: operation.rows.map((row) => row.id) }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		return state(rows, operation.rows, context);
	},
} satisfies OperationKind<typeof assertSchema>;

/** Makes the statements that do not stand yet, so that taking them back leaves what others stated. */
function state(
	rows: readonly Row[],
	asked: readonly StatedRow[],
	context: Context,
): Applied<AnyOperation> | Refusal {
	const missing = told(rows, asked, false, context);
	if ("refused" in missing) return missing;
	const inverse: Withdraw = { type: "withdraw", v: 1, rows: missing };
	return { rows, inverse, facts: factsOf(rows, missing, true) };
}

/** Of the statements named, those that stand now or those that do not; refused when there is none. */
function told(
	rows: readonly Row[],
	asked: readonly StatedRow[],
	standing: boolean,
	context: Context,
): StatedRow[] | Refusal {
	const matched = match(rows, asked);
	if (!matched) return { refused: "row-changed" };
	const told = asked
		.map((row, i) => ({
			...row,
			kinds: row.kinds.filter((kind) => stands(kind, matched[i], context) === standing),
		}))
		.filter((row) => row.kinds.length > 0);
	if (told.length > 0) return told;
	return { refused: standing ? "not-confirmed" : "already-confirmed" };
}

/** Taking an approval back, and making it again, is for those who may approve. */
function permissionTo(said: readonly { kinds: readonly FactKind[] }[]): Permission {
	return said.some(({ kinds }) => kinds.includes("approval")) ? "approve" : "review";
}

/** The rows named, in the order named, when each is still exactly as named. */
function match(rows: readonly Row[], asked: readonly ExactRow[]): Row[] | undefined {
	const byId = new Map(rows.map((row) => [row.id, row]));
	const found = asked.flatMap((want) => {
		const row = byId.get(want.id);
		return row && same(row.source, want.source) && same(row.target, want.target) ? [row] : [];
	});
	return found.length === asked.length ? found : undefined;
}

function same(segments: readonly Segment[], exact: readonly (readonly [string, number])[]): boolean {
	return (
		segments.length === exact.length &&
		segments.every((segment, i) => segment.id === exact[i]?.[0] && segment.version === exact[i]?.[1])
	);
}

function stands(kind: FactKind, row: Row | undefined, context: Context): boolean {
	if (!row) return false;
	const key = contentKey(kind, row);
	return context.facts.standing(kind, key.source, key.target) !== undefined;
}

function factsOf(
	rows: readonly Row[],
	stated: readonly { id: string; kinds: readonly FactKind[] }[],
	standing: boolean,
): Fact[] {
	const byId = new Map(rows.map((row) => [row.id, row]));
	return stated.flatMap(({ id, kinds }) => {
		const row = byId.get(id);
		return row ? kinds.map((kind) => ({ kind, ...contentKey(kind, row), standing, confidence: null })) : [];
	});
}
