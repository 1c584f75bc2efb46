import { z } from "zod";
import { contentKey } from "../facts.ts";
import type { Fact, Row, Segment, Side } from "../model.ts";
import { WrittenCodes } from "./carried.ts";
import {
	type AnyOperation,
	type Applied,
	type Context,
	Id,
	maxSegments,
	nextOrder,
	type OperationKind,
	OrderChange,
	type Refusal,
	Version,
	withSide,
} from "./contract.ts";
import {
	beadFacts,
	layRows,
	OriginSchema,
	onlyFurniture,
	readSide,
	unknown,
	type WrittenRow,
	WrittenRows,
	WrittenSide,
} from "./side.ts";

const Beside = z.array(Id).max(maxSegments).nullable().default(null);

const attachSchema = z.strictObject({
	type: z.literal("attach"),
	v: z.literal(1).default(1),
	side: z.enum(["source", "target"]),
	segments: WrittenSide.min(1),
	/** Where a target side's wording came from; null for a source side. */
	origin: OriginSchema.nullable(),
	/** The new grouping of both sides. */
	rows: WrittenRows,
	/** The other side's segments as they were seen, in order: the grouping counts them. Null: not compared. */
	beside: Beside,
	/** Their inline codes, under numbers that the document does not use yet. */
	codes: WrittenCodes,
	/** The grouping that it was made for, and the one to restore; only an inverse knows them. */
	order: OrderChange,
	/** The version that the segments had; only an inverse knows it. */
	as: Version.nullable().default(null),
});
export type Attach = z.output<typeof attachSchema>;

const detachSchema = z.strictObject({
	type: z.literal("detach"),
	v: z.literal(1).default(1),
	side: z.enum(["source", "target"]),
	/** Every segment of the side must still be the one that was attached. */
	version: Version,
	rows: WrittenRows,
	/** The furniture that came with the side, in order with it. */
	written: WrittenSide,
	/** The other side's segments as they were when this one came. */
	beside: Beside,
	/** Statements that came with this side about passages made of several: [kind, content of the target side]. */
	kept: z.array(z.tuple([z.enum(["review", "approval"]), z.string()])).default([]),
	order: OrderChange,
});
export type Detach = z.output<typeof detachSchema>;

/** Lays a second side beside a one-sided document; every text, state and fact of the first side stays. */
export const attach = {
	type: "attach",
	schema: attachSchema,
	inverseOnly: null,
	permission: () => "document.import",
	scope: () => ({ kind: "all" }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { side } = operation;
		if (rows.some((row) => row[side].length > 0)) return { refused: "side-present", values: { side } };
		const regrouped = operation.order !== null && operation.order.is !== context.order;
		if (regrouped || !isBeside(rows, side, operation.beside)) return { refused: "built-upon" };
		const { origins } = context.description;
		const version = operation.as ?? context.number;
		const segments = readSide(side, operation.segments, version, origins.length);
		const laid = relay(
			rows,
			side,
			segments.filter((s) => s.kind !== "furniture"),
			operation.rows,
		);
		if (!laid || onlyFurniture(segments)) return { refused: "rows-do-not-fit" };
		const { order, back } = nextOrder(operation.order, context);
		const kept = keptReviews(rows, laid, context);
		const inverse: Detach = {
			type: "detach",
			v: 1,
			side,
			version,
			rows: writtenRows(rows, context),
			written: operation.segments,
			beside: besideOf(rows, side),
			kept,
			order: back,
		};
		return {
			rows: laid,
			inverse,
			facts: [...beadFacts(laid, operation.rows, side), ...stated(kept, true)],
			order,
			furniture: segments.filter((s) => s.kind === "furniture"),
			...(operation.codes ? { codes: operation.codes } : {}),
			...(side === "target" ? { description: { origins: [...origins, operation.origin ?? unknown] } } : {}),
		};
	},
} satisfies OperationKind<typeof attachSchema>;

/** Takes an attached side out again, as long as nothing was built on it. */
export const detach = {
	type: "detach",
	schema: detachSchema,
	inverseOnly: null,
	permission: () => "document.import",
	scope: () => ({ kind: "all" }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { side, version } = operation;
		const present = rows.flatMap((row) => row[side]);
		const counted = operation.written.filter(([, kind]) => kind !== "furniture");
		const unchanged =
			present.length === counted.length &&
			present.every((s, i) => s.version === version && s.id === counted[i]?.[0]);
		if (operation.order?.is !== context.order || !unchanged || !isBeside(rows, side, operation.beside)) {
			return { refused: "built-upon" };
		}
		const laid = relay(rows, side, [], operation.rows);
		if (!laid) return { refused: "rows-do-not-fit" };
		const { order, back } = nextOrder(operation.order, context);
		const { origins } = context.description;
		const inverse: Attach = {
			type: "attach",
			v: 1,
			side,
			segments: operation.written,
			origin: side === "target" ? (origins.at(-1) ?? null) : null,
			rows: writtenRows(rows, context),
			beside: besideOf(rows, side),
			order: back,
			as: version,
		};
		return {
			rows: laid,
			inverse,
			facts: stated(operation.kept, false),
			order,
			furnitureGone: [side],
			...(side === "target" ? { description: { origins: origins.slice(0, -1) } } : {}),
		};
	},
} satisfies OperationKind<typeof detachSchema>;

/**
 * A new passage made wholly of passages that were all reviewed is reviewed too, without the side that
 * comes now. Passages that stay as they were keep their facts anyway.
 */
function keptReviews(before: readonly Row[], after: readonly Row[], { facts }: Context): Detach["kept"] {
	const old = new Map(before.flatMap((row) => row.target.map((segment) => [segment.id, row] as const)));
	return after.flatMap((row) => {
		const parts = [...new Set(row.target.flatMap((segment) => old.get(segment.id) ?? []))];
		const whole = parts.reduce((count, part) => count + part.target.length, 0) === row.target.length;
		if (parts.length < 2 || !whole) return [];
		const { target } = contentKey("review", row);
		return (["review", "approval"] as const)
			.filter((kind) => parts.every((part) => facts.standing(kind, "", contentKey(kind, part).target)))
			.filter((kind) => !facts.standing(kind, "", target))
			.map((kind): Detach["kept"][number] => [kind, target]);
	});
}

function stated(kept: Detach["kept"], standing: boolean): Fact[] {
	return kept.map(([kind, target]) => ({ kind, source: "", target, standing, confidence: null }));
}

function besideOf(rows: readonly Row[], side: Side): string[] {
	const other = side === "source" ? "target" : "source";
	return rows.flatMap((row) => row[other].map((segment) => segment.id));
}

/** Splitting and joining change what a grouping counts without changing its name. */
function isBeside(rows: readonly Row[], side: Side, expected: readonly string[] | null): boolean {
	if (expected === null) return true;
	const present = besideOf(rows, side);
	return present.length === expected.length && present.every((id, i) => id === expected[i]);
}

/** The rows with one side replaced and the grouping made anew. */
function relay(
	rows: readonly Row[],
	side: Side,
	segments: readonly Segment[],
	written: readonly WrittenRow[],
): Row[] | undefined {
	const bare = rows.map((row) => withSide(row, side, []));
	const source = side === "source" ? segments : bare.flatMap((row) => row.source);
	const target = side === "target" ? segments : bare.flatMap((row) => row.target);
	return layRows(written, source, target);
}

function writtenRows(rows: readonly Row[], context: Context): WrittenRow[] {
	return rows.map((row) => {
		const key = contentKey("bead", row);
		const confidence = context.facts.standing("bead", key.source, key.target)?.confidence ?? null;
		return [row.id, row.source.length, row.target.length, confidence];
	});
}
