import type { Side } from "#lib/core/document/model.ts";
import { sentenceStarts } from "#lib/core/text/sentences.ts";
import * as compose from "./compose.ts";
import type { Desk } from "./desk.ts";
import { rowAt } from "./journey.ts";
import { currentIndex } from "./travel.ts";
import { type OperationBody, segmentsOf, type WireRow, type WireSegment } from "./wire.ts";

interface Spot {
	readonly index: number;
	readonly row: WireRow;
	readonly side: Side;
	readonly list: readonly WireSegment[];
	/** Which segment of the side the person is on; −1 in an empty one. */
	readonly at: number;
}

function spotOf(desk: Desk): Spot | null {
	const { place } = desk.state.get();
	const row = desk.row();
	if (!place || !row) return null;
	const list = segmentsOf(row, place.side);
	return {
		index: currentIndex(desk),
		row,
		side: place.side,
		list,
		at: list.findIndex(({ id }) => id === place.segment),
	};
}

/** The row before or after, loaded first where it is missing. */
async function neighbour(desk: Desk, index: number): Promise<WireRow | undefined> {
	const row = await rowAt(desk, index);
	desk.stay();
	return row;
}

/** What is being taken back is not known before the server answers: then passages are moved from where they stand. */
export function whenCertain(act: (desk: Desk) => unknown): (desk: Desk) => unknown {
	return (desk) => {
		const { data, windows } = desk;
		if (!data.isUncertain) return act(desk);
		return data.queue
			.whenIdle()
			.then(() => windows.restarted())
			.then(() => act(desk));
	};
}

/** Changes of the grouping wait for a server that can be reached: they could not be merged afterwards. */
function push(desk: Desk, operation: OperationBody, passage: string): boolean {
	const { kind } = desk.state.get().sync;
	if (kind === "offline" || kind === "waiting" || kind === "signed-out") {
		desk.say("alignWaits", {}, { tone: "error" });
		return false;
	}
	const sent = desk.data.push(operation, passage) !== null;
	if (!sent) desk.say("refusals.row-changed", {}, { tone: "error" });
	else desk.wantsFocus = true;
	return sent;
}

export async function mergeWithNext(desk: Desk): Promise<void> {
	desk.typing.save();
	const index = currentIndex(desk);
	const next = await neighbour(desk, index + 1);
	const row = desk.row();
	if (!row) return;
	if (!next) return desk.say("lastPassage");
	push(desk, compose.merge(row, next), row.id);
}

export function joinSegments(desk: Desk): void {
	desk.typing.save();
	const spot = spotOf(desk);
	if (!spot) return;
	if (spot.list.length < 2) desk.say("nothingToJoin");
	const first = Math.max(0, Math.min(spot.at, spot.list.length - 2));
	const [left, right] = [spot.list[first], spot.list[first + 1]];
	if (!left || !right || !mayCut(desk, spot.side)) return;
	const { place } = desk.state.get();
	if (push(desk, compose.join(left, right, desk.language(spot.side)), spot.row.id) && place) {
		desk.go({ ...place, segment: left.id });
	}
}

/** At the caret remembered from the editor; else between segments; else at the end of the first sentence. */
export function split(desk: Desk): void {
	desk.typing.save();
	const spot = spotOf(desk);
	if (!spot) return;
	const segment = spot.list[spot.at];
	const at = desk.caret && desk.caret.segment === segment?.id ? desk.caret.at : 0;
	if (segment && at > 0 && at < segment.text.length) {
		cut(desk, spot, segment, at);
		return;
	}
	const division = compose.divisionOf(spot.row, spot.side, spot.at);
	if (division) {
		push(desk, compose.divide(spot.row, division.source, division.target), spot.row.id);
		return;
	}
	const start = segment && sentenceStarts(segment.text, desk.language(spot.side))[0];
	if (segment && start) cut(desk, spot, segment, start);
	else desk.say("nowhereToSplit");
}

function cut(desk: Desk, spot: Spot, segment: WireSegment, at: number): void {
	if (!mayCut(desk, spot.side)) return;
	const space = /^\s*/.exec(segment.text.slice(at))?.[0].length ?? 0;
	const place = at + space < segment.text.length ? at + space : at;
	if (push(desk, compose.split(segment, place), spot.row.id)) desk.caret = null;
}

function mayCut(desk: Desk, side: Side): boolean {
	if (side === "target" || desk.may("source.edit")) return true;
	desk.say("sourceIsFixed");
	return false;
}

/** Moves the first segment of the side up, or the last one down; one that is all its passage has takes the passage along. */
export async function moveSegment(desk: Desk, direction: "up" | "down"): Promise<void> {
	desk.typing.save();
	const index = currentIndex(desk);
	const other = await neighbour(desk, direction === "up" ? index - 1 : index + 1);
	const spot = spotOf(desk);
	if (!spot) return;
	if (!other) return desk.say(direction === "up" ? "firstPassage" : "lastPassage");
	const segment = direction === "up" ? spot.list[0] : spot.list.at(-1);
	if (!segment) return desk.say("emptySide");
	const [first, second] = direction === "up" ? [other, spot.row] : [spot.row, other];
	const alone = spot.row.source.length + spot.row.target.length === 1;
	push(desk, alone ? compose.merge(first, second) : compose.move(first, second, segment.id), spot.row.id);
}

/** Moves everything of the side from here on by one passage. */
export async function shiftSide(desk: Desk, direction: "up" | "down"): Promise<void> {
	desk.typing.save();
	const index = currentIndex(desk);
	const above = direction === "up" ? await neighbour(desk, index - 1) : undefined;
	const spot = spotOf(desk);
	const segment = spot?.list[0];
	if (!spot) return;
	if (!segment) return desk.say("emptySide");
	if (direction === "up" && !above) return desk.say("firstPassage");
	const from = direction === "up" && above ? above.id : spot.row.id;
	const rows = desk.data.rows.total - spot.index;
	if (!push(desk, compose.shift(spot.side, direction, from, segment.id, desk.data.order), spot.row.id))
		return;
	desk.offerUndo(direction === "up" ? "shiftedUp" : "shiftedDown", { side: spot.side, rows }, () =>
		undo(desk),
	);
}

export function undo(desk: Desk): void {
	desk.typing.save();
	desk.data.send({ kind: "undo" }, desk.state.get().place?.passage ?? null);
}

export function redo(desk: Desk): void {
	desk.typing.save();
	desk.data.send({ kind: "redo" }, desk.state.get().place?.passage ?? null);
}
