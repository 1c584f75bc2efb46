import { describe, expect, test } from "vitest";
import { lastRedoable, lastUndoable } from "#lib/server/own-work.ts";

/** "1", "2", "3-2" is a third revision that takes back the second; "4-3!" one that somebody else made. Oldest first. */
const past = (written: string) =>
	written
		.split(" ")
		.map((one) => {
			const [number = "", undoes] = one.replace("!", "").split("-");
			return { number: Number(number), undoes: undoes ? Number(undoes) : null, own: !one.endsWith("!") };
		})
		.toReversed();

describe("what undoing and redoing take back", () => {
	test.each([
		["1", 1, null],
		["1 2", 2, null],
		["1 2 3-2", 1, 3],
		["1 2 3-2 4-1", null, 4],
		["1 2 3-2 4-3", 2, null],
		["1 2 3-2 4-1 5-4", 1, 3],
		["1 2 3-2 4", 4, null],
		["1 2 3-2 4-3 5-2", 1, 5],
		// taking back out of turn, or what others did, is work like any other
		["1 2 3-1", 3, null],
		["1 2 3-1 4-3", 2, 4],
		["1 2-9", 2, null],
		["1 2-9 3-2", 1, 3],
		["1 2-9 3-2 4-3", 2, null],
		// what somebody else took back is not to be taken back again, unless that was taken back too
		["1 2 3-2!", 1, null],
		["1 2 3-2! 4-3!", 2, null],
		["1 2 3-2! 4-1", null, 4],
	] as const)("after %s it is %j, and then %j is done again", (written, undo, redo) => {
		expect([
			lastUndoable(past(written))?.number ?? null,
			lastRedoable(past(written))?.number ?? null,
		]).toEqual([undo, redo]);
	});
});
