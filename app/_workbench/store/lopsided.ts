/** The way to rows that look wrongly paired. */
import type { WireRow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";
import { search, shapeLetter } from "./outline-letters.ts";
import { currentIndex, goToIndex, outlineOf } from "./travel.ts";

/** One side alone, or two of very unlike length; see `shapeOf`. */
const looksWrong = "stlL";
/** Sentences of a side from which on a passage is crowded. */
const crowded = 3;

/** Two beside two may be two pairs. */
function isCrowded({ source, target }: WireRow): boolean {
	return Math.max(source.length, target.length) >= crowded || Math.min(source.length, target.length) > 1;
}

/** The next or previous unconfirmed passage with an empty or a crowded side, or two sides of very unlike length. */
export async function goToLopsided(desk: Desk, direction: 1 | -1): Promise<void> {
	desk.typing.save();
	const letters = await outlineOf(desk);
	if (!letters) return;
	const { rows } = desk.data;
	const from = currentIndex(desk);
	const found = search(rows.total, from, direction, (index) => {
		const row = rows.at(index);
		if (row ? row.link === "confirmed" : letters.links[index] === "c") return false;
		if (row && isCrowded(row)) return true;
		const letter = row ? shapeLetter(row, letters.usual) : (letters.shapes[index] ?? "o");
		return looksWrong.includes(letter);
	});
	if (found < 0 || found === from) return desk.say("noneLopsided", {}, { tone: "success" });
	if ((found - from) * direction < 0) desk.say(direction > 0 ? "lopsidedFromTop" : "lopsidedFromEnd");
	await goToIndex(desk, found, { side: desk.state.get().place?.side ?? "target" });
}
