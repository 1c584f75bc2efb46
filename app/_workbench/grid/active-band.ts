import type { Virtualizer } from "@tanstack/react-virtual";
import type { Desk } from "../store/desk.ts";
import type { Band } from "./sight.ts";

export type Rows = Virtualizer<HTMLDivElement, Element>;

/** Height of the line that names the section, where there are any. Pixels. */
export const sectionHeight = 28;

/** Where the passage one is on stands among all that is scrolled; null while it is not drawn and not measured. */
export function activeBand(desk: Desk, virtual: Rows, group: number): Band | null {
	virtual.getTotalSize(); // takes in what was measured since: rows are measured while they are drawn
	const item = virtual.measurementsCache[group];
	if (!item) return null;
	const { view, place } = desk.state.get();
	if (view === "sentences" || !place) return { top: item.start, bottom: item.end };
	const row = virtual.scrollElement?.querySelector<HTMLElement>(
		`[role=row][data-passage="${place.passage}"]`,
	);
	if (!row) return null;
	const top = item.start + row.offsetTop;
	return { top, bottom: top + row.offsetHeight };
}

/** What can be seen: beneath the line that names the section. */
export function windowOf(desk: Desk, { scrollElement }: Rows): Band {
	const top = scrollElement?.scrollTop ?? 0;
	const covered = desk.overview.last.headings.length > 0 ? sectionHeight : 0;
	return { top: top + covered, bottom: top + (scrollElement?.clientHeight ?? 0) };
}
