/** Renderings that come to passages without one, as when a translation made elsewhere is pasted back. */
import { z } from "zod";
import { isBlank } from "../facts.ts";
import type { Row, Segment } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	type Context,
	hasShape,
	Id,
	maxSegments,
	maxSegmentsOfRow,
	nextOrder,
	type OperationKind,
	OrderChange,
	type Refusal,
	SegmentText,
	Version,
} from "./contract.ts";
import { isSameOrigin, OriginSchema } from "./side.ts";
import { segmentOf, stateOf, WrittenState } from "./update-side.ts";

/** [segment, version of its text] */
const Exact = z.array(z.tuple([Id, Version])).max(maxSegmentsOfRow);
const Ids = z.array(Id).max(maxSegmentsOfRow);

const fillSchema = z.strictObject({
	type: z.literal("fill"),
	v: z.literal(1).default(1),
	/**
	 * [passage, its source and its blank renderings as they were seen, the segment that holds the rendering: the first
	 * blank one, or a new one where there is none, the rendering]
	 */
	rows: z
		.array(z.tuple([Id, Exact, Exact, Id, SegmentText]))
		.min(1)
		.max(maxSegments),
	/** Where the renderings came from: one of the document's origins with its place, or the next. */
	origin: z.strictObject({ at: z.int().min(0), is: OriginSchema }),
	order: OrderChange,
	/** For each passage the segment that taking them out again had removed; only an inverse knows them. */
	as: z.array(WrittenState).max(maxSegments).nullable().default(null),
});
export type Fill = z.output<typeof fillSchema>;

const clearSchema = z.strictObject({
	type: z.literal("clear"),
	v: z.literal(1).default(1),
	/** [passage, its source segments, its renderings, the one that came, its version, what was there; null: nothing] */
	rows: z.array(z.tuple([Id, Ids, Ids, Id, Version, WrittenState.nullable()])).max(maxSegments),
	/** Where they came from; `leaves`: it came with them and goes with them. */
	origin: z.strictObject({ at: z.int().min(0), leaves: z.boolean() }),
	order: OrderChange,
});
export type Clear = z.output<typeof clearSchema>;

/** Puts renderings as drafts where there are none. Refused where one of the passages is not as it was seen. */
export const fill = {
	type: "fill",
	schema: fillSchema,
	inverseOnly: ["order", "as"],
	permission: () => "rendering.edit",
	scope: () => ({ kind: "all" }),
	fresh: ({ rows }) => rows.flatMap(([, , target, segment]) => (target.length === 0 ? [segment] : [])),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { at, is } = operation.origin;
		const { origins } = context.description;
		const known = origins[at];
		const comes = at === origins.length;
		if (!comes && !(known && isSameOrigin(known, is))) return { refused: "built-upon" };
		const filled = filledRows(rows, operation, context);
		if ("refused" in filled) return filled;
		const regroups = operation.rows.some(([, , target]) => target.length === 0);
		const { order, back } = nextOrder(operation.order, context);
		const inverse: Clear = {
			type: "clear",
			v: 1,
			rows: filled.changes.map(({ before, after, segment }) => {
				const was = before.target.find(({ id }) => id === segment.id);
				const [source, target] = [after.source, after.target].map((list) => list.map(({ id }) => id));
				return [after.id, source ?? [], target ?? [], segment.id, segment.version, was ? stateOf(was) : null];
			}),
			origin: { at, leaves: comes },
			order: regroups ? back : null,
		};
		return {
			rows: filled.rows,
			inverse,
			...(regroups && { order }),
			...(comes && { description: { origins: [...origins, is] } }),
		};
	},
} satisfies OperationKind<typeof fillSchema>;

/** Takes renderings out again that came so, as long as nobody worded them otherwise. */
export const clear = {
	type: "clear",
	schema: clearSchema,
	inverseOnly: null,
	permission: () => "rendering.edit",
	scope: () => ({ kind: "all" }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { at, leaves } = operation.origin;
		const { origins } = context.description;
		const is = origins[at];
		const cleared = clearedRows(rows, operation);
		if ("refused" in cleared) return cleared;
		const used = cleared.rows.some((row) => row.target.some(({ origin }) => origin === at));
		if (!is || (leaves && (used || at < origins.length - 1))) return { refused: "built-upon" };
		const regroups = operation.rows.some(([, , , , , was]) => was === null);
		const { order, back } = nextOrder(operation.order, context);
		const inverse: Fill = {
			type: "fill",
			v: 1,
			rows: cleared.changes.map(({ after, segment }) => {
				const { id, text } = segment;
				return [after.id, after.source.map(exactly), after.target.map(exactly), id, text];
			}),
			origin: { at, is },
			order: regroups ? back : null,
			as: cleared.changes.map(({ segment }) => stateOf(segment)),
		};
		return {
			rows: cleared.rows,
			inverse,
			...(regroups && { order }),
			...(leaves && { description: { origins: origins.slice(0, -1) } }),
		};
	},
} satisfies OperationKind<typeof clearSchema>;

interface Change {
	readonly before: Row;
	readonly after: Row;
	/** The rendering that comes or goes. */
	readonly segment: Segment;
}

interface Changed {
	readonly rows: readonly Row[];
	/** In the order in which the operation names them. */
	readonly changes: readonly Change[];
}

const exactly = ({ id, version }: Segment): [string, number] => [id, version];

function filledRows(rows: readonly Row[], operation: Fill, context: Context): Changed | Refusal {
	const changed = changeRows(rows, operation.rows, (row, [, source, target, id, text], i) => {
		if (!isExactly(row.source, source) || !isExactly(row.target, target)) return { refused: "row-changed" };
		if (!row.target.every((segment) => isBlank(segment.text))) return { refused: "not-empty" };
		if (isBlank(text)) return { refused: "nothing-changed" };
		const [first] = row.target;
		if (first && first.id !== id) return { refused: "rows-do-not-fit" };
		const state = operation.as?.[i];
		if (operation.as && (state?.id !== id || state.text !== text)) return { refused: "rows-do-not-fit" };
		const segment = state
			? segmentOf(state, "target", context.number)
			: rendered(row, id, text, operation.origin.at, context.number);
		return { before: row, after: { ...row, target: [segment, ...row.target.slice(1)] }, segment };
	});
	if ("refused" in changed) return changed;
	const ids = changed.rows.flatMap((row) => [row.id, ...[...row.source, ...row.target].map((s) => s.id)]);
	return new Set(ids).size < ids.length ? { refused: "id-used", values: { id: "" } } : changed;
}

/** What somebody emptied keeps its draft: that is how the rendering was imported, for ever. */
function rendered(row: Row, id: string, text: string, origin: number, version: number): Segment {
	const [blank] = row.target;
	const [like] = row.source;
	if (blank?.draft && !isBlank(blank.draft)) return { ...blank, text, version };
	if (blank) return { ...blank, text, version, draft: text, origin };
	const { kind, paragraphStart } = like ?? { kind: "body" as const, paragraphStart: false };
	return { id, side: "target", kind, paragraphStart, text, version, draft: text, origin };
}

function clearedRows(rows: readonly Row[], operation: Clear): Changed | Refusal {
	return changeRows(rows, operation.rows, (row, [id, source, target, name, version, was]) => {
		if (!hasShape(row, { id, source, target })) return { refused: "row-changed" };
		const at = row.target.findIndex((segment) => segment.id === name);
		const segment = row.target[at];
		if (!segment) return { refused: "segment-gone" };
		if (segment.version !== version)
			return { refused: "segment-changed", values: { current: segment.text, version: segment.version } };
		const left = was ? [segmentOf(was, "target", version)] : [];
		const after = { ...row, target: row.target.toSpliced(at, 1, ...left) };
		if (after.source.length + after.target.length === 0) return { refused: "row-would-be-empty" };
		return { before: row, after, segment };
	});
}

/** Each passage named is changed once; refused where one is not there. */
function changeRows<Named extends readonly [string, ...unknown[]]>(
	rows: readonly Row[],
	named: readonly Named[],
	change: (row: Row, named: Named, index: number) => Change | Refusal,
): Changed | Refusal {
	const byId = new Map(rows.map((row) => [row.id, row]));
	const changes = new Map<string, Change>();
	for (const [i, one] of named.entries()) {
		const row = byId.get(one[0]);
		if (!row || changes.has(row.id)) return { refused: "row-changed" };
		const made = change(row, one, i);
		if ("refused" in made) return made;
		changes.set(row.id, made);
	}
	return { rows: rows.map((row) => changes.get(row.id)?.after ?? row), changes: [...changes.values()] };
}

function isExactly(segments: readonly Segment[], seen: readonly (readonly [string, number])[]): boolean {
	return (
		segments.length === seen.length &&
		segments.every(({ id, version }, i) => id === seen[i]?.[0] && version === seen[i]?.[1])
	);
}
