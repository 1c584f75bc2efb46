/**
 * A check is one file: what it looks at, how bad what it finds is, and the keys of what it says. It is pure and runs
 * the same in browser, server, job and command line.
 */
import type { Side } from "../document/model.ts";
import type { ScriptLexicon } from "../scripts/lexicon.ts";

/** As in MQM: what must not be published, what should not, what could be better. */
export const severities = ["critical", "major", "minor"] as const;
export type Severity = (typeof severities)[number];

export interface CheckedSegment {
	readonly id: string;
	readonly text: string;
}

/** Either side may be empty: an English page without its source is checked too. */
export interface CheckedPassage {
	readonly id: string;
	readonly source: readonly CheckedSegment[];
	readonly target: readonly CheckedSegment[];
}

export interface CheckedDocument {
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	/** The sides that the document has. */
	readonly sides: Readonly<Record<Side, boolean>>;
}

/** What checks look things up in; loaded only where a check concerns the document. */
export interface Knowledge {
	readonly scripts: ScriptLexicon;
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

export interface Check {
	/** Stored with dismissals: never renamed. */
	readonly id: string;
	readonly severity: Severity;
	/** What it may say, each with its sentence `findings.<id>.<key>`. */
	readonly keys: readonly string[];
	/** Whether there is anything for it in a document of these languages and sides. */
	concerns(document: CheckedDocument): boolean;
	checkPassage(passage: CheckedPassage, document: CheckedDocument, knowledge: Knowledge): Fault[];
}
