import type { Side } from "#lib/core/document/model.ts";
import type { WireFindings } from "#lib/core/document/wire.ts";
import type { CheckPassage } from "#lib/core/qa/run-checks.ts";
import type { Display } from "./display.ts";
import type { FindState } from "./finder.ts";
import type { Filter, Letters } from "./outline-letters.ts";
import type { RowCache } from "./row-cache.ts";
import type { SyncStatus } from "./sync-queue.ts";
import type { Conflict } from "./typing.ts";
import type { DocumentHead } from "./wire.ts";

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
	readonly place: Place | null;
	readonly mode: Mode;
	/** The editor is there; until then the active text stands as plain text. */
	readonly editorReady: boolean;
	readonly sync: SyncStatus;
	/** Text is kept here that the server does not have yet. */
	readonly unsaved: boolean;
	readonly conflicts: ReadonlyMap<string, Conflict>;
	/** Who changed a passage since this page opened, other than this person. */
	readonly others: ReadonlyMap<string, string>;
	/** Segments whose unsaved wording was brought back after a reload. */
	readonly restored: ReadonlyMap<string, number>;
	/** The difference from the draft is shown beneath the editor. */
	readonly strip: boolean;
	/** Something typed could not be saved; its text is kept here until somebody has dealt with it. */
	readonly trouble: Trouble | null;
	/** Rows could not be loaded; they are tried again. */
	readonly loading: "ok" | "failing";
	/** The place in the document that one is on the way to: its rows are being loaded, and no text is open. */
	readonly travelling: number | null;
	/** What is looked for in the document; null: nothing is. */
	readonly find: FindState | null;
	/** The checks that concern the document, once they are here; null where none does. */
	readonly checks: CheckPassage | null;
	/** What they find in the whole document, as it was counted last. */
	readonly findings: WireFindings | null;
	/** Chinese is shown in another script than it is stored in. */
	readonly display: Display | null;
	/** Rises when the rows were loaded anew, with the passage to keep in its place on the screen. */
	readonly anchor: { readonly turn: number; readonly passage: string | null };
}

/** Nothing has happened yet. */
export const quiet: Omit<WorkbenchState, "head" | "rows" | "place" | "mode" | "anchor"> = {
	turn: 0,
	letters: null,
	filter: { state: null, link: null },
	places: null,
	editorReady: false,
	sync: { kind: "saved" },
	unsaved: false,
	conflicts: new Map(),
	others: new Map(),
	restored: new Map(),
	strip: false,
	trouble: null,
	loading: "ok",
	travelling: null,
	find: null,
	checks: null,
	findings: null,
	display: null,
};
