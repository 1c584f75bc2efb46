import { hunksBetween } from "#lib/core/diff/hunks.ts";
import { isUnspaced, tokenize } from "#lib/core/diff/tokens.ts";

export interface Change {
	readonly kind: "same" | "deleted" | "inserted";
	readonly text: string;
}

/**
 * The difference as a reader wants it: whole words and phrases, a deletion before the insertion that replaces it.
 * Exact: same + deleted is `before`, same + inserted is `after`; no change is empty, no two neighbours are alike.
 */
export function diffWords(before: string, after: string, language: string): Change[] {
	if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
	const old = tokenize(before, language);
	const now = tokenize(after, language);
	const changes: Change[] = [];
	const add = (kind: Change["kind"], tokens: readonly string[]) => {
		if (tokens.length > 0) changes.push({ kind, text: tokens.join("") });
	};
	let at = 0;
	for (const hunk of hunksBetween(old, now, { unspaced: isUnspaced(language) })) {
		add("same", old.slice(at, hunk.start));
		add("deleted", old.slice(hunk.start, hunk.end));
		add("inserted", now.slice(hunk.afterStart, hunk.afterEnd));
		at = hunk.end;
	}
	add("same", old.slice(at));
	return changes;
}

export function textBefore(changes: readonly Change[]): string {
	return changes.map((change) => (change.kind === "inserted" ? "" : change.text)).join("");
}

export function textAfter(changes: readonly Change[]): string {
	return changes.map((change) => (change.kind === "deleted" ? "" : change.text)).join("");
}
