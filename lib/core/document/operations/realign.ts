import { z } from "zod";
import type { Fact, Row, Segment } from "../model.ts";
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
} from "./contract.ts";
import { layRows, type WrittenRow, WrittenRows } from "./side.ts";

/** Neighbouring passages that are grouped anew, or of which only the aligner's confidence changes. */
const Stretch = z.strictObject({
	/** All segments of these passages, in order; [id, version] on the source side, as a bead names them. */
	source: z.array(z.tuple([Id, Version])).max(maxSegments),
	target: z.array(Id).max(maxSegments),
	/** The passages as they were seen. The confidence is what is to be said of that pairing from now on; null: nothing. */
	before: WrittenRows.min(1),
	/** The passages that take their place. */
	after: WrittenRows.min(1),
});
export type Stretch = z.infer<typeof Stretch>;

const schema = z.strictObject({
	type: z.literal("realign"),
	v: z.literal(1).default(1),
	/** In the order of the document; what lies between them stays as it is. */
	stretches: z.array(Stretch).min(1).max(maxSegments),
	order: OrderChange,
});
export type Realign = z.output<typeof schema>;

/** Pairs passages anew as an aligner proposes it; no text changes, and no segment leaves its order. */
export const realign = {
	type: "realign",
	schema,
	inverseOnly: null,
	permission: () => "align",
	scope: (operation) => ({ kind: "from", id: operation.stretches[0]?.before[0]?.[0] ?? "" }),
	apply(rows, operation, context): Applied<AnyOperation> | Refusal {
		const relaid = relay(rows, operation.stretches);
		if ("refused" in relaid) return relaid;
		const { order, back } = nextOrder(operation.order, context);
		const regroups = operation.stretches.some(isRegrouped);
		const inverse: Realign = {
			type: "realign",
			v: 1,
			stretches: operation.stretches.map((stretch) => ({
				...stretch,
				before: withTold(stretch, stretch.after, context),
				after: withTold(stretch, stretch.before, context),
			})),
			order: regroups ? back : null,
		};
		const facts = factsOf(operation.stretches, context);
		return { rows: relaid.rows, inverse, facts, ...(regroups && { order }) };
	},
} satisfies OperationKind<typeof schema>;

/** Every pairing of which the operation says something, as facts name it. */
export function statedBeads({ stretches }: Realign): BeadKey[] {
	return stretches.flatMap((stretch) => [
		...keysOf(stretch, stretch.before),
		...keysOf(stretch, stretch.after),
	]);
}

export interface BeadKey {
	readonly source: string;
	readonly target: string;
}

/** Whether passages change; else only what the aligner says of them does. */
export function isRegrouped({ before, after }: Stretch): boolean {
	return (
		before.length !== after.length ||
		before.some(
			([id, source, target], i) =>
				after[i]?.[0] !== id || after[i]?.[1] !== source || after[i]?.[2] !== target,
		)
	);
}

function relay(rows: readonly Row[], stretches: readonly Stretch[]): { rows: Row[] } | Refusal {
	const relaid: Row[] = [];
	let next = 0;
	for (let i = 0; i < rows.length; ) {
		const row = rows[i];
		const stretch = stretches[next];
		if (!row) break;
		if (stretch?.before[0]?.[0] !== row.id) {
			relaid.push(row);
			i += 1;
			continue;
		}
		const old = rows.slice(i, i + stretch.before.length);
		if (!isAsSeen(old, stretch)) return { refused: "row-changed" };
		const laid = layRows(
			stretch.after,
			old.flatMap((one) => one.source),
			old.flatMap((one) => one.target),
		);
		if (!laid || !keepsOrder(stretch)) return { refused: "rows-do-not-fit" };
		relaid.push(...laid);
		i += old.length;
		next += 1;
	}
	if (next < stretches.length) return { refused: "row-changed" };
	return new Set(relaid.map((row) => row.id)).size === relaid.length
		? { rows: relaid }
		: { refused: "id-used", values: { id: "" } };
}

/** Whether these are the passages of the stretch, with the same segments. */
export function isAsSeen(rows: readonly Row[], { before, source, target }: Stretch): boolean {
	const same = (segments: readonly Segment[], ids: readonly (string | undefined)[]) =>
		segments.length === ids.length && segments.every((segment, i) => segment.id === ids[i]);
	return (
		rows.length === before.length &&
		rows.every((row, i) => {
			const [id, sources, targets] = before[i] ?? [];
			return row.id === id && row.source.length === sources && row.target.length === targets;
		}) &&
		same(
			rows.flatMap((row) => row.source),
			source.map(([id]) => id),
		) &&
		same(
			rows.flatMap((row) => row.target),
			target,
		)
	);
}

/** Passages that stay keep their places among each other: storage orders them by ranks that they keep. */
function keepsOrder({ before, after }: Stretch): boolean {
	const places = new Map(before.map(([id], i) => [id, i]));
	const kept = after.flatMap(([id]) => places.get(id) ?? []);
	return kept.every((place, i) => i === 0 || (kept[i - 1] ?? 0) < place);
}

/** The pairings of a grouping of the stretch. */
function keysOf({ source, target }: Stretch, rows: readonly WrittenRow[]): BeadKey[] {
	let s = 0;
	let t = 0;
	return rows.map(([, sources, targets]) => {
		const key = {
			source: source
				.slice(s, s + sources)
				.map(([id, version]) => `${id}@${version}`)
				.join(" "),
			target: target.slice(t, t + targets).join(" "),
		};
		s += sources;
		t += targets;
		return key;
	});
}

const told = ({ facts }: Context, { source, target }: BeadKey): number | null =>
	facts.standing("bead", source, target)?.confidence ?? null;

/** A grouping with what is said of its pairings now: what taking the operation back has to say again. */
function withTold(stretch: Stretch, rows: readonly WrittenRow[], context: Context): WrittenRow[] {
	const keys = keysOf(stretch, rows);
	return rows.map(([id, sources, targets], i) => {
		const key = keys[i];
		return [id, sources, targets, key ? told(context, key) : null];
	});
}

/** What is to be said of the pairings and is not said yet; of one that stays the new grouping has the last word. */
function factsOf(stretches: readonly Stretch[], context: Context): Fact[] {
	return stretches.flatMap((stretch) => {
		const wanted = new Map<string, BeadKey & { confidence: number | null }>();
		for (const rows of [stretch.before, stretch.after]) {
			for (const [i, key] of keysOf(stretch, rows).entries())
				wanted.set(`${key.source}|${key.target}`, { ...key, confidence: rows[i]?.[3] ?? null });
		}
		return [...wanted.values()]
			.filter((key) => told(context, key) !== key.confidence)
			.map(({ source, target, confidence }) => ({
				kind: "bead" as const,
				source,
				target,
				standing: confidence !== null,
				confidence,
			}));
	});
}
