/** What is dropped on the passage above or below goes there, as one operation. */
import type { Side } from "#lib/core/document/model.ts";
import { moveUpTo, whenCertain } from "./align-actions.ts";
import type { Desk } from "./desk.ts";

export interface Dragged {
	readonly passage: string;
	readonly side: Side;
	readonly segment: string;
}

export function drop(desk: Desk, { passage, side, segment }: Dragged, direction: "up" | "down"): void {
	desk.turns.take(async () => {
		const row = desk.data.rows.row(passage);
		if (!row) return desk.say("refusals.row-changed", {}, { tone: "error" });
		desk.go(desk.placeIn(row, side, segment));
		await whenCertain((certain) => moveUpTo(certain, direction, segment))(desk);
	});
}
