import { rowOfSegment } from "../sync/row-cache.ts";
import type { Desk } from "./desk.ts";
import { goToPassage } from "./travel.ts";

/** Goes to where a segment is now, on whichever side; answers whether it is there. */
export async function goToSegment(desk: Desk, segment: string, passage: string): Promise<boolean> {
	const holder = rowOfSegment(desk.data.rows, segment, passage) ?? passage;
	if (!(await goToPassage(desk, holder, { segment }))) return false;
	const row = desk.row();
	if (row?.source.some(({ id }) => id === segment)) desk.go(desk.placeIn(row, "source", segment));
	return desk.state.get().place?.segment === segment;
}
