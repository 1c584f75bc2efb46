/** Documents as the API sends them: what services return and screens read. */
import type { ExtraLine, PasteProblem } from "../bridge/read-pasted.ts";
import type { NumberedPassage } from "../bridge/write-numbered.ts";
import type { InlineCode } from "../formats/marked-text.ts";
import type { Match } from "../scripts/fold.ts";
import type { LinkState, PassageState, Row, Segment, SegmentKind, Side, Standing } from "./model.ts";

/** A segment with who wrote its wording; both null while it is as imported. */
export interface WireSegment extends Segment {
	readonly changedBy: string | null;
	/** ISO 8601. */
	readonly changedAt: string | null;
}

export interface WireRow extends Row, Standing {
	/** Place in the whole document, from 0, when the row was sent. */
	readonly index: number;
	readonly source: readonly WireSegment[];
	readonly target: readonly WireSegment[];
}

export interface RowWindow {
	readonly headNumber: number;
	readonly orderNumber: number;
	/** Passages that the filter lets through. */
	readonly total: number;
	readonly offset: number;
	readonly rows: readonly WireRow[];
	/** What the marks in the rows' texts stand for, by number. */
	readonly codes?: Readonly<Record<number, InlineCode>>;
}

export interface OutlineHeading {
	readonly index: number;
	readonly passage: string;
	readonly text: string;
	/** What it renders; null where `text` is the source itself or there is none. */
	readonly source: string | null;
	readonly kind: SegmentKind;
}

/** What is reviewed of a document. */
export interface Progress {
	readonly done: number;
	readonly total: number;
	/** English words; Chinese characters while most passages still have no rendering. */
	readonly unit: "words" | "characters";
	/** Passages without a rendering that nobody has confirmed to stay so: while there are any, nothing is done. */
	readonly empty: number;
}

/** What an outline says of confidences: the place of a letter here is the confidence in steps of 2 %. */
export const confidenceLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno";
/** Where no aligner said anything. */
export const noConfidence = "-";

export function confidenceLetter(confidence: number | null): string {
	if (confidence === null) return noConfidence;
	return confidenceLetters[Math.floor(confidence * (confidenceLetters.length - 1))] ?? noConfidence;
}

/** At least the confidence that the letter stands for; null where there is none. */
export function confidenceOfLetter(letter: string | undefined): number | null {
	const step = letter ? confidenceLetters.indexOf(letter) : -1;
	return step < 0 ? null : step / (confidenceLetters.length - 1);
}

/** What an outline says of who worded a passage: the place of a letter here is the person's in `people`. */
export const personLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Worded as it was imported. */
export const nobody = "-";
/** Worded by somebody who has no letter: a document with more authors than letters. */
export const somebody = "+";

export interface WireOutline {
	readonly headNumber: number;
	/** One letter per passage: e empty, m untouched machine draft, d other draft, c edited, r reviewed, a approved. */
	readonly states: string;
	/** One letter per passage: a automatic, c confirmed, s stale. */
	readonly links: string;
	/** One letter per passage: see `confidenceLetter`. */
	readonly confidences: string;
	/** One letter per passage: 1 where a paragraph begins, else 0. */
	readonly starts: string;
	/** One letter per passage: see `shapeOf`. */
	readonly shapes: string;
	/** What `shapeOf` holds to be usual in this document. */
	readonly usual: number | null;
	/** One letter per passage, for who worded a rendering of it last: see `personLetters`. */
	readonly authors: string;
	/** Who worded most passages, first. */
	readonly people: readonly { readonly id: string; readonly name: string }[];
	readonly headings: readonly OutlineHeading[];
	readonly words: Progress;
}

/** One thing that a newer version of a side brings. */
export interface UpdateChange {
	/** `held`: people worded it otherwise, so both stay; `marked`: it is not in the newer version, but people worked on it. */
	readonly kind: "taken" | "held" | "marked" | "dropped" | "added" | "moved";
	/** Place of its passage in the document as it is, from 0. */
	readonly index: number;
	/** As it is now; null where it comes. */
	readonly mine: string | null;
	/** As the newer version has it; null where it has nothing. */
	readonly theirs: string | null;
}

export type UpdateCounts = Readonly<Record<UpdateChange["kind"] | "kept", number>>;

/** POST /documents/:documentId/update with preview */
export interface UpdatePreview extends UpdateCounts {
	/** The grouping that this was made for. */
	readonly orderNumber: number;
	/** Reviewed or approved passages that would have to be reviewed again. */
	readonly reviewed: number;
	/** The first changes, those that need a decision before the others. */
	readonly changes: readonly UpdateChange[];
	/** How many more there are. */
	readonly more: number;
}

/** A passage before or after a realignment. */
export interface PreviewRow {
	readonly source: readonly string[];
	readonly target: readonly string[];
	readonly confidence: number | null;
	readonly link: LinkState;
}

export interface PreviewStretch {
	/** Place of its first passage in the document, from 0. */
	readonly index: number;
	readonly before: readonly PreviewRow[];
	readonly after: readonly PreviewRow[];
}

/** POST /documents/:documentId/realign with preview */
export interface RealignPreview {
	/** The grouping that this was made for. */
	readonly orderNumber: number;
	/** Passages looked at. */
	readonly total: number;
	/** Of these, confirmed ones, which stay. */
	readonly confirmed: number;
	/** Passages that would change, and how many would take their place. */
	readonly changed: number;
	readonly became: number;
	/** Of those that would change, reviewed or approved ones: they would have to be reviewed again. */
	readonly reviewed: number;
	/** Passages that stay with another confidence. */
	readonly restated: number;
	/** The first of the stretches that change. */
	readonly stretches: readonly PreviewStretch[];
	/** How many more there are. */
	readonly more: number;
}

/** GET /documents/:documentId/versions */
export interface NamedVersion {
	readonly is: "draft" | "label" | "now";
	readonly number: number;
	/** Of a label. */
	readonly name: string | null;
	/** When the version came to be (ISO 8601), and by whom. */
	readonly at: string;
	readonly actor: { readonly id: string; readonly name: string };
}

/** GET /documents/:documentId/visit */
export interface WireNews {
	/** How far one has seen the document, and when; null: one was never here. */
	readonly visit: { readonly number: number; readonly at: string } | null;
	readonly headNumber: number;
	/** Passages that others changed since. */
	readonly passages: number;
	/** Somebody moved a side, or paired it anew, since. */
	readonly regrouped: boolean;
	/** Names of those who did, the first of them. */
	readonly people: readonly string[];
}

/** A passage that would be brought back. */
export interface RestoreSample {
	/** Place of its first passage in the document as it will be, from 0. */
	readonly index: number;
	readonly source: string;
	/** The source as it is now, where it is another. */
	readonly sourceNow: string | null;
	readonly changes: readonly { readonly kind: "same" | "deleted" | "inserted"; readonly text: string }[];
	/** Passages are paired otherwise, come or leave. */
	readonly regrouped: boolean;
}

/** POST /documents/:documentId/restore with preview */
export interface RestorePreview {
	/** The version that would come back. */
	readonly to: number;
	/** The newest revision when this was made. */
	readonly headNumber: number;
	/** Passages that would change, those that would come and those that would leave among them. */
	readonly passages: number;
	readonly words: number;
	/** Reviewed or approved passages that would have to be reviewed again, and those whose review would stand again. */
	readonly reviewed: number;
	readonly reviewedAgain: number;
	/** Passages of which only texts would come back: they are paired with others outside of the selection by now. */
	readonly textsOnly: number;
	readonly samples: readonly RestoreSample[];
	/** How many more there are. */
	readonly more: number;
}

/** GET /documents/:documentId/filter */
export interface WirePlaces {
	readonly headNumber: number;
	/** The grouping that the places are in. */
	readonly orderNumber: number;
	/** How many passages are let through. */
	readonly count: number;
	/** Where they are: a place and how many follow one another from there, again and again. */
	readonly runs: readonly number[];
}

/** One thing that changed in a passage since its link was confirmed. */
export type StaleChange =
	/** `before` is null where no revision holds the former text by itself. */
	| {
			readonly kind: "reworded";
			readonly side: Side;
			readonly segment: string;
			readonly before: string | null;
			readonly text: string;
	  }
	| { readonly kind: "came"; readonly side: Side; readonly segment: string; readonly text: string }
	/** It stands in another passage now, whose place is counted from 0. */
	| {
			readonly kind: "left";
			readonly side: Side;
			readonly segment: string;
			readonly text: string;
			readonly passage: string;
			readonly index: number;
	  }
	/** It was joined to another, or taken out. */
	| { readonly kind: "gone"; readonly side: Side; readonly segment: string };

/** GET /documents/:documentId/passages/:passageId/stale */
export interface WireStale {
	/** Who confirmed the link last, and when; null where nobody has. */
	readonly confirmed: {
		readonly number: number;
		readonly at: string;
		readonly actor: { readonly id: string; readonly name: string };
	} | null;
	readonly changes: readonly StaleChange[];
}

/** A passage with places where a text was found. */
export interface FoundPassage {
	readonly id: string;
	readonly index: number;
	readonly count: number;
	readonly matches: readonly { readonly segment: string; readonly places: readonly Match[] }[];
}

/** GET /documents/:documentId/search */
export interface WireSearch {
	/** All places in the document. */
	readonly total: number;
	/** The first passages with any, in order, and how many more there are. */
	readonly passages: readonly FoundPassage[];
	readonly more: number;
}

/** A text in which something was found, as it stood then. */
export interface HitSegment {
	readonly id: string;
	readonly side: Side;
	readonly version: number;
	readonly text: string;
	readonly places: readonly Match[];
}

/** GET /documents/:documentId/hits */
export interface WireHits {
	/** In the order of the document. */
	readonly passages: readonly {
		readonly id: string;
		readonly index: number;
		readonly state: PassageState;
		readonly segments: readonly HitSegment[];
	}[];
	/** The place to ask for the next with; null: these were the last. */
	readonly next: number | null;
}

/** A wording that the same source has elsewhere. */
export interface RenderedElsewhere {
	/** Text by text, as the passage there is divided. */
	readonly texts: readonly string[];
	readonly state: PassageState;
	/** Who worded it so, and when (ISO 8601); null where nobody but the import did. */
	readonly by: string | null;
	readonly at: string | null;
	/** Passages that are worded so. */
	readonly places: number;
	readonly documentId: string;
	readonly title: string;
	readonly passage: string;
	/** In the same document. */
	readonly here: boolean;
}

/** A passage of the same document with the same source and another wording. */
export interface SameSource {
	readonly id: string;
	readonly index: number;
	readonly state: PassageState;
	readonly target: readonly { readonly id: string; readonly version: number; readonly text: string }[];
}

/** GET /documents/:documentId/passages/:passageId/elsewhere */
export interface WireElsewhere {
	readonly passage: string;
	readonly renderings: readonly RenderedElsewhere[];
	readonly same: readonly SameSource[];
	/** Other passages of the same document with the same source, however they are worded. */
	readonly twins: number;
}

/** A text in which something was found, in whichever document of a project. */
export interface ConcordanceLine {
	readonly documentId: string;
	readonly title: string;
	readonly passage: string;
	readonly index: number;
	readonly state: PassageState;
	readonly side: Side;
	readonly text: string;
	readonly places: readonly Match[];
	/** What stands across from it. */
	readonly beside: string;
}

/** GET /projects/:projectId/concordance */
export interface WireConcordance {
	readonly total: number;
	/** There are more than were counted. */
	readonly more: boolean;
	readonly lines: readonly ConcordanceLine[];
}

/** GET /documents/:documentId/bridge */
export interface BridgeLines {
	/** Says of numbers that they mean the passages that they meant when these were sent. */
	readonly numbering: string;
	/** Passages of the document that have no rendering. */
	readonly total: number;
	/** Some of them, from the number that was asked for on, without inline codes. */
	readonly passages: readonly NumberedPassage[];
	/** The number to ask for the next with; null: these were the last. */
	readonly next: number | null;
}

/** How many there are, and the first of them. */
export interface Listed<Item> {
	readonly count: number;
	readonly first: readonly Item[];
}

/** POST /documents/:documentId/bridge with preview */
export interface BridgePreview {
	/** Passages that would get a rendering. */
	readonly filled: number;
	/** The lines do not have the numbers that were copied, so they were taken by their order. */
	readonly parallel: boolean;
	readonly missing: Listed<number>;
	readonly extra: Listed<ExtraLine>;
	readonly outOfOrder: Listed<number>;
	readonly repeated: Listed<number>;
	/** Passages for which a line came, but which have a rendering: they stay as they are. */
	readonly taken: Listed<number>;
	/** Lines that are still the source. */
	readonly untranslated: Listed<number>;
	readonly problems: readonly PasteProblem[];
	readonly samples: readonly { readonly number: number; readonly source: string; readonly text: string }[];
}

export interface ConvertedSample {
	readonly index: number;
	readonly before: string;
	readonly after: string;
}

/** POST /documents/:documentId/convert-script with preview */
export interface ConvertPreview {
	/** The language of the side as it is. */
	readonly language: string;
	/** Sentences of the side, those that would change, and the characters in them. */
	readonly total: number;
	readonly changed: number;
	readonly characters: number;
	readonly samples: readonly ConvertedSample[];
}
