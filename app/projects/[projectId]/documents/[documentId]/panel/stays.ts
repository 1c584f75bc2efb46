import type { HistoryEntry } from "../store/wire.ts";

/** A pause longer than this ends one person's stay on a segment. */
const longestPause = 10 * 60 * 1000;

/**
 * One person's uninterrupted stay on a segment is one entry: from the text they found to the text they left.
 * `entries` are newest first, and so is the answer.
 */
export function gathered(entries: readonly HistoryEntry[]): HistoryEntry[] {
	const stays: HistoryEntry[] = [];
	for (const entry of entries) {
		const later = stays.at(-1);
		if (later && isSameStay(later, entry)) stays[stays.length - 1] = { ...later, before: entry.before };
		else stays.push(entry);
	}
	return stays;
}

function isSameStay(later: HistoryEntry, earlier: HistoryEntry): boolean {
	return (
		later.type === "edit" &&
		earlier.type === "edit" &&
		later.undoes === null &&
		earlier.undoes === null &&
		later.actor.id === earlier.actor.id &&
		later.before === earlier.after &&
		Date.parse(later.at) - Date.parse(earlier.at) < longestPause
	);
}
