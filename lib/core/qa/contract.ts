/**
 * A check is one file: what it looks at, how bad what it finds is, and the keys of what it says. It is pure and runs
 * the same in browser, server, job and command line.
 */
import type { Lexicon } from "../align/lexicon/lexicon.ts";
import type { LinkState, PassageState, Side } from "../document/model.ts";
import type { ScriptLexicon } from "../scripts/lexicon.ts";
import type { TermMatcher } from "../terms/matcher.ts";
import type { MqmType } from "./mqm.ts";
import type { StyleProfile } from "./style-profile.ts";
import type { Usage } from "./usage/usage.ts";

/** As in MQM: what must not be published, what should not, what could be better. */
export const severities = ["critical", "major", "minor"] as const;
export type Severity = (typeof severities)[number];

export interface CheckedSegment {
	readonly id: string;
	readonly text: string;
	/** The rendering as a machine made it; absent where a person did, or nobody told. */
	readonly machineDraft?: string;
	/** What a reader of English remarks on the text; absent where none has read it. */
	readonly remarks?: readonly EnglishRemark[];
}

/** Either side may be empty: an English page without its source is checked too. */
export interface CheckedPassage {
	readonly id: string;
	readonly source: readonly CheckedSegment[];
	readonly target: readonly CheckedSegment[];
	/** Where the passage stands in its document; absent for a pair of texts from a file. */
	readonly state?: PassageState;
	readonly link?: LinkState;
	/** The source text was changed after the passage was reviewed. */
	readonly sourceChangedAfterReview?: boolean;
}

export interface CheckedDocument {
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	/** The sides that the document has. */
	readonly sides: Readonly<Record<Side, boolean>>;
}

/** A slip of English, as a reader of English names it. Offsets are UTF-16 code units, end exclusive. */
export interface EnglishRemark {
	readonly slip: string;
	readonly start: number;
	readonly end: number;
	readonly replacements: readonly string[];
}

/** What checks look things up in. A check that needs what is not at hand is not run. */
export interface Knowledge {
	readonly scripts: ScriptLexicon;
	/** The project's terms; none where it has no glossary. */
	readonly terms: TermMatcher;
	readonly style: StyleProfile;
	/** Words that the people of the project know to be right, in small letters. */
	readonly words: ReadonlySet<string>;
	/** What the document's passages, all of them, usually call things; empty where they were not read before. */
	readonly usage: Usage;
	/** Chinese–English; large, so browsers do without. */
	readonly lexicon: Lexicon | null;
}

/** Replaces the finding's range; safe to apply without reading further. */
export type Fix = string;

/** What a check found. Offsets are UTF-16 code units of the segment's text, end exclusive. */
export interface Fault {
	readonly side: Side;
	readonly segment: string;
	readonly start: number;
	readonly end: number;
	/** The sentence `findings.<check>.<key>`, with these values. */
	readonly key: string;
	readonly values: Readonly<Record<string, string | number>>;
	readonly fix: Fix | null;
	/** Where it differs from the check's. */
	readonly severity?: Severity;
}

export interface Finding extends Fault {
	readonly check: string;
	readonly severity: Severity;
}

interface CheckCard {
	/** Stored with dismissals: never renamed. */
	readonly id: string;
	readonly severity: Severity;
	/** What kind of error it finds, in the words of MQM. */
	readonly mqm: MqmType;
	/** What it may say, each with its sentence `findings.<id>.<key>`. */
	readonly keys: readonly string[];
	/** It reads the Chinese–English lexicon: not run where that is not at hand. */
	readonly needsLexicon?: true;
	/** It tells what a reader of English remarked: see `CheckedSegment.remarks`. */
	readonly needsRemarks?: true;
	/** Whether there is anything for it in a document of these languages and sides. */
	concerns(document: CheckedDocument): boolean;
}

/** Looks at one passage by itself. */
export interface PassageCheck extends CheckCard {
	checkPassage(passage: CheckedPassage, document: CheckedDocument, knowledge: Knowledge): Fault[];
}

/**
 * Looks at what passages say of the same subject, in the document and in the others of the project: each passage is
 * read by itself, so that an edit changes only what it says, and every mention is then judged by how often what is
 * said.
 */
export interface MentionCheck extends CheckCard {
	mentions(passage: CheckedPassage, document: CheckedDocument, knowledge: Knowledge): Mention[];
	/** Null where nothing is wrong. */
	judge(mention: Mention, tally: Tally): Fault | null;
}

export type Check = PassageCheck | MentionCheck;

/** A passage says `value` of `subject`: of 中联部, “International Department”. Both are compared as they are. */
export interface Mention {
	readonly subject: string;
	readonly value: string;
	readonly side: Side;
	readonly segment: string;
	readonly start: number;
	readonly end: number;
}

/** What is said of a subject, and how often: `here` in the document, `elsewhere` in the project's others. The most frequent first. */
export type Tally = readonly {
	readonly value: string;
	readonly here: number;
	readonly elsewhere: number;
}[];

export const isMentionCheck = (check: Check): check is MentionCheck => "mentions" in check;
