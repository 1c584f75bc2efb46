import type { AlignerId } from "#lib/core/align/registry.ts";
import type { Side } from "#lib/core/document/model.ts";
import type { SegmentEditor } from "../editor/segment-editor.ts";
import type { Has } from "../keys/registry.ts";
import { othersOf } from "./choose-version.ts";
import { sideToShow } from "./display.ts";
import { DocumentData } from "./document-data.ts";
import { Finder } from "./finder.ts";
import { Findings } from "./findings.ts";
import { followPlace, resumeDraft } from "./follow.ts";
import { lookAhead } from "./journey.ts";
import type { Keep } from "./kept.ts";
import { lateKeep } from "./late-keep.ts";
import { newId } from "./new-id.ts";
import { type Observable, observable } from "./observable.ts";
import { Overview } from "./overview.ts";
import { sendText } from "./send-text.ts";
import { Settlement } from "./settlement.ts";
import { type Mode, type Place, quiet, type WorkbenchState } from "./state.ts";
import { httpTransport } from "./transport.ts";
import { Turns } from "./turns.ts";
import { Typing } from "./typing.ts";
import { Windows } from "./windows.ts";
import { type DocumentHead, type RowWindow, segmentsOf, type WireRow, type WireSegment } from "./wire.ts";

/** Says something to the person: a key of workbench.json, or of the catalogue's problems, with its values. */
export type Say = (
	key: string,
	values?: Readonly<Record<string, string | number>>,
	extra?: {
		readonly tone?: "error" | "success";
		readonly action?: { readonly label: string; readonly run: () => void };
	},
) => void;

export interface DeskOptions {
	readonly head: DocumentHead;
	readonly window: RowWindow;
	readonly passage: string | null;
	readonly person: { readonly id: string; readonly name: string };
	readonly read: <Body>(path: string) => Promise<Body>;
	/** The aligners that the server offers, the usual one first. */
	readonly aligners: readonly AlignerId[];
}

/** Where the choice to see the difference from the draft is remembered. */
export const stripKey = "duizhao.strip";

/** Everything the workbench does, without a screen: what is shown is in `state`, what is typed in the editor. */
export class Desk {
	readonly state: Observable<WorkbenchState>;
	readonly data: DocumentData;
	readonly typing: Typing;
	readonly windows: Windows;
	readonly options: DeskOptions;
	readonly openKeep: (keep: Keep) => void;
	readonly keep: Keep;
	readonly settlement: Settlement;
	readonly overview: Overview;
	readonly finder: Finder;
	readonly findings: Findings;
	editor: SegmentEditor | null = null;
	say: Say = () => undefined;
	/** Takes back what was said, where it is still shown. */
	unsay: (key: string) => void = () => undefined;
	/** Everything done by hand goes through here, one after the other. */
	readonly turns = new Turns();
	/** Ends the way to a passage that cannot be loaded. */
	giveUp: (() => void) | null = null;
	#offer: { readonly key: string } | null = null;
	/** The passage that the walk from the least sure link on has come to. */
	walkedTo: string | null = null;
	/** Where the caret was when the editor was left: a split happens there. */
	caret: { readonly segment: string; readonly at: number } | null = null;
	/** The grid puts the focus where the person is, once, after this was set. */
	wantsFocus = true;
	/** The first passage is on the screen; from then on nothing above it may push it away. */
	arrived = false;
	/** Asks for the outline again soon. */
	outlineChanged: () => void = () => undefined;

	constructor(options: DeskOptions) {
		const { head, window, person } = options;
		this.options = options;
		const { keep, open } = lateKeep();
		this.keep = keep;
		this.openKeep = open;
		this.settlement = new Settlement(this);
		this.finder = new Finder(this);
		this.findings = new Findings(this);
		this.data = new DocumentData({
			head,
			window,
			person,
			keep,
			transport: httpTransport(head.id, (url, init) => fetch(url, init)),
			now: () => new Date(),
			isOnline: () => navigator.onLine,
			events: {
				changed: () => this.#changed(),
				spliced: (change) => {
					this.overview.spliced(change);
					this.outlineChanged();
				},
				refreshed: (rows) => this.overview.refreshed(rows),
				asked: () => this.withdraw(),
				done: (request, answer) => this.settlement.done(request, answer),
				conflict: (request, problem) => this.settlement.conflict(request, problem),
				refused: (request, problem) => {
					if (request.change.kind === "operation" && request.change.operation.type === "shift")
						this.withdraw();
					this.settlement.refused(request, problem);
				},
				dropped: () => this.say("dropped"),
				status: (sync) => this.state.set({ sync }),
				lost: () => this.#reload(),
			},
		});
		this.typing = new Typing({
			keep,
			now: () => Date.now(),
			save: (open, text) => sendText(this, open, text),
			unsaved: (unsaved) => this.state.set({ unsaved }),
			isComposing: () => this.editor?.isComposing ?? false,
			language: (side) => this.language(side),
		});
		this.windows = new Windows({
			read: (query) => options.read<RowWindow>(`/documents/${head.id}/passages?${query}`),
			place: (arrived, filtered) => this.data.place(arrived, filtered) || this.#regrouped(),
			around: () => this.state.get().place?.passage ?? null,
			settled: () => (this.data.isRegrouping ? this.data.queue.whenIdle() : Promise.resolve()),
			restart: (arrived, around) => this.#restart(arrived, around),
			state: (loading) => this.state.set({ loading }),
		});
		const first =
			(options.passage && window.rows.find((row) => row.id === options.passage)) || window.rows[0];
		this.state = observable<WorkbenchState>({
			...quiet,
			head,
			rows: this.data.rows,
			place: first ? this.placeIn(first) : null,
			mode: this.may("rendering.edit") ? "review" : "align",
			anchor: { turn: 0, passage: first?.id ?? null },
		});
		this.overview = new Overview(this.state);
	}

	may(permission: string): boolean {
		return this.options.head.permissions.includes(permission);
	}

	get twoSided(): boolean {
		const { source, target } = this.state.get().head.sides;
		return source && target;
	}

	get has(): Has {
		const row = this.row();
		const versions = row !== undefined && othersOf(row).length > 0;
		return { twoSided: this.twoSided, chinese: sideToShow(this) !== null, versions, empties: this.#empties };
	}

	/** Until the outline is here, the rows that are loaded tell. */
	get #empties(): boolean {
		const { head, letters, rows } = this.state.get();
		if (!head.sides.source) return false;
		return letters ? letters.states.includes("e") : [...rows.rows()].some(({ state }) => state === "empty");
	}

	language(side: Side): string {
		const { sourceLanguage, targetLanguage } = this.state.get().head.description;
		return side === "source" ? sourceLanguage : targetLanguage;
	}

	/** The passage the person is on, as it stands with everything on its way. */
	row(): WireRow | undefined {
		const { place } = this.state.get();
		return place ? this.data.rows.row(place.passage) : undefined;
	}

	/** The segment the person is on; undefined in an empty rendering. */
	segment(): WireSegment | undefined {
		const { place } = this.state.get();
		const row = this.row();
		return place && row
			? segmentsOf(row, place.side).find((segment) => segment.id === place.segment)
			: undefined;
	}

	/** Where one is after arriving at a passage: in the first segment of its rendering. */
	placeIn(row: WireRow, side: Side = "target", segment?: string): Place {
		const list = segmentsOf(row, side);
		const chosen = list.find(({ id }) => id === segment) ?? list[0];
		const fresh = side === "target" && this.may("rendering.edit") ? newId() : null;
		return { passage: row.id, side, segment: chosen?.id ?? fresh };
	}

	/** Goes to a loaded passage; what was typed where the person was is saved. */
	go(
		place: Place,
		{ caret = null, mode, focus = true }: { caret?: number | null; mode?: Mode; focus?: boolean } = {},
	): void {
		this.leave();
		this.wantsFocus = focus;
		this.state.set({ place, travelling: null, ...(mode && { mode }) });
		this.open(caret);
		lookAhead(this, place.passage);
	}

	/** Leaves for a passage that has to be loaded: until it is there nothing can be typed anywhere. */
	depart(index: number): void {
		this.leave();
		this.editor?.blur();
		this.state.set({ travelling: index });
	}

	/** Back where one left from, when there is no way to where one wanted to go. */
	stay(): void {
		if (this.state.get().travelling === null) return;
		this.wantsFocus = true;
		this.state.set({ travelling: null });
		this.open(null);
	}

	/** Says what was done and offers to take it back, for as long as it is the last thing that was done. */
	offerUndo(key: string, values: Readonly<Record<string, string | number>>, undo: () => void): void {
		const offer = { key };
		this.withdraw();
		this.#offer = offer;
		const run = () => {
			this.typing.save(); // what was typed since is done later than what the offer speaks of
			if (this.#offer === offer) undo();
		};
		this.say(key, values, { action: { label: "undo", run } });
	}

	/** What was offered to be taken back is not the last thing any more. */
	withdraw(): void {
		if (this.#offer) this.unsay(this.#offer.key);
		this.#offer = null;
	}

	/** Puts the text of the place into the editor, with wording brought back from this device where there is some. */
	open(caret: number | null): void {
		const { place, mode, conflicts, travelling } = this.state.get();
		const row = this.row();
		if (!place || !row || place.segment === null || mode !== "review" || !this.editor) return;
		if (travelling !== null) return;
		const segment = this.segment();
		const base = segment?.text ?? "";
		const text = this.typing.draftOf(place.segment)?.text ?? conflicts.get(place.segment)?.mine ?? base;
		const { passage, side } = place;
		this.typing.start(
			{ segment: place.segment, passage, side, isNew: !segment, version: segment?.version ?? 0, base },
			text,
		);
		const label = side === "source" ? "editSource" : "editRendering";
		this.editor.open({ text, caret, lang: this.language(side), label: this.labels[label] });
		resumeDraft(this);
	}

	#typedListeners = new Set<() => void>();

	/** Called on every key, by the editor. */
	typed(text: string): void {
		this.typing.typed(text);
		for (const listener of this.#typedListeners) listener();
	}

	/** The editor shows another text, which nobody typed. */
	replaced(): void {
		for (const listener of this.#typedListeners) listener();
	}

	/** Whatever the editor's text changes by. */
	onTyped(listener: () => void): () => void {
		this.#typedListeners.add(listener);
		return () => this.#typedListeners.delete(listener);
	}

	/** Accessible names for the editor; the screen sets them in its language. */
	labels = { editSource: "", editRendering: "" };

	/** Puts the focus back to where the person works. */
	focus(): void {
		const { mode, turn, travelling } = this.state.get();
		if (mode === "review" && travelling === null) this.editor?.focus();
		this.wantsFocus = true;
		this.state.set({ turn: turn + 1 });
	}

	leave(): void {
		const open = this.typing.open;
		if (open && this.editor) this.caret = { segment: open.segment, at: this.editor.caret };
		this.typing.leave();
	}

	setMode(mode: Mode): void {
		if (mode === "review" && !this.may("rendering.edit")) return;
		this.leave();
		this.wantsFocus = true;
		this.state.set({ mode });
		const row = this.row();
		if (mode !== "review" || !row) return;
		const { place } = this.state.get();
		if (!place || place.side === "source") this.state.set({ place: this.placeIn(row) });
		this.open(this.caret?.segment === this.state.get().place?.segment ? (this.caret?.at ?? null) : null);
	}

	/** Opens the source text of the passage for correction, or goes back to its rendering. */
	editSource(): void {
		const row = this.row();
		const { place } = this.state.get();
		if (!row || !place) return;
		const inSource = place.side === "source" && this.state.get().mode === "review";
		if (!inSource && row.source.length === 0) this.say("emptySide");
		else this.go(this.placeIn(row, inSource ? "target" : "source"), { mode: "review" });
	}

	setStrip(strip: boolean): void {
		this.state.set({ strip });
		localStorage.setItem(stripKey, strip ? "on" : "off");
	}

	#changed(): void {
		const { turn } = this.state.get();
		this.state.set({ rows: this.data.rows, turn: turn + 1 });
		followPlace(this);
	}

	#regrouped(): boolean {
		if (this.data.queue.requests.length === 0) this.#reload();
		return false;
	}

	#reload(): void {
		void this.windows.restart(this.state.get().place?.passage ?? null);
	}

	/** Rows that were read before the last regrouping, or in the middle of one, are of no use. */
	#restart(window: RowWindow, around: string | null): boolean {
		if (this.data.isRegrouping || window.headNumber < this.data.answered) return false;
		this.data.restart(window);
		const { anchor, place } = this.state.get();
		this.state.set({ anchor: { turn: anchor.turn + 1, passage: around }, letters: null, places: null });
		this.outlineChanged();
		const lost = place !== null && !this.data.rows.row(this.state.get().place?.passage ?? "");
		const nearest = window.rows[Math.floor(window.rows.length / 2)];
		if (lost && nearest) this.go(this.placeIn(nearest), { focus: false });
		return true;
	}
}
