/**
 * How likely it is that a passage is wrong and nobody has seen it: what to read first where not all can be read.
 *
 * Four parts, each 0 to 1. The first three are taken as independent chances that something is wrong, so the whole is
 * that at least one of them holds: 1 - (1 - a·link)(1 - b·findings)(1 - c·machine). Age tells how long nobody has
 * looked: it takes up to a fifth away from what was worked on just now. Whoever reviewed a passage has read it: what
 * is left then is a share of the whole, and less where it was approved.
 */
import type { LinkState, PassageState } from "../document/model.ts";
import type { Severity } from "./contract.ts";

export interface RiskOf {
	/** False where a document has one side: nothing is paired. */
	readonly paired: boolean;
	readonly link: LinkState;
	/** The aligner's, 0 to 1; null where none said anything. */
	readonly confidence: number | null;
	readonly state: PassageState;
	/** Open findings. */
	readonly findings: Readonly<Record<Severity, number>>;
	/** Share of the rendering that is still the machine's, 0 to 1. */
	readonly machine: number;
	/** Days since anybody wrote any of its texts. */
	readonly days: number;
}

export interface Risk {
	readonly score: number;
	readonly link: number;
	readonly findings: number;
	readonly machine: number;
	readonly age: number;
}

/** How much each part weighs at its worst. */
const weights = { link: 0.6, findings: 0.9, machine: 0.35 } as const;
/** The chance that a finding of this severity is a real fault. */
const chances = { critical: 0.6, major: 0.35, minor: 0.1 } as const satisfies Record<Severity, number>;
/** What an aligner that says nothing leaves open. */
const unknownConfidence = 0.5;
/** Days after which a passage has been left alone long enough. */
const longUntouched = 30;
/** Of a passage written today, this is left of the whole. */
const freshest = 0.8;
/** What is left once somebody has read it. */
const read = { empty: 1, draft: 1, edited: 0.8, reviewed: 0.3, approved: 0.15 } as const satisfies Record<
	PassageState,
	number
>;

export function riskOf({ paired, link, confidence, state, findings, machine, days }: RiskOf): Risk {
	const parts = {
		link: paired ? doubtOf(link, confidence) : 0,
		findings:
			1 -
			missed(findings.critical, "critical") *
				missed(findings.major, "major") *
				missed(findings.minor, "minor"),
		machine: within(machine),
		age: within(days / longUntouched),
	};
	const sound =
		(1 - weights.link * parts.link) *
		(1 - weights.findings * parts.findings) *
		(1 - weights.machine * parts.machine);
	const score = (1 - sound) * (freshest + (1 - freshest) * parts.age) * read[state];
	return { score, ...parts };
}

function doubtOf(link: LinkState, confidence: number | null): number {
	if (link === "confirmed") return 0;
	return link === "stale" ? 1 : 1 - within(confidence ?? unknownConfidence);
}

const missed = (count: number, severity: Severity) => (1 - chances[severity]) ** count;
const within = (share: number) => Math.min(1, Math.max(0, share));
