import type { ListedFinding } from "#lib/core/qa/wire.ts";
import { holdsMarks, marksOf } from "#lib/core/search/marks.ts";
import type { PlannedChange, PlannedPassage } from "./replace-plan.ts";

/** What mending would change, passage by passage, on the side of the first; of two that overlap the first. */
export function planFixes(fixes: readonly ListedFinding[]): PlannedPassage[] {
	const side = fixes[0]?.finding.side;
	const ends = new Map<string, number>();
	const changes = fixes.flatMap(({ passage, index, state, text, version, finding }) => {
		const { segment, start, end, fix } = finding;
		if (fix === null || finding.side !== side || start < (ends.get(segment) ?? 0)) return [];
		ends.set(segment, end);
		const held = holdsMarks(text, { start, end }) || marksOf(fix) !== "";
		const change: PlannedChange = {
			key: `${segment}@${version}:${start}`,
			segment: { id: segment, side: finding.side, version, text },
			place: { start, end },
			after: fix,
			held: held ? "codes" : null,
		};
		return [{ id: passage, index, state, change }];
	});
	return [...Map.groupBy(changes, ({ id }) => id)].flatMap(([id, list]) => {
		const [first] = list;
		return first
			? [{ id, index: first.index, state: first.state, changes: list.map(({ change }) => change) }]
			: [];
	});
}
