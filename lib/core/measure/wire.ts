/** What the API answers about measures. */
import type { Rates } from "./measure-texts.ts";

/** Which drafts are measured: those of a machine, or of whatever origin. */
export const draftScopes = ["machine", "all"] as const;
export type DraftScope = (typeof draftScopes)[number];

/** Which passages are measured: those that somebody confirmed as reading correctly, or all. */
export const passageScopes = ["confirmed", "all"] as const;
export type PassageScope = (typeof passageScopes)[number];

/** Where one group of passages ends by edit rate, in percent, and the next begins: as drafted, up to 10, … more. */
export const bandEnds = [0, 10, 25, 50, 100, Number.POSITIVE_INFINITY] as const;

/** Of the passages that have a draft. */
export interface Figures extends Rates {
	/** Passages by their edit rate, as `bandEnds` has it. */
	readonly bands: readonly number[];
	readonly passages: number;
	/** Whose rendering is another than the draft. */
	readonly edited: number;
	/** Reviewed or approved. */
	readonly confirmed: number;
	/** Confirmed with the draft's very wording. */
	readonly confirmedUntouched: number;
	readonly characters: number;
	readonly charactersChanged: number;
	readonly words: number;
	readonly wordsChanged: number;
	readonly edits: number;
	readonly referenceWords: number;
}

/**
 * A passage counts for whoever worded its rendering last; one that still has the draft's wording for whoever confirmed
 * it. What is confirmed counts for whoever confirmed it.
 */
export interface PersonFigures extends Figures {
	readonly id: string;
	readonly name: string;
	/** At work: see activity.ts. */
	readonly minutes: number;
	/** Revisions of their own. */
	readonly changes: number;
}

export interface DayFigures {
	/** "2026-11-22", in the zone that was asked for. */
	readonly day: string;
	/** Words changed since the draft whose wording, as it stands now, was written on that day. */
	readonly wordsChanged: number;
	/** Passages whose standing confirmation was given on that day. */
	readonly confirmed: number;
	readonly changes: number;
	readonly minutes: number;
}

/** Measuring takes a job first: so many renderings of so many have not been measured yet. */
export interface WireUnmeasured {
	readonly state: "unmeasured";
	readonly missing: number;
	readonly renderings: number;
}

interface WireFound {
	readonly state: "measured";
	readonly drafts: DraftScope;
	/** Passages with a machine's draft, and with another: whether there is something to choose. */
	readonly drafted: { readonly machine: number; readonly other: number };
	readonly total: Figures;
	readonly people: readonly PersonFigures[];
	readonly days: readonly DayFigures[];
	/** People, days and minutes are everybody's; otherwise one's own. */
	readonly everyone: boolean;
}

export interface WireDocumentMeasures extends WireFound {
	readonly headNumber: number;
}

export interface WireProjectMeasures extends WireFound {
	readonly documents: readonly (Figures & { readonly id: string; readonly title: string })[];
}

/** As in the document, or first those with the highest edit rate, or with the most characters changed. */
export const passageOrders = ["place", "rate", "characters"] as const;

export interface PassageFigures
	extends Omit<Figures, "bands" | "passages" | "edited" | "confirmed" | "confirmedUntouched"> {
	readonly id: string;
	/** Place in the document, from 0. */
	readonly index: number;
	readonly state: string;
	/** Of the renderings, from the beginning. */
	readonly text: string;
}

export interface WirePassageMeasures {
	readonly total: number;
	readonly passages: readonly PassageFigures[];
}
