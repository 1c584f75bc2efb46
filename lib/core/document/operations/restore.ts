/** Passages brought back to how they were at an earlier version. */
import { z } from "zod";
import { canonicalJson, type Json } from "../canonical.ts";
import type { DocumentDescription, Row, Segment, Side } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	Id,
	maxSegments,
	nextOrder,
	type OperationKind,
	OrderChange,
	type Refusal,
	Version,
} from "./contract.ts";
import { describedFields } from "./describe.ts";
import { OriginSchema } from "./side.ts";
import { keepsOrder, keepsPlaces, relay, UpdatedRows } from "./update-rows.ts";
import { backwards, namesKnown, SetAside, segmentOf, stateOf, WrittenState } from "./update-side.ts";

const SideName = z.enum(["source", "target"]);
/** A segment that comes back, or becomes what it was, under the name that its text had. */
export const RestoredState = WrittenState.extend({ side: SideName, version: Version });
export type RestoredState = z.infer<typeof RestoredState>;

const Origins = z.array(OriginSchema).max(1_000);
const Languages = z.strictObject({
	sourceLanguage: describedFields.sourceLanguage,
	targetLanguage: describedFields.targetLanguage,
});

const schema = z.strictObject({
	type: z.literal("restore"),
	v: z.literal(1).default(1),
	/** The versions that it leads from and to. */
	from: Version,
	to: Version,
	/** In the order of the document; what lies between them stays as it is. */
	stretches: z.array(UpdatedRows).max(maxSegments),
	/** Segments that `before` has and `after` has not leave the document. */
	written: z.array(RestoredState).max(2 * maxSegments),
	/** [from, at, to, at]: the text of a segment that leaves lives on in another, or that of one that comes was in another. */
	moved: z.array(z.tuple([Id, Version, Id, Version])).max(2 * maxSegments),
	/** What is set aside on a side, as it is and as it was; absent: it stays. */
	furniture: z
		.strictObject({
			/** The grouping under which it was seen. */
			order: Version,
			sides: z.array(z.strictObject({ side: SideName, before: SetAside, after: SetAside })).max(2),
		})
		.optional(),
	/** Origins of drafts that come back, from a place in the document's list on. */
	origins: z.strictObject({ at: Version, before: Origins, after: Origins }).optional(),
	/** A side that was in another language or script. */
	languages: z.strictObject({ before: Languages, after: Languages }).optional(),
	order: OrderChange,
});
export type Restore = z.output<typeof schema>;

/** Passages and segments of one stretch up to which only they are read. */
const mostRead = 500;
const mostReadSegments = 2_000;

/** Brings back what passages held; refused where one of them is not as it was seen. */
export const restore = {
	type: "restore",
	schema,
	inverseOnly: null,
	permission: (operation) =>
		operation.languages
			? "document.describe"
			: operation.furniture || changesTexts(operation, "source")
				? "source.edit"
				: changesTexts(operation, "target")
					? "rendering.edit"
					: "align",
	scope: ({ stretches }) => {
		const [only] = stretches;
		if (!only || stretches.length > 1 || !isShort(only)) return { kind: "all" };
		return { kind: "neighbours", ids: only.before.map(({ id }) => id) };
	},
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const { stretches, furniture, moved } = operation;
		if (furniture && furniture.order !== context.order) return { refused: "built-upon" };
		const described = describedBy(operation, context.description);
		if (!described) return { refused: "built-upon" };
		const relaid = relay(rows, stretches, statesOf(rows, operation, context.number), () => true);
		if ("refused" in relaid) return relaid;
		if (!keepsOrder(rows, relaid.rows, "source") || !keepsPlaces(rows, relaid.rows))
			return { refused: "rows-do-not-fit" };
		const origins = (described.origins ?? context.description.origins).length;
		const aside = furniture?.sides.flatMap(({ after }) => after.map(([, state]) => state)) ?? [];
		if (!namesKnown([...relaid.rows.flatMap(({ target }) => target), ...aside], origins))
			return { refused: "built-upon" };
		const { order, back } = regroups(operation)
			? nextOrder(operation.order, context)
			: { order: context.order, back: null };
		return {
			rows: relaid.rows,
			inverse: inverseOf(operation, relaid.parts, context.number, { order, back }),
			...(order !== context.order && { order }),
			...(moved.length > 0 && {
				lineage: moved.map(([fromId, fromAt, toId, toAt]) => ({ fromId, fromAt, toId, toAt })),
			}),
			...(furniture && {
				furnitureGone: furniture.sides.map(({ side }) => side),
				furniture: furniture.sides.flatMap(({ side, after }) =>
					after.map(([, state]) => segmentOf(state, side, context.number)),
				),
			}),
			...(Object.keys(described).length > 0 && { description: described }),
		};
	},
} satisfies OperationKind<typeof schema>;

const segmentsIn = (
	rows: readonly { readonly source: readonly unknown[]; readonly target: readonly unknown[] }[],
) => rows.reduce((sum, { source, target }) => sum + source.length + target.length, 0);

const isShort = ({ before }: UpdatedRows) =>
	before.length <= mostRead && segmentsIn(before) <= mostReadSegments;

/** Whether a text of the side changes, comes or leaves: the footprint names every version. */
function changesTexts({ stretches, written }: Restore, side: Side): boolean {
	const old = new Map(
		stretches.flatMap(({ before }) =>
			before.flatMap((row) => row[side].map(([id, version]) => [id, version])),
		),
	);
	const stays = new Set(stretches.flatMap(({ after }) => after.flatMap((row) => row[side])));
	const leaves = [...old.keys()].some((id) => !stays.has(id));
	return leaves || written.some((state) => state.side === side && state.version !== old.get(state.id));
}

/** Whether passages come, leave or hold other segments. */
function regroups({ stretches, furniture }: Restore): boolean {
	const ids = (list: readonly (readonly [string, ...unknown[]])[]) => list.map(([id]) => id).join(" ");
	const shapes = stretches.map(({ before, after }) => [
		before.map(({ id, source, target }) => `${id}|${ids(source)}|${ids(target)}`).join("\n"),
		after.map(({ id, source, target }) => `${id}|${source.join(" ")}|${target.join(" ")}`).join("\n"),
	]);
	return furniture !== undefined || shapes.some(([before, after]) => before !== after);
}

/** What the document says of itself from then on; undefined where that was changed since it was seen. */
function describedBy(
	{ origins, languages }: Restore,
	description: DocumentDescription,
): Partial<DocumentDescription> | undefined {
	const same = (a: unknown, b: unknown) => canonicalJson(a as Json) === canonicalJson(b as Json);
	if (origins && !same(description.origins.slice(origins.at), origins.before)) return undefined;
	const { sourceLanguage, targetLanguage } = description;
	if (languages && !same(languages.before, { sourceLanguage, targetLanguage })) return undefined;
	return {
		...(origins && { origins: [...description.origins.slice(0, origins.at), ...origins.after] }),
		...languages?.after,
	};
}

function statesOf(rows: readonly Row[], { written }: Restore, number: number): Map<string, Segment> {
	const states = new Map<string, Segment>();
	for (const row of rows)
		for (const segment of [...row.source, ...row.target]) states.set(segment.id, segment);
	for (const { side, ...state } of written) states.set(state.id, segmentOf(state, side, number));
	return states;
}

export function restoredState(segment: Segment): RestoredState {
	return { ...stateOf(segment), side: segment.side, version: segment.version };
}

function inverseOf(
	{ from, to, written, moved, furniture, origins, languages }: Restore,
	parts: Parameters<typeof backwards>[0],
	number: number,
	{ order, back }: ReturnType<typeof nextOrder>,
): Restore {
	const changed = new Set(written.map(({ id }) => id));
	const segments = (rows: readonly Row[]) => rows.flatMap((row) => [...row.source, ...row.target]);
	const stays = new Set(parts.flatMap(({ after }) => segments(after).map(({ id }) => id)));
	const now = (side: Side, [after, state]: SetAside[number]): SetAside[number] => [
		after,
		stateOf(segmentOf(state, side, number)),
	];
	return {
		type: "restore",
		v: 1,
		from: to,
		to: from,
		stretches: backwards(parts),
		written: parts
			.flatMap(({ before }) => segments(before))
			.filter(({ id }) => changed.has(id) || !stays.has(id))
			.map(restoredState),
		moved: moved.map(([fromId, fromAt, toId, toAt]) => [toId, toAt, fromId, fromAt]),
		...(furniture && {
			furniture: {
				order,
				sides: furniture.sides.map(({ side, before, after }) => ({
					side,
					before: after.map((entry) => now(side, entry)),
					after: before,
				})),
			},
		}),
		...(origins && { origins: { at: origins.at, before: origins.after, after: origins.before } }),
		...(languages && { languages: { before: languages.after, after: languages.before } }),
		order: back,
	};
}
