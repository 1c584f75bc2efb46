/** Which passages stand together. All places are counted in what is shown, not in the document. */

/** A longer paragraph is drawn in parts: only those in sight are drawn. */
export const mostInGroup = 40;

export interface Groups {
	readonly count: number;
	/** The first of a group. */
	readonly first: (group: number) => number;
	/** How many there are in it. */
	readonly size: (group: number) => number;
	/** The group that holds a place; −1 for none. */
	readonly holding: (at: number) => number;
}

/** Every passage by itself. */
export function singly(count: number): Groups {
	return {
		count,
		first: (group) => group,
		size: () => 1,
		holding: (at) => (at >= 0 && at < count ? at : -1),
	};
}

/**
 * `starts` has one letter for each passage of the document, 1 where a paragraph begins; `places` are the passages
 * shown, null for all. Passages stand together where no paragraph begins between them, shown or not.
 */
export function byParagraph(starts: string, places: readonly number[] | null): Groups {
	const count = places ? places.length : starts.length;
	const firsts: number[] = [];
	let next = -1;
	for (let at = 0; at < count; at += 1) {
		const index = places ? (places[at] ?? 0) : at;
		const full = at - (firsts.at(-1) ?? 0) >= mostInGroup;
		if (at === 0 || full || (next >= 0 && next <= index)) firsts.push(at);
		if (next <= index) {
			next = starts.indexOf("1", index + 1);
			if (next < 0) next = Number.POSITIVE_INFINITY;
		}
	}
	const first = (group: number) => firsts[group] ?? count;
	return {
		count: firsts.length,
		first,
		size: (group) => first(group + 1) - first(group),
		holding: (at) => (at >= 0 && at < count ? lastUpTo(firsts, at) : -1),
	};
}

/** The last of ascending numbers that is not above one. */
function lastUpTo(numbers: readonly number[], most: number): number {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? 0) <= most) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
