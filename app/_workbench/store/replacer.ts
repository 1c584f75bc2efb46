/** Putting something else in the place of what was found: one place as somebody who types would, many as one operation. */
import { api } from "#app/_ui/api.ts";
import type { Side } from "#lib/core/document/model.ts";
import { holdsMarks } from "#lib/core/search/marks.ts";
import { newId } from "../sync/new-id.ts";
import type { Answer } from "../sync/wire.ts";
import { undo } from "./align-actions.ts";
import type { Desk } from "./desk.ts";
import { placesFound } from "./found-places.ts";

/** Replaces the place one has gone to, and goes to the next; where one is at none, goes to the first. */
export async function replaceHere(desk: Desk): Promise<void> {
	const find = await desk.finder.current();
	const { replacement } = desk.state.get();
	if (!find?.pattern || replacement === null || !find.found) return;
	const place = placesFound(find)[find.at];
	if (!place) return await desk.finder.step(1);
	await desk.finder.goTo(find.at);
	const row = desk.data.rows.row(place.passage);
	const side: Side = row?.source.some(({ id }) => id === place.segment) ? "source" : "target";
	if (!row || !desk.editor) return;
	if (side === "source" && !desk.may("source.edit")) {
		desk.say("sourceIsFixed");
		return await desk.finder.step(1);
	}
	desk.go(desk.placeIn(row, side, place.segment), { mode: "review", caret: place.start, focus: false });
	const text = desk.editor.text;
	const match = find.pattern.find(text)[place.nth];
	if (!match || desk.typing.open?.segment !== place.segment) return await desk.finder.step(1);
	if (holdsMarks(text, match)) {
		desk.say("codesInTheWay");
		return await desk.finder.step(1);
	}
	const after = find.pattern.replace(text, match, replacement);
	desk.editor.put(match.start, match.end, after);
	await goOn(desk, place.passage, place.segment, match.start + after.length);
}

/** The next place behind what was put in: the replacement itself may hold what is looked for. */
async function goOn(desk: Desk, passage: string, segment: string, from: number): Promise<void> {
	const find = await desk.finder.current();
	const row = desk.data.rows.row(passage);
	if (!find || !row) return;
	const order = [...row.source, ...row.target].map(({ id }) => id);
	const here = desk.data.rows.indexOf(passage);
	const all = placesFound(find);
	const next = all.findIndex((place) => {
		if (place.passage !== passage) return place.index > here;
		const later = order.indexOf(place.segment) - order.indexOf(segment);
		return later > 0 || (later === 0 && place.start >= from);
	});
	if (all.length > 0) await desk.finder.goTo(Math.max(0, next));
}

export interface Replaced extends Answer {
	readonly changed: number;
	readonly passages: number;
	readonly skipped: readonly string[];
}

export type Edits = readonly (readonly [segment: string, version: number, text: string])[];

/** One operation, which one undo takes back. `hits`: how many places of a segment are replaced. Throws the API's problem. */
export async function replaceAll(
	desk: Desk,
	side: Side,
	edits: Edits,
	hits: ReadonlyMap<string, number>,
): Promise<void> {
	desk.typing.save();
	await desk.data.queue.whenIdle();
	const path = `/documents/${desk.options.head.id}/replace`;
	const made = await api<Replaced>(path, { method: "POST", body: { key: newId(), side, edits } });
	const left = new Set(made.skipped);
	const places = edits.reduce((sum, [id]) => sum + (left.has(id) ? 0 : (hits.get(id) ?? 1)), 0);
	const skipped = edits.reduce((sum, [id]) => sum + (left.has(id) ? (hits.get(id) ?? 1) : 0), 0);
	desk.data.tookBeside(made);
	desk.outlineChanged();
	desk.offerUndo("replaced", { places, passages: made.passages, skipped }, () => undo(desk));
	void desk.finder.current(); // nobody waits for the bar to count again
}
