/**
 * The same work in other tools, as their documentation says it is done: nobody pressed these keys here. Where a page
 * leaves something open the smaller number stands. A tool that cannot do a task has no number for it.
 */
import { faults, unevenBefore } from "./work.ts";

export interface Counted {
	readonly strokes: number | null;
	/** The keys, in order; `×` with a number: so many times. */
	readonly sequence: string;
}

export interface Peer {
	readonly name: string;
	readonly source: string;
	readonly fault: (index: number) => Counted;
	readonly confirmAll: Counted;
}

const previous = (index: number): number => faults[index - 1]?.at ?? 0;
/** Rows between a fault and the one before it. */
const distance = (index: number): number => (faults[index]?.at ?? 0) - previous(index);

/** Rows between two faults, the later one's included, at which a search for uneven ones stops. */
const stops = (index: number): string => `N×${unevenBefore(index) + 1}`;

const none = (why: string): Counted => ({ strokes: null, sequence: why });
const counted = (...keys: readonly string[]): Counted => ({
	strokes: keys.reduce((sum, key) => sum + Number(/×(\d+)$/.exec(key)?.[1] ?? 1), 0),
	sequence: keys.join(" "),
});

/** InterText editor: N next position that is not 1:1, Ctrl+↑/↓ move one element, Backspace close a gap on one side, Ctrl+Enter open one on both, C confirm. */
const interText: Peer = {
	name: "InterText",
	source:
		"InterText editor, key table of its handbook; “auto status”: a correction confirms what lies above it",
	fault: (index) => {
		switch (faults[index]?.id) {
			case "doubled":
				return counted(stops(index), "Ctrl+Enter", "↓", "Ctrl+↑", "→", "Ctrl+↑");
			case "halved":
				return counted(stops(index), "Ctrl+↑");
			case "strayed":
				return counted(stops(index), "Ctrl+↓");
			case "exchanged":
				return counted(`↓×${distance(index)}`, "swap");
			default:
				return counted(stops(index), "Backspace");
		}
	},
	confirmAll: counted("Ctrl+End", "C"),
};

/** OmegaT's aligner: D/U move down/up, Space pinpoints a pair, A accepts; rows are reached by arrow keys. */
const omegat: Peer = {
	name: "OmegaT aligner",
	source: "OmegaT manual, “Align files”",
	fault: (index) => {
		const way = `↓×${distance(index)}`;
		switch (faults[index]?.id) {
			case "doubled":
				return counted(way, "D", "→", "D");
			case "halved":
				return counted(way, "U");
			case "strayed":
				return counted(way, "D");
			case "exchanged":
				return none("no swap: both texts would have to be typed again");
			default:
				return counted(way, "Space", "↓", "Space");
		}
	},
	confirmAll: counted("Ctrl+A", "A"),
};

export const aligners: readonly Peer[] = [interText, omegat];

/** MateCat: Ctrl+Enter confirms a segment and goes to the next; words are corrected by the strokes that a text field takes anywhere. */
export const mateCat = {
	name: "MateCat",
	source: "MateCat's list of shortcuts",
	confirm: "Ctrl+Enter",
} as const;
