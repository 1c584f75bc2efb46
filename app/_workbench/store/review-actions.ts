import * as compose from "../sync/compose.ts";
import type { WireRow } from "../sync/wire.ts";
import { othersOf } from "./choose-version.ts";
import { confirmWithCorrection } from "./confirm-above.ts";
import type { Desk } from "./desk.ts";
import { currentIndex, goToUnconfirmed, step } from "./travel.ts";

/** Says that the wording reads right and the link is right, and goes on. */
export async function confirmAndNext(desk: Desk, approve: boolean): Promise<void> {
	const suggests = desk.typing.open?.suggested && (desk.typing.isDirty || !desk.may("rendering.edit"));
	if (!suggests && !confirmRow(desk, approve)) return;
	await step(desk, 1);
}

export async function confirmLink(desk: Desk): Promise<void> {
	const row = desk.row();
	if (!row || row.link === "confirmed") return goToUnconfirmed(desk);
	desk.typing.save();
	const index = currentIndex(desk);
	if (push(desk, ["link"])) await confirmWithCorrection(desk, index);
}

function confirmRow(desk: Desk, approve: boolean): boolean {
	desk.typing.save();
	const row = desk.row();
	if (!row) return false;
	const undecided = [...row.source, ...row.target].some(({ id }) => desk.state.get().conflicts.has(id));
	if (undecided) {
		desk.say("decideFirst", {}, { tone: "error" });
		return false;
	}
	const kinds = kindsFor(row, desk.twoSided || (row.source.length > 0 && row.target.length > 0), approve);
	const done = kinds.length === 0 || push(desk, kinds);
	if (done) desk.elsewhere.confirmed(row.id);
	return done;
}

/** What is still to be said of a passage; an empty rendering cannot read right. */
export function kindsFor(row: WireRow, twoSided: boolean, approve: boolean): string[] {
	const kinds: string[] = [];
	if ((twoSided && row.link !== "confirmed") || othersOf(row).length > 0) kinds.push("link");
	if (row.state === "empty") return kinds;
	const reviewed =
		(row.state === "reviewed" || row.state === "approved") && !(row.withoutSource && row.source.length > 0);
	if (!reviewed) kinds.push("review");
	if (approve && row.state !== "approved") kinds.push("approval");
	return kinds;
}

function push(desk: Desk, kinds: readonly string[]): boolean {
	const row = desk.row();
	const sent = row !== undefined && desk.data.push(compose.confirm(row, kinds), row.id) !== null;
	if (!sent) desk.say("refusals.row-changed", {}, { tone: "error" });
	return sent;
}
