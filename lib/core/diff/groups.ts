import type { Row, Segment, Side } from "#lib/core/document/model.ts";
import type { LineageEntry } from "#lib/core/document/operations/contract.ts";

/** Segments of one side that are the same text's earlier and later self, by identity or through splits and joins. */
export interface Unit {
	readonly side: Side;
	readonly before: readonly Segment[];
	readonly after: readonly Segment[];
}

/** The rows that share a unit: usually one before and one after. Rows and units are in document order. */
export interface Group {
	readonly before: readonly Row[];
	readonly after: readonly Row[];
	readonly units: readonly Unit[];
}

/** Cuts two versions of a document into the smallest groups of rows that correspond. */
export function groupsOf(
	before: readonly Row[],
	after: readonly Row[],
	lineage: readonly LineageEntry[],
	sides: readonly Side[],
): Group[] {
	const units = sides.flatMap((side) => unitsOf(before, after, lineage, side));
	const sets = new DisjointSets();
	const rowOf = { before: rowsBySegment(before, sides), after: rowsBySegment(after, sides) };
	for (const unit of units) {
		const nodes = (["before", "after"] as const).flatMap((when) =>
			unit[when].flatMap((segment) => {
				const row = rowOf[when].get(segment.id);
				return row === undefined ? [] : [`${when} ${row.id}`];
			}),
		);
		for (const node of nodes) sets.unite(nodes[0] ?? node, node);
	}
	const groups = new Map<string, { before: Row[]; after: Row[]; units: Unit[] }>();
	const groupAt = (node: string) => {
		const root = sets.find(node);
		const group = groups.get(root) ?? { before: [], after: [], units: [] };
		groups.set(root, group);
		return group;
	};
	for (const row of after) groupAt(`after ${row.id}`).after.push(row);
	for (const row of before) groupAt(`before ${row.id}`).before.push(row);
	for (const unit of units) {
		const row = unit.after[0]
			? rowOf.after.get(unit.after[0].id)
			: rowOf.before.get(unit.before[0]?.id ?? "");
		if (row !== undefined) groupAt(`${unit.after[0] ? "after" : "before"} ${row.id}`).units.push(unit);
	}
	return [...groups.values()];
}

function rowsBySegment(rows: readonly Row[], sides: readonly Side[]): Map<string, Row> {
	const found = new Map<string, Row>();
	for (const row of rows) for (const side of sides) for (const { id } of row[side]) found.set(id, row);
	return found;
}

/** In the order of the later version; what is gone stands after what it followed. */
function unitsOf(
	before: readonly Row[],
	after: readonly Row[],
	lineage: readonly LineageEntry[],
	side: Side,
): Unit[] {
	const old = before.flatMap((row) => row[side]);
	const now = after.flatMap((row) => row[side]);
	const sets = new DisjointSets();
	for (const { fromId, toId } of lineage) sets.unite(fromId, toId);
	const oldIds = new Set(old.map(({ id }) => id));
	const nowIds = new Set(now.map(({ id }) => id));
	const related = new Map<string, string[]>();
	for (const id of new Set([...oldIds, ...nowIds])) {
		const root = sets.find(id);
		related.set(root, [...(related.get(root) ?? []), id]);
	}
	// Cut and joined again: where the same ids are on both sides, each is its own again.
	const settled = (ids: readonly string[]) => ids.every((id) => oldIds.has(id) && nowIds.has(id));
	const nameOf = (id: string) => {
		const root = sets.find(id);
		return settled(related.get(root) ?? []) ? id : root;
	};
	const units = new Map<string, { side: Side; before: Segment[]; after: Segment[] }>();
	for (const segment of now) unitAt(units, nameOf(segment.id), side).after.push(segment);
	const kept = [...units.keys()];
	const goneAfter = new Map<string | null, string[]>();
	let last: string | null = null;
	for (const segment of old) {
		const name = nameOf(segment.id);
		if (!units.has(name)) goneAfter.set(last, [...(goneAfter.get(last) ?? []), name]);
		else if ((units.get(name)?.after.length ?? 0) > 0) last = name;
		unitAt(units, name, side).before.push(segment);
	}
	return [null, ...kept]
		.flatMap((name) => [...(name === null ? [] : [name]), ...(goneAfter.get(name) ?? [])])
		.flatMap((name) => units.get(name) ?? []);
}

function unitAt(
	units: Map<string, { side: Side; before: Segment[]; after: Segment[] }>,
	name: string,
	side: Side,
) {
	const unit = units.get(name) ?? { side, before: [], after: [] };
	units.set(name, unit);
	return unit;
}

class DisjointSets {
	readonly #parents = new Map<string, string>();

	find(name: string): string {
		let root = name;
		for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root))
			root = parent;
		let at = name;
		for (let next = this.#parents.get(at); next !== undefined; next = this.#parents.get(at)) {
			if (next !== root) this.#parents.set(at, root);
			at = next;
		}
		return root;
	}

	unite(a: string, b: string): void {
		const [left, right] = [this.find(a), this.find(b)];
		if (left !== right) this.#parents.set(right, left);
	}
}
