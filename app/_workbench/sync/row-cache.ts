import type { RowWindow, WireRow } from "./wire.ts";

/** How many rows one request asks for. */
export const windowSize = 100;

let generations = 0;

/**
 * The part of a long document that the browser holds: every place in the document is known to exist,
 * the rows of some places are loaded. Places shift as rows are merged and divided.
 */
export class RowCache {
	#order: (string | null)[];
	#rows: Map<string, WireRow>;
	#places: Map<string, number> | null = null;
	#generation = 0;

	constructor(total: number) {
		this.#order = new Array<string | null>(total).fill(null);
		this.#rows = new Map();
	}

	/** Another number whenever some place holds another passage than before. */
	get generation(): number {
		return this.#generation;
	}

	get total(): number {
		return this.#order.length;
	}

	idAt(index: number): string | null {
		return this.#order[index] ?? null;
	}

	at(index: number): WireRow | undefined {
		const id = this.#order[index];
		return id ? this.#rows.get(id) : undefined;
	}

	row(id: string): WireRow | undefined {
		return this.#rows.get(id);
	}

	rows(): IterableIterator<WireRow> {
		return this.#rows.values();
	}

	/** The row's place in the document now, −1 when it is not loaded. */
	indexOf(id: string): number {
		if (!this.#places) {
			const places = new Map<string, number>();
			for (const [index, known] of this.#order.entries()) if (known) places.set(known, index);
			this.#places = places;
		}
		return this.#places.get(id) ?? -1;
	}

	copy(): RowCache {
		const copy = new RowCache(0);
		copy.#order = this.#order.slice();
		copy.#rows = new Map(this.#rows);
		copy.#places = this.#places;
		copy.#generation = this.#generation;
		return copy;
	}

	/** Takes in a window whose rows name their own places; an id found elsewhere before moves. */
	place(window: Pick<RowWindow, "rows">): void {
		for (const row of window.rows) {
			const before = this.#order[row.index];
			if (before && before !== row.id) this.#rows.delete(before);
			if (before !== row.id) {
				const elsewhere = this.#rows.has(row.id) ? this.indexOf(row.id) : -1;
				if (elsewhere >= 0) this.#order[elsewhere] = null;
				this.#order[row.index] = row.id;
				this.#moved();
			}
			this.#rows.set(row.id, row);
		}
	}

	/** Forgets the order and all rows: the grouping changed in ways this cache did not follow. */
	reset(total: number): void {
		this.#order = new Array<string | null>(total).fill(null);
		this.#rows = new Map();
		this.#moved();
	}

	/** Puts `rows` in the place of `count` rows from `start`. */
	splice(start: number, count: number, rows: readonly WireRow[]): void {
		const gone = this.#order.splice(start, count, ...rows.map((row) => row.id));
		for (const id of gone) if (id) this.#rows.delete(id);
		for (const row of rows) this.#rows.set(row.id, row);
		if (gone.length !== rows.length || gone.some((id, i) => id !== rows[i]?.id)) this.#moved();
	}

	/** Takes in rows as the server has them now, where the grouping is the one known here. */
	refresh(rows: readonly WireRow[]): void {
		for (const row of rows) {
			if (this.#rows.has(row.id)) this.#rows.set(row.id, row);
			else if (this.#order[row.index] === null) this.place({ rows: [row] });
		}
	}

	#moved(): void {
		this.#places = null;
		generations += 1;
		this.#generation = generations;
	}

	/** The requests that would load every missing row of a range. */
	missing(start: number, end: number): { offset: number; limit: number }[] {
		const requests: { offset: number; limit: number }[] = [];
		const last = Math.min(end, this.total);
		for (let index = Math.max(0, start); index < last; index++) {
			if (this.#order[index] !== null) continue;
			const offset = index - (index % windowSize);
			requests.push({ offset, limit: windowSize });
			index = offset + windowSize - 1;
		}
		return requests;
	}

	/** The run of loaded rows around a place, as [start, end). */
	loadedRun(index: number): [number, number] {
		let start = index;
		let end = index;
		while (start > 0 && this.#order[start - 1]) start--;
		while (end < this.total && this.#order[end]) end++;
		return [start, end];
	}
}

/** The passage that holds a segment; the one the person was on is looked at first. */
export function rowOfSegment(rows: RowCache, segment: string, hint: string | null): string | null {
	const first = hint ? rows.row(hint) : undefined;
	if (first && holds(first, segment)) return first.id;
	for (const row of rows.rows()) if (holds(row, segment)) return row.id;
	return null;
}

function holds(row: WireRow, segment: string): boolean {
	return row.target.some((s) => s.id === segment) || row.source.some((s) => s.id === segment);
}
