/** Links confirmed by the run: everything above, when asked, and what lies above a correction where that is chosen. */
import * as compose from "../sync/compose.ts";
import type { RowWindow } from "../sync/wire.ts";
import { autoConfirmKey, type Desk } from "./desk.ts";
import { currentIndex, outlineOf } from "./travel.ts";

export function toggleAutoConfirm(desk: Desk): void {
	const autoConfirm = !desk.state.get().autoConfirm;
	desk.state.set({ autoConfirm });
	localStorage.setItem(autoConfirmKey, autoConfirm ? "on" : "off");
	desk.say(autoConfirm ? "autoConfirmOn" : "autoConfirmOff");
}

type LinkLetter = "a" | "c" | "s" | undefined;

/** What is known of a link: by its row where that is loaded, else by the outline. */
function linkAt(desk: Desk, index: number): LinkLetter {
	const row = desk.data.rows.at(index);
	if (row) return row.link === "automatic" ? "a" : row.link === "stale" ? "s" : "c";
	const letter = desk.state.get().letters?.links[index];
	return letter === "a" || letter === "c" || letter === "s" ? letter : undefined;
}

/** Confirms every link from the first passage to this one, as one revision. */
export async function confirmAbove(desk: Desk): Promise<void> {
	desk.typing.save();
	if (!(await outlineOf(desk))) return;
	const last = currentIndex(desk);
	let count = 0;
	for (let index = 0; index <= last; index++) if (linkAt(desk, index) !== "c") count += 1;
	if (count === 0) return desk.say("allAboveConfirmed", {}, { tone: "success" });
	if (await affirm(desk, 0, last, true)) desk.offerUndo("confirmedAbove", { count }, () => takeBack(desk));
}

/** The automatic links that lie between the nearest confirmed one above a place and the place itself. */
function unconfirmedAbove(desk: Desk, place: number): { readonly first: number; readonly count: number } {
	let [first, count] = [place, 0];
	while (first > 0) {
		const link = linkAt(desk, first - 1);
		if (link === undefined || link === "c") break;
		first -= 1;
		if (link === "a") count += 1;
	}
	return { first, count };
}

/**
 * Where that is chosen, what was just corrected at a place confirms the automatic links above it: a revision of its own
 * behind the correction, so the first undo takes the confirmations back and the second one the correction. Answers how
 * many links there were.
 */
export async function confirmWithCorrection(desk: Desk, place: number): Promise<number> {
	if (!desk.state.get().autoConfirm || !desk.may("review")) return 0;
	const { first, count } = unconfirmedAbove(desk, place);
	if (count === 0 || !(await affirm(desk, first, place - 1, false))) return 0;
	desk.offerUndo("autoConfirmed", { count }, () => takeBack(desk));
	return count;
}

async function affirm(desk: Desk, first: number, last: number, stale: boolean): Promise<boolean> {
	const [from, to] = [await idAt(desk, first), await idAt(desk, last)];
	if (!from || !to) return false;
	const { order: grouping, seen } = desk.data;
	return desk.data.push(compose.affirm({ from, to, stale, grouping, seen }), to) !== null;
}

/** The passage at a place, which need not be loaded to be named. */
async function idAt(desk: Desk, index: number): Promise<string | null> {
	const known = desk.data.rows.idAt(index);
	if (known) return known;
	const { head, read } = desk.options;
	const window = await read<RowWindow>(`/documents/${head.id}/passages?offset=${index}&limit=1`).catch(
		() => null,
	);
	return window?.orderNumber === desk.data.serverOrder ? (window.rows[0]?.id ?? null) : null;
}

function takeBack(desk: Desk): void {
	desk.data.send({ kind: "undo" }, desk.state.get().place?.passage ?? null);
}
