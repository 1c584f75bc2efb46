import type { Match } from "#lib/core/diff/matches.ts";

/** A stretch of `before` tokens [start, end) replaced by `after` tokens [afterStart, afterEnd); one may be empty. */
export interface Hunk {
	readonly start: number;
	readonly end: number;
	readonly afterStart: number;
	readonly afterEnd: number;
}

/** What lies between what two texts share: at least one shared token lies between two hunks. */
export function hunksAround(matches: readonly Match[], before: number, after: number): Hunk[] {
	const hunks: Hunk[] = [];
	let [start, afterStart] = [0, 0];
	for (const match of [...matches, { before, after, length: 0 }]) {
		const hunk = { start, end: match.before, afterStart, afterEnd: match.after };
		if (hunk.start < hunk.end || hunk.afterStart < hunk.afterEnd) hunks.push(hunk);
		[start, afterStart] = [match.before + match.length, match.after + match.length];
	}
	return hunks;
}
