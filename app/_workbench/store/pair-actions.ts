/** What hands do to the pairs besides moving: taking them apart, exchanging, taking out what was emptied. */
import { isBlank } from "#lib/core/document/facts.ts";
import * as compose from "../sync/compose.ts";
import { correct, here, neighbour, push, spotOf } from "./align-actions.ts";
import type { Desk } from "./desk.ts";

/** Puts each side of the passage into a row of its own: the source above, its rendering below. */
export async function takeApart(desk: Desk): Promise<void> {
	desk.typing.save();
	const spot = spotOf(desk);
	if (!spot) return;
	const { source, target } = spot.row;
	if (source.length === 0 || target.length === 0) return desk.say("nothingToTakeApart");
	await correct(desk, compose.divide(spot.row, source.length, 0), here(spot));
}

/** Exchanges the rendering one is on with the one that follows it, in this passage or the next. */
export async function swapWithNext(desk: Desk): Promise<void> {
	desk.typing.save();
	const start = spotOf(desk);
	if (!start) return;
	if (start.side === "source") return desk.say("sourceOrderStays");
	const last = start.at === start.list.length - 1;
	const below = last ? await neighbour(desk, start.index + 1) : undefined;
	const spot = spotOf(desk);
	const first = spot?.list[spot.at];
	const second = last ? below?.target[0] : spot?.list[spot.at + 1];
	if (!spot || !first || !second) return desk.say("nothingToSwap");
	await correct(desk, compose.swap(first, second), here(spot));
}

/** Begins a paragraph here, or lets the one above go on. */
export function toggleParagraph(desk: Desk): void {
	desk.typing.save();
	const spot = spotOf(desk);
	const segment = spot?.list[Math.max(0, spot.at)];
	if (!spot) return;
	if (!segment) desk.say("emptySide");
	else if (push(desk, compose.paragraph(segment), spot.row.id))
		desk.say(segment.paragraphStart ? "paragraphGoesOn" : "paragraphBegins");
}

/** Takes an emptied rendering out of its passage, which must keep something. */
export function discardEmpty(desk: Desk): void {
	desk.typing.save();
	const spot = spotOf(desk);
	if (!spot) return;
	const segment = spot.side === "target" ? spot.list[spot.at] : undefined;
	if (!segment || !isBlank(segment.text)) desk.say("notEmptied");
	else push(desk, compose.discard(spot.row, segment), spot.row.id);
}
