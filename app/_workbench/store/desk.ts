import type { Side } from "#lib/core/document/model.ts";
import { usualPreferences } from "#lib/core/people/preferences.ts";
import type { SegmentEditor } from "../editor/segment-editor.ts";
import type { Has } from "../keys/key-action.ts";
import { defaultKeys } from "../keys/key-map.ts";
import type { ActionInDialog } from "../keys/registry.ts";
import type { DocumentData } from "../sync/document-data.ts";
import type { Keep } from "../sync/kept.ts";
import { lateKeep } from "../sync/late-keep.ts";
import { newId } from "../sync/new-id.ts";
import type { Fetch } from "../sync/transport.ts";
import type { Windows } from "../sync/windows.ts";
import { type Answer, segmentsOf, type WireRow, type WireSegment } from "../sync/wire.ts";
import { Asked } from "./asked.ts";
import { othersOf } from "./choose-version.ts";
import { Comments } from "./comments.ts";
import { connectData, connectTyping, connectWindows } from "./connections.ts";
import type { DeskOptions, Say } from "./desk-options.ts";
import { sideToShow } from "./display.ts";
import { Elsewhere } from "./elsewhere.ts";
import { Faults } from "./faults.ts";
import { Finder } from "./finder.ts";
import { Findings } from "./findings.ts";
import { lookAhead } from "./journey.ts";
import { Layout } from "./layout.ts";
import type { LeftCaret } from "./left-caret.ts";
import { News } from "./news.ts";
import { type Observable, observable } from "./observable.ts";
import { openText } from "./open-text.ts";
import { Overview } from "./overview.ts";
import { Presence } from "./presence.ts";
import { ProjectTerms } from "./project-terms.ts";
import { Settlement } from "./settlement.ts";
import { type Mode, type Place, quiet, type WorkbenchState } from "./state.ts";
import { endSuggesting, sendSuggestion } from "./suggesting.ts";
import type { Tally } from "./tally.ts";
import { Turns } from "./turns.ts";
import { TypedEarly } from "./typed-early.ts";
import type { Typing } from "./typing.ts";

/** Where the choice to see the difference from the draft is remembered. */
export const stripKey = "duizhao.strip";
/** Where it is remembered that a correction confirms the links above it. */
export const autoConfirmKey = "duizhao.auto-confirm";

/** Everything the workbench does, without a screen: what is shown is in `state`, what is typed in the editor. */
export class Desk {
	readonly state: Observable<WorkbenchState>;
	/** As the server drew it. */
	readonly first: WorkbenchState;
	readonly data: DocumentData;
	readonly typing: Typing;
	readonly windows: Windows;
	readonly options: DeskOptions;
	readonly fetch: Fetch;
	readonly openKeep: (keep: Keep) => void;
	readonly keep: Keep;
	readonly settlement: Settlement;
	readonly overview: Overview;
	readonly asked: Asked;
	readonly layout: Layout;
	/** Where on the screen a passage stood that was pointed at; it stays there. Pixels from the top of the grid. */
	pointed: { readonly passage: string; readonly top: number } | null = null;
	readonly finder: Finder;
	readonly findings: Findings;
	readonly elsewhere: Elsewhere;
	readonly comments: Comments;
	readonly presence: Presence;
	readonly news: News;
	readonly faults: Faults;
	readonly terms: ProjectTerms;
	editor: SegmentEditor | null = null;
	say: Say = () => undefined;
	/** Takes back what was said, where it is still shown. */
	unsay: (key: string) => void = () => undefined;
	/** What was done in this tab. */
	tally: Tally | null = null;
	/** Keys that were pressed for a dialog before it was there. */
	readonly typedEarly: TypedEarly;
	/** Goes to another page of the site. */
	visit: (address: string) => void = () => undefined;
	/** Opens a dialog. */
	openDialog: (name: ActionInDialog) => void = () => undefined;
	/** Everything done by hand goes through here, one after the other. */
	readonly turns = new Turns();
	/** Ends the way to a passage that cannot be loaded. */
	giveUp: (() => void) | null = null;
	#offer: { readonly key: string } | null = null;
	/** The passage that the walk from the least sure link on has come to. */
	walkedTo: string | null = null;
	/** A suggestion is gone on with that was found on this device; after it texts are changed again. */
	suggestsOnce = false;
	/** Where the caret was when the editor was left: a split happens there. */
	caret: { readonly segment: string; readonly at: number } | null = null;
	/** Where it was when the page was left, until somebody types, places it or goes elsewhere. */
	leftCaret: LeftCaret | null = null;
	/** How many times a key's question why a finding is none was put. */
	dismissalsBegun = 0;
	/** Set by the field of the text filter while it is there. */
	focusFilter: () => void = () => undefined;
	/** The grid puts the focus where the person is, once, after this was set. */
	wantsFocus = true;
	/** The first passage is on the screen; from then on nothing above it may push it away. */
	arrived = false;
	/** A request of this page's own was answered. */
	answered: () => void = () => undefined;
	/** What the dialog for earlier versions begins with, where something was chosen before. */
	restoring: { readonly to: number | "draft"; readonly whole: boolean } | null = null;
	/** What is looked for, in the address; the screen sets it. */
	filterBy: (change: Readonly<Record<string, string | null>>) => void = () => undefined;
	/** Asks for the outline again soon. */
	outlineChanged: () => void = () => undefined;
	/** Asks at once what others did. */
	lookNow: () => void = () => undefined;

	constructor(options: DeskOptions) {
		const { head, window, preferences = usualPreferences } = options;
		this.options = options;
		this.typedEarly = new TypedEarly(this.turns);
		this.fetch = options.fetch ?? ((url, init) => fetch(url, init));
		const { keep, open } = lateKeep();
		this.keep = keep;
		this.openKeep = open;
		this.settlement = new Settlement(this);
		this.overview = new Overview(this);
		this.asked = new Asked(this);
		this.layout = new Layout(this);
		this.finder = new Finder(this);
		this.findings = new Findings(this);
		this.elsewhere = new Elsewhere(this);
		this.comments = new Comments(this);
		this.presence = new Presence(this);
		this.news = new News(this);
		this.faults = new Faults(this);
		this.terms = new ProjectTerms(this);
		this.data = connectData(this);
		this.typing = connectTyping(this);
		this.windows = connectWindows(this);
		const first =
			(options.passage && window.rows.find((row) => row.id === options.passage)) || window.rows[0];
		this.state = observable<WorkbenchState>({
			...quiet,
			head,
			preferences,
			keys: options.keys ?? defaultKeys,
			rows: this.data.rows,
			place: first ? this.placeIn(first) : null,
			mode: this.may("rendering.edit") ? "review" : "align",
			suggesting: !this.may("rendering.edit"),
			anchor: { turn: 0, passage: first?.id ?? null },
		});
		this.first = this.state.get();
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
		const { twoSided } = this;
		const chinese = sideToShow(this) !== null;
		const english = /^en\b/i.test(this.language("target"));
		return {
			twoSided,
			oneSided: !twoSided,
			chinese,
			english,
			versions,
			empties: this.#empties,
			news: this.state.get().news !== null,
		};
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
		const fresh = side === "target" && (this.may("rendering.edit") || this.may("suggest")) ? newId() : null;
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

	/** Something was done to the document beside the queue that may have changed all of it. */
	changedBeside(answer: Pick<Answer, "number">): void {
		this.data.changedBeside(answer);
		this.settlement.headChanged();
		this.outlineChanged();
	}

	/** What was offered to be taken back is not the last thing any more. */
	withdraw(): void {
		if (this.#offer) this.unsay(this.#offer.key);
		this.#offer = null;
	}

	/** Puts the text of the place into the editor. */
	open(caret: number | null): void {
		openText(this, caret);
	}

	/** The interface speaks another language now. */
	rename(): void {
		const { place } = this.state.get();
		if (place) this.editor?.rename(this.labels[place.side === "source" ? "editSource" : "editRendering"]);
	}

	#typedListeners = new Set<() => void>();

	/** Called on every key, by the editor. */
	typed(text: string): void {
		this.leftCaret = null;
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

	#selectedListeners = new Set<() => void>();

	/** The caret or the selection is another, in the same text. */
	selected(): void {
		this.leftCaret = null;
		for (const listener of this.#selectedListeners) listener();
	}

	onSelected(listener: () => void): () => void {
		this.#selectedListeners.add(listener);
		return () => this.#selectedListeners.delete(listener);
	}

	/** Brings the side panel into sight where the screen has no room for it; the screen sets it. */
	showPanel: () => void = () => undefined;

	/** Accessible names for the editor; the screen sets them in its language. */
	labels = { editSource: "", editRendering: "", suggest: "" };

	/** Puts the focus back to where the person works. */
	focus(): void {
		const { mode, turn, travelling } = this.state.get();
		if (mode === "review" && travelling === null) this.editor?.focus();
		this.wantsFocus = true;
		this.state.set({ turn: turn + 1 });
	}

	leave(): void {
		const open = this.typing.open;
		if (open?.segment === this.leftCaret?.segment) this.leftCaret = null;
		if (open && this.editor) this.caret = { segment: open.segment, at: this.editor.caret };
		if (open?.suggested) {
			void sendSuggestion(this, open, this.typing.text);
			if (this.suggestsOnce) endSuggesting(this);
		}
		this.typing.leave();
	}

	setMode(mode: Mode): void {
		if (mode === "review" && !this.may("rendering.edit") && !this.may("suggest")) return;
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
}
