/** The shape of the scripted work that two fictional colleagues have done before a newcomer arrives. */

import type { Side } from "#lib/core/document/model.ts";
import type { DemoArticleKey } from "./article.ts";

export type ColleagueKey = "lin" | "okafor";

export type Colleague = { readonly name: string; readonly email: string; readonly role: "lead" | "reviewer" };

/**
 * An imported segment, by its place among all sentences of its side, furniture included, from 0.
 * It means that segment for good, whatever was split, joined or moved since; a row is named by any
 * one segment that it holds at that moment.
 */
export type SegmentAt = { readonly side: Side; readonly index: number };

export type DemoAction =
	/** `opens` is how the imported sentence begins: it shows a reader which one `target` is. */
	| { readonly do: "edit"; readonly target: number; readonly opens: string; readonly text: string }
	| { readonly do: "edit-source"; readonly source: number; readonly opens: string; readonly text: string }
	| { readonly do: "confirm"; readonly row: SegmentAt; readonly kinds: readonly ("link" | "review")[] }
	/** Confirms link and wording too. */
	| { readonly do: "approve"; readonly row: SegmentAt }
	/** Names the newest revision of that moment. */
	| { readonly do: "label"; readonly name: string }
	/** Cuts the text after `left` and its draft after `draftLeft`; the right part is a new segment. */
	| {
			readonly do: "split";
			readonly side: Side;
			readonly index: number;
			readonly left: string;
			readonly draftLeft: string;
	  }
	/** Joins two neighbours of one row; the first keeps its identity. */
	| {
			readonly do: "join";
			readonly side: Side;
			readonly indexes: readonly [number, number];
			readonly separator: string;
	  }
	/** Merges two neighbouring rows, each named by a segment. */
	| { readonly do: "merge"; readonly rows: readonly [SegmentAt, SegmentAt] }
	/** Moves the first segment of a row to the row before it, or the last to the row after it. */
	| { readonly do: "move"; readonly side: Side; readonly index: number; readonly to: "previous" | "next" };

/** A sitting: one person at one article, from `begins` before now, each step some minutes after that. */
export type DemoSession = {
	readonly by: ColleagueKey;
	readonly article: DemoArticleKey;
	readonly begins: { readonly days: number; readonly hours: number };
	readonly steps: readonly (DemoAction & { readonly minute: number })[];
};

export type DemoStep = DemoAction & {
	/** How long before now the step was taken. */
	readonly minutesBefore: number;
	readonly by: ColleagueKey;
	readonly article: DemoArticleKey;
};
