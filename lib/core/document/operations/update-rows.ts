/** How an update names passages, and how it lays the new ones. */
import { z } from "zod";
import { contentKey } from "../facts.ts";
import type { Fact, Row, Segment, Side } from "../model.ts";
import { Id, maxSegments, maxSegmentsOfRow, type Refusal, Version } from "./contract.ts";

/** [id, version of its text, revision that left another version beside it] */
const Exact = z.array(z.tuple([Id, Version, Version.nullable()])).max(maxSegmentsOfRow);
const Ids = z.array(Id).max(maxSegmentsOfRow);
/** A passage with the exact content that was seen. */
const SeenRow = z.strictObject({ id: Id, source: Exact, target: Exact });
const NewRow = z.strictObject({
	id: Id,
	source: Ids,
	target: Ids,
	/** What the aligner says of it, where it holds a segment that comes; null: nothing. */
	confidence: z.number().min(0).max(1).nullable(),
});

/** Neighbouring passages, and what takes their place. */
export const UpdatedRows = z.strictObject({
	before: z.array(SeenRow).min(1).max(maxSegments),
	after: z.array(NewRow).min(1).max(maxSegments),
});
export type UpdatedRows = z.infer<typeof UpdatedRows>;

export interface Relaid {
	readonly rows: readonly Row[];
	/** For each stretch its passages before and after. */
	readonly parts: readonly { readonly before: readonly Row[]; readonly after: readonly Row[] }[];
	/** What is said of the new pairings. */
	readonly facts: readonly Fact[];
}

/** Refused where a passage is not as it was seen, or `keeps` does not allow what takes the place of a stretch. */
export function relay(
	rows: readonly Row[],
	stretches: readonly UpdatedRows[],
	states: ReadonlyMap<string, Segment>,
	keeps: (before: readonly Row[], after: readonly Row[]) => boolean,
): Relaid | Refusal {
	const relaid: Row[] = [];
	const parts: { before: readonly Row[]; after: readonly Row[] }[] = [];
	for (let i = 0; i < rows.length; ) {
		const row = rows[i];
		const stretch = stretches[parts.length];
		if (!row) break;
		if (stretch?.before[0]?.id !== row.id) {
			relaid.push(row);
			i += 1;
			continue;
		}
		const before = rows.slice(i, i + stretch.before.length);
		if (!isAsSeen(before, stretch.before)) return { refused: "row-changed" };
		const after = layOut(stretch, states);
		if (!after || !keeps(before, after)) return { refused: "rows-do-not-fit" };
		relaid.push(...after);
		parts.push({ before, after });
		i += before.length;
	}
	if (parts.length < stretches.length) return { refused: "row-changed" };
	const ids = relaid.flatMap((row) => [row.id, ...idsOf(row)]);
	if (new Set(ids).size < ids.length) return { refused: "id-used", values: { id: "" } };
	return { rows: relaid, parts, facts: parts.flatMap((part, i) => beadFacts(part, stretches[i])) };
}

const idsOf = (row: Row) => [...row.source, ...row.target].map(({ id }) => id);

type Exact = readonly [id: string, version: number, other: number | null];
const exactly = ({ id, version, other }: Segment): [string, number, number | null] => [
	id,
	version,
	other?.since ?? null,
];

/** A passage as operations of this kind name it. */
export function seenRow({ id, source, target }: Row): UpdatedRows["before"][number] {
	return { id, source: source.map(exactly), target: target.map(exactly) };
}

function isAsSeen(rows: readonly Row[], seen: UpdatedRows["before"]): boolean {
	const same = (segments: readonly Segment[], exact: readonly Exact[]) =>
		segments.length === exact.length &&
		segments.map(exactly).every((now, i) => now.every((part, k) => part === exact[i]?.[k]));
	return (
		rows.length === seen.length &&
		seen.every(({ id, source, target }, i) => {
			const row = rows[i];
			return row?.id === id && same(row.source, source) && same(row.target, target);
		})
	);
}

function layOut({ after }: UpdatedRows, states: ReadonlyMap<string, Segment>): Row[] | undefined {
	const rows: Row[] = [];
	for (const { id, source, target } of after) {
		const row = { id, source: found(source, "source", states), target: found(target, "target", states) };
		const whole = row.source.length === source.length && row.target.length === target.length;
		if (!whole || source.length + target.length === 0) return undefined;
		rows.push(row);
	}
	return rows;
}

const found = (ids: readonly string[], side: Side, states: ReadonlyMap<string, Segment>) =>
	ids.flatMap((id) => {
		const segment = states.get(id);
		return segment?.side === side && segment.kind !== "furniture" ? [segment] : [];
	});

/** The other side stays as it is, and whatever else stays keeps its place among the others. */
export const keepsBeside = (side: Side) => (before: readonly Row[], after: readonly Row[]) => {
	const other = side === "source" ? "target" : "source";
	return (
		same(line(before, other), line(after, other)) &&
		keepsOrder(before, after, side) &&
		keepsPlaces(before, after)
	);
};

/** Segments of the side that stay keep their places among each other. */
export const keepsOrder = (before: readonly Row[], after: readonly Row[], side: Side): boolean =>
	inOrder(line(before, side), line(after, side));

/** Passages that stay keep their places among each other: storage orders them by ranks that they keep. */
export const keepsPlaces = (before: readonly Row[], after: readonly Row[]): boolean =>
	inOrder(
		before.map(({ id }) => id),
		after.map(({ id }) => id),
	);

const line = (rows: readonly Row[], of: Side) => rows.flatMap((row) => row[of].map(({ id }) => id));

const same = (a: readonly string[], b: readonly string[]) =>
	a.length === b.length && a.every((id, i) => id === b[i]);

function inOrder(old: readonly string[], now: readonly string[]): boolean {
	const [olds, nows] = [new Set(old), new Set(now)];
	return same(
		old.filter((id) => nows.has(id)),
		now.filter((id) => olds.has(id)),
	);
}

/** Only of passages with a segment that comes: of others taking the operation back would have to say the old again. */
function beadFacts({ before, after }: Relaid["parts"][number], stretch: UpdatedRows | undefined): Fact[] {
	const known = new Set(before.flatMap(idsOf));
	return after.flatMap((row, i) => {
		const confidence = stretch?.after[i]?.confidence ?? null;
		if (confidence === null || idsOf(row).every((id) => known.has(id))) return [];
		return [{ kind: "bead" as const, ...contentKey("bead", row), standing: true, confidence }];
	});
}
