/**
 * A whole document in memory, kept by applying its log: what `duizhao verify`, comparisons and property
 * tests stand on, and the oracle for what the server does row by row.
 */
import { FactBook, standingOf } from "./facts.ts";
import type { DocumentDescription, Fact, Row, Segment, Side, Standing } from "./model.ts";
import type { Applied, LineageEntry, Refusal, Scope } from "./operations/contract.ts";
import { applyOperation, type Operation, scopeOf } from "./operations/registry.ts";

interface Link {
	row: Row;
	before: string | null;
	after: string | null;
}

const blank: DocumentDescription = {
	title: "",
	publishedOn: null,
	publisher: null,
	byline: null,
	sourceLanguage: "",
	targetLanguage: "",
	origins: [],
	labels: [],
};

/** All that a document is after one of its revisions; the rest of its log applies to nothing else. */
export interface ReplicaContent {
	readonly number: number;
	readonly order: number;
	readonly description: DocumentDescription;
	readonly rows: readonly Row[];
	/** In order of their sides. */
	readonly furniture: readonly Segment[];
	readonly facts: Iterable<Fact>;
	readonly lineage: Iterable<NumberedLineage>;
}

export type NumberedLineage = LineageEntry & { readonly number: number };

export class Replica {
	number = 0;
	order = 0;
	description: DocumentDescription = blank;
	readonly facts = new FactBook();
	readonly lineage: NumberedLineage[] = [];
	readonly #links = new Map<string, Link>();
	readonly #rowOfSegment = new Map<string, string>();
	#furniture: readonly Segment[] = [];
	#first: string | null = null;

	/** Empty, or a document as it was after one of its revisions. */
	constructor(content?: ReplicaContent) {
		if (!content) return;
		this.number = content.number;
		this.order = content.order;
		this.description = content.description;
		for (const fact of content.facts) this.facts.record(fact);
		for (const entry of content.lineage) this.lineage.push(entry);
		this.#furniture = content.furniture;
		this.#replace([], content.rows);
	}

	/** Applies the next operation of the log; a refusal changes nothing. */
	apply(operation: Operation): Applied<Operation> | Refusal {
		const scope = scopeOf(operation);
		const rows = this.#rowsIn(scope);
		if (!rows) return { refused: "row-changed" };
		const number = this.number + 1;
		const result = applyOperation(rows, operation, {
			number,
			order: this.order,
			description: this.description,
			facts: this.facts,
		});
		if ("refused" in result) return result;
		const used = this.#used(rows, result);
		if (used !== undefined) return { refused: "id-used", values: { id: used } };
		this.number = number;
		this.order = result.order ?? this.order;
		this.description = { ...this.description, ...result.description };
		for (const fact of result.facts ?? []) this.facts.record(fact);
		for (const entry of result.lineage ?? []) this.lineage.push({ ...entry, number });
		this.#setAside(result);
		if (scope.kind === "each")
			for (const [i, row] of rows.entries()) this.#replace([row], result.rows.slice(i, i + 1));
		else if (scope.kind !== "none") this.#replace(rows, result.rows);
		return result;
	}

	/** The rows that an operation would be applied to, and undefined where they are not here. */
	rowsFor(operation: Operation): readonly Row[] | undefined {
		return this.#rowsIn(scopeOf(operation));
	}

	/** All passages in order. */
	rows(): Row[] {
		const rows: Row[] = [];
		for (let link = this.#link(this.#first); link; link = this.#link(link.after)) rows.push(link.row);
		return rows;
	}

	row(id: string): Row | undefined {
		return this.#links.get(id)?.row;
	}

	/** Segments that belong to no passage, in order of their sides. */
	furniture(side: Side): Segment[] {
		return this.#furniture.filter((segment) => segment.side === side);
	}

	standing(row: Row): Standing {
		return standingOf(row, this.facts);
	}

	/** The first id that comes and is in the document already, outside of the rows that change. */
	#used(before: readonly Row[], { rows, furniture = [] }: Applied<Operation>): string | undefined {
		const changing = new Set(before.map(({ id }) => id));
		const elsewhere = (id: string) => {
			const holder = this.#links.has(id) ? id : this.#rowOfSegment.get(id);
			return holder !== undefined && !changing.has(holder);
		};
		const come: string[] = [];
		const look = (id: string) => {
			if (!this.#links.has(id) && !this.#rowOfSegment.has(id)) come.push(id);
			return elsewhere(id);
		};
		for (const row of rows) {
			if (look(row.id)) return row.id;
			for (const { id } of row.source) if (look(id)) return id;
			for (const { id } of row.target) if (look(id)) return id;
		}
		for (const { id } of furniture) if (look(id)) return id;
		if (come.length === 0) return undefined;
		const aside = new Set(this.#furniture.map((segment) => segment.id));
		return come.find((id) => aside.has(id));
	}

	#link(id: string | null): Link | undefined {
		return id === null ? undefined : this.#links.get(id);
	}

	#rowsIn(scope: Scope): Row[] | undefined {
		if (scope.kind === "none") return [];
		if (scope.kind === "all") return this.rows();
		if (scope.kind === "from") return this.#links.has(scope.id) ? this.#run(scope.id, null) : undefined;
		if (scope.kind === "each") return this.#apart(scope.ids);
		const ids =
			scope.kind === "segments" ? scope.ids.flatMap((id) => this.#rowOfSegment.get(id) ?? []) : scope.ids;
		const wanted = new Set(ids.filter((id) => this.#links.has(id)));
		return this.#runAround(wanted);
	}

	/** In whichever order they are named: none of them depends on another. */
	#apart(segments: readonly string[]): Row[] {
		const ids = new Set(segments.flatMap((id) => this.#rowOfSegment.get(id) ?? []));
		return [...ids].flatMap((id) => this.#links.get(id)?.row ?? []);
	}

	/** The shortest run that holds all of the passages wanted, which are named in order. */
	#runAround(wanted: Set<string>): Row[] {
		const [first] = wanted;
		if (first === undefined) return [];
		const forward = this.#reach(first, wanted, "after");
		if (forward.seen === wanted.size) return this.#run(first, forward.farthest);
		return this.#run(this.#reach(first, wanted, "before").farthest, forward.farthest);
	}

	#reach(
		start: string,
		wanted: Set<string>,
		direction: "before" | "after",
	): { farthest: string; seen: number } {
		let farthest = start;
		let seen = 0;
		for (
			let id: string | null = start;
			id !== null && seen < wanted.size;
			id = this.#links.get(id)?.[direction] ?? null
		) {
			if (!wanted.has(id)) continue;
			farthest = id;
			seen += 1;
		}
		return { farthest, seen };
	}

	#run(from: string, to: string | null): Row[] {
		const rows: Row[] = [];
		for (let link = this.#links.get(from); link; link = this.#link(link.after)) {
			rows.push(link.row);
			if (link.row.id === to) break;
		}
		return rows;
	}

	#replace(before: readonly Row[], after: readonly Row[]): void {
		const outerBefore = this.#link(before[0]?.id ?? null)?.before ?? null;
		const outerAfter = this.#link(before.at(-1)?.id ?? null)?.after ?? null;
		this.#seat(before, after);
		const stay = new Set(after.map(({ id }) => id));
		for (const row of before) if (!stay.has(row.id)) this.#links.delete(row.id);
		let previous = outerBefore;
		for (const row of after) {
			const link = this.#links.get(row.id);
			if (link) link.row = row;
			else this.#links.set(row.id, { row, before: null, after: null });
			this.#join(previous, row.id);
			previous = row.id;
		}
		this.#join(previous, outerAfter);
	}

	/** Taken from the places before only where they differ: a move of a whole side leaves half of the segments in theirs. */
	#seat(before: readonly Row[], after: readonly Row[]): void {
		const counts = [before, after].map((rows) =>
			rows.reduce((sum, row) => sum + row.source.length + row.target.length, 0),
		);
		let come = 0;
		for (const row of after)
			for (const segments of [row.source, row.target])
				for (const { id } of segments) {
					const old = this.#rowOfSegment.get(id);
					if (old === undefined) come += 1;
					if (old !== row.id) this.#rowOfSegment.set(id, row.id);
				}
		// As many as before, and none of them new: so they are the same.
		if (come === 0 && counts[0] === counts[1]) return;
		const stay = new Set(after.flatMap((row) => [...row.source, ...row.target].map(({ id }) => id)));
		for (const row of before)
			for (const { id } of [...row.source, ...row.target]) if (!stay.has(id)) this.#rowOfSegment.delete(id);
	}

	#join(before: string | null, after: string | null): void {
		const left = this.#link(before);
		const right = this.#link(after);
		if (left) left.after = after;
		else this.#first = after;
		if (right) right.before = before;
	}

	#setAside(result: Applied<Operation>): void {
		const { furnitureGone } = result;
		if (furnitureGone)
			this.#furniture = this.#furniture.filter((segment) => !furnitureGone.includes(segment.side));
		if (result.furniture) this.#furniture = [...this.#furniture, ...result.furniture];
	}
}
