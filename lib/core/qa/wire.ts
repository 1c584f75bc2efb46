/** Findings as the API sends them. */

import type { PassageState } from "../document/model.ts";
import type { Finding, Severity } from "./contract.ts";
import type { Risk } from "./risk.ts";
import type { CheckSettings } from "./settings.ts";

export const dismissalReasons = ["false-alarm", "intended", "house-style", "other"] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

export interface WireDismissal {
	readonly id: string;
	readonly reason: DismissalReason;
	readonly note: string;
	readonly by: string;
	/** ISO 8601. */
	readonly at: string;
}

/** A finding as it is kept: with what a dismissal of it would hold for. */
export interface StoredFinding extends Finding {
	readonly fingerprint: string;
}

export interface WireFinding extends StoredFinding {
	/** Null where it is open. */
	readonly dismissal: WireDismissal | null;
}

/** A passage with what the checks found in it, dismissed or not. */
export interface PassageFindings {
	readonly id: string;
	/** Place in the document, from 0. */
	readonly index: number;
	/** Of the texts in which this was found: see `contentOf`. */
	readonly content: string;
	readonly findings: readonly WireFinding[];
}

/** How often a check found something this bad. */
export interface FindingCount {
	readonly check: string;
	readonly severity: Severity;
	readonly open: number;
	readonly dismissed: number;
}

/** How much is still to be looked at; what was found before is told meanwhile. */
export interface Counting {
	readonly left: number;
	readonly total: number;
}

/** GET /documents/:documentId/findings */
export interface WireFindings {
	readonly headNumber: number;
	/** Null once everything has been looked at. */
	readonly counting: Counting | null;
	/** Passages whose English has still to be read; what else is found in them is told. */
	readonly unread: number;
	/** Open ones of the whole document. */
	readonly total: number;
	readonly dismissed: number;
	readonly counts: readonly FindingCount[];
	/** Passages in which a check has an open finding, by its id; under `any`, of any check. */
	readonly checks: Readonly<Record<string, number>>;
	/** Passages with findings as asked for, in order, from the place asked for on. */
	readonly passages: readonly PassageFindings[];
	/** How many more there are behind them. */
	readonly more: number;
	readonly settings: CheckSettings;
}

/** A finding with where it is, in whichever document of a project. */
export interface ListedFinding {
	readonly documentId: string;
	readonly title: string;
	readonly passage: string;
	/** Place in the document, from 0. */
	readonly index: number;
	readonly state: PassageState;
	/** The text that it was found in, and its language. */
	readonly text: string;
	readonly language: string;
	readonly version: number;
	readonly finding: WireFinding;
}

/** GET /projects/:projectId/findings */
export interface WireProjectFindings {
	readonly counting: Counting | null;
	/** Passages whose English has still to be read. */
	readonly unread: number;
	/** These, and the counts, are of the document asked for, or of all of them. */
	readonly total: number;
	readonly dismissed: number;
	readonly counts: readonly FindingCount[];
	/** How many open findings of a check have a safe fix that the reader may make; not of checks without any. */
	readonly fixable: readonly { readonly check: string; readonly open: number }[];
	/** Documents with findings as asked for, the last worked on first. */
	readonly documents: readonly {
		readonly id: string;
		readonly title: string;
		readonly critical: number;
		readonly major: number;
		readonly minor: number;
	}[];
	/** Findings as asked for, from the one asked for on. */
	readonly findings: readonly ListedFinding[];
	/** All of them. */
	readonly listed: number;
	readonly settings: CheckSettings;
}

/** What fixing would change: POST /projects/:projectId/fixes with preview. */
export interface FixPreview {
	readonly fixes: readonly ListedFinding[];
	readonly more: number;
}

/** POST /projects/:projectId/fixes */
export interface Fixed {
	/** Texts that were changed, and those that were another by then. */
	readonly changed: number;
	readonly skipped: number;
	readonly documents: readonly { readonly id: string; readonly number: number }[];
}

export interface RiskyPassage extends Risk {
	readonly id: string;
	/** Place in the document, from 0. */
	readonly index: number;
	/** Since anybody wrote any of its texts. */
	readonly days: number;
}

/** GET /documents/:documentId/risks */
export interface WireRisks {
	readonly headNumber: number;
	/** The riskiest first, as many as anybody reads before asking again. */
	readonly passages: readonly RiskyPassage[];
}
