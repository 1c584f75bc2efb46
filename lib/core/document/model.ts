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
