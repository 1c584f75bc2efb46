/** What the API sends and takes, as the workbench reads it. */
import type { DocumentDescription, Side } from "#lib/core/document/model.ts";
import type { WireRow, WireSegment } from "#lib/core/document/wire.ts";

export type {
	OutlineHeading,
	RowWindow,
	WireOutline,
	WireRow,
	WireSegment,
} from "#lib/core/document/wire.ts";

export interface DocumentHead {
	readonly id: string;
	readonly projectId: string;
	readonly projectName: string;
	readonly description: DocumentDescription;
	readonly headNumber: number;
	readonly orderNumber: number;
	readonly passages: number;
	readonly role: string;
	readonly permissions: readonly string[];
	readonly sides: { readonly source: boolean; readonly target: boolean };
}

/** The answer to an operation, an undo or a redo. */
export interface Answer {
	readonly number: number;
	readonly headNumber: number;
	readonly orderNumber: number;
	readonly rows: readonly WireRow[];
	/** Passages in whose place the rows stand. */
	readonly replaced: readonly string[];
	/** More changed than is sent here. */
	readonly reload: boolean;
	readonly undone?: {
		readonly number: number;
		readonly type: string;
		readonly passage: string | null;
		/** Absent in answers of a server from before it told. */
		readonly passages?: number;
	};
}

export interface WireRevision {
	readonly number: number;
	readonly at: string;
	readonly actor: { readonly id: string; readonly name: string };
	readonly type: string;
	/** Null where it is too long to send. */
	readonly operation: OperationBody | null;
	readonly undoes: number | null;
}

/** Somebody who has the document open, and where they are in it. */
export interface Present {
	readonly id: string;
	readonly name: string;
	readonly passage: string | null;
	/** The passage's place as their page counts it. */
	readonly index: number | null;
	readonly typing: boolean;
}

export interface HistoryEntry {
	readonly number: number;
	readonly at: string;
	readonly actor: { readonly id: string; readonly name: string };
	readonly type: string;
	readonly before: string | null;
	readonly after: string | null;
	readonly suggestedBy?: { readonly id: string; readonly name: string } | null;
	readonly undoes: number | null;
	/** In the history of a passage: which text it was, and in which language. */
	readonly segment?: string | null;
	readonly language?: string;
}

/** An operation as it is posted: its fields are those of its kind in lib/core/document/operations. */
export interface OperationBody {
	readonly type: string;
	readonly [field: string]: unknown;
}

export interface Problem {
	readonly status: number;
	readonly key: string;
	readonly values: Readonly<Record<string, string | number>>;
	/** Both texts of a stale edit. */
	readonly current: { readonly text: string; readonly version: number } | null;
}

export function segmentsOf(row: WireRow, side: Side): readonly WireSegment[] {
	return side === "source" ? row.source : row.target;
}
