import { rewritten, type Written, writtenBy } from "#lib/core/diff/blame.ts";
import { type Change, diffWords } from "#lib/core/diff/words.ts";

/** One saved version of a text: what it became, by whom, when (ISO 8601). */
export interface Version {
	readonly text: string;
	readonly author: string;
	readonly at: string;
}

/** A stretch of the net difference with whoever made it; both null where the text is the same. */
export interface AttributedRun extends Change {
	readonly author: string | null;
	readonly at: string | null;
}

/** For every UTF-16 unit of the first text, who deleted it; of the last, who inserted it; null: nobody. */
interface Blame {
	readonly deleted: (Version | null)[];
	readonly inserted: (Version | null)[];
}

/**
 * The net difference first → last of `versions` (oldest first), each piece with the version that made it.
 * What was inserted and deleted again in between is not there. Exact like `diffWords`.
 */
export function attribute(first: string, versions: readonly Version[], language: string): AttributedRun[] {
	const last = versions.at(-1);
	if (last === undefined) return first === "" ? [] : [{ kind: "same", text: first, author: null, at: null }];
	const changes = diffWords(first, last.text, language);
	const only = versions.length === 1 ? last : null;
	const blame = only === null ? blameOf(first, versions, language) : null;
	const runs: AttributedRun[] = [];
	let deletedAt = 0;
	let insertedAt = 0;
	for (const change of changes) {
		const { kind, text } = change;
		if (kind === "same") runs.push({ kind, text, author: null, at: null });
		else if (blame === null) runs.push({ kind, text, author: last.author, at: last.at });
		else if (kind === "deleted")
			runs.push(...byAuthor(change, blame.deleted.slice(deletedAt, deletedAt + text.length), last));
		else runs.push(...byAuthor(change, blame.inserted.slice(insertedAt, insertedAt + text.length), last));
		if (kind !== "inserted") deletedAt += text.length;
		if (kind !== "deleted") insertedAt += text.length;
	}
	return runs;
}

/** Composes the successive differences. */
function blameOf(first: string, versions: readonly Version[], language: string): Blame {
	const deleted: (Version | null)[] = new Array(first.length).fill(null);
	let present: Written<Version | null>[] = writtenBy(first, null);
	let text = first;
	for (const version of versions) {
		const { written, gone } = rewritten(present, diffWords(text, version.text, language), version);
		for (const { by, from, start, end } of gone)
			if (by === null) deleted.fill(version, from, from + end - start);
		present = written;
		text = version.text;
	}
	return { deleted, inserted: present.flatMap(({ by, start, end }) => new Array(end - start).fill(by)) };
}

/**
 * Cuts a change where its author changes. A unit nobody is blamed for was kept all along and only pairs
 * differently in the net difference: it goes with the nearest blamed unit before it, else after it, else the last.
 */
function byAuthor(change: Change, blames: readonly (Version | null)[], last: Version): AttributedRun[] {
	const runs: AttributedRun[] = [];
	let current = blames.find((blame) => blame !== null) ?? last;
	let start = 0;
	const close = (end: number) => {
		if (end > start)
			runs.push({
				kind: change.kind,
				text: change.text.slice(start, end),
				author: current.author,
				at: current.at,
			});
		start = end;
	};
	blames.forEach((blame, index) => {
		if (blame === null || (blame.author === current.author && blame.at === current.at)) return;
		close(index);
		current = blame;
	});
	close(change.text.length);
	return runs;
}
