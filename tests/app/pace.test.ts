import { expect, test } from "vitest";
import { Pace } from "#app/projects/[projectId]/findings/pace.ts";

/** How long is waited after each of these answers. */
const waits = (answers: readonly (string | null)[]) => {
	const pace = new Pace();
	return answers.map((stand, at) => {
		const first = pace.after(stand, at + 1);
		expect(pace.after(stand, at + 1)).toBe(first); // drawn again before the next answer
		return first && first / 1_000;
	});
};

test.each([
	["each of which is another", ["9", "7", "4"], [2, 2, 2]],
	["that are the same", ["9", "9", "9", "9", "9", "9", "9"], [2, 4, 8, 16, 32, 60, 60]],
	["that stood still for a while", ["9", "9", "9", "8", "8"], [2, 4, 8, 2, 4]],
	["the last of which says that all is done", ["9", "9", null], [2, 4, false]],
	["after which more is to do", [null, "3", "3"], [false, 2, 4]],
])("after answers %s", (_, answers, seconds) => {
	expect(waits(answers)).toEqual(seconds);
});
