import type { Side } from "#lib/core/document/model.ts";
import * as compose from "../sync/compose.ts";
import { type OperationBody, segmentsOf, type WireRow, type WireSegment } from "../sync/wire.ts";
import { confirmWithCorrection } from "./confirm-above.ts";
import type { Desk } from "./desk.ts";
import { rowAt } from "./journey.ts";
import { currentIndex } from "./travel.ts";

/** Where a person is among the passages. */
export interface Spot {
	readonly index: number;
	readonly row: WireRow;
	readonly side: Side;
	readonly list: readonly WireSegment[];
	/** Which segment of the side the person is on; −1 in an empty one. */
	readonly at: number;
}

export function spotOf(desk: Desk): Spot | null {
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
export async function neighbour(desk: Desk, index: number): Promise<WireRow | undefined> {
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
export function push(desk: Desk, operation: OperationBody, passage: string): boolean {
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

/** A correction of the grouping; what lies above its first passage is confirmed with it where that is chosen. */
export async function correct(
	desk: Desk,
	operation: OperationBody,
	{ id, index }: { readonly id: string; readonly index: number },
): Promise<boolean> {
	if (!push(desk, operation, id)) return false;
	await confirmWithCorrection(desk, index);
	return true;
}

/** The passage one is on, as a correction that begins with it names it. */
export const here = ({ row, index }: Spot) => ({ id: row.id, index });

export async function mergeWithNext(desk: Desk): Promise<void> {
	desk.typing.save();
	const index = currentIndex(desk);
	const next = await neighbour(desk, index + 1);
	const row = desk.row();
	if (!row) return;
	if (!next) return desk.say("lastPassage");
	await correct(desk, compose.merge(row, next), { id: row.id, index });
}

/** A passage is never empty, so shifting both sides up from here is this: the passage above takes in this one. */
export async function mergeWithPrevious(desk: Desk): Promise<void> {
	desk.typing.save();
	const index = currentIndex(desk);
	const above = await neighbour(desk, index - 1);
	const row = desk.row();
	if (!row) return;
	if (!above) return desk.say("firstPassage");
	await correct(desk, compose.merge(above, row), { id: row.id, index: index - 1 });
}

export async function joinSegments(desk: Desk): Promise<void> {
	desk.typing.save();
	const spot = spotOf(desk);
	if (!spot) return;
	if (spot.list.length < 2) desk.say("nothingToJoin");
	const first = Math.max(0, Math.min(spot.at, spot.list.length - 2));
	const [left, right] = [spot.list[first], spot.list[first + 1]];
	if (!left || !right || !mayCut(desk, spot.side)) return;
	const { place } = desk.state.get();
	if ((await correct(desk, compose.join(left, right, desk.language(spot.side)), here(spot))) && place) {
		desk.go({ ...place, segment: left.id });
	}
}

/** At the caret remembered from the editor; else between segments; else at the end of the first sentence. */
export async function split(desk: Desk): Promise<void> {
	desk.typing.save();
	const spot = spotOf(desk);
	if (!spot) return;
	const segment = spot.list[spot.at];
	const at = desk.caret && desk.caret.segment === segment?.id ? desk.caret.at : 0;
	if (segment && at > 0 && at < segment.text.length) {
		await cut(desk, spot, segment, at);
		return;
	}
	const division = compose.divisionOf(spot.row, spot.side, spot.at);
	if (division) {
		await correct(desk, compose.divide(spot.row, division.source, division.target), here(spot));
		return;
	}
	if (segment) await splitAtSentence(desk, spot, segment);
	else desk.say("nowhereToSplit");
}

/** The rules of sentences are loaded when somebody first asks for them. */
async function splitAtSentence(desk: Desk, spot: Spot, segment: WireSegment): Promise<void> {
	const { sentenceStarts } = await import("#lib/core/text/sentences.ts");
	const [start] = sentenceStarts(segment.text, desk.language(spot.side));
	if (start) await cut(desk, spot, segment, start);
	else desk.say("nowhereToSplit");
}

async function cut(desk: Desk, spot: Spot, segment: WireSegment, at: number): Promise<void> {
	if (!mayCut(desk, spot.side)) return;
	const space = /^\s*/.exec(segment.text.slice(at))?.[0].length ?? 0;
	const place = at + space < segment.text.length ? at + space : at;
	if (await correct(desk, compose.split(segment, place), here(spot))) desk.caret = null;
}

function mayCut(desk: Desk, side: Side): boolean {
	if (side === "target" || desk.may("source.edit")) return true;
	desk.say("sourceIsFixed");
	return false;
}

/** Moves the first segment of the side up, or the last one down; one that is all its passage has takes the passage along. */
export async function moveSegment(desk: Desk, direction: "up" | "down"): Promise<void> {
	desk.typing.save();
	const border = await borderOf(desk, direction);
	if (!border) return;
	const { spot, first, second, top } = border;
	const segment = direction === "up" ? spot.list[0] : spot.list.at(-1);
	if (!segment) return desk.say("emptySide");
	const alone = spot.row.source.length + spot.row.target.length === 1;
	const operation = alone ? compose.merge(first, second) : compose.move(first, second, segment.id);
	await correct(desk, operation, top);
}

/** Moves the side's first paragraph of the passage up, or its last one down, whole. */
export const moveParagraph = (desk: Desk, direction: "up" | "down") =>
	moveRun(desk, direction, (list) => paragraphAt(list, direction));

/** Moves a segment with all that stand between it and the border: a side keeps its order. */
export const moveUpTo = (desk: Desk, direction: "up" | "down", segment: string) =>
	moveRun(desk, direction, (list) => runUpTo(list, direction, segment));

/** What goes along when a segment of a side moves up or down. */
export function runUpTo<Part extends { readonly id: string }>(
	list: readonly Part[],
	direction: "up" | "down",
	segment: string,
): readonly Part[] {
	const at = list.findIndex(({ id }) => id === segment);
	return at < 0 ? [] : direction === "up" ? list.slice(0, at + 1) : list.slice(at);
}

async function moveRun(
	desk: Desk,
	direction: "up" | "down",
	pick: (list: readonly WireSegment[]) => readonly WireSegment[],
): Promise<void> {
	desk.typing.save();
	const border = await borderOf(desk, direction);
	if (!border) return;
	const { spot, first, second, top } = border;
	const run = pick(spot.list);
	if (run.length === 0) return desk.say("emptySide");
	const alone = spot.row.source.length + spot.row.target.length === run.length;
	await correct(desk, alone ? compose.merge(first, second) : compose.carry(first, second, run), top);
}

/** What belongs to the paragraph at the upper or the lower end of a side. */
function paragraphAt(list: readonly WireSegment[], end: "up" | "down"): readonly WireSegment[] {
	const starts = list.flatMap(({ paragraphStart }, i) => (paragraphStart && i > 0 ? [i] : []));
	return end === "up" ? list.slice(0, starts[0] ?? list.length) : list.slice(starts.at(-1) ?? 0);
}

/** The passage one is on and the one above or below it, in order. */
async function borderOf(desk: Desk, direction: "up" | "down") {
	const index = currentIndex(desk);
	const other = await neighbour(desk, direction === "up" ? index - 1 : index + 1);
	const spot = spotOf(desk);
	if (!spot) return null;
	if (!other) {
		desk.say(direction === "up" ? "firstPassage" : "lastPassage");
		return null;
	}
	const top = { id: spot.row.id, index: direction === "up" ? index - 1 : index };
	return direction === "up"
		? { spot, first: other, second: spot.row, top }
		: { spot, first: spot.row, second: other, top };
}

/** Moves everything of the side from here on by one passage. */
export async function shiftSide(desk: Desk, direction: "up" | "down"): Promise<void> {
	desk.typing.save();
	const move = direction === "up" ? await closing(desk) : opening(desk);
	if (!move) return;
	const { spot, segment, from, at } = move;
	const rows = desk.data.rows.total - at;
	const operation = compose.shift(spot.side, direction, from, segment.id, desk.data.order);
	if (!push(desk, operation, spot.row.id)) return;
	const confirmed = await confirmWithCorrection(desk, direction === "up" ? at - 1 : at);
	desk.offerUndo(
		direction === "up" ? "shiftedUp" : "shiftedDown",
		{ side: spot.side, rows, confirmed },
		() => {
			if (confirmed > 0) undo(desk);
			undo(desk);
		},
	);
}

interface ShiftFrom {
	readonly spot: Spot;
	/** The first sentence that moves, and the place of its passage. */
	readonly segment: WireSegment;
	readonly at: number;
	/** The passage that the operation names. */
	readonly from: string;
}

/** What is here goes down, and with it everything after it. */
function opening(desk: Desk): ShiftFrom | null {
	const spot = spotOf(desk);
	const segment = spot?.list[0];
	if (!spot) return null;
	if (segment) return { spot, segment, at: spot.index, from: spot.row.id };
	desk.say("emptySide");
	return null;
}

/** What is here goes up; into an empty place goes what comes after it. */
async function closing(desk: Desk): Promise<ShiftFrom | null> {
	const here = spotOf(desk);
	if (!here) return null;
	const gap = here.list.length === 0;
	const other = await neighbour(desk, here.index + (gap ? 1 : -1));
	const spot = spotOf(desk);
	if (!spot) return null;
	const segment = gap ? other && segmentsOf(other, spot.side)[0] : spot.list[0];
	if (other && segment && gap) return { spot, segment, at: spot.index + 1, from: spot.row.id };
	if (other && segment) return { spot, segment, at: spot.index, from: other.id };
	desk.say(gap ? "emptySide" : "firstPassage");
	return null;
}

export function undo(desk: Desk): void {
	reverse(desk, "undo");
}

export function redo(desk: Desk): void {
	reverse(desk, "redo");
}

function reverse(desk: Desk, kind: "undo" | "redo"): void {
	desk.typing.save();
	if (desk.settlement.hasNothingTo(kind)) desk.say(kind === "undo" ? "nothingToUndo" : "nothingToRedo");
	else desk.data.send({ kind }, desk.state.get().place?.passage ?? null);
}
