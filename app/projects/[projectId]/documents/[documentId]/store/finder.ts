import type { Side } from "#lib/core/document/model.ts";
import type { WireSearch } from "#lib/core/document/wire.ts";
import type { Match } from "#lib/core/scripts/fold.ts";
import type { Desk } from "./desk.ts";
import { currentIndex, goToPassage } from "./travel.ts";

export interface FindState {
	readonly query: string;
	/** Null while the document is being searched. */
	readonly found: WireSearch | null;
	readonly failed: boolean;
	/** Which match one has gone to; −1: none yet. */
	readonly at: number;
	/** Where the query is in a text, in either script. */
	readonly places: ((text: string) => readonly Match[]) | null;
}

/** One place: the nth in its segment. */
export interface FoundPlace {
	readonly passage: string;
	readonly index: number;
	readonly segment: string;
	readonly nth: number;
	readonly start: number;
}

/** The document is searched when typing rests this long. Milliseconds. */
const rest = 200;

export function placesFound({ found }: FindState): FoundPlace[] {
	return (found?.passages ?? []).flatMap(({ id, index, matches }) =>
		matches.flatMap(({ segment, places }) =>
			places.map(({ start }, nth) => ({ passage: id, index, segment, nth, start })),
		),
	);
}

/** Finding a text in the whole document, in whichever script it or the text is written. */
export class Finder {
	#desk: Desk;
	#timer: ReturnType<typeof setTimeout> | null = null;
	/** What is to be looked for: while somebody types, the screen rests. */
	#wanted = "";
	/** The newest search; answers of earlier ones are not wanted any more. */
	#asked = 0;
	/** The revision that was searched. */
	#stand = -1;
	/** Set by the bar, which has the field. */
	focus: () => void = () => undefined;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	open(): void {
		const { find } = this.#desk.state.get();
		if (find) this.focus();
		else this.look("");
	}

	/** Back to the text, at the place one has gone to. */
	close(): void {
		this.#stop();
		this.#asked += 1;
		this.#desk.editor?.mark(null);
		this.#desk.state.set({ find: null });
		this.#desk.focus();
	}

	/** Looks for another text, soon. */
	look(query: string): void {
		this.#stop();
		this.#asked += 1;
		this.#wanted = query;
		if (query === "" || !this.#desk.state.get().find) this.#begin();
		if (query !== "") this.#timer = setTimeout(() => void this.#search(), rest);
	}

	/** Nothing is found yet of what is wanted. */
	#begin(): void {
		this.#desk.editor?.mark(null);
		this.#set({ query: this.#wanted, found: null, failed: false, at: -1, places: null });
	}

	/** Goes to the next or previous place, round the end. What changed since it was searched is searched first. */
	async step(direction: 1 | -1): Promise<void> {
		this.#stop();
		const { data, typing } = this.#desk;
		typing.save();
		const { find } = this.#desk.state.get();
		if (!find || this.#wanted === "") return;
		if (
			!find.found ||
			find.query !== this.#wanted ||
			data.queue.requests.length > 0 ||
			data.taken !== this.#stand
		)
			await this.#search();
		const now = this.#desk.state.get().find;
		if (!now) return;
		const { places } = this.#desk.state.get();
		const all = placesFound(now);
		const shown = all.flatMap((place, i) => (!places || places.includes(place.index) ? [i] : []));
		const next = direction > 0 ? this.#after(now, all, shown) : this.#before(now, all, shown);
		const place = all[next ?? -1];
		if (next === undefined || !place) return;
		this.#set({ ...now, at: next });
		await this.#go(place);
	}

	#after(find: FindState, all: readonly FoundPlace[], shown: readonly number[]): number | undefined {
		const here = currentIndex(this.#desk);
		const later = (i: number) => (find.at < 0 ? (all[i]?.index ?? 0) >= here : i > find.at);
		return shown.find(later) ?? shown[0];
	}

	#before(find: FindState, all: readonly FoundPlace[], shown: readonly number[]): number | undefined {
		const here = currentIndex(this.#desk);
		const earlier = (i: number) => (find.at < 0 ? (all[i]?.index ?? 0) < here : i < find.at);
		return shown.findLast(earlier) ?? shown.at(-1);
	}

	/** A match in the source of a passage is gone to without opening the source to be edited. */
	async #go({ passage, segment, nth, start }: FoundPlace): Promise<void> {
		const desk = this.#desk;
		await goToPassage(desk, passage, { focus: false });
		const row = desk.data.rows.row(passage);
		const side: Side = row?.source.some(({ id }) => id === segment) ? "source" : "target";
		if (!row || desk.state.get().place?.passage !== passage) return;
		if (side === "target" || desk.state.get().mode === "align")
			desk.go(desk.placeIn(row, side, segment), { caret: start, focus: false });
		const places = desk.state.get().find?.places;
		desk.editor?.mark(places ? { places, current: side === "target" ? nth : null } : null);
	}

	async #search(): Promise<void> {
		this.#stop();
		this.#asked += 1;
		const asked = this.#asked;
		const { data, options, typing } = this.#desk;
		const query = this.#wanted;
		if (this.#desk.state.get().find?.query !== query) this.#begin();
		try {
			const { findFolded, foldText } = await import("#lib/core/scripts/fold.ts");
			typing.save();
			await data.queue.whenIdle();
			const stand = data.taken;
			const text = encodeURIComponent(query);
			const found = await options.read<WireSearch>(`/documents/${options.head.id}/search?text=${text}`);
			const { find } = this.#desk.state.get();
			if (asked !== this.#asked || find?.query !== query) return;
			const folded = foldText(query);
			this.#stand = stand;
			const places = (text: string) => findFolded(text, folded);
			this.#set({ query, found, failed: false, at: sameAgain(find, found), places });
			this.#desk.editor?.mark({ places, current: null });
		} catch {
			const { find } = this.#desk.state.get();
			if (asked === this.#asked && find?.query === query) this.#set({ ...find, failed: true });
		}
	}

	#set(find: FindState): void {
		this.#desk.state.set({ find });
	}

	#stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}
}

/** Where the match that one was at is now: the same one, else the one that took its place. */
function sameAgain(before: FindState, found: WireSearch): number {
	const was = placesFound(before)[before.at];
	if (!was) return before.found ? -1 : before.at;
	const now = placesFound({ ...before, found });
	const same = now.findIndex(({ segment, nth }) => segment === was.segment && nth === was.nth);
	return same >= 0 ? same : now.findLastIndex(({ index }) => index < was.index);
}
