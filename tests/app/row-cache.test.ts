import { describe, expect, test } from "vitest";
import * as compose from "#app/_workbench/sync/compose.ts";
import { applyLocally } from "#app/_workbench/sync/local.ts";
import { RowCache } from "#app/_workbench/sync/row-cache.ts";
import type { WireRow } from "#app/_workbench/sync/wire.ts";
import { head, row, rowsFrom } from "./rows.ts";

const context = {
	number: -1,
	order: 1,
	description: head(0).description,
	by: "Lin",
	at: "2026-01-01T00:00:00.000Z",
};

function cache(total: number, start: number, count: number): RowCache {
	const rows = new RowCache(total);
	rows.place({ rows: rowsFrom(start, count) });
	return rows;
}

function at(rows: RowCache, index: number): WireRow {
	const found = rows.at(index);
	if (!found) throw new Error(`no row at ${index}`);
	return found;
}

const texts = (rows: RowCache, index: number) => [
	at(rows, index).source.map((s) => s.text),
	at(rows, index).target.map((s) => s.text),
];

describe("a long document of which a part is loaded", () => {
	test("asks for the windows that a range misses, once each", () => {
		const rows = cache(1_000, 100, 100);
		expect(rows.missing(90, 210)).toEqual([
			{ offset: 0, limit: 100 },
			{ offset: 200, limit: 100 },
		]);
		expect(rows.missing(120, 180)).toEqual([]);
		expect(rows.missing(950, 2_000)).toEqual([{ offset: 900, limit: 100 }]);
	});

	test("knows where each loaded row is", () => {
		const rows = cache(50_000, 30_000, 100);
		expect(rows.total).toBe(50_000);
		expect(rows.indexOf("row30042")).toBe(30_042);
		expect(rows.indexOf("row1")).toBe(-1);
		expect(rows.at(29_999)).toBeUndefined();
	});

	test("a row that a newer window shows elsewhere moves there", () => {
		const rows = cache(10, 0, 5);
		rows.place({ rows: [{ ...row(4), index: 3 }] });
		expect(rows.indexOf("row4")).toBe(3);
		expect(rows.idAt(4)).toBeNull();
		expect(rows.row("row3")).toBeUndefined();
	});

	test("a copy is not touched by what happens to the first", () => {
		const rows = cache(10, 0, 5);
		const copy = rows.copy();
		rows.splice(0, 2, []);
		expect([copy.total, copy.indexOf("row2"), rows.total, rows.indexOf("row2")]).toEqual([10, 2, 8, 0]);
	});
});

describe("operations on the rows that are loaded", () => {
	test("a merge takes the second row out and moves all later places up", () => {
		const rows = cache(50_000, 100, 100);
		const change = applyLocally(rows, compose.merge(at(rows, 110), at(rows, 111)), "row110", context);
		expect(change).toEqual({ order: -1, start: 110, count: 2, now: 1 });
		expect(rows.total).toBe(49_999);
		expect(rows.indexOf("row150")).toBe(149);
		expect(texts(rows, 110)).toEqual([
			["原文110。", "原文111。"],
			["Text 110.", "Text 111."],
		]);
	});

	test("a division moves all later places down", () => {
		const rows = new RowCache(20);
		rows.place({ rows: [row(5, ["甲。", "乙。"], ["A. B."]), row(6)] });
		const operation = compose.divide(at(rows, 5), 1, 1);
		expect(applyLocally(rows, operation, "row5", context)).toMatchObject({ start: 5, count: 1, now: 2 });
		expect([rows.total, rows.idAt(6), rows.indexOf("row6")]).toEqual([21, operation["id"], 7]);
		expect(texts(rows, 6)).toEqual([["乙。"], []]);
	});

	test("a shift moves one side of the loaded run and leaves the rest of the document in place", () => {
		const rows = cache(50_000, 100, 50);
		const change = applyLocally(
			rows,
			compose.shift("target", "down", "row110", "t110.0", 1),
			"row110",
			context,
		);
		expect(change?.start).toBe(110);
		expect(rows.total).toBe(50_000);
		expect(texts(rows, 110)).toEqual([["原文110。"], []]);
		expect(texts(rows, 111)).toEqual([["原文111。"], ["Text 110."]]);
		expect(texts(rows, 109)).toEqual([["原文109。"], ["Text 109."]]);
	});

	test("a confirmation changes the standing, a later edit of the wording keeps the link", () => {
		const rows = cache(10, 0, 10);
		applyLocally(rows, compose.confirm(at(rows, 3), ["link", "review"]), "row3", context);
		expect(at(rows, 3)).toMatchObject({ state: "reviewed", link: "confirmed" });
		applyLocally(rows, compose.edit("t3.0", 1, "New."), "row3", { ...context, number: -2 });
		expect(at(rows, 3)).toMatchObject({ state: "edited", link: "confirmed" });
		expect(at(rows, 3).target[0]).toMatchObject({
			text: "New.",
			version: -2,
			changedBy: "Lin",
			draft: "Text 3.",
		});
	});

	test("what does not fit the rows changes nothing", () => {
		const rows = cache(10, 0, 10);
		expect(applyLocally(rows, compose.edit("t3.0", 7, "New."), "row3", context)).toBeNull();
		expect(applyLocally(rows, compose.merge(at(rows, 3), at(rows, 5)), "row3", context)).toBeNull();
		expect(applyLocally(rows, compose.edit("t90.0", 1, "New."), null, context)).toBeNull();
		expect(texts(rows, 3)).toEqual([["原文3。"], ["Text 3."]]);
	});

	test("rows that an operation does not change stay the same objects", () => {
		const rows = cache(10, 0, 10);
		const before = at(rows, 4);
		applyLocally(rows, compose.edit("t3.0", 1, "New."), "row3", context);
		expect(at(rows, 4)).toBe(before);
	});
});

describe("composing operations", () => {
	test.each([
		["Good day. Come in.", "Good day. Come in.", 10, 10],
		["Good day. Do come in.", "Good day. Come in.", 10, 10],
		["Fine day. Come in.", "Good day. Come in.", 10, 10],
		["Fine weather, friend. Please do enter.", "Good day. Come in.", 22, 15],
		["Typed by hand.", null, 6, null],
	])("a cut in %j falls in the draft %j: %i → %j", (text, draft, cut, expected) => {
		expect(compose.draftOffset({ text, draft }, cut)).toBe(expected);
	});

	test.each([
		["One.", "Two.", "en", " "],
		["One. ", "Two.", "en", ""],
		["一。", "二。", "zh-Hans", ""],
	])("%j and %j in %s are joined by %j", (left, right, language, separator) => {
		expect(compose.separatorOf(left, right, language)).toBe(separator);
	});

	test.each([
		[["a", "b"], ["A", "B"], "target", 0, { source: 1, target: 1 }],
		[["a", "b", "c"], ["A"], "source", 1, { source: 2, target: 1 }],
		[["a"], ["A", "B"], "source", 0, { source: 1, target: 1 }],
		[["a"], ["A"], "target", 0, null],
		[[], ["A", "B"], "target", 1, { source: 0, target: 1 }],
	] as const)(
		"a row of %j beside %j divides on the %s side after %i into %j",
		(source, target, side, after, expected) => {
			expect(compose.divisionOf(row(1, [...source], [...target]), side, after)).toEqual(expected);
		},
	);
});
