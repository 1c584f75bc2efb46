import type { Side } from "#lib/core/document/model.ts";
import { type RowWindow, segmentsOf } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";
import { rowAt } from "./journey.ts";
import { isMachineDraft, type Letters, needsAttention, nextInDoubt, search } from "./outline-letters.ts";

interface Arrival {
	readonly side?: Side;
	readonly segment?: string;
	readonly caret?: number | null;
	readonly focus?: boolean;
}

/** Goes to a place of the whole document, loading its rows first where they are missing. */
export async function goToIndex(
	desk: Desk,
	index: number,
	{ side, segment, caret, focus }: Arrival = {},
): Promise<void> {
	const row = await rowAt(desk, index);
	if (!row) return desk.stay();
	desk.go(desk.placeIn(row, side, segment), { caret: caret ?? null, ...(focus !== undefined && { focus }) });
}

/** Goes to a passage by its id; answers false when the document has no such passage now. */
export async function goToPassage(desk: Desk, passage: string, arrival: Arrival = {}): Promise<boolean> {
	if (!desk.data.rows.row(passage)) {
		const { head, read } = desk.options;
		const window = await read<RowWindow>(`/documents/${head.id}/passages?around=${passage}&limit=100`).catch(
			() => null,
		);
		if (window) desk.data.place(window);
	}
	const index = desk.data.rows.indexOf(passage);
	if (index < 0) return false;
	await goToIndex(desk, index, arrival);
	return true;
}

export function currentIndex(desk: Desk): number {
	const { place } = desk.state.get();
	return place ? desk.data.rows.indexOf(place.passage) : -1;
}

/** The next or previous passage of what is shown; the ends are ends. */
export async function step(desk: Desk, direction: 1 | -1): Promise<void> {
	const { places } = desk.state.get();
	const index = currentIndex(desk);
	const next = places
		? direction > 0
			? places.find((place) => place > index)
			: places.findLast((place) => place < index)
		: index + direction;
	if (next === undefined || next < 0 || next >= desk.data.rows.total) {
		desk.leave();
		desk.open(null);
		return;
	}
	await goToIndex(desk, next, {
		side: desk.state.get().mode === "align" ? (desk.state.get().place?.side ?? "target") : "target",
	});
}

/** How long the outline is waited for where it is just being read anew. */
const outlinePatience = 3_000; // ms

export async function outlineOf(desk: Desk): Promise<Letters | null> {
	const { letters } = desk.state.get();
	if (letters) return letters;
	const arrived = Promise.withResolvers<void>();
	const timer = setTimeout(arrived.resolve, outlinePatience);
	const stop = desk.state.subscribe(() => desk.state.get().letters && arrived.resolve());
	await arrived.promise;
	clearTimeout(timer);
	stop();
	if (!desk.state.get().letters) desk.say("outlineMissing");
	return desk.state.get().letters;
}

/** The next or previous passage of the whole document that somebody should look at. */
export async function goToAttention(desk: Desk, direction: 1 | -1): Promise<void> {
	desk.typing.save();
	const letters = await outlineOf(desk);
	if (!letters) return;
	const { head } = desk.state.get();
	const { rows } = desk.data;
	const found = search(rows.total, currentIndex(desk), direction, (index) => {
		const row = rows.at(index);
		if (desk.findings.isAt(index)) return true;
		if (!row) return needsAttention(letters, index, desk.twoSided);
		return isMachineDraft(row, head.description.origins) || (desk.twoSided && row.link !== "confirmed");
	});
	if (found < 0) return desk.say("nothingNeedsAttention", {}, { tone: "success" });
	await goToIndex(desk, found);
}

/** The next passage whose link nobody has confirmed. */
export async function goToUnconfirmed(desk: Desk): Promise<void> {
	const letters = await outlineOf(desk);
	if (!letters) return;
	const { rows } = desk.data;
	const found = search(rows.total, currentIndex(desk), 1, (index) =>
		rows.at(index) ? rows.at(index)?.link !== "confirmed" : letters.links[index] !== "c",
	);
	if (found < 0) return desk.say("allConfirmed", {}, { tone: "success" });
	await goToIndex(desk, found, { side: desk.state.get().place?.side ?? "target" });
}

/** The unconfirmed link that the aligner is least sure of; asked again there, the next less doubtful one. */
export async function goToUncertain(desk: Desk): Promise<void> {
	const letters = await outlineOf(desk);
	if (!letters) return;
	const { place } = desk.state.get();
	const here = place !== null && place.passage === desk.walkedTo ? currentIndex(desk) : -1;
	const isConfirmed = (index: number) => desk.data.rows.at(index)?.link === "confirmed";
	const found = nextInDoubt(letters, here < 0 ? null : here, isConfirmed);
	desk.walkedTo = null; // after the last one the walk begins anew
	if (found < 0) {
		const none = nextInDoubt(letters, null, isConfirmed) < 0;
		return none ? desk.say("allConfirmed", {}, { tone: "success" }) : desk.say("lastUncertain");
	}
	await goToIndex(desk, found, { side: place?.side ?? "target" });
	desk.walkedTo = desk.state.get().place?.passage ?? null;
}

/** The neighbour segment within the passage, when the caret leaves one; answers whether there is one. */
export function goToNeighbour(desk: Desk, direction: 1 | -1): boolean {
	const { place } = desk.state.get();
	const row = desk.row();
	if (!place || !row) return false;
	const list = segmentsOf(row, place.side);
	const next = list[list.findIndex(({ id }) => id === place.segment) + direction];
	if (!next || !list.some(({ id }) => id === place.segment)) return false;
	desk.go({ ...place, segment: next.id }, { caret: direction > 0 ? 0 : next.text.length });
	return true;
}

/** The other side of the passage, while rows are being aligned. */
export function goToSide(desk: Desk): void {
	const { place } = desk.state.get();
	const row = desk.row();
	if (!place || !row) return;
	const side: Side = place.side === "source" ? "target" : "source";
	desk.go(desk.placeIn(row, side));
}
