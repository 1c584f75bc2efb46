/** Terms as the server sends them. */
import type { PassageState } from "../document/model.ts";
import type { ReadProblem } from "../formats/reader.ts";
import type { Match } from "../scripts/fold.ts";
import type { MergedTerm, Merging } from "./merging.ts";
import type { Rewording } from "./rewording.ts";
import type { Term } from "./term.ts";

/** Where a term came from. */
export const termOrigins = ["starter", "person", "import", "candidate"] as const;
export type TermOrigin = (typeof termOrigins)[number];

/** A term as its project keeps it. */
export interface StoredTerm extends Term {
	readonly origin: TermOrigin;
	/** Rises with every change of it or of its renderings. */
	readonly version: number;
	/** Who changed it last, and when. */
	readonly updatedBy: string;
	readonly updatedAt: string;
}

/** The answer to whoever changed a term: how it is now, and the number of the glossary with it. */
export interface SavedTerm {
	readonly term: StoredTerm;
	readonly version: number;
}

export interface WireTerms {
	readonly version: number;
	readonly terms: readonly Term[];
}

export interface GlossaryPage {
	readonly version: number;
	/** Terms of the whole glossary, and those that the query finds. */
	readonly all: number;
	readonly total: number;
	readonly terms: readonly StoredTerm[];
	readonly domains: readonly { readonly domain: string; readonly terms: number }[];
	readonly origins: readonly { readonly origin: string; readonly terms: number }[];
}

/** A rendering that uses what the term must not be called any more. */
export interface TouchedText extends Rewording {
	readonly id: string;
	readonly version: number;
	/** As it is now. */
	readonly before: string;
}

export interface TouchedPassage {
	readonly id: string;
	readonly index: number;
	readonly state: PassageState;
	/** The source text, and where the term stands in it. */
	readonly source: string;
	readonly places: readonly Match[];
	readonly texts: readonly TouchedText[];
}

export interface TouchedDocument {
	readonly id: string;
	readonly title: string;
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	readonly passages: readonly TouchedPassage[];
}

export interface WireTouched {
	/** What would be written instead. */
	readonly preferred: string | null;
	readonly documents: readonly TouchedDocument[];
	/** There are more than are listed. */
	readonly more: boolean;
}

/** What was made of it in one document. */
export interface RewordedDocument {
	readonly id: string;
	/** The revision, by which it can be taken back; null where suggestions were made. */
	readonly number: number | null;
	readonly changed: number;
	/** Texts that somebody changed meanwhile: they stay as they are. */
	readonly skipped: number;
}

/** What a glossary file is, held against the project's; `version` is the glossary's that it was held against. */
export interface WireGlossaryImport extends Omit<Merging, "added" | "changed"> {
	readonly version: number;
	/** It was taken in. */
	readonly applied: boolean;
	/** Of each as many as are shown; the totals are those below. */
	readonly added: readonly Term[];
	readonly changed: readonly MergedTerm[];
	readonly totals: { readonly added: number; readonly changed: number };
	/** With any of them nothing can be taken in. A line of 0 is not known. */
	readonly problems: readonly ReadProblem[];
	readonly remarks: readonly ReadProblem[];
}

/** Marked places of a text. */
export interface MarkedPlaces {
	readonly text: string;
	readonly places: readonly Match[];
}

/** What people have rendered alike again and again. */
export interface WireCandidate {
	readonly source: string;
	readonly rendering: string;
	/** Passages whose source has it, and those of them that are so rendered. */
	readonly passages: number;
	readonly together: number;
	readonly examples: readonly {
		readonly documentId: string;
		readonly title: string;
		readonly passage: string;
		readonly index: number;
		readonly source: MarkedPlaces;
		readonly target: MarkedPlaces;
	}[];
}

export interface MinedTerms {
	/** Reviewed or approved passages that were read. */
	readonly passages: number;
	readonly candidates: readonly WireCandidate[];
}
