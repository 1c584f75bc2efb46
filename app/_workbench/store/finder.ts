import type { Side } from "#lib/core/document/model.ts";
import type { WireSearch } from "#lib/core/document/wire.ts";
import type { Match } from "#lib/core/scripts/fold.ts";
import type { Pattern, PatternProblem } from "#lib/core/search/pattern.ts";
import type { Desk } from "./desk.ts";
import { anyhow, type FindOptions, isSameWay, queryOf } from "./find-options.ts";
import { type FoundPlace, placesFound, sameAgain } from "./found-places.ts";
import { currentIndex, goToPassage } from "./travel.ts";

export interface FindState {
	readonly query: string;
	readonly options: FindOptions;
	/** Null while the document is being searched. */
	readonly found: WireSearch | null;
	readonly failed: boolean;
	/** The query is no expression. */
	readonly problem: PatternProblem | null;
	/** Which match one has gone to; −1: none yet. */
	readonly at: number;
	readonly pattern: Pattern | null;
	/** Where the query is in a text of a side, in either script. */
	readonly places: ((text: string, side: Side) => readonly Match[]) | null;
}

/** The document is searched when typing rests this long. Milliseconds. */
const rest = 200;
const nowhere: readonly Match[] = [];

/** Finding a text in the whole document, in whichever script it or the text is written, or by an expression. */
export class Finder {
	#desk: Desk;
	#timer: ReturnType<typeof setTimeout> | null = null;
	/** What is to be looked for, and how: while somebody types, the screen rests. */
	#wanted = "";
	#options: FindOptions = anyhow;
	/** The newest search; answers of earlier ones are not wanted any more. */
	#asked = 0;
	/** The revision that was searched. */
	#stand = -1;
	/** Set by the bar, which has the field. */
	focus: () => void = () => undefined;
	focusReplacement: () => void = () => undefined;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	open(): void {
		const { find } = this.#desk.state.get();
		if (find) {
			this.focus();
			return;
		}
		this.#desk.typedEarly.begin(); // the field may be a moment in coming
		this.look("");
	}

	/** Opens with the part that says what is put in the place of what is found. */
	openReplace(): void {
		const { replacement } = this.#desk.state.get();
		this.#desk.state.set({ replacement: replacement ?? "" });
		this.open();
	}

	/** Back to the text, at the place one has gone to. */
	close(): void {
		this.#stop();
		this.#asked += 1;
		this.#chooseMatch();
		this.#desk.editor?.mark(null);
		this.#desk.state.set({ find: null, replacement: null });
		this.#desk.focus();
	}

	/** The match that one went to is selected, where the caret still stands before it. */
	#chooseMatch(): void {
		const { editor, state } = this.#desk;
		const { find, place, mode } = state.get();
		const at = find && placesFound(find)[find.at];
		if (!editor || mode !== "review" || !at || at.segment !== place?.segment) return;
		const match = find.places?.(editor.text, place.side)[at.nth];
		const { from, to } = editor.selectedRange;
		if (match && from === to && from === match.start) editor.select(match.start, match.end);
	}

	/** Looks for another text, or otherwise, soon. */
	look(query: string, options: FindOptions = this.#options): void {
		this.#stop();
		this.#asked += 1;
		this.#wanted = query;
		this.#options = options;
		if (query === "" || !this.#desk.state.get().find) this.#begin();
		if (query !== "") this.#timer = setTimeout(() => void this.search(), rest);
	}

	/** Nothing is found yet of what is wanted. */
	#begin(): void {
		this.#desk.editor?.mark(null);
		this.#set({
			query: this.#wanted,
			options: this.#options,
			found: null,
			failed: false,
			problem: null,
			at: -1,
			pattern: null,
			places: null,
		});
	}

	/** Goes to the next or previous place, round the end. What changed since it was searched is searched first. */
	async step(direction: 1 | -1): Promise<void> {
		const now = await this.current();
		if (!now) return;
		const { places } = this.#desk.state.get();
		const all = placesFound(now);
		const shown = all.flatMap((place, i) => (!places || places.includes(place.index) ? [i] : []));
		const next = direction > 0 ? this.#after(now, all, shown) : this.#before(now, all, shown);
		if (next !== undefined) await this.goTo(next);
	}

	/** What is found in the document as it is now, with everything typed saved; null where nothing is looked for. */
	async current(): Promise<FindState | null> {
		this.#stop();
		const { data, typing, state } = this.#desk;
		typing.save();
		const { find } = state.get();
		if (!find || this.#wanted === "") return null;
		const same = find.query === this.#wanted && isSameWay(find.options, this.#options);
		if (!find.found || !same || data.queue.requests.length > 0 || data.taken !== this.#stand)
			await this.search();
		return state.get().find;
	}

	/** Goes to one of the places found. */
	async goTo(at: number): Promise<void> {
		const { find } = this.#desk.state.get();
		const place = find && placesFound(find)[at];
		if (!place) return;
		this.#set({ ...find, at });
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
		this.#mark(side === "target" ? nth : null);
	}

	#mark(current: number | null): void {
		const { state, editor } = this.#desk;
		const places = state.get().find?.places;
		const inEditor = (text: string) => places?.(text, state.get().place?.side ?? "target") ?? nowhere;
		editor?.mark(places ? { places: inEditor, current } : null);
	}

	/** Searches the document as it is now. */
	async search(): Promise<void> {
		this.#stop();
		this.#asked += 1;
		const asked = this.#asked;
		const { data, options: desk, typing, state } = this.#desk;
		const query = this.#wanted;
		const options = this.#options;
		const before = state.get().find;
		if (before?.query !== query || !isSameWay(before.options, options)) this.#begin();
		const current = () => {
			const { find } = state.get();
			return asked === this.#asked && find?.query === query ? find : null;
		};
		try {
			const { compilePattern, isProblem } = await import("#lib/core/search/pattern.ts");
			const { side, ...how } = options;
			const pattern = compilePattern({ text: query, ...how });
			const pending = current();
			if (isProblem(pattern)) {
				if (pending) this.#set({ ...pending, problem: pattern });
				return;
			}
			typing.save();
			await data.queue.whenIdle();
			const stand = data.taken;
			const path = `/documents/${desk.head.id}/search?${queryOf(query, options)}`;
			const found = await desk.read<WireSearch>(path);
			const find = current();
			if (!find) return;
			this.#stand = stand;
			const places = (text: string, on: Side) =>
				side === null || side === on ? pattern.find(text) : nowhere;
			const at = sameAgain(find, found);
			this.#set({ query, options, found, failed: false, problem: null, at, pattern, places });
			this.#mark(null);
		} catch {
			const find = current();
			if (find) this.#set({ ...find, failed: true });
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
