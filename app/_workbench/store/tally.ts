import type { KeptRequest } from "../sync/kept.ts";
import type { Answer } from "../sync/wire.ts";
import { segmentsOf } from "../sync/wire.ts";

/** Nothing is being done any more when no key was pressed and nothing pointed at for so long. Milliseconds. */
export const idleAfter = 60_000;

/** A rendering that this person wrote: as it was found, and as the server has it now. */
export interface Written {
	readonly passage: string;
	readonly before: string;
	readonly after: string;
}

export interface TallyState {
	/** When the first thing was done. Milliseconds of the epoch. */
	readonly since: number;
	readonly active: number;
	/** Texts of the passages that were confirmed as reading correctly, by passage. */
	readonly confirmed: Readonly<Record<string, readonly string[]>>;
	/** By segment. */
	readonly written: Readonly<Record<string, Written>>;
}

/** What one has done in this tab, told by the server's answers to one's own operations alone. */
export class Tally {
	#since: number;
	#active: number;
	#confirmed: Map<string, readonly string[]>;
	#written: Map<string, Written>;
	/** The last sign of somebody being there. */
	#sign: number | null = null;

	constructor(now: number, stored: string | null) {
		const state = read(stored);
		this.#since = state?.since ?? now;
		this.#active = state?.active ?? 0;
		this.#confirmed = new Map(Object.entries(state?.confirmed ?? {}));
		this.#written = new Map(Object.entries(state?.written ?? {}));
	}

	/** A key was pressed, or something pointed at. */
	sign(now: number): void {
		this.#active += this.#sinceSign(now);
		this.#sign = now;
	}

	/** The page is not looked at any more. */
	rest(now: number): void {
		this.#active += this.#sinceSign(now);
		this.#sign = null;
	}

	#sinceSign(now: number): number {
		return this.#sign === null ? 0 : Math.max(0, Math.min(now - this.#sign, idleAfter));
	}

	/** The server has answered an operation of one's own. What is taken back was not done. */
	done({ change, passage, before }: KeptRequest, answer: Answer): void {
		if (change.kind === "operation") {
			const { type, kinds, segment } = change.operation;
			const reviews = Array.isArray(kinds) && kinds.some((kind) => kind === "review" || kind === "approval");
			if (type === "confirm" && reviews && passage) this.#confirmed.set(passage, []);
			if ((type === "edit" || type === "insert") && passage)
				this.#begin(String(segment), passage, before ?? "", answer);
		}
		for (const row of answer.rows) {
			for (const { id, text } of segmentsOf(row, "target")) {
				const written = this.#written.get(id);
				if (written) this.#written.set(id, { ...written, passage: row.id, after: text });
			}
			if (!this.#confirmed.has(row.id)) continue;
			if (row.state === "reviewed" || row.state === "approved")
				this.#confirmed.set(
					row.id,
					row.target.map(({ text }) => text),
				);
			else this.#confirmed.delete(row.id);
		}
	}

	#begin(segment: string, passage: string, before: string, answer: Answer): void {
		const rendering = answer.rows.some((row) => row.target.some(({ id }) => id === segment));
		if (rendering && !this.#written.has(segment))
			this.#written.set(segment, { passage, before, after: before });
	}

	state(now: number): TallyState {
		return {
			since: this.#since,
			active: this.#active + this.#sinceSign(now),
			confirmed: Object.fromEntries(this.#confirmed),
			written: Object.fromEntries([...this.#written].filter(([, { before, after }]) => before !== after)),
		};
	}
}

function read(stored: string | null): TallyState | null {
	try {
		const state: unknown = JSON.parse(stored ?? "null");
		return isState(state) ? state : null;
	} catch {
		return null;
	}
}

/** Only this file writes it; it is read as far as a page could break it that was closed while writing. */
function isState(state: unknown): state is TallyState {
	return typeof state === "object" && state !== null && "since" in state && "written" in state;
}
