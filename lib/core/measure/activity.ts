/**
 * How long somebody was at work, from when their changes were saved. A minute counts in which something was saved, and so
 * do those in between where the next change came at most five minutes later; a longer gap counts for nothing, nor does
 * reading before the first change. The workbench saves two seconds after the last key, so that whoever types or confirms
 * leaves such a trace; somebody who only reads does not.
 */

/** Minutes: longer between two changes, somebody has done something else meanwhile. */
export const longestPause = 5;

/** `minutes` are those in which something was saved, counted from any one moment, in any order. */
export function activeMinutes(minutes: Iterable<number>): number {
	let active = 0;
	let last: number | null = null;
	for (const minute of [...new Set(minutes)].sort((a, b) => a - b)) {
		const pause = last === null ? Number.POSITIVE_INFINITY : minute - last;
		active += pause <= longestPause ? pause : 1;
		last = minute;
	}
	return active;
}
