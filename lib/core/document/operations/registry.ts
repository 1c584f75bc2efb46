/** Every operation there is. Adding one is a file beside this one and a line here. */
import { z } from "zod";
import type { Row, Side } from "../model.ts";
import { affirm, disavow } from "./affirm.ts";
import { attach, detach } from "./attach.ts";
import { carry } from "./carry.ts";
import { assert, confirm, withdraw } from "./confirm.ts";
import {
	type Applied,
	type Context,
	maxSegmentsOfRow,
	type Permission,
	type Refusal,
	type Scope,
} from "./contract.ts";
import { describe } from "./describe.ts";
import { discard } from "./discard.ts";
import { divide } from "./divide.ts";
import { edit } from "./edit.ts";
import { clear, fill } from "./fill.ts";
import { importDocument } from "./import.ts";
import { insert } from "./insert.ts";
import { join } from "./join.ts";
import { label } from "./label.ts";
import { merge } from "./merge.ts";
import { move } from "./move.ts";
import { origin } from "./origin.ts";
import { paragraph } from "./paragraph.ts";
import { realign } from "./realign.ts";
import { remove } from "./remove.ts";
import { restore } from "./restore.ts";
import { rewrite } from "./rewrite.ts";
import { settle } from "./settle.ts";
import { shift } from "./shift.ts";
import { split } from "./split.ts";
import { swap } from "./swap.ts";
import { updateSide } from "./update-side.ts";

export const operations = [
	edit,
	rewrite,
	split,
	join,
	merge,
	divide,
	move,
	carry,
	shift,
	swap,
	paragraph,
	insert,
	remove,
	discard,
	fill,
	clear,
	realign,
	confirm,
	assert,
	withdraw,
	affirm,
	disavow,
	attach,
	detach,
	updateSide,
	settle,
	restore,
	describe,
	label,
	origin,
	importDocument,
] as const;

export type Operation = z.output<(typeof operations)[number]["schema"]>;
export type OperationType = Operation["type"];

/** Any stored operation. */
export const StoredOperation = z.discriminatedUnion("type", [
	edit.schema,
	rewrite.schema,
	split.schema,
	join.schema,
	merge.schema,
	divide.schema,
	move.schema,
	carry.schema,
	shift.schema,
	swap.schema,
	paragraph.schema,
	insert.schema,
	remove.schema,
	discard.schema,
	fill.schema,
	clear.schema,
	realign.schema,
	confirm.schema,
	assert.schema,
	withdraw.schema,
	affirm.schema,
	disavow.schema,
	attach.schema,
	detach.schema,
	updateSide.schema,
	settle.schema,
	restore.schema,
	describe.schema,
	label.schema,
	origin.schema,
	importDocument.schema,
]);

/** What the registry's entries look like once their own operation type is forgotten. */
interface AnyKind {
	readonly type: OperationType;
	readonly inverseOnly: readonly string[] | null;
	permission(operation: Operation, side: Side | null): Permission;
	scope(operation: Operation): Scope;
	fresh?(operation: Operation): readonly string[];
	apply(rows: readonly Row[], operation: Operation, context: Context): Applied<Operation> | Refusal;
}

const kinds = new Map<string, AnyKind>(operations.map((kind) => [kind.type, kind as unknown as AnyKind]));

function kindOf(operation: Operation): AnyKind {
	const kind = kinds.get(operation.type);
	if (!kind) throw new TypeError(`no operation is called ${operation.type}`);
	return kind;
}

/** What clients may send: everything but operations that only undo makes, without the fields that only inverses carry. */
export const PostedOperation = StoredOperation.superRefine((operation, context) => {
	const { inverseOnly } = kindOf(operation);
	if (inverseOnly === null) context.addIssue({ code: "custom", path: ["type"], message: "not-for-clients" });
});

/** The names of fields in a client's JSON that only inverses may carry. */
export function forbiddenFields(posted: object): string[] {
	const kind = "type" in posted && typeof posted.type === "string" ? kinds.get(posted.type) : undefined;
	return (kind?.inverseOnly ?? []).filter((field) => field in posted);
}

export const scopeOf = (operation: Operation): Scope => kindOf(operation).scope(operation);
export const freshIds = (operation: Operation): readonly string[] =>
	kindOf(operation).fresh?.(operation) ?? [];
export const permissionFor = (operation: Operation, side: Side | null): Permission =>
	kindOf(operation).permission(operation, side);

/** Applies an operation to the rows that `scopeOf` asks for. */
export function applyOperation(
	rows: readonly Row[],
	operation: Operation,
	context: Context,
): Applied<Operation> | Refusal {
	const result = kindOf(operation).apply(rows, operation, context);
	if ("refused" in result) return result;
	const long = result.rows.some(
		(row) => row.source.length > maxSegmentsOfRow || row.target.length > maxSegmentsOfRow,
	);
	return long ? { refused: "row-too-long", values: { max: maxSegmentsOfRow } } : result;
}
