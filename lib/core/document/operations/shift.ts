import { z } from "zod";
import type { Row, Segment, Side } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	type Context,
	Id,
	nextOrder,
	type OperationKind,
	type Refusal,
	Version,
	withSide,
} from "./contract.ts";

/** An empty passage put back before anything moves, where an earlier shift left nothing of it. */
const PutBack = z.strictObject({ id: Id, after: Id });

const schema = z.strictObject({
	type: z.literal("shift"),
	v: z.literal(1).default(1),
	side: z.enum(["source", "target"]),
	direction: z.enum(["down", "up"]),
	/** Down: the passage that holds `segment`. Up: the passage above the one that `segment` begins. */
	from: Id,
	/** The first segment that moves; everything after it on this side moves too. */
	segment: Id,
	/** A new last passage, used when the last one has no room to give way. */
	created: Id,
	/** The grouping that the person saw. */
	order: Version,
	putBack: z.array(PutBack).default([]),
	/** The grouping's name to restore; only an inverse knows it. */
	as: Version.nullable().default(null),
});
export type Shift = z.output<typeof schema>;

/** Moves one side from a segment on by one passage; links are renamed, texts stay as they are. */
export const shift = {
	type: "shift",
	schema,
	inverseOnly: ["putBack", "as"],
	permission: () => "align",
	scope: (operation) => ({ kind: "from", id: operation.from }),
	fresh: (operation) => (operation.direction === "down" ? [operation.created] : []),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		if (operation.order !== context.order) return { refused: "order-changed" };
		if (rows[0]?.id !== operation.from) return { refused: "row-changed" };
		const full = putBack(rows, operation.putBack);
		if (!full) return { refused: "row-changed" };
		const misfit = misfitOf(operation, full[0], full[1]);
		if (misfit) return misfit;
		const moved = operation.direction === "down" ? down(full, operation) : up(full, operation);
		const kept = moved.filter((row) => row.source.length + row.target.length > 0);
		const { order, as } = groupingAfter(operation, context);
		const last = moved.at(-1)?.id ?? operation.created;
		const inverse = shiftBack(operation, { order, as, last, removed: removed(moved, operation.direction) });
		return { rows: kept, inverse, order };
	},
} satisfies OperationKind<typeof schema>;

/** A passage as far as it matters whether a shift begins there. */
interface Begin {
	readonly source: readonly { readonly id: string }[];
	readonly target: readonly { readonly id: string }[];
}

/** Why a shift does not begin in these passages, the first two that it concerns. */
export function misfitOf(
	{ side, direction, segment }: Shift,
	first: Begin | undefined,
	second: Begin | undefined,
): Refusal | undefined {
	if (direction === "up")
		return first && second?.[side][0]?.id === segment ? undefined : { refused: "row-changed" };
	const at = first?.[side].findIndex(({ id }) => id === segment) ?? -1;
	if (!first || at < 0) return { refused: "row-changed" };
	const other = side === "source" ? first.target : first.source;
	return at === 0 && other.length === 0 ? { refused: "nothing-beside" } : undefined;
}

/** The grouping's name after a shift, and the one to which its inverse leads back. */
export function groupingAfter(
	{ order, as }: Shift,
	context: Pick<Context, "number" | "order">,
): { order: number; as: number | null } {
	const next = nextOrder(as === null ? null : { is: order, as }, context);
	return { order: next.order, as: next.back?.as ?? null };
}

/** `last`: the last passage, with or without segments; `removed`: those without, in their order. */
export function shiftBack(
	{ side, direction, from, segment }: Shift,
	found: { order: number; as: number | null; last: string; removed: Shift["putBack"] },
): Shift {
	return {
		type: "shift",
		v: 1,
		side,
		direction: direction === "down" ? "up" : "down",
		from,
		segment,
		created: found.last,
		order: found.order,
		putBack: found.removed,
		as: found.as,
	};
}

/** The side's segment lists, one per passage, moved and laid on the passages again. */
function lay(rows: readonly Row[], side: Side, lists: readonly (readonly Segment[])[]): Row[] {
	return rows.map((row, i) => withSide(row, side, lists[i] ?? []));
}

function down(rows: readonly Row[], { side, segment, created }: Shift): Row[] {
	const first = rows[0]?.[side] ?? [];
	const at = first.findIndex(({ id }) => id === segment);
	const lists = [first.slice(0, at), first.slice(at), ...rows.slice(1).map((row) => row[side])];
	const last = lists.at(-1) ?? [];
	const room = last.length === 0 ? rows : [...rows, { id: created, source: [], target: [] }];
	return lay(room, side, lists);
}

function up(rows: readonly Row[], { side }: Shift): Row[] {
	const [first = [], second = [], ...rest] = rows.map((row) => row[side]);
	return lay(rows, side, [[...first, ...second], ...rest, []]);
}

function putBack(rows: readonly Row[], empties: Shift["putBack"]): Row[] | undefined {
	const after = new Map(empties.map((entry) => [entry.after, entry.id]));
	const full: Row[] = [];
	for (const row of rows) {
		full.push(row);
		// A run of vanished passages hangs each on the one before it.
		for (let id = after.get(row.id); id !== undefined; ) {
			const anchor: string = id;
			after.delete(full.at(-1)?.id ?? "");
			full.push({ id: anchor, source: [], target: [] });
			id = after.get(anchor);
		}
	}
	return after.size === 0 ? full : undefined;
}

/** Passages that a shift left without any segment, except a last one, which the inverse makes anew. */
function removed(rows: readonly Row[], direction: Shift["direction"]): Shift["putBack"] {
	const gone: Shift["putBack"] = [];
	const end = direction === "up" ? rows.length - 1 : rows.length;
	for (let i = 1; i < end; i++) {
		const row = rows[i];
		const before = rows[i - 1];
		if (row && before && row.source.length + row.target.length === 0)
			gone.push({ id: row.id, after: before.id });
	}
	return gone;
}
