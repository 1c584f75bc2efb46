/** Long texts are searched window by window, so that memory stays bounded and words are learned near where they stand. */
import type { Bead, Span } from "../contract.ts";
import type { Evidence as OtherEvidence } from "../evidence.ts";
import type { WordPairs } from "./pairs.ts";
import type { Prepared } from "./prepare.ts";
import { decodeParts, type Setting } from "./search.ts";
import { view } from "./view.ts";

/** Rows of a window, and how many of its last ones only serve to see where the rows before them end. */
const windowRows = 1_200;
const overlap = 60;
/** A window may end after a bead of which the search is this sure; else after the surest near its end. */
const sure = 0.98;

export function decodeWindows(
	prepared: Prepared,
	known: WordPairs,
	path: Int32Array,
	given: readonly OtherEvidence[],
	setting: Setting,
): Bead[] {
	const rows = path.length - 1;
	const columns = prepared.sides.target.starts.length - 1;
	const beads: Bead[] = [];
	for (let [row, column] = [0, 0]; row < rows || column < columns; ) {
		const isLast = row + windowRows + overlap >= rows;
		const end = isLast ? rows : row + windowRows + overlap;
		const lastColumn = isLast ? columns : Math.max(column, Math.min(columns, path[end] ?? columns));
		const part = {
			prepared: view(prepared, [row, end], [column, lastColumn]),
			path: path.slice(row, end + 1).map((at) => Math.min(lastColumn, Math.max(column, at)) - column),
			given: given.map((other) => moved(other, row, column)),
		};
		const [found = []] = decodeParts([part], known, setting);
		const kept = isLast ? found : found.slice(0, cut(found, windowRows));
		for (const bead of kept)
			beads.push({
				source: shifted(bead.source, row),
				target: shifted(bead.target, column),
				confidence: bead.confidence,
			});
		const last = beads.at(-1);
		if (isLast || last === undefined || kept.length === 0) return beads;
		[row, column] = [last.source[1], last.target[1]];
	}
	return beads;
}

/** How many beads to keep: up to a sure one, as near as can be to the row where the overlap begins. */
function cut(beads: readonly Bead[], row: number): number {
	let best = beads.findIndex(({ source }) => source[1] > row);
	if (best < 0) return beads.length;
	let surest = -1;
	for (let n = best; n > 0 && n > best - overlap; n -= 1) {
		const bead = beads[n - 1];
		if (!bead || bead.source[0] === bead.source[1] || bead.target[0] === bead.target[1]) continue;
		if (bead.confidence >= sure) return n;
		if (bead.confidence > surest) {
			surest = bead.confidence;
			best = n;
		}
	}
	return Math.max(1, best);
}

/** Evidence of the whole texts for a part that begins at (row, column). */
export function moved(other: OtherEvidence, row: number, column: number): OtherEvidence {
	return {
		weigh: (source, sources, target, targets) => other.weigh(source + row, sources, target + column, targets),
	};
}

export function shifted([from, to]: Span, by: number): Span {
	return [from + by, to + by];
}
