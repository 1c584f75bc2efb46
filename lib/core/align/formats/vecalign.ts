import type { IndexBead } from "../evaluate.ts";
import { type AlignmentFormat, numbersOf } from "./contract.ts";

/**
 * What Vecalign prints and its evaluation reads: `[0]:[0,1]:0.973100`, sentence numbers from 0, an empty list for a
 * side that is missing. The third field is the confidence here (more is better), a cost there; readers ignore it.
 */
export const vecalign = {
	id: "vecalign",
	write({ beads }) {
		return beads
			.map(
				(bead) => `[${numbersOf(bead.source)}]:[${numbersOf(bead.target)}]:${bead.confidence.toFixed(6)}\n`,
			)
			.join("");
	},
} as const satisfies AlignmentFormat;

/** `line` and `column` count from 1, columns in characters. */
export type ReadBeads = { ok: true; beads: IndexBead[] } | { ok: false; line: number; column: number };

const bead = /^\s*\[([\d\s,]*)\]\s*:\s*\[([\d\s,]*)\]\s*(?::.*)?$/u;
const numberList = /^\s*(?:\d+\s*(?:,\s*\d+\s*)*)?$/u;

/** Reads gold files and what aligners print; blank lines are skipped, what follows a second colon is ignored. */
export function readBeads(text: string): ReadBeads {
	const beads: IndexBead[] = [];
	for (const [index, line] of text.split(/\r\n|[\n\r]/u).entries()) {
		if (line.trim() === "") continue;
		const [, left, right] = bead.exec(line) ?? [];
		const source = numbersIn(left);
		const target = numbersIn(right);
		if (source === null) return { ok: false, line: index + 1, column: 1 };
		if (target === null) return { ok: false, line: index + 1, column: [...line].indexOf(":") + 2 };
		beads.push({ source, target });
	}
	return { ok: true, beads };
}

function numbersIn(list: string | undefined): number[] | null {
	if (list === undefined || !numberList.test(list)) return null;
	return (list.match(/\d+/gu) ?? []).map(Number);
}
