/** The document as plain data: the same shapes in browser, server, job and command line. */

export type Side = "source" | "target";

export const segmentKinds = [
	"title",
	"meta",
	"heading",
	"body",
	"caption",
	"item",
	"cell",
	"footnote",
	"furniture",
] as const;
export type SegmentKind = (typeof segmentKinds)[number];

/** Where a draft came from. Only a machine draft counts as machine wording. */
export type Origin = { kind: "machine"; engine: string } | { kind: "human" } | { kind: "unknown" };

/**
 * What a re-import left beside a segment for somebody to choose; `since` is the number of that revision.
 * `newer`: the wording of the newer file, where people had worded it otherwise (`origin` is its own, as drafts have it).
 * `older`: the wording that the newer file's took the place of. `beside`: what stood across from it and is not in the
 * newer file. `gone`: the segment itself is not in the newer file, and stayed because somebody worked on it.
 */
export type OtherVersion =
	| { readonly is: "newer"; readonly text: string; readonly origin: number | null; readonly since: number }
	| { readonly is: "older" | "beside"; readonly text: string; readonly since: number }
	| { readonly is: "gone"; readonly since: number };

/**
 * One sentence (or heading, caption, cell) of one side.
 * `version` is the number of the revision that wrote exactly this text: equal versions mean equal
 * texts, and undoing an edit restores the earlier number together with the earlier text.
 */
export interface Segment {
	readonly id: string;
	readonly side: Side;
	readonly kind: SegmentKind;
	readonly paragraphStart: boolean;
	readonly text: string;
	readonly version: number;
	/** The rendering as imported, kept for ever; null on the source side and for text typed into an empty row. */
	readonly draft: string | null;
	/** Index into the document's origins; null exactly where `draft` is. */
	readonly origin: number | null;
	/** Absent where there is nothing to choose. */
	readonly other?: OtherVersion;
}

/** One passage: segments of both sides in order. A passage holds at least one segment. */
export interface Row {
	readonly id: string;
	readonly source: readonly Segment[];
	readonly target: readonly Segment[];
}

export const passageStates = ["empty", "draft", "edited", "reviewed", "approved"] as const;
export type PassageState = (typeof passageStates)[number];

export const linkStates = ["automatic", "confirmed", "stale"] as const;
export type LinkState = (typeof linkStates)[number];

/** What the facts say of a row as it stands. */
export interface Standing {
	readonly state: PassageState;
	/** Reviewed or approved before a source side was attached. */
	readonly withoutSource: boolean;
	readonly link: LinkState;
	/** The aligner's confidence, 0–1; null where the row is not as an aligner left it. */
	readonly confidence: number | null;
}

export type FactKind = "bead" | "link" | "review" | "approval";

/** A statement about exact content; `standing: false` withdraws the same statement made before. */
export interface Fact {
	readonly kind: FactKind;
	readonly source: string;
	readonly target: string;
	readonly standing: boolean;
	readonly confidence: number | null;
}

export interface VersionLabel {
	readonly number: number;
	readonly name: string;
}

/** What a document says of itself, changed only by operations. */
export interface DocumentDescription {
	readonly title: string;
	readonly publishedOn: string | null;
	readonly publisher: string | null;
	readonly byline: string | null;
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	readonly origins: readonly Origin[];
	readonly labels: readonly VersionLabel[];
}
