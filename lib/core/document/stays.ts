/** What somebody worked on without leaving it, as one entry with the single revisions inside. */

/** A pause longer than this ends one person's stay on a segment. Milliseconds. */
const longestPause = 10 * 60 * 1_000;

export interface Revised {
	readonly number: number;
	/** ISO 8601 */
	readonly at: string;
	readonly actor: { readonly id: string };
	readonly type: string;
	readonly undoes: number | null;
	readonly before: string | null;
	readonly after: string | null;
	readonly suggestedBy?: object | null;
	/** Absent where all are about one document, and about one segment. */
	readonly documentId?: string;
	readonly segment?: string | null;
}

export interface Stay<Entry extends Revised> {
	/** The latest revision, from the text that was found to the text that was left. */
	readonly whole: Entry;
	/** Newest first. */
	readonly parts: readonly Entry[];
}

/**
 * `entries` are newest first, and so is the answer. What others did meanwhile, elsewhere, does not end a stay; what
 * the same person did in between does.
 */
export function stays<Entry extends Revised>(entries: readonly Entry[]): Stay<Entry>[] {
	const found: Stay<Entry>[] = [];
	const latest = new Map<string, number>();
	for (const entry of entries) {
		const person = `${entry.documentId ?? ""} ${entry.actor.id}`;
		const place = latest.get(person);
		const stay = place === undefined ? undefined : found[place];
		const later = stay?.parts.at(-1);
		if (place !== undefined && stay && later && isSameStay(later, entry)) {
			found[place] = { whole: { ...stay.whole, before: entry.before }, parts: [...stay.parts, entry] };
			continue;
		}
		latest.set(person, found.length);
		found.push({ whole: entry, parts: [entry] });
	}
	return found;
}

function isSameStay(later: Revised, earlier: Revised): boolean {
	return (
		later.type === "edit" &&
		earlier.type === "edit" &&
		later.undoes === null &&
		earlier.undoes === null &&
		!later.suggestedBy &&
		!earlier.suggestedBy &&
		later.segment === earlier.segment &&
		later.before === earlier.after &&
		Date.parse(later.at) - Date.parse(earlier.at) < longestPause
	);
}
