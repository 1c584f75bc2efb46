/**
 * A whole document in memory, kept by applying its log: what `duizhao verify`, comparisons and property
 * tests stand on, and the oracle for what the server does row by row.
 */
import { FactBook, standingOf } from "./facts.ts";
import type { DocumentDescription, Row, Segment, Side, Standing } from "./model.ts";
import {
	type Applied,
	idsThatCome,
	type LineageEntry,
	type Refusal,
	type Scope,
} from "./operations/contract.ts";
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

export class Replica {
	number = 0;
	order = 0;
	description: DocumentDescription = blank;
	readonly facts = new FactBook();
	readonly lineage: (LineageEntry & { number: number })[] = [];
	readonly #links = new Map<string, Link>();
	readonly #rowOfSegment = new Map<string, string>();
	#furniture: readonly Segment[] = [];
	#first: string | null = null;

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
		const used = this.#used(idsThatCome(rows, result));
		if (used !== undefined) return { refused: "id-used", values: { id: used } };
		this.number = number;
		this.order = result.order ?? this.order;
		this.description = { ...this.description, ...result.description };
		for (const fact of result.facts ?? []) this.facts.record(fact);
		for (const entry of result.lineage ?? []) this.lineage.push({ ...entry, number });
		this.#setAside(result);
		if (scope.kind !== "none") this.#replace(rows, result.rows);
		return result;
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

	#used(ids: readonly string[]): string | undefined {
		if (ids.length === 0) return undefined;
		const aside = new Set(this.#furniture.map((segment) => segment.id));
		return ids.find((id) => this.#links.has(id) || this.#rowOfSegment.has(id) || aside.has(id));
	}

	#link(id: string | null): Link | undefined {
		return id === null ? undefined : this.#links.get(id);
	}

	#rowsIn(scope: Scope): Row[] | undefined {
		if (scope.kind === "none") return [];
		if (scope.kind === "all") return this.rows();
		if (scope.kind === "from") return this.#links.has(scope.id) ? this.#run(scope.id, null) : undefined;
		const ids =
			scope.kind === "segments" ? scope.ids.flatMap((id) => this.#rowOfSegment.get(id) ?? []) : scope.ids;
		const wanted = new Set(ids.filter((id) => this.#links.has(id)));
		return this.#runAround(wanted);
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
		for (const row of before) {
			this.#links.delete(row.id);
			for (const segment of [...row.source, ...row.target]) this.#rowOfSegment.delete(segment.id);
		}
		let previous = outerBefore;
		for (const row of after) {
			this.#links.set(row.id, { row, before: previous, after: null });
			this.#join(previous, row.id);
			for (const segment of [...row.source, ...row.target]) this.#rowOfSegment.set(segment.id, row.id);
			previous = row.id;
		}
		this.#join(previous, outerAfter);
	}

	#join(before: string | null, after: string | null): void {
		const left = this.#link(before);
		const right = this.#link(after);
		if (left) left.after = after;
		else this.#first = after;
		if (right) right.before = before;
	}

	#setAside(result: Applied<Operation>): void {
		if (result.furnitureGone) {
			this.#furniture = this.#furniture.filter((segment) => segment.side !== result.furnitureGone);
		}
		if (result.furniture) this.#furniture = [...this.#furniture, ...result.furniture];
	}
}
