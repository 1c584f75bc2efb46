/** From a newer version to the operation that brings it: decided segment by segment, laid out passage by passage. */
import type { Origin, Row, Segment, Side } from "../model.ts";
import { seenRow, type UpdatedRows } from "../operations/update-rows.ts";
import { stateOf, type UpdateSide, type WrittenState } from "../operations/update-side.ts";
import { type Decision, decide } from "./decide.ts";
import { type Gap, type Pairing, type Placed, place } from "./place.ts";
import type { Added, NewerVersion } from "./version.ts";

/** A passage as it stands. */
export interface StandingRow {
	readonly row: Row;
	/** Somebody confirmed, reviewed or approved it. */
	readonly stands: boolean;
}

export interface Composing {
	readonly side: Side;
	readonly rows: readonly StandingRow[];
	readonly version: NewerVersion;
	/** What was last imported of a segment; null where it was typed and never imported. */
	baseOf(segment: Segment): string | null;
	/** What an earlier re-import offered in its place: null where it had nothing there; undefined where there was none. */
	offeredFor(segment: Segment): string | null | undefined;
	/** How the aligner pairs what comes with what has no counterpart; null: each for itself. */
	pairsOf(gap: Gap): readonly Pairing[] | null;
	/** Where the newer wording comes from, and its place among the document's origins; null for a source side. */
	readonly origin: { readonly at: number; readonly is: Origin } | null;
	newId(): string;
}

/** One thing that the newer version brings, as people look at it before. */
export interface Change {
	readonly kind: "taken" | "held" | "marked" | "dropped" | "added" | "moved";
	/** Place of its passage among those that there are, from 0. */
	readonly index: number;
	/** As it is now. */
	readonly mine: string | null;
	/** As the newer version has it. */
	readonly theirs: string | null;
	readonly segment: string;
}

export interface Composed {
	/** All but the furniture; null where nothing would change. */
	readonly operation: Omit<UpdateSide, "furniture"> | null;
	readonly changes: readonly Change[];
	/** Segments that stay as they are. */
	readonly kept: number;
	readonly gaps: readonly Gap[];
}

const kindOf = {
	take: "taken",
	hold: "held",
	mark: "marked",
	drop: "dropped",
} as const satisfies Record<Exclude<Decision, "keep">, Change["kind"]>;

export function compose(composing: Composing): Composed {
	const { side, rows, version, origin } = composing;
	const moved = new Map(
		version.added.flatMap(({ movedFrom, sentence }) =>
			movedFrom === null ? [] : [[movedFrom, sentence.id] as const],
		),
	);
	const staying = decideAll(composing, moved);
	const placed = place({ ...composing, decided: staying.decided });
	const coming = arrivals(composing, placed.arrivals);
	const written = [...staying.written, ...coming.written];
	const touched = new Set(written.map(({ id }) => id));
	const stretches = stretchesOf(rows, placed.cells, (row) => row[side].some(({ id }) => touched.has(id)));
	const brings = written.some((state) => state.origin === origin?.at || isHeld(state, origin?.at));
	const operation: Composed["operation"] = {
		type: "update",
		v: 1,
		side,
		stretches,
		written,
		beside: placed.beside.map(([id, text]) => [id, { is: "beside", text, since: null }]),
		moved: [...moved],
		...(origin && brings && { origin }),
		order: null,
	};
	return {
		operation: stretches.length === 0 ? null : operation,
		changes: [...staying.changes, ...coming.changes].toSorted((a, b) => a.index - b.index),
		kept: staying.kept,
		gaps: placed.gaps,
	};
}

interface Part {
	readonly written: WrittenState[];
	readonly changes: Change[];
}

interface Staying extends Part {
	readonly decided: ReadonlyMap<string, Decision>;
	readonly kept: number;
}

/** What becomes of every segment that is there; one that moves is dropped where it stood. */
function decideAll(composing: Composing, moved: ReadonlyMap<string, string>): Staying {
	const { side, rows, version } = composing;
	const decided = new Map<string, Decision>();
	const part: Part = { written: [], changes: [] };
	let kept = 0;
	for (const [index, { row, stands }] of rows.entries()) {
		for (const segment of row[side]) {
			const { id, text: mine } = segment;
			const decision = moved.has(id) ? "drop" : decisionOn(segment, stands, composing);
			decided.set(id, decision);
			const theirs = version.texts.get(id) ?? null;
			const state = nextState(segment, decision, theirs, composing);
			if (state) part.written.push(state);
			if (decision === "keep") kept += 1;
			else if (!moved.has(id))
				part.changes.push({ kind: kindOf[decision], index, mine, theirs, segment: id });
		}
	}
	return { ...part, decided, kept };
}

function arrivals(composing: Composing, arriving: Placed["arrivals"]): Part {
	const { side, rows } = composing;
	const segments = new Map(rows.flatMap(({ row }) => row[side].map((s) => [s.id, s] as const)));
	const part: Part = { written: [], changes: [] };
	for (const { added, index } of arriving) {
		const was = segments.get(added.movedFrom ?? "");
		const state = arrival(added, was, composing);
		const kind = was ? "moved" : "added";
		part.written.push(state);
		part.changes.push({ kind, index, mine: was?.text ?? null, theirs: state.text, segment: state.id });
	}
	return part;
}

const isHeld = ({ other }: WrittenState, origin: number | undefined) =>
	other?.is === "newer" && other.origin !== null && other.origin === origin;

function decisionOn(segment: Segment, stands: boolean, composing: Composing): Decision {
	const { version, baseOf, offeredFor } = composing;
	const theirs = version.texts.get(segment.id);
	if (theirs === undefined) return "keep";
	const offered = offeredFor(segment);
	const seen = {
		base: baseOf(segment),
		mine: segment.text,
		stands,
		...(offered !== undefined && { offered }),
	};
	return decide(seen, theirs);
}

/** What is to be written of a segment that stays; undefined where nothing of it changes. */
function nextState(
	segment: Segment,
	decision: Decision,
	theirs: string | null,
	{ version, origin, side }: Composing,
): WrittenState | undefined {
	const state = stateOf(segment);
	const paragraphStart = version.starts.get(segment.id) ?? segment.paragraphStart;
	const begins = paragraphStart !== segment.paragraphStart;
	switch (decision) {
		case "drop":
			return undefined;
		case "mark":
			return { ...state, other: { is: "gone", since: null } };
		case "hold": {
			const other = { is: "newer", text: theirs ?? "", origin: origin?.at ?? null, since: null } as const;
			return { ...state, paragraphStart, other };
		}
		case "take": {
			const text = theirs ?? "";
			const drafted = side === "target" ? { draft: text, origin: origin?.at ?? null } : {};
			const other = { is: "older", text: segment.text, since: null } as const;
			return { ...state, ...drafted, text, version: null, paragraphStart, other };
		}
		case "keep":
			return begins ? { ...state, paragraphStart } : undefined;
	}
}

/** What moved keeps what people made of it, under a new name; its history finds it. */
function arrival(
	{ sentence: { id, kind, paragraphStart, text } }: Added,
	was: Segment | undefined,
	{ side, origin }: Composing,
): WrittenState {
	const fresh = { id, kind, paragraphStart, version: null, other: null };
	if (was) return { ...fresh, text: was.text, draft: was.draft, origin: was.origin };
	return { ...fresh, text, draft: side === "target" ? text : null, origin: origin?.at ?? null };
}

/** Runs of passages that change; one of which nothing is left takes a neighbour along. */
function stretchesOf(
	rows: readonly StandingRow[],
	cells: readonly UpdatedRows["after"][],
	isTouched: (row: Row) => boolean,
): UpdatedRows[] {
	const changes = rows.map(({ row }, i) => isTouched(row) || !isAsItWas(row, cells[i] ?? []));
	const stretches: UpdatedRows[] = [];
	for (let i = 0; i < rows.length; i++) {
		if (!changes[i]) continue;
		let end = i;
		while (end < rows.length && changes[end]) end++;
		let from = i;
		if (cells.slice(i, end).every((cell) => cell.length === 0)) {
			if (i > 0) from = i - 1;
			else end = Math.min(rows.length, end + 1);
		}
		const last = stretches.at(-1);
		const before = rows.slice(from, end).map(({ row }) => seenRow(row));
		const after = cells.slice(from, end).flat();
		stretches.push({ before, after });
		if (last && from < i && last.before.at(-1)?.id === before[0]?.id) {
			stretches.splice(-2, 2, {
				before: [...last.before, ...before.slice(1)],
				after: [...last.after, ...after.slice(cells[from]?.length ?? 0)],
			});
		}
		i = end - 1;
	}
	return stretches;
}

function isAsItWas(row: Row, cell: UpdatedRows["after"]): boolean {
	const [only] = cell;
	const same = (segments: readonly Segment[], ids: readonly string[] | undefined) =>
		segments.length === ids?.length && segments.every(({ id }, i) => id === ids[i]);
	return (
		cell.length === 1 && only?.id === row.id && same(row.source, only.source) && same(row.target, only.target)
	);
}
