/** Where the segments of a newer version stand: those that stay in their passages, those that come between them. */
import type { Row, Segment, Side } from "../model.ts";
import type { UpdatedRows } from "../operations/update-rows.ts";
import type { Decision } from "./decide.ts";
import type { Added, NewerVersion } from "./version.ts";

/** What comes between two passages that stay, and what there has no counterpart. */
export interface Gap {
	/** The passage before it; null at the beginning. */
	readonly behind: Row | null;
	readonly added: readonly Added[];
	readonly others: readonly Segment[];
}

/** Numbers of segments of a gap, from the first up to but not including the second. */
export interface Pairing {
	readonly added: readonly [number, number];
	readonly others: readonly [number, number];
	readonly confidence: number;
}

type NewRow = UpdatedRows["after"][number];

export interface Placing {
	readonly side: Side;
	readonly rows: readonly { readonly row: Row; readonly stands: boolean }[];
	readonly version: NewerVersion;
	readonly decided: ReadonlyMap<string, Decision>;
	pairsOf(gap: Gap): readonly Pairing[] | null;
	newId(): string;
}

export interface Placed {
	/** What takes the place of each passage. */
	readonly cells: readonly NewRow[][];
	/** What comes, with the place of the passage at which it comes. */
	readonly arrivals: readonly { readonly added: Added; readonly index: number }[];
	/** Segments of the other side that lose what stood across from them. */
	readonly beside: readonly (readonly [id: string, text: string])[];
	readonly gaps: readonly Gap[];
}

export function place(placing: Placing): Placed {
	const { side, rows, decided } = placing;
	const other = side === "source" ? "target" : "source";
	const stays = (segment: Segment) => decided.get(segment.id) !== "drop";
	const cells = rows.map(({ row }) => cellOf(row, side, row[side].filter(stays)));
	const placed = { cells, arrivals: [] as Placed["arrivals"][number][], gaps: [] as Gap[] };
	const line = rows.flatMap(({ row }, index) => row[side].map((segment) => ({ segment, index })));
	const staying = line.filter(({ segment }) => stays(segment));
	for (const { before, after, added } of slots(placing, line, staying))
		settleSlot(placing, placed, { before, after, added });
	const beside = rows.flatMap(({ row }) => {
		const gone = row[side].filter((segment) => !stays(segment)).map(({ text }) => text);
		const across = row[other].find((segment) => !segment.other);
		return gone.length > 0 && across ? [[across.id, gone.join(" ")] as const] : [];
	});
	return { ...placed, beside };
}

interface At {
	readonly segment: Segment;
	/** Of its passage. */
	readonly index: number;
}

interface Slot {
	/** The segments that stay to either side; undefined at the ends. */
	readonly before: At | undefined;
	readonly after: At | undefined;
	readonly added: readonly Added[];
}

/** What comes, by the segments between which it comes. */
function slots({ version }: Placing, line: readonly At[], staying: readonly At[]): Slot[] {
	const ranks = new Map(line.map(({ segment }, i) => [segment.id, i]));
	const stayingRanks = staying.map(({ segment }) => ranks.get(segment.id) ?? 0);
	const bySlot = new Map<number, Added[]>();
	for (const added of version.added) {
		const rank = added.after === null ? -1 : (ranks.get(added.after) ?? -1);
		const slot = countUpTo(stayingRanks, rank);
		const there = bySlot.get(slot);
		if (there) there.push(added);
		else bySlot.set(slot, [added]);
	}
	return [...bySlot].map(([slot, added]) => ({ before: staying[slot - 1], after: staying[slot], added }));
}

/** How many of the rising numbers are at most this one. */
function countUpTo(numbers: readonly number[], most: number): number {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? 0) <= most) low = middle + 1;
		else high = middle;
	}
	return low;
}

interface Placings {
	readonly cells: NewRow[][];
	readonly arrivals: Placed["arrivals"][number][];
	readonly gaps: Gap[];
}

function settleSlot(placing: Placing, placed: Placings, { before, after, added }: Slot): void {
	const { side, rows } = placing;
	const other = side === "source" ? "target" : "source";
	const first = (before?.index ?? -1) + 1;
	const end = after?.index ?? rows.length;
	for (const one of added)
		placed.arrivals.push({ added: one, index: Math.min(rows.length - 1, Math.max(0, first - 1)) });
	if (before && after && before.index === after.index) {
		insertInto(placed.cells[before.index] ?? [], side, before.segment.id, added);
		return;
	}
	const between = rows.slice(first, end);
	const others = between.flatMap(({ row }) => row[other]);
	const behind = before ? (rows[before.index]?.row ?? null) : null;
	const gap = { behind, added, others };
	const free = others.length > 0 && between.every(({ row, stands }) => !stands || row[other].length === 0);
	if (free) placed.gaps.push(gap);
	const pairs = free ? placing.pairsOf(gap) : null;
	if (pairs) {
		const laid = pairedRows(placing, gap, pairs, between);
		for (let i = first; i < end; i++) placed.cells[i] = i === first ? laid : [];
		return;
	}
	const alone = added.map(({ sentence }) => rowFor(placing, [sentence.id], []));
	const cell = before ? placed.cells[before.index] : placed.cells[end];
	if (before) cell?.push(...alone);
	else if (cell) cell.unshift(...alone);
	else placed.cells[0]?.unshift(...alone);
}

function insertInto(cell: NewRow[], side: Side, behind: string, added: readonly Added[]): void {
	const row = cell.findIndex((one) => one[side].includes(behind));
	const found = cell[row];
	if (!found) return;
	const at = found[side].indexOf(behind) + 1;
	const ids = added.map(({ sentence }) => sentence.id);
	cell[row] = { ...found, [side]: found[side].toSpliced(at, 0, ...ids) };
}

function cellOf(row: Row, side: Side, staying: readonly Segment[]): NewRow[] {
	const ids = (list: readonly Segment[]) => list.map(({ id }) => id);
	const own = { id: row.id, source: ids(row.source), target: ids(row.target), confidence: null };
	const now = { ...own, [side]: ids(staying) };
	return now.source.length + now.target.length > 0 ? [now] : [];
}

/** A passage keeps its id where the first segment of the other side in it did begin it. */
function pairedRows(
	placing: Placing,
	{ added, others }: Gap,
	pairs: readonly Pairing[],
	between: Placing["rows"],
): NewRow[] {
	const other = placing.side === "source" ? "target" : "source";
	const began = new Map(
		between.flatMap(({ row }) => (row[other][0] ? [[row[other][0].id, row.id] as const] : [])),
	);
	return pairs.map((pair) => {
		const ids = added.slice(...pair.added).map(({ sentence }) => sentence.id);
		const there = others.slice(...pair.others).map(({ id }) => id);
		const row = rowFor(placing, ids, there, began.get(there[0] ?? ""));
		return { ...row, confidence: Math.round(pair.confidence * precision) / precision };
	});
}

/** Digits of a confidence that are stored. */
const precision = 1_000;

function rowFor(
	{ side, newId }: Placing,
	ids: readonly string[],
	there: readonly string[],
	id?: string,
): NewRow {
	const lists = side === "source" ? { source: ids, target: there } : { source: there, target: ids };
	return { id: id ?? newId(), source: [...lists.source], target: [...lists.target], confidence: null };
}
