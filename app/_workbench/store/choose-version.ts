import * as compose from "../sync/compose.ts";
import { segmentsOf, type WireRow, type WireSegment } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";

/** What a re-import left beside the texts of a passage is shown until somebody chose or confirmed. */
export function othersOf(row: WireRow): WireSegment[] {
	if (row.link !== "stale") return [];
	return [...row.source, ...row.target].filter(({ other }) => other !== undefined);
}

/** Whether the other version could take the place of this one: with another wording, or by leaving it out. */
export const canBeTaken = (row: WireRow, { side, other }: WireSegment): boolean =>
	other?.is === "newer" ||
	other?.is === "older" ||
	(other?.is === "gone" && side === "target" && row.source.length + row.target.length > 1);

/** Takes the other version of a text, or keeps the text as it stands; either way the choice is made. */
export async function chooseVersion(
	desk: Desk,
	{ id, side, other }: WireSegment,
	take: boolean,
): Promise<void> {
	const passage = desk.row()?.id;
	if (passage === undefined || !other) return;
	desk.typing.save();
	// What was typed a moment ago is a text to choose against: once the server has it, it is nobody's draft any more.
	if (desk.typing.draftOf(id)) await desk.data.queue.whenIdle();
	const row = desk.data.rows.row(passage);
	const segment = row && segmentsOf(row, side).find((one) => one.id === id);
	const sent = segment && desk.data.push(compose.settle(segment, other.since, take), passage) !== null;
	if (!sent) {
		desk.say("refusals.row-changed", {}, { tone: "error" });
		return;
	}
	const after = desk.data.rows.row(passage);
	if (take && after && !desk.segment()) desk.state.set({ place: desk.placeIn(after, side) });
	if (take) desk.open(null);
	desk.focus();
}

/** The same for the text that the person is on, or else the first of the passage that has another version. */
export async function chooseHere(desk: Desk, take: boolean): Promise<void> {
	const row = desk.row();
	const others = (row ? othersOf(row) : []).filter((segment) => !take || (row && canBeTaken(row, segment)));
	const here = others.find(({ id }) => id === desk.state.get().place?.segment) ?? others[0];
	if (here) await chooseVersion(desk, here, take);
	else desk.say("noOtherVersion");
}
