/** One side's text replaced by a newer version of it, as far as that was decided before. */
import { z } from "zod";
import { type Row, type Segment, type Side, segmentKinds } from "../model.ts";
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
	SegmentText,
	Version,
} from "./contract.ts";
import { otherOf, WrittenOther } from "./other.ts";
import { OriginSchema } from "./side.ts";
import { keepsBeside, type Relaid, relay, seenRow, UpdatedRows } from "./update-rows.ts";

const index = z.int().min(0).nullable();
/** A segment that comes or changes, with all that it is then. */
export const WrittenState = z.strictObject({
	id: Id,
	kind: z.enum(segmentKinds),
	paragraphStart: z.boolean(),
	text: SegmentText,
	/** Null: the revision that is being written. */
	version: Version.nullable(),
	draft: SegmentText.nullable(),
	origin: index,
	other: WrittenOther.nullable(),
});
export type WrittenState = z.infer<typeof WrittenState>;

/** [the segment of a passage that it follows on its side; null: it comes before all of them, the segment] */
export const SetAside = z.array(z.tuple([Id.nullable(), WrittenState])).max(maxSegments);
export type SetAside = z.infer<typeof SetAside>;

const schema = z.strictObject({
	type: z.literal("update"),
	v: z.literal(1).default(1),
	side: z.enum(["source", "target"]),
	/** In the order of the document; what lies between them stays as it is. */
	stretches: z.array(UpdatedRows).max(maxSegments),
	/** Segments of the side that come or change; those that `before` has and `after` has not leave the document. */
	written: z.array(WrittenState).max(maxSegments),
	/** What comes to stand beside segments of the other side; null: nothing any more. */
	beside: z.array(z.tuple([Id, WrittenOther.nullable()])).max(maxSegments),
	/** Segments that left, and those in which their text lives on. */
	moved: z.array(z.tuple([Id, Id])).max(maxSegments),
	/** The side's segments that are set aside, as they were and as they are to be; absent: they stay. */
	furniture: z
		.strictObject({
			/** The grouping under which they were seen. */
			order: Version,
			before: SetAside,
			after: SetAside,
		})
		.optional(),
	/** Inline codes of what comes, under numbers that the document does not use yet. */
	codes: WrittenCodes,
	/** Where the newer wording came from, and its place among the document's origins; `is` null: it leaves that place. */
	origin: z.strictObject({ at: z.int().min(0), is: OriginSchema.nullable() }).optional(),
	order: OrderChange,
});
export type UpdateSide = z.output<typeof schema>;

/** Brings a newer version of one side; refused where one of the passages named is not as it was seen. */
export const updateSide = {
	type: "update",
	schema,
	inverseOnly: null,
	permission: () => "document.import",
	scope: () => ({ kind: "all" }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { side, stretches, origin, furniture } = operation;
		if (furniture && furniture.order !== context.order) return { refused: "built-upon" };
		const origins = originsAfter(operation, context);
		if (!origins) return { refused: "built-upon" };
		const states = statesOf(rows, operation, context.number);
		const relaid = relay(rows, stretches, states, keepsBeside(side));
		if ("refused" in relaid) return relaid;
		const written = [...relaid.rows.flatMap(({ target }) => target), ...setAside(furniture)];
		if (!namesKnown(written, origins.length)) return { refused: "built-upon" };
		if (relaid.rows.every((row) => row[side].length === 0)) return { refused: "rows-do-not-fit" };
		const { order, back } = nextOrder(operation.order, context);
		return {
			rows: relaid.rows,
			inverse: inverseOf(relaid, operation, context, { order, back }),
			facts: relaid.facts,
			order,
			...(operation.moved.length > 0 && { lineage: lineageOf(operation.moved) }),
			...(furniture && {
				furnitureGone: [side],
				furniture: furniture.after.map(([, state]) => segmentOf(state, side, context.number)),
			}),
			...(operation.codes && { codes: operation.codes }),
			...(origin && { description: { origins } }),
		};
	},
} satisfies OperationKind<typeof schema>;

const lineageOf = (moved: UpdateSide["moved"]) =>
	moved.map(([fromId, toId]) => ({ fromId, fromAt: 0, toId, toAt: 0 }));

export function segmentOf(state: WrittenState, side: Side, number: number): Segment {
	const { other, version, ...rest } = state;
	return { ...rest, side, version: version ?? number, ...otherOf(other, number) };
}

const setAside = (furniture: UpdateSide["furniture"]) => furniture?.after.map(([, state]) => state) ?? [];

/** Whether each draft's origin is one of so many that the document has. */
export const namesKnown = (written: readonly { readonly origin: number | null }[], origins: number) =>
	written.every(({ origin }) => origin === null || origin < origins);

/** The segment as it is, for an inverse. */
export function stateOf(segment: Segment): WrittenState {
	const { id, kind, paragraphStart, text, version, draft, origin, other } = segment;
	return { id, kind, paragraphStart, text, version, draft, origin, other: other ?? null };
}

function originsAfter({ origin }: UpdateSide, { description: { origins } }: Context) {
	if (!origin) return origins;
	if (origin.is) return origin.at === origins.length ? [...origins, origin.is] : undefined;
	return origin.at === origins.length - 1 ? origins.slice(0, -1) : undefined;
}

/** Every segment as it is to be. */
function statesOf(
	rows: readonly Row[],
	{ side, written, beside }: UpdateSide,
	number: number,
): Map<string, Segment> {
	const states = new Map<string, Segment>();
	const marks = new Map(beside);
	for (const row of rows) {
		for (const segment of [...row.source, ...row.target]) {
			const mark = segment.side === side ? undefined : marks.get(segment.id);
			states.set(segment.id, mark === undefined ? segment : marked(segment, mark, number));
		}
	}
	for (const state of written) states.set(state.id, segmentOf(state, side, number));
	return states;
}

function marked({ other: _, ...segment }: Segment, mark: WrittenOther | null, number: number): Segment {
	return { ...segment, ...otherOf(mark, number) };
}

/** Everything that the operation changes, as it is before; said of it again is nothing: what was said still stands. */
function inverseOf(
	{ parts }: Relaid,
	operation: UpdateSide,
	{ number, description }: Context,
	{ order, back }: ReturnType<typeof nextOrder>,
): UpdateSide {
	const { side, furniture, origin, moved } = operation;
	const other = side === "source" ? "target" : "source";
	const changed = new Set(operation.written.map(({ id }) => id));
	const marks = new Set(operation.beside.map(([id]) => id));
	const left = new Set(parts.flatMap(({ after }) => after.flatMap((row) => row[side].map(({ id }) => id))));
	const before = parts.flatMap((part) => part.before);
	const now = ([after, state]: SetAside[number]): SetAside[number] => [
		after,
		stateOf(segmentOf(state, side, number)),
	];
	return {
		type: "update",
		v: 1,
		side,
		stretches: backwards(parts),
		written: before
			.flatMap((row) => row[side])
			.filter(({ id }) => changed.has(id) || !left.has(id))
			.map(stateOf),
		beside: before
			.flatMap((row) => row[other])
			.filter(({ id }) => marks.has(id))
			.map((segment) => [segment.id, segment.other ?? null]),
		moved: moved.map(([from, to]) => [to, from]),
		...(furniture && {
			furniture: { order, before: furniture.after.map(now), after: furniture.before },
		}),
		...(origin && {
			origin: { at: origin.at, is: origin.is ? null : (description.origins[origin.at] ?? null) },
		}),
		order: back,
	};
}

/** The stretches that lead back. */
export const backwards = (parts: Relaid["parts"]): UpdatedRows[] =>
	parts.map((part) => ({ before: part.after.map(seenRow), after: part.before.map(newRow) }));

export const newRow = ({ id, source, target }: Row): UpdatedRows["after"][number] => ({
	id,
	source: source.map((s) => s.id),
	target: target.map((s) => s.id),
	confidence: null,
});
