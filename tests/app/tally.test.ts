import { describe, expect, test } from "vitest";
import { summaryOf } from "#app/_workbench/store/summary.ts";
import { idleAfter, Tally } from "#app/_workbench/store/tally.ts";
import type { KeptRequest } from "#app/_workbench/sync/kept.ts";
import type { Change } from "#app/_workbench/sync/transport.ts";
import type { Answer, WireRow } from "#app/_workbench/sync/wire.ts";
import { row } from "./rows.ts";

function asked(change: Change, passage: string, before: string | null = null): KeptRequest {
	return { key: "k", turn: 1, change, passage, stand: -1, before, tried: true };
}

const edit = (segment: string, text: string, passage: string, before: string) =>
	asked({ kind: "operation", operation: { type: "edit", segment, version: 1, text } }, passage, before);
const confirm = (passage: string, kinds = ["link", "review"]) =>
	asked({ kind: "operation", operation: { type: "confirm", passage, kinds } }, passage);
const undo = (passage: string) => asked({ kind: "undo" }, passage);

function answer(...rows: WireRow[]): Answer {
	return { number: 2, headNumber: 2, orderNumber: 1, replaced: [], rows, reload: false };
}

function reworded(index: number, text: string, state: WireRow["state"] = "edited"): WireRow {
	const found = row(index);
	return { ...found, state, target: found.target.map((segment) => ({ ...segment, text })) };
}

const summary = (tally: Tally, now = 0) => summaryOf(tally.state(now), "en");

describe("a session's passages and words", () => {
	test("are those that the server has answered, net of what happened in between", () => {
		const tally = new Tally(0, null);
		tally.done(edit("t0.0", "Text zero here.", "row0", "Text 0."), answer(reworded(0, "Text zero here.")));
		tally.done(edit("t0.0", "Text naught.", "row0", "Text zero here."), answer(reworded(0, "Text naught.")));
		tally.done(confirm("row0"), answer(reworded(0, "Text naught.", "reviewed")));
		tally.done(confirm("row3"), answer({ ...row(3), state: "reviewed" }));
		expect(summary(tally)).toMatchObject({
			edited: 1,
			changedWords: 1,
			confirmed: 2,
			reviewedWords: 4,
		});
	});

	test("do not count what was taken back", () => {
		const tally = new Tally(0, null);
		tally.done(edit("t0.0", "Other.", "row0", "Text 0."), answer(reworded(0, "Other.")));
		tally.done(confirm("row0"), answer(reworded(0, "Other.", "reviewed")));
		tally.done(undo("row0"), answer(reworded(0, "Other.")));
		tally.done(undo("row0"), answer(row(0)));
		expect(summary(tally)).toMatchObject({ edited: 0, changedWords: 0, confirmed: 0, reviewedWords: 0 });
	});

	test("do not count a confirmed link, nor a corrected source", () => {
		const tally = new Tally(0, null);
		tally.done(confirm("row0", ["link"]), answer({ ...row(0), link: "confirmed" }));
		tally.done(edit("s0.0", "原文。", "row0", "原文0。"), answer(row(0)));
		expect(summary(tally)).toMatchObject({ edited: 0, confirmed: 0 });
	});

	test("go on after the page was loaded anew, and begin anew where what was stored is damaged", () => {
		const tally = new Tally(5, null);
		tally.done(edit("t0.0", "Other.", "row0", "Text 0."), answer(reworded(0, "Other.")));
		tally.sign(10);
		tally.sign(30_010);
		const again = new Tally(90_000, JSON.stringify(tally.state(30_010)));
		expect(again.state(90_000)).toEqual(tally.state(30_010));
		expect(new Tally(7, '{"since":').state(7)).toEqual({ since: 7, active: 0, confirmed: {}, written: {} });
	});
});

describe("a session's minutes", () => {
	test.each([
		["a sign every ten seconds", [0, 10, 20, 30], 30, 30],
		["an hour away counts one minute of it", [0, 3_600], 3_600, 60],
		["the minute after the last sign counts", [0], 600, 60],
		["half of that minute so far", [0], 30, 30],
		["nothing was touched", [], 600, 0],
	])("%s", (_, signs, now, seconds) => {
		const tally = new Tally(0, null);
		for (const second of signs) tally.sign(second * 1_000);
		expect(tally.state(now * 1_000).active).toBe(seconds * 1_000);
	});

	test("stop when the page is not looked at", () => {
		const tally = new Tally(0, null);
		tally.sign(0);
		tally.rest(5_000);
		expect(tally.state(30_000).active).toBe(5_000);
		tally.sign(40_000);
		expect(tally.state(40_000 + idleAfter).active).toBe(5_000 + idleAfter);
	});

	test("give passages per hour once there is a minute", () => {
		const tally = new Tally(0, null);
		tally.done(confirm("row0"), answer({ ...row(0), state: "reviewed" }));
		tally.sign(0);
		expect(summary(tally, 59_000).perHour).toBeNull();
		expect(summary(tally, 60_000)).toMatchObject({ minutes: 1, perHour: 60 });
	});
});
