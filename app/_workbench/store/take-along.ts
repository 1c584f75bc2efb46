import type { Wording } from "#lib/core/document/carry-along.ts";
import { LateCode } from "../late-code.ts";
import { edit } from "../sync/compose.ts";
import { rowOfSegment } from "../sync/row-cache.ts";
import type { WireRow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";

const code = new LateCode(() => import("./carry-along.ts"));

export const expectCarrying = () => code.expect();

/** Somebody who types on while it is found out where the sentence went has it found out again, at most so often. */
const mostTries = 5;
/** Nothing else is saved meanwhile: after so long a person decides. Milliseconds. */
const patience = 10_000;

type Written = Omit<Wording, "text"> & { readonly passage: string };

/**
 * Puts what was written in a sentence into what somebody joined or divided it to meanwhile, with the caret, where that
 * touches nothing of theirs; answers whether it could. What was written is kept on the device until it is saved there.
 * `mine`: what is written now.
 */
export async function takeAlong(desk: Desk, written: Written, mine: () => string): Promise<boolean> {
	const { segment, passage } = written;
	const language = desk.language(sideOf(desk, segment, passage));
	for (let tries = 0; tries < mostTries; tries++) {
		const wording = { ...written, text: mine() };
		const carried = await inTime(findCarried(desk, wording, language));
		if (!carried) return false;
		await inTime(desk.windows.refresh(passage, desk.data));
		if (desk.editor?.isComposing && desk.typing.open?.segment === segment) await desk.editor.whenComposed();
		if (wording.text !== mine()) continue;
		settleThere(desk, wording, carried);
		return true;
	}
	return false;
}

async function findCarried(
	desk: Desk,
	wording: Wording,
	language: string,
): Promise<readonly Wording[] | null> {
	const { carriedAlong } = await code.expect();
	return await carriedAlong(desk, wording, language);
}

/** Null where it fails, the server being away again for instance, or takes too long. */
async function inTime<Result>(work: Promise<Result>): Promise<Result | null> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), patience);
	});
	return await Promise.race([work.catch(() => null), late]).finally(() => clearTimeout(timer));
}

function settleThere(desk: Desk, wording: Wording & Written, carried: readonly Wording[]): void {
	const { data, typing, editor } = desk;
	const { passage } = wording;
	const isHere = typing.open?.segment === wording.segment && typing.text === wording.text;
	const here = isHere && !typing.open?.suggested ? typing.open : null;
	const caret = editor?.caret ?? 0;
	for (const { segment, version, base, text } of carried)
		data.push(edit(segment, version, text), rowOfSegment(data.rows, segment, passage) ?? passage, base);
	if (here) typing.carryOver(here, here.base);
	settleHere(desk, wording);
	desk.say("carriedAlong", {}, { tone: "success" });
	if (!here) return;
	const row = data.rows.row(rowOfSegment(data.rows, wording.segment, passage) ?? passage);
	const place = row && placeOf(row, wording, carried, caret);
	if (place) desk.state.set({ place: { passage: row.id, side: here.side, segment: place.segment } });
	else if (row) desk.state.set({ place: desk.placeIn(row, here.side) });
	desk.open(place?.caret ?? null);
}

/** What was written is on its way elsewhere: nothing of it waits here any more. */
function settleHere({ typing, state, settlement }: Desk, { segment, text }: Wording): void {
	if (typing.draftOf(segment)?.text === text) typing.discard(segment);
	const { conflicts, restored } = state.get();
	if (restored.has(segment)) state.set({ restored: new Map([...restored].filter(([id]) => id !== segment)) });
	settlement.untell(segment);
	if (conflicts.get(segment)?.mine !== text) return;
	const others = new Map(conflicts);
	others.delete(segment);
	state.set({ conflicts: others });
}

/** Where the caret goes on: in the whole that holds the wording, or in the half that it falls into. */
function placeOf(
	row: WireRow,
	{ segment, text }: Wording,
	carried: readonly Wording[],
	caret: number,
): { readonly segment: string; readonly caret: number } | null {
	for (const side of [row.target, row.source]) {
		const whole = side.find(
			(one) => carried.some((part) => part.segment === one.id) && one.text.includes(text),
		);
		if (whole) return { segment: whole.id, caret: whole.text.indexOf(text) + caret };
		const first = side.findIndex(({ id }) => id === segment);
		const half = side[first];
		if (!half) continue;
		const next = side[first + 1];
		return caret <= half.text.length || !next
			? { segment: half.id, caret: Math.min(caret, half.text.length) }
			: { segment: next.id, caret: Math.min(caret - half.text.length, next.text.length) };
	}
	return null;
}

/** Of a text that is not loaded it is taken to be the rendering's. */
export function sideOf(desk: Desk, segment: string, passage: string): "source" | "target" {
	if (desk.typing.open?.segment === segment) return desk.typing.open.side;
	const row = desk.data.rows.row(rowOfSegment(desk.data.rows, segment, passage) ?? passage);
	return row?.source.some(({ id }) => id === segment) ? "source" : "target";
}
