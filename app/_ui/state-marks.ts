import type { LinkState, PassageState } from "#lib/core/document/model.ts";

/** The state of a passage as it is shown: an untouched machine draft has a mark of its own. */
export type StateMark = PassageState | "machine";

export const stateMarks = [
	"empty",
	"draft",
	"machine",
	"edited",
	"reviewed",
	"approved",
] as const satisfies StateMark[];

/** The letters of a document's outline. */
export const markOfLetter: Readonly<Record<string, StateMark>> = {
	e: "empty",
	d: "draft",
	m: "machine",
	c: "edited",
	r: "reviewed",
	a: "approved",
};
export const linkOfLetter: Readonly<Record<string, LinkState>> = {
	a: "automatic",
	c: "confirmed",
	s: "stale",
};

/** Below this the aligner is unsure and the link is drawn broken. */
export const unsureBelow = 0.5;
