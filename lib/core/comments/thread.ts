/** What a thread's append-only entries add up to. */
import type { FromFile, ThreadState, WireEntry, WirePerson } from "./wire.ts";

export const entryKinds = [
	"comment",
	"suggest",
	"edit",
	"delete",
	"resolve",
	"reopen",
	"accept",
	"reject",
] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface StoredEntry {
	readonly number: number;
	readonly kind: EntryKind;
	readonly author: WirePerson;
	readonly at: string;
	readonly text: string | null;
	/** The entry that this one edits or deletes. */
	readonly of: number | null;
	readonly revision: number | null;
	readonly from?: FromFile;
}

/** The entries as they are read now: the last wording of each, without the text of what was deleted. */
export function readEntries(stored: readonly StoredEntry[]): WireEntry[] {
	const entries: WireEntry[] = [];
	for (const { number, kind, author, at, text, of, revision, from } of stored) {
		if (kind !== "edit" && kind !== "delete") {
			entries.push({
				number,
				kind,
				author,
				at,
				text,
				editedAt: null,
				deleted: false,
				revision,
				...(from && { from }),
			});
			continue;
		}
		const i = entries.findIndex((entry) => entry.number === of);
		const changed = entries[i];
		if (!changed || changed.deleted) continue;
		entries[i] =
			kind === "edit"
				? { ...changed, text, editedAt: at }
				: { ...changed, text: null, editedAt: null, deleted: true };
	}
	return entries;
}

export function stateOf(entries: readonly WireEntry[]): ThreadState {
	const said = entries.filter(({ text, deleted }) => text !== null || deleted);
	if (said.every(({ deleted }) => deleted)) return "withdrawn";
	const last = entries.findLast(({ kind }) => kind !== "comment" && kind !== "suggest");
	if (last?.kind === "accept") return "accepted";
	if (last?.kind === "reject") return "rejected";
	if (entries[0]?.kind === "suggest" && entries[0].deleted) return "withdrawn";
	return last?.kind === "resolve" ? "resolved" : "open";
}
