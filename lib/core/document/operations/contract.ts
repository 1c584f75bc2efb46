/**
 * An operation is a pure function from the rows it needs to the rows that change, or to a refusal with
 * its reason, and it knows its inverse. The same code runs in browser, server, job and command line.
 * Applying never calls a segmenter, dictionary, aligner, clock or random source.
 */
import { z } from "zod";
import type { FactReader } from "../facts.ts";
import type { DocumentDescription, Fact, Row, Segment, Side } from "../model.ts";
import { isWellFormedText } from "../text.ts";
import type { WrittenCode, WrittenNote } from "./carried.ts";

/** Longest text of one segment, in UTF-16 code units: longer than any sentence, shorter than a bomb. */
export const maxSegmentLength = 20_000;
/** Most segments of one side of a document. */
export const maxSegments = 100_000;
/** Most passages one operation may name. */
export const maxRowsPerOperation = 500;

/** Most segments of one side of a passage: a passage must fit into the operations that name its composition. */
export const maxSegmentsOfRow = 500;

export const Id = z.string().regex(/^[0-9A-Za-z]{12,24}$/);
export const SegmentText = z
	.string()
	.max(maxSegmentLength)
	.refine(isWellFormedText, { error: "text-not-wellformed" });
/** What is written between two texts that are joined: blanks or nothing, so that joining never words anything. */
export const Separator = z.string().regex(/^\s{0,8}$/);
export const Count = z.int().min(0).max(maxSegments);
export const Version = z.int().min(0);

/** The composition of a row as the person who asks sees it; refused when it has changed since. */
export const RowShape = z.strictObject({
	id: Id,
	source: z.array(Id).max(maxSegmentsOfRow),
	target: z.array(Id).max(maxSegmentsOfRow),
});
export type RowShape = z.infer<typeof RowShape>;

/** How an inverse names the grouping it found and the grouping it brings back. */
export const OrderChange = z.strictObject({ is: Version, as: Version }).nullable().default(null);
export type OrderChange = z.infer<typeof OrderChange>;

/** Which rows an operation needs: a run without gaps, but for `each`. */
export type Scope =
	| { readonly kind: "none" }
	| { readonly kind: "rows"; readonly ids: readonly string[] }
	/** Two passages with whatever lies between them. */
	| { readonly kind: "neighbours"; readonly ids: readonly string[] }
	/** From one passage to another, however many; their texts are not read. */
	| { readonly kind: "run"; readonly ids: readonly string[] }
	| { readonly kind: "segments"; readonly ids: readonly string[] }
	/** The passages that hold these segments, wherever they are: only for what changes no grouping. */
	| { readonly kind: "each"; readonly ids: readonly string[] }
	| { readonly kind: "from"; readonly id: string }
	| { readonly kind: "all" };

export interface Context {
	/** Number of the revision being written. */
	readonly number: number;
	/** The document's present grouping; see `Document.orderNumber`. */
	readonly order: number;
	readonly description: DocumentDescription;
	readonly facts: FactReader;
}

/** Text of `fromId` from offset `fromAt` on lives in `toId` from offset `toAt` on. */
export interface LineageEntry {
	readonly fromId: string;
	readonly fromAt: number;
	readonly toId: string;
	readonly toAt: number;
}

export interface Applied<Inverse> {
	/** What takes the place of the rows given. */
	readonly rows: readonly Row[];
	/** The operation that leads back; null where nothing can. */
	readonly inverse: Inverse | null;
	readonly facts?: readonly Fact[];
	readonly lineage?: readonly LineageEntry[];
	/** The grouping's new name, where the grouping changed. */
	readonly order?: number;
	readonly description?: Partial<DocumentDescription>;
	/** Segments set aside beside the rows. */
	readonly furniture?: readonly Segment[];
	/** The sides whose segments that were set aside leave the document. */
	readonly furnitureGone?: readonly Side[];
	/** Inline codes that the document knows from now on, for ever: a number never means another code. */
	readonly codes?: readonly WrittenCode[];
	readonly notes?: readonly WrittenNote[];
}

export interface Refusal {
	readonly refused: string;
	readonly values?: Readonly<Record<string, string | number>>;
}

export type Permission =
	| "rendering.edit"
	| "source.edit"
	| "align"
	| "review"
	| "approve"
	| "document.describe"
	| "document.import";

export interface OperationKind<Schema extends z.ZodType<{ type: string; v: number }>> {
	readonly type: z.output<Schema>["type"];
	/** What is stored. A released version's meaning never changes. */
	readonly schema: Schema;
	/** Fields that only inverses carry and clients may not send; null where clients may not send it at all. */
	readonly inverseOnly: readonly string[] | null;
	/** What a person needs; asked for each side that the operation changes. */
	permission(operation: z.output<Schema>, side: "source" | "target" | null): Permission;
	scope(operation: z.output<Schema>): Scope;
	/** Ids that must never have been used before, when a client sends it. */
	fresh?(operation: z.output<Schema>): readonly string[];
	apply(rows: readonly Row[], operation: z.output<Schema>, context: Context): Applied<AnyOperation> | Refusal;
}

/** Any operation as data; the registry narrows it. */
export type AnyOperation = { readonly type: string; readonly v: number };

export function isRefusal(result: Applied<AnyOperation> | Refusal): result is Refusal {
	return "refused" in result;
}

/** The name of the grouping after an operation: an inverse that finds what it expects restores the old name. */
export function nextOrder(
	change: OrderChange,
	context: Pick<Context, "number" | "order">,
): { order: number; back: OrderChange } {
	const order = change !== null && change.is === context.order ? change.as : context.number;
	return { order, back: { is: order, as: context.order } };
}

export function shapeOf(row: Row): RowShape {
	return { id: row.id, source: row.source.map((s) => s.id), target: row.target.map((s) => s.id) };
}

export function hasShape(row: Row | undefined, shape: RowShape): boolean {
	return (
		row !== undefined &&
		row.id === shape.id &&
		sameIds(row.source, shape.source) &&
		sameIds(row.target, shape.target)
	);
}

function sameIds(segments: readonly Segment[], ids: readonly string[]): boolean {
	return segments.length === ids.length && segments.every((segment, i) => segment.id === ids[i]);
}

export function findSegment(
	rows: readonly Row[],
	id: string,
): { row: Row; segment: Segment; index: number } | undefined {
	for (const row of rows) {
		for (const list of [row.source, row.target]) {
			const index = list.findIndex((segment) => segment.id === id);
			const segment = list[index];
			if (segment) return { row, segment, index };
		}
	}
	return undefined;
}

/**
 * Ids of passages and segments that come with an operation. None of them may be in the document: undoing
 * brings old ids back, and by then something else may have brought them back already.
 */
export function idsThatCome(
	before: readonly Row[],
	applied: Pick<Applied<unknown>, "rows" | "furniture">,
): string[] {
	const known = new Set(before.flatMap(idsOf));
	const all = [...applied.rows.flatMap(idsOf), ...(applied.furniture ?? []).map((segment) => segment.id)];
	return all.filter((id) => !known.has(id));
}

function idsOf(row: Row): string[] {
	return [row.id, ...row.source.map((segment) => segment.id), ...row.target.map((segment) => segment.id)];
}

/** The row with one side replaced. */
export function withSide(row: Row, side: "source" | "target", segments: readonly Segment[]): Row {
	return side === "source" ? { ...row, source: segments } : { ...row, target: segments };
}
