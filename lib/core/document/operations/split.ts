import { z } from "zod";
import { type Row, type Segment, segmentKinds } from "../model.ts";
import {
	type AnyOperation,
	type Applied,
	Count,
	findSegment,
	Id,
	type OperationKind,
	type Refusal,
	Separator,
	Version,
	withSide,
} from "./contract.ts";
import type { Join } from "./join.ts";
import { otherOf, WrittenOther } from "./other.ts";

/** How a draft is divided: at an offset with its separator, or left whole on one side. */
const DraftCut = z.union([
	z.strictObject({ at: Count, separator: Separator }),
	z.literal("left"),
	z.literal("right"),
]);

const schema = z.strictObject({
	type: z.literal("split"),
	v: z.literal(1).default(1),
	segment: Id,
	version: Version,
	/** Offset in UTF-16 code units; left + separator + right is the text exactly. */
	at: Count,
	/** Where the draft is cut, mapped by the client; null where there is no draft. */
	draftAt: Count.nullable().default(null),
	id: Id,
	separator: Separator.default(""),
	/** What undoing a join restores of the two segments. */
	as: z
		.strictObject({
			versions: z.tuple([Version, Version]),
			draft: DraftCut.nullable(),
			origins: z.tuple([z.int().nullable(), z.int().nullable()]),
			kind: z.enum(segmentKinds),
			paragraphStart: z.boolean(),
			/** What a re-import had left beside each; absent where it was nothing. */
			others: z.tuple([WrittenOther.nullable(), WrittenOther.nullable()]).optional(),
		})
		.nullable()
		.default(null),
});
export type Split = z.output<typeof schema>;

/** Cuts one segment in two; both stay in its passage. */
export const split = {
	type: "split",
	schema,
	inverseOnly: ["separator", "as"],
	permission: () => "align",
	scope: (operation) => ({ kind: "segments", ids: [operation.segment] }),
	fresh: (operation) => [operation.id],
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const found = findSegment(rows, operation.segment);
		if (!found) return { refused: "segment-gone" };
		const { row, segment } = found;
		if (segment.version !== operation.version) {
			return { refused: "segment-changed", values: { current: segment.text, version: segment.version } };
		}
		const halves = cut(segment, operation, context.number);
		if ("refused" in halves) return halves;
		const inverse: Join = {
			type: "join",
			v: 1,
			segments: [segment.id, operation.id],
			versions: [halves[0].version, halves[1].version],
			separator: operation.separator,
			as: {
				version: segment.version,
				draft: segment.draft,
				origin: segment.origin,
				...(segment.other && { other: segment.other }),
			},
		};
		return {
			rows: rows.map((r) => (r.id === row.id ? replaceBy(r, segment, halves) : r)),
			inverse,
			lineage: [
				{
					fromId: segment.id,
					fromAt: operation.at + operation.separator.length,
					toId: operation.id,
					toAt: 0,
				},
			],
		};
	},
} satisfies OperationKind<typeof schema>;

function cut(segment: Segment, operation: Split, number: number): [Segment, Segment] | Refusal {
	const { at, separator, as } = operation;
	const inside = at > 0 && at < segment.text.length && !splitsPair(segment.text, at);
	if (as === null && !inside) return { refused: "split-at-edge" };
	if (!segment.text.startsWith(separator, at)) return { refused: "separator-missing" };
	const drafts = cutDraft(segment, operation);
	if ("refused" in drafts) return drafts;
	const [leftVersion, rightVersion] = as?.versions ?? [number, number];
	const { other, ...bare } = segment;
	const others = as ? (as.others ?? [null, null]) : [other ?? null, null];
	const left: Segment = {
		...bare,
		...otherOf(others[0] ?? null, number),
		text: segment.text.slice(0, at),
		version: leftVersion,
		...drafts[0],
	};
	const right: Segment = {
		...bare,
		...otherOf(others[1] ?? null, number),
		id: operation.id,
		kind: as?.kind ?? segment.kind,
		paragraphStart: as?.paragraphStart ?? false,
		text: segment.text.slice(at + separator.length),
		version: rightVersion,
		...drafts[1],
	};
	return [left, right];
}

type Draft = Pick<Segment, "draft" | "origin">;

function cutDraft(segment: Segment, operation: Split): [Draft, Draft] | Refusal {
	const none: Draft = { draft: null, origin: null };
	const { draft } = segment;
	if (draft === null) return [none, none];
	const plan = operation.as ? operation.as.draft : { at: operation.draftAt ?? 0, separator: "" };
	const origins = operation.as?.origins ?? [segment.origin, segment.origin];
	if (plan === null || plan === "left") return [{ draft, origin: origins[0] }, none];
	if (plan === "right") return [none, { draft, origin: origins[1] }];
	if (plan.at > draft.length || splitsPair(draft, plan.at) || !draft.startsWith(plan.separator, plan.at)) {
		return { refused: "draft-offset" };
	}
	return [
		{ draft: draft.slice(0, plan.at), origin: origins[0] },
		{ draft: draft.slice(plan.at + plan.separator.length), origin: origins[1] },
	];
}

/** Whether an offset falls between the two halves of a surrogate pair. */
function splitsPair(text: string, at: number): boolean {
	return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

function replaceBy(row: Row, segment: Segment, halves: [Segment, Segment]): Row {
	const list = segment.side === "source" ? row.source : row.target;
	return withSide(
		row,
		segment.side,
		list.flatMap((s) => (s.id === segment.id ? halves : [s])),
	);
}
