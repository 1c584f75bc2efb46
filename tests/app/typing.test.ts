import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type OpenText, Typing } from "#app/_workbench/store/typing.ts";
import { memoryKeep } from "#app/_workbench/sync/kept.ts";

const open: OpenText = {
	segment: "t1",
	passage: "row1",
	side: "target",
	isNew: false,
	version: 3,
	base: "The walk is long.",
};

function typist() {
	const keep = memoryKeep();
	const saves: { version: number; text: string }[] = [];
	const unsaved: boolean[] = [];
	const state = { composing: false };
	const typing = new Typing({
		keep,
		now: () => 1,
		save: ({ version }, text) => {
			saves.push({ version, text });
			return -saves.length;
		},
		unsaved: (any) => unsaved.push(any),
		isComposing: () => state.composing,
		language: () => "en",
	});
	typing.start(open);
	return { typing, keep, saves, unsaved, state };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("typing", () => {
	test("is kept on this device at every key, with what it started from", async () => {
		const { typing, keep, unsaved } = typist();
		for (const text of ["The walk is long!", "The walk is long!!"]) {
			typing.typed(text);
			await vi.advanceTimersByTimeAsync(0);
			expect(keep.drafts.get("t1")).toMatchObject({
				text,
				version: 3,
				base: "The walk is long.",
				passage: "row1",
			});
		}
		expect(unsaved).toEqual([true]);
	});

	test("is handed to the device at once when the page goes, though an earlier write has not ended", () => {
		const { typing, keep } = typist();
		const written: string[] = [];
		keep.saveDraft = (draft) => {
			written.push(draft.text);
			return new Promise(() => undefined);
		};
		typing.typed("A");
		typing.typed("AB");
		expect(written).toEqual(["A"]);
		typing.hurry();
		expect(written).toEqual(["A", "AB"]);
	});

	test("is saved after two seconds of rest, not before", async () => {
		const { typing, saves } = typist();
		typing.typed("A");
		await vi.advanceTimersByTimeAsync(1_900);
		typing.typed("AB");
		await vi.advanceTimersByTimeAsync(1_900);
		expect(saves).toEqual([]);
		await vi.advanceTimersByTimeAsync(200);
		expect(saves).toEqual([{ version: 3, text: "AB" }]);
	});

	test("is saved on leaving, once, and the next save builds on it", () => {
		const { typing, saves } = typist();
		typing.typed("A");
		typing.save();
		typing.save();
		typing.typed("AB");
		typing.leave();
		expect(saves).toEqual([
			{ version: 3, text: "A" },
			{ version: -1, text: "AB" },
		]);
	});

	test("is not saved in the middle of a composition", async () => {
		const { typing, saves, state } = typist();
		state.composing = true;
		typing.typed("The walk is long. ni'h");
		await vi.advanceTimersByTimeAsync(5_000);
		expect(saves).toEqual([]);
		state.composing = false;
		typing.typed("The walk is long. 你好");
		await vi.advanceTimersByTimeAsync(2_000);
		expect(saves).toEqual([{ version: 3, text: "The walk is long. 你好" }]);
	});

	test("stays on this device until exactly this text is on the server", async () => {
		const { typing, keep, unsaved } = typist();
		typing.typed("A");
		typing.save();
		typing.typed("AB");
		typing.saved("t1", "A", -1, 7);
		await vi.advanceTimersByTimeAsync(0);
		expect(keep.drafts.get("t1")).toMatchObject({ text: "AB", version: 7, base: "A" });
		typing.save();
		typing.saved("t1", "AB", -2, 8);
		await vi.advanceTimersByTimeAsync(0);
		expect([keep.drafts.size, unsaved]).toEqual([0, [true, false]]);
	});

	test("typed back to what it was leaves nothing to save", async () => {
		const { typing, keep, saves } = typist();
		typing.typed("A");
		typing.typed(open.base);
		await vi.advanceTimersByTimeAsync(2_000);
		expect([saves, keep.drafts.size]).toEqual([[], 0]);
	});

	test("goes on in what a merge made of it", () => {
		const { typing, saves } = typist();
		typing.typed("The walk is very long.");
		typing.save();
		typing.typed("The walk is very long today.");
		const merging = {
			sent: "The walk is very long.",
			merged: "This walk is very long.",
			stand: -1,
			theirs: "This walk is long.",
			version: 9,
		};
		expect(typing.merged("t1", true, merging)).toBe("This walk is very long today.");
		typing.save();
		expect(saves.at(-1)).toEqual({ version: -1, text: "This walk is very long today." });
	});

	test("in a conflict is kept but not sent until somebody decides", async () => {
		const { typing, keep, saves } = typist();
		typing.typed("Mine.");
		typing.save();
		typing.pause("t1", { version: 1, base: "Base.", isNew: false });
		typing.typed("Mine, longer.");
		await vi.advanceTimersByTimeAsync(5_000);
		typing.save();
		expect(saves).toHaveLength(1);
		expect(keep.drafts.get("t1")?.text).toBe("Mine, longer.");
		typing.resume("t1", 9, "Theirs.");
		typing.save();
		expect(saves.at(-1)).toEqual({ version: 9, text: "Mine, longer." });
	});

	test("that was never touched follows what somebody else wrote", () => {
		const { typing, saves } = typist();
		typing.follow(8, "Theirs.");
		typing.typed("Theirs. And mine.");
		typing.follow(9, "Later.");
		typing.save();
		expect(saves).toEqual([{ version: 8, text: "Theirs. And mine." }]);
	});
});
