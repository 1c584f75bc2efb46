import type { UnitState } from "../../reader.ts";

/**
 * XLIFF 1.2, section 2.3, `state` of `<target>`. Approved is what its writer calls final; what was looked at by
 * somebody but is not final counts as reviewed, everything that asks for work as a draft.
 */
const targetStates: Readonly<Record<string, UnitState>> = {
	final: "approved",
	"signed-off": "reviewed",
	translated: "draft",
	"needs-adaptation": "draft",
	"needs-l10n": "draft",
	"needs-review-adaptation": "draft",
	"needs-review-l10n": "draft",
	"needs-review-translation": "draft",
	"needs-translation": "draft",
	new: "draft",
};

/** XLIFF 2.1, section 4.3.1.28, `state` of `<segment>`. */
const segmentStates: Readonly<Record<string, UnitState>> = {
	initial: "draft",
	translated: "draft",
	reviewed: "reviewed",
	final: "approved",
};

/** `conf` of `<sdl:seg>` (Trados), `mq:status` of `<trans-unit>` (memoQ). */
const toolStates: Readonly<Record<string, UnitState>> = {
	Draft: "draft",
	Translated: "draft",
	RejectedTranslation: "draft",
	RejectedSignOff: "draft",
	ApprovedTranslation: "reviewed",
	ApprovedSignOff: "approved",
	PartiallyEdited: "draft",
	Pretranslated: "draft",
	MachineTranslated: "draft",
	ManuallyConfirmed: "reviewed",
	AssembledFromFragments: "draft",
	Proofread: "approved",
	Rejected: "draft",
};

const stated = (
	states: Readonly<Record<string, UnitState>>,
	state: string | undefined,
): UnitState | undefined => (state !== undefined && Object.hasOwn(states, state) ? states[state] : undefined);

export interface StateSigns {
	/** The unit's `approved`. */
	readonly approved?: string | undefined;
	/** The target's own. */
	readonly state?: string | undefined;
	/** What a tool says in its own words. */
	readonly tool?: string | undefined;
}

/** Of XLIFF 1.2. No text is untranslated, whatever is said of it; undefined where nothing is said. */
export function stateOf12(hasTarget: boolean, { approved, state, tool }: StateSigns): UnitState | undefined {
	if (!hasTarget) return "untranslated";
	if (approved === "yes") return "approved";
	return stated(toolStates, tool) ?? stated(targetStates, state) ?? (approved === "no" ? "draft" : undefined);
}

/** Of XLIFF 2, where a segment without a word of its state is `initial`. */
export function stateOf2(hasTarget: boolean, state: string | undefined): UnitState {
	return hasTarget ? (stated(segmentStates, state) ?? "draft") : "untranslated";
}
