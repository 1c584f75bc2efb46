/**
 * Some passages as they were. Where the sentences of a passage are paired with others outside of the selection by
 * now, the pairing stays and only their texts come back; so nothing is ever in two places or in none.
 */
import { type Group, groupsOf, type Unit } from "../../diff/groups.ts";
import type { Row, Segment, Side } from "../model.ts";
import { type LineageEntry, withSide } from "../operations/contract.ts";
import { keepsOrder } from "../operations/update-rows.ts";
import { type Former, type Moment, segmentsOf, sides } from "./moment.ts";

export interface Selection {
	readonly now: Moment;
	readonly was: Moment;
	/** Of every revision in between. */
	readonly lineage: readonly LineageEntry[];
	/** The passages meant, of those that there are now. */
	readonly passages: ReadonlySet<string>;
	newId(): string;
}

export interface Selected {
	/** The whole document as it is to be. */
	readonly rows: readonly Row[];
	/** Passages of which nothing but texts comes back. */
	readonly textsOnly: readonly string[];
}

export function selectedRows(selection: Selection, former: Former): Selected {
	const { now, was, lineage } = selection;
	const groups = groupsOf(was.rows, now.rows, lineage, sides);
	const sameSides = sides.every((side) => isThere(now, side) === isThere(was, side));
	const whole = sameSides ? groups.filter((group) => isWhole(group, selection)) : [];
	const laid = layOut(groups, whole, selection, former);
	return laid && isSound(laid.rows, selection) ? laid : (layOut(groups, [], selection, former) ?? asIs(now));
}

const asIs = ({ rows }: Moment): Selected => ({ rows, textsOnly: [] });

const isThere = ({ rows }: Pick<Moment, "rows">, side: Side) => rows.some((row) => row[side].length > 0);

const isWhole = ({ after }: Group, { passages }: Selection) =>
	after.length > 0 && after.every(({ id }) => passages.has(id));

/** No side is left without a sentence, and no source stands elsewhere than it ever stood. */
const isSound = (rows: readonly Row[], { now, was }: Selection) =>
	sides.every((side) => isThere({ rows }, side) === isThere(now, side)) &&
	keepsOrder(now.rows, rows, "source") &&
	keepsOrder(was.rows, rows, "source");

/** Undefined where a passage would be in two places. */
function layOut(
	groups: readonly Group[],
	whole: readonly Group[],
	selection: Selection,
	former: Former,
): Selected | undefined {
	const { now, passages } = selection;
	const slots = new Map(now.rows.map((row): [string, Row[]] => [row.id, [row]]));
	const ids = new Ids(now.rows, selection.newId);
	for (const group of whole) lay(group, slots, ids, former);
	for (const [anchor, rows] of whole.length > 0 ? gone(groups, whole, selection) : [])
		slots.get(anchor)?.push(...rows.map((row) => ({ ...former.row(row), id: ids.of(row, none) })));
	const replaced = new Set(whole);
	const texts = groups.filter(
		(group) => !replaced.has(group) && group.after.some(({ id }) => passages.has(id)),
	);
	const rowOf = new Map(now.rows.flatMap((row) => segmentsOf([row]).map(({ id }) => [id, row.id] as const)));
	for (const unit of texts.flatMap(({ units }) => units)) {
		const id = rowOf.get(unit.after[0]?.id ?? "") ?? "";
		const row = passages.has(id) ? slots.get(id)?.[0] : undefined;
		if (row) slots.set(id, [reworded(row, unit, former)]);
	}
	const rows = [...slots.values()].flat();
	if (new Set(rows.map(({ id }) => id)).size < rows.length) return undefined;
	const textsOnly = texts.flatMap(({ after }) => after.flatMap(({ id }) => (passages.has(id) ? [id] : [])));
	return { rows: rows.filter((row) => row.source.length + row.target.length > 0), textsOnly };
}

/** A passage that comes back to its place has its id again, and one that is gone too; no other one's. */
class Ids {
	readonly #taken: Set<string>;
	readonly #newId: () => string;

	constructor(rows: readonly Row[], newId: () => string) {
		this.#taken = new Set(rows.map(({ id }) => id));
		this.#newId = newId;
	}

	of({ id }: Row, own: ReadonlySet<string>): string {
		const given = this.#taken.has(id) && !own.has(id) ? this.#newId() : id;
		this.#taken.add(given);
		return given;
	}
}

const none: ReadonlySet<string> = new Set();

/** The former passages of a group, each where its id is, else behind the one before it. */
function lay({ before, after }: Group, slots: Map<string, Row[]>, ids: Ids, former: Former): void {
	for (const { id } of after) slots.set(id, []);
	const known = new Set(after.map(({ id }) => id));
	let slot = slots.get(after[0]?.id ?? "");
	for (const row of before) {
		if (known.has(row.id)) slot = slots.get(row.id);
		slot?.push({ ...former.row(row), id: ids.of(row, known) });
	}
}

/** Passages of which nothing is left, by the one behind which they stood, where both neighbours are meant. */
function gone(groups: readonly Group[], whole: readonly Group[], { now, was }: Selection): [string, Row[]][] {
	const lost = new Set(groups.flatMap((group) => (group.after.length === 0 ? group.before : [])));
	if (lost.size === 0) return [];
	const meant = new Map(whole.flatMap(({ before, after }) => before.map((row) => [row, after] as const)));
	const places = new Map(now.rows.map(({ id }, i) => [id, i]));
	const last = (rows: readonly Row[] | undefined) =>
		rows?.reduce((a, b) => ((places.get(a.id) ?? 0) > (places.get(b.id) ?? 0) ? a : b));
	const found: [string, Row[]][] = [];
	let above: Row | undefined;
	let run: Row[] = [];
	for (const row of was.rows) {
		if (lost.has(row)) {
			run.push(row);
			continue;
		}
		const anchor = last(above && meant.get(above));
		if (run.length > 0 && anchor && meant.has(row)) found.push([anchor.id, run]);
		above = row;
		run = [];
	}
	return found;
}

/** Texts that are all in this passage become what they were; their pairing stays. */
function reworded(row: Row, unit: Unit, former: Former): Row {
	const at = placeIn(row, unit);
	if (unit.before.length === 0 || at < 0) return row;
	const was = unit.before.map((segment) => former.segment(segment));
	return withSide(row, unit.side, row[unit.side].toSpliced(at, unit.after.length, ...was));
}

/** Where all of the unit's present segments stand next to each other; -1 where they do not. */
function placeIn(row: Row, { side, after }: Unit): number {
	const list: readonly Segment[] = row[side];
	const at = list.findIndex(({ id }) => id === after[0]?.id);
	return at >= 0 && after.every(({ id }, i) => list[at + i]?.id === id) ? at : -1;
}
