import type { WireSearch } from "#lib/core/document/wire.ts";

/** One place: the nth in its segment. */
export interface FoundPlace {
	readonly passage: string;
	readonly index: number;
	readonly segment: string;
	readonly nth: number;
	readonly start: number;
}

export function placesFound({ found }: { readonly found: WireSearch | null }): FoundPlace[] {
	return (found?.passages ?? []).flatMap(({ id, index, matches }) =>
		matches.flatMap(({ segment, places }) =>
			places.map(({ start }, nth) => ({ passage: id, index, segment, nth, start })),
		),
	);
}

/** Where the match that one was at is now: the same one, else the one that took its place. */
export function sameAgain(
	before: { readonly found: WireSearch | null; readonly at: number },
	found: WireSearch,
): number {
	const was = placesFound(before)[before.at];
	if (!was) return before.found ? -1 : before.at;
	const now = placesFound({ found });
	const same = now.findIndex(({ segment, nth }) => segment === was.segment && nth === was.nth);
	return same >= 0 ? same : now.findLastIndex(({ index }) => index < was.index);
}
