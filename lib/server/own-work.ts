/** What undoing and redoing take back of a person's own revisions. */

export interface OwnRevision {
	readonly number: number;
	readonly undoes: number | null;
	/** False for what others did that takes one's own back, or that again. */
	readonly own: boolean;
}

/** The last of one's revisions that stands: what one did, and what one took back of others or out of turn. */
export function lastUndoable<Revision extends OwnRevision>(past: readonly Revision[]): Revision | undefined {
	return told(past).done.at(-1);
}

/** The latest undoing that stands, unless something new was done since; redoing is nothing new. */
export function lastRedoable<Revision extends OwnRevision>(past: readonly Revision[]): Revision | undefined {
	return told(past).undone.at(-1);
}

/**
 * One's work told again from its beginning; `past` has the newest first. A revision that takes back the last one done
 * is an undoing, one that takes back the last undoing is a redoing, and any other that takes something back is work
 * like any other.
 */
function told<Revision extends OwnRevision>(
	past: readonly Revision[],
): { done: Revision[]; undone: Revision[] } {
	const done: Revision[] = [];
	const undone: Revision[] = [];
	const standing = new Standing();
	const isStanding = ({ number }: Revision) => standing.has(number);
	for (const revision of past.toReversed()) {
		const { undoes, own } = revision;
		const last = done.findLast(isStanding);
		const undoing = undone.at(-1);
		if (own && undoes !== null && undoes === last?.number) {
			done.splice(done.indexOf(last), 1);
			undone.push(revision);
		} else if (own && undoes !== null && undoes === undoing?.number) {
			const again = past.find(({ number }) => number === undoing.undoes);
			undone.pop();
			if (again) done.push(again);
		} else if (own) {
			done.push(revision);
			undone.length = 0;
		}
		standing.take(revision);
	}
	return { done: done.filter(isStanding), undone: undone.filter(isStanding) };
}

/** A revision is taken back while a revision that undoes it stands. */
class Standing {
	readonly #undoes = new Map<number, number | null>();
	readonly #takenBack = new Set<number>();

	has(number: number): boolean {
		return !this.#takenBack.has(number);
	}

	take({ number, undoes }: OwnRevision): void {
		this.#undoes.set(number, undoes);
		if (undoes !== null) this.#setStanding(undoes, false);
	}

	#setStanding(number: number, stands: boolean): void {
		if (stands) this.#takenBack.delete(number);
		else this.#takenBack.add(number);
		const undoes = this.#undoes.get(number);
		if (undoes != null) this.#setStanding(undoes, !stands);
	}
}
