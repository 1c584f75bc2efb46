/** A Word file that came back, as the API tells of it before and after it is taken over. */
import type { unplacedKinds } from "../formats/word/returned/plan.ts";

/**
 * `ready`: can be accepted as it stands, or merged with what was done here since. `conflict`: both changed the same
 * words. `here`: the text is so already. `known`: the same was suggested before.
 */
export type ReturnedState = "ready" | "conflict" | "here" | "known";

export interface ReturnedChange {
	/** Place of the passage in the document, from 0. */
	readonly index: number;
	readonly before: string;
	readonly after: string;
	/** Whom the file names; none where it was changed without a trace. */
	readonly authors: readonly string[];
	/** ISO 8601. */
	readonly at: string | null;
	readonly state: ReturnedState;
}

export interface ReturnedWords {
	/** Null: an answer in a thread that is here already. */
	readonly index: number | null;
	readonly author: string;
	readonly text: string;
}

/** What is told and not taken over. */
export interface ReturnedRest {
	readonly kind: (typeof unplacedKinds)[number] | "gone";
	readonly text: string;
	readonly index: number | null;
}

export interface ReturnedCounts {
	/** Suggestions to be made, of which some are in conflict, and the passages they are in. */
	readonly suggestions: number;
	readonly conflicts: number;
	readonly passages: number;
	readonly comments: number;
	/** Changes that are here already, or were suggested before. */
	readonly here: number;
	/** Changes of looks alone. */
	readonly relooked: number;
}

/** What bringing a file back would do. */
export interface ReturnedPreview extends ReturnedCounts {
	readonly file: string;
	/** The version that it was handed out as. */
	readonly number: number;
	readonly changes: readonly ReturnedChange[];
	readonly words: readonly ReturnedWords[];
	readonly rest: readonly ReturnedRest[];
	/** Changes, comments and the rest that are not listed: more than anybody reads through. */
	readonly more: number;
}

/** What it did. */
export interface BroughtBack extends ReturnedCounts {
	readonly file: string;
	readonly number: number;
	readonly rest: readonly ReturnedRest[];
	readonly more: number;
}
