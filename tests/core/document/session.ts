/** People at work on one document: every step is held against the laws of the document. */
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { canonicalJson, type Json } from "#lib/core/document/canonical.ts";
import type { Fact, Row, Segment } from "#lib/core/document/model.ts";
import type { Applied } from "#lib/core/document/operations/contract.ts";
import type { Import } from "#lib/core/document/operations/import.ts";
import { freshIds, type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";
import type { Attempt } from "./arbitrary.ts";
import { choose } from "./choose.ts";
import { id } from "./example.ts";

export interface Entry {
	readonly number: number;
	readonly operation: Operation;
	readonly inverse: Operation | null;
	readonly undoes: number | null;
}

/** A step as the laws see it. */
export interface Step {
	readonly before: Snapshot;
	readonly after: Snapshot;
	readonly operation: Operation;
	readonly applied: Applied<Operation>;
	readonly session: Session;
}

export interface Snapshot {
	readonly rows: readonly Row[];
	readonly furniture: readonly Segment[];
	readonly standings: readonly unknown[];
	readonly description: Replica["description"];
	readonly order: number;
	/** What people stated and did not take back. */
	readonly stated: readonly string[];
}

export type Law = (step: Step) => void;

export function same(actual: unknown, expected: unknown, claim: string): void {
	if (!isDeepStrictEqual(actual, expected)) expect(actual, claim).toEqual(expected);
}

/** What storage gives back of an operation. */
export function stored(operation: Operation): Operation {
	return StoredOperation.parse(JSON.parse(canonicalJson(operation as unknown as Json)));
}

export class Session {
	readonly replica = new Replica();
	readonly log: Entry[] = [];
	readonly facts: Fact[] = [];
	readonly asked: Operation[] = [];
	/** How the document was after each revision. */
	readonly past = new Map<number, Snapshot>();
	readonly #laws: readonly Law[];
	readonly #used = new Set<string>();
	#ids = 0;
	#state: Snapshot;

	constructor(begin: Import, laws: readonly Law[]) {
		this.#laws = laws;
		this.#state = this.#look();
		if (!this.perform(begin)) throw new Error("the import was refused");
	}

	get state(): Snapshot {
		return this.#state;
	}

	/** Whether the operation was applied; a refusal must change nothing. */
	perform(operation: Operation, undoes: number | null = null): Entry | null {
		if (undoes === null && !["import", "attach", "realign", "restore"].includes(operation.type))
			this.asked.push(operation);
		const before = this.#state;
		const { number } = this.replica;
		const applied = this.replica.apply(operation);
		if ("refused" in applied) {
			same(
				[this.replica.number, this.#look()],
				[number, before],
				`refused as ${applied.refused}, yet changed`,
			);
			return null;
		}
		for (const fresh of freshIds(operation)) this.#used.add(fresh);
		this.facts.push(...(applied.facts ?? []));
		this.#state = this.#look();
		this.past.set(this.replica.number, this.#state);
		if (applied.inverse) same(stored(applied.inverse), applied.inverse, "the inverse as stored");
		const entry = { number: this.replica.number, operation, inverse: applied.inverse, undoes };
		this.log.push(entry);
		for (const law of this.#laws) law({ before, after: this.#state, operation, applied, session: this });
		return entry;
	}

	attempt(attempt: Attempt): Entry | null {
		const { act } = attempt;
		if (act === "undo") return this.#takeBack(this.standing().at(-1));
		if (act === "undoAny") return this.#takeBack(pick(this.standing(), attempt.picks[0]));
		if (act === "again") return this.#again(attempt);
		const operation = choose(this.replica, { ...attempt, act }, () => this.newId(), this.past);
		return operation && this.perform(operation);
	}

	newId(): string {
		return id(`n${this.#ids++}`);
	}

	/** Revisions that no standing revision takes back, undoings among them. */
	standing(): Entry[] {
		const cancelled = new Set<number>();
		return this.log
			.toReversed()
			.filter((entry) => {
				if (cancelled.has(entry.number)) return false;
				if (entry.undoes !== null) cancelled.add(entry.undoes);
				return entry.inverse !== null;
			})
			.toReversed();
	}

	#takeBack(entry: Entry | undefined): Entry | null {
		return entry?.inverse ? this.perform(entry.inverse, entry.number) : null;
	}

	/** The server refuses ids that were used; everything else is for the operation to refuse. */
	#again({ picks }: Attempt): Entry | null {
		const operation = pick(this.asked, picks[0]);
		if (!operation || freshIds(operation).some((fresh) => this.#used.has(fresh))) return null;
		return this.perform(operation);
	}

	#look(): Snapshot {
		const rows = this.replica.rows();
		return {
			rows,
			furniture: [...this.replica.furniture("source"), ...this.replica.furniture("target")],
			standings: rows.map((row) => this.replica.standing(row)),
			description: this.replica.description,
			order: this.replica.order,
			stated: effective(this.facts),
		};
	}
}

function pick<T>(list: readonly T[], n: number): T | undefined {
	return list[n % Math.max(1, list.length)];
}

/** Statements of people that stand; what an aligner said of rows that are gone does not matter. */
function effective(facts: readonly Fact[]): string[] {
	const standing = new Set<string>();
	for (const { kind, source, target, standing: stands } of facts) {
		if (kind === "bead") continue;
		if (stands) standing.add(`${kind}|${source}|${target}`);
		else standing.delete(`${kind}|${source}|${target}`);
	}
	return [...standing].sort();
}
