import type { Observable } from "./observable.ts";
import { type Filter, type Letters, placesOf, spliced, withRows } from "./outline-letters.ts";
import type { WorkbenchState } from "./state.ts";
import type { WireRow } from "./wire.ts";

interface Splice {
	readonly start: number;
	readonly count: number;
	readonly now: number;
}

/** What is known of the whole document, and which of its passages are shown. */
export class Overview {
	#state: Observable<WorkbenchState>;

	constructor(state: Observable<WorkbenchState>) {
		this.#state = state;
	}

	setFilter(filter: Filter): void {
		const { letters } = this.#state.get();
		this.#state.set({ filter, places: letters && placesOf(letters, filter) });
	}

	/** Takes in an outline; the rows that are loaded know better. A passage that is shown stays shown. */
	setLetters(letters: Letters): void {
		const { rows, head, filter, places } = this.#state.get();
		const loaded = [...rows.rows()].map((row) => [rows.indexOf(row.id), row] as const);
		const fits = letters.states.length === rows.total;
		const current = fits ? withRows(letters, loaded, head.description.origins) : letters;
		this.#state.set({ letters: current, places: places ?? this.#withHere(placesOf(current, filter)) });
	}

	/** Once somebody works on a passage, it stays shown although it may not be what the filter looks for any more. */
	#withHere(places: readonly number[] | null): readonly number[] | null {
		const { anchor, place, rows } = this.#state.get();
		const here = place ? rows.indexOf(place.passage) : -1;
		if (!places || anchor.turn === 0 || here < 0 || places.includes(here)) return places;
		return [...places.filter((index) => index < here), here, ...places.filter((index) => index > here)];
	}

	/** Passages were merged or divided: what comes after them has moved. */
	spliced({ start, count, now }: Splice): void {
		const { letters, places } = this.#state.get();
		if (!letters) return;
		const moved = places?.flatMap((index) => {
			if (index < start + Math.min(count, now)) return [index];
			return index < start + count ? [] : [index + now - count];
		});
		this.#state.set({ letters: spliced(letters, start, count, now), places: moved ?? null });
	}

	refreshed(arrived: readonly WireRow[]): void {
		const { letters, head, rows } = this.#state.get();
		if (!letters) return;
		const changed = arrived.map((row) => [rows.indexOf(row.id), row] as const);
		this.#state.set({ letters: withRows(letters, changed, head.description.origins) });
	}
}
