import type { WireRow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";
import { acceptsOf, type Filter, isFiltering, type Known, placesOf } from "./filters.ts";
import { type Letters, type Splice, spliced, withRows } from "./outline-letters.ts";

/** What is known of the whole document, and which of its passages are shown. */
export class Overview {
	#desk: Desk;
	/** The list was made from the rows at hand only. */
	#provisional = true;
	/** The passage the person stood on when the filter was chosen, while no list has held it: nobody works on it there. */
	#outside: string | null = null;
	/** The last outline, for what does not change with every regrouping: until the next one says who people are and how long renderings are. */
	last: Letters = blank(0);

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	setFilter(filter: Filter): void {
		this.#outside = this.#desk.state.get().place?.passage ?? null;
		this.#desk.state.set({ filter });
		this.#desk.asked.look(filter);
		this.#list(false);
	}

	/** What the server was asked for is here: `first` for what was not known before. */
	asked(first: boolean): void {
		if (first || this.#provisional) this.#list(!first);
		else this.#compare();
	}

	/** Makes the list anew from what is known now: passages that changed since may come or go. */
	renew(): void {
		this.#list(true);
	}

	/** Takes in an outline; the rows that are loaded know better. What is shown stays shown. */
	setLetters(letters: Letters): void {
		const { rows } = this.#desk.state.get();
		const fits = letters.states.length === rows.total;
		const current = fits ? withRows(letters, this.#placed([...rows.rows()]), this.#about) : letters;
		this.last = current;
		this.#desk.state.set({ letters: current });
		if (this.#provisional) this.#list(this.#desk.state.get().anchor.turn > 0);
		else {
			this.#desk.asked.again();
			this.#compare();
		}
	}

	/** The document was loaded anew: until all is known again, the rows at hand tell what is shown. */
	restarted(arrived: readonly WireRow[]): void {
		const { filter } = this.#desk.state.get();
		this.#provisional = true;
		this.#desk.asked.restart();
		const places = isFiltering(filter) ? this.#withHere(this.#among(arrived)) : null;
		this.#desk.state.set({ letters: null, places, renewed: null });
	}

	/** Passages were merged or divided: what comes after them has moved. */
	spliced(splice: Splice): void {
		const { start, count, now } = splice;
		this.#desk.asked.spliced(splice);
		const { letters, places } = this.#desk.state.get();
		const moved = places?.flatMap((index) => {
			if (index < start + Math.min(count, now)) return [index];
			return index < start + count ? [] : [index + now - count];
		});
		this.#desk.state.set({ letters: letters && spliced(letters, splice), places: moved ?? null });
	}

	refreshed(arrived: readonly WireRow[]): void {
		const { letters } = this.#desk.state.get();
		const changed = this.#placed(arrived);
		this.#desk.asked.refreshed(changed);
		if (!letters) return;
		const now = withRows(letters, changed, this.#about);
		if (now !== letters) this.#desk.state.set({ letters: now });
		this.#compare();
	}

	get known(): Known | null {
		const { letters, findings, comments } = this.#desk.state.get();
		const { asked, options } = this.#desk;
		const { commented } = comments;
		return letters && { letters, findings, commented, asked: asked.letters, me: options.person.id };
	}

	get #about() {
		return { origins: this.#desk.state.get().head.description.origins, me: this.#desk.options.person };
	}

	#placed(rows: readonly WireRow[]): (readonly [number, WireRow])[] {
		const { rows: cache } = this.#desk.state.get();
		return rows.map((row) => [cache.indexOf(row.id), row] as const);
	}

	/** Until what is looked for is known, what was shown before stays. */
	#list(withHere: boolean): void {
		const { filter } = this.#desk.state.get();
		const { known } = this;
		if (!isFiltering(filter)) this.#desk.state.set({ places: null, renewed: null });
		else if (known && this.#desk.asked.isReady) {
			const places = placesOf(known, filter, this.#desk.twoSided);
			this.#desk.state.set({ places: withHere ? this.#withHere(places) : places, renewed: null });
			const { place, rows } = this.#desk.state.get();
			if (place && places?.includes(rows.indexOf(place.passage))) this.#outside = null;
		} else return;
		this.#provisional = known === null;
	}

	/** What is shown stays, so that nothing goes from under anybody's hands; how many it would be now is said. */
	#compare(): void {
		const { filter, places, renewed } = this.#desk.state.get();
		const { known } = this;
		if (!places || !known || this.#provisional || !this.#desk.asked.isReady) return;
		const now = placesOf(known, filter, this.#desk.twoSided) ?? [];
		const same = now.length === places.length && now.every((index, i) => index === places[i]);
		const count = same ? null : now.length;
		if (count !== renewed) this.#desk.state.set({ renewed: count });
	}

	/** Which of the rows the filter lets through, as far as they tell themselves. */
	#among(arrived: readonly WireRow[]): number[] {
		const { filter } = this.#desk.state.get();
		const rows = this.#placed(arrived).toSorted(([one], [other]) => one - other);
		const { people, usual } = this.last;
		const empty = { ...blank(rows.length), people, usual };
		const letters = withRows(
			empty,
			rows.map(([, row], i) => [i, row] as const),
			this.#about,
		);
		const asked = rows.map(([, row]) => (this.#desk.asked.fits(row) ? "1" : "0")).join("");
		const known = { letters, asked, findings: null, me: this.#desk.options.person.id };
		const accepts = acceptsOf(known, filter, this.#desk.twoSided);
		return rows.flatMap(([index], i) => (accepts?.(i) ? [index] : []));
	}

	/** Once somebody works on a passage, it stays shown although it may not be what the filter looks for any more. */
	#withHere(places: readonly number[] | null): readonly number[] | null {
		const { place, rows } = this.#desk.state.get();
		const here = place ? rows.indexOf(place.passage) : -1;
		if (!places || here < 0) return places;
		if (places.includes(here) || place?.passage === this.#outside) return places;
		return [...places.filter((index) => index < here), here, ...places.filter((index) => index > here)];
	}
}

/** An outline of so many passages that says nothing of them. */
function blank(total: number): Letters {
	const unknown = " ".repeat(total);
	return {
		headNumber: 0,
		states: unknown,
		links: unknown,
		confidences: unknown,
		starts: unknown,
		shapes: unknown,
		authors: unknown,
		usual: null,
		people: [],
		headings: [],
		words: { done: 0, total: 0, unit: "words", empty: 0 },
	};
}
