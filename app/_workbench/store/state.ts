import type { Side } from "#lib/core/document/model.ts";
import type { WireElsewhere } from "#lib/core/document/wire.ts";
import { type Preferences, usualPreferences } from "#lib/core/people/preferences.ts";
import type { Checker } from "#lib/core/qa/run-checks.ts";
import type { WireFindings } from "#lib/core/qa/wire.ts";
import { defaultKeys, type KeyMap } from "../keys/key-map.ts";
import type { RowCache } from "../sync/row-cache.ts";
import type { SyncStatus } from "../sync/sync-queue.ts";
import type { DocumentHead, Present } from "../sync/wire.ts";
import type { AskedState } from "./asked.ts";
import { type CommentsState, noComments } from "./comment-state.ts";
import type { ConcordanceState } from "./concordance.ts";
import type { Display } from "./display.ts";
import type { OpenFault } from "./fault.ts";
import type { Filter } from "./filters.ts";
import type { FindState } from "./finder.ts";
import { type FindingQueue, wholeQueue } from "./finding-queue.ts";
import type { SideColumn, View } from "./layout.ts";
import type { NewsState } from "./news.ts";
import type { Letters } from "./outline-letters.ts";
import type { TermsHere } from "./project-terms.ts";
import type { Conflict } from "./typing.ts";

export type Mode = "review" | "align";

/** Where the person is: a passage, and in it the segment of one side. */
export interface Place {
	readonly passage: string;
	readonly side: Side;
	/** The segment, or the id that one will get when something is typed; null for a reader. */
	readonly segment: string | null;
}

export interface Trouble {
	readonly key: string;
	readonly values: Readonly<Record<string, string | number>>;
	readonly text: string;
	readonly segment: string;
}

/** A text to be looked up; the turn rises with every time that somebody asks. */
export interface Lookup {
	readonly text: string;
	readonly turn: number;
}

/** What the screens of the workbench show. Typing itself changes none of this. */
export interface WorkbenchState {
	readonly head: DocumentHead;
	/** Rises with every change of the rows; `rows` itself is the same object between projections. */
	readonly turn: number;
	readonly rows: RowCache;
	readonly letters: Letters | null;
	readonly filter: Filter;
	/** The places that the filter leaves; null: all. */
	readonly places: readonly number[] | null;
	/** How many it would leave now, where passages have changed since; null: the same. */
	readonly renewed: number | null;
	/** What of the filter the server is asked. */
	readonly asked: AskedState;
	readonly place: Place | null;
	readonly mode: Mode;
	/** The editor is there; until then the active text stands as plain text. */
	readonly editorReady: boolean;
	/** The first row is drawn: what it did not need may come. */
	readonly settled: boolean;
	readonly sync: SyncStatus;
	/** Text is kept here that the server does not have yet. */
	readonly unsaved: boolean;
	readonly conflicts: ReadonlyMap<string, Conflict>;
	/** Who changed a passage since this page opened, other than this person. */
	readonly others: ReadonlyMap<string, string>;
	/** What others changed since this person was here last; null: nothing, or it was looked at. */
	readonly news: NewsState | null;
	/** Whoever else has the document open. */
	readonly people: readonly Present[];
	/** Segments whose unsaved wording was brought back after a reload. */
	readonly restored: ReadonlyMap<string, number>;
	/** The difference from the draft is shown beneath the editor. */
	readonly strip: boolean;
	/** Beneath it, who wrote which words. */
	readonly wrote: boolean;
	/** The passage whose gutter the mouse is over while passages are aligned. */
	readonly pointed: string | null;
	/** A correction of the passages confirms the links above it. */
	readonly autoConfirm: boolean;
	/** What was typed and could not be saved; its texts are kept here until somebody has dealt with them. */
	readonly troubles: readonly Trouble[];
	/** Rows could not be loaded; they are tried again. */
	readonly loading: "ok" | "failing";
	/** The place in the document that one is on the way to: its rows are being loaded, and no text is open. */
	readonly travelling: number | null;
	/** What is looked for in the document; null: nothing is. */
	readonly find: FindState | null;
	/** What is to be put in the place of what is found; null: nothing is being replaced. */
	readonly replacement: string | null;
	/** How the source of a passage was rendered elsewhere; null: not known. */
	readonly elsewhere: WireElsewhere | null;
	/** What was looked up in the project; null: nothing yet. */
	readonly concordance: ConcordanceState | null;
	/** The project's glossary, once it is here. */
	readonly terms: TermsHere | null;
	/** Rises with every time that somebody asks for the terms of a passage. */
	readonly termsAsked: number;
	/** The checks that concern the document, once they are here; null where none does. */
	readonly checks: Checker | null;
	/** What they find in the whole document, as it was counted last. */
	readonly findings: WireFindings | null;
	/** Which of them are gone through. */
	readonly findingQueue: FindingQueue;
	/** Rises when somebody asks by key to dismiss what was found where they are. */
	readonly dismissing: number;
	/** Which finding that is, by its place; the first one where it is none of the passage. */
	readonly dismissAt: string | null;
	/** What is typed is suggested, not changed. */
	readonly suggesting: boolean;
	/** What is said about the document. */
	readonly comments: CommentsState;
	/** English is read for slips while it is typed. */
	readonly proofreading: boolean;
	/** What is wrong at one place of the text being typed, while it is explained. */
	readonly fault: OpenFault | null;
	/** What was looked up last in the dictionary. */
	readonly lookup: Lookup | null;
	/** Chinese is shown in another script than it is stored in. */
	readonly display: Display | null;
	/** What the person chose for themselves. */
	readonly preferences: Preferences;
	/** The keys that work for this person, by their choices. */
	readonly keys: KeyMap;
	readonly view: View;
	/** Columns beside the text that are folded away where there is room for them. */
	readonly folded: Readonly<Record<SideColumn, boolean>>;
	/** Rises when the rows were loaded anew, with the passage to keep in its place on the screen. */
	readonly anchor: { readonly turn: number; readonly passage: string | null };
}

/** Nothing has happened yet. */
export const quiet: Omit<WorkbenchState, "head" | "rows" | "place" | "mode" | "anchor"> = {
	turn: 0,
	letters: null,
	filter: {},
	places: null,
	renewed: null,
	asked: { kind: "none" },
	editorReady: false,
	settled: false,
	sync: { kind: "saved" },
	unsaved: false,
	conflicts: new Map(),
	others: new Map(),
	news: null,
	people: [],
	restored: new Map(),
	strip: false,
	wrote: false,
	pointed: null,
	autoConfirm: false,
	troubles: [],
	loading: "ok",
	travelling: null,
	find: null,
	replacement: null,
	elsewhere: null,
	concordance: null,
	terms: null,
	termsAsked: 0,
	checks: null,
	findings: null,
	findingQueue: wholeQueue,
	dismissing: 0,
	dismissAt: null,
	suggesting: false,
	comments: noComments,
	proofreading: true,
	fault: null,
	lookup: null,
	display: null,
	view: "sentences",
	folded: { outline: false, panel: false },
	preferences: usualPreferences,
	keys: defaultKeys,
};
