import { describe, expect, test } from "vitest";
import { roleOf } from "#lib/core/formats/column-names.ts";
import { guessColumns } from "#lib/core/formats/table-columns.ts";

const table = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));

const zh = ["清晨的河面上有一层薄雾。", "渡船慢慢靠岸。"];
const en = ["A thin mist lay on the river in the early morning.", "The ferry came slowly to the bank."];
const body = (...columns: string[][]) => [0, 1].map((row) => columns.map((column) => column[row] ?? ""));

describe("columns", () => {
	test.each([
		["by their names", [["source", "target"], ...body(en, zh)], { header: true, source: 0, target: 1 }],
		[
			"by Chinese names",
			[["编号", "原文", "译文", "备注"], ...body(["1", "2"], zh, en, ["", "短"])],
			{ header: true, source: 1, target: 2, notes: [3] },
		],
		[
			"by names in another order",
			[["Translation", "Original"], ...body(en, zh)],
			{ header: true, source: 1, target: 0 },
		],
		["by languages", [["en-GB", "zh_CN"], ...body(en, zh)], { header: true, source: 1, target: 0 }],
		[
			"by names of languages",
			[["English", "Chinese (Simplified)"], ...body(en, zh)],
			{ header: true, source: 1, target: 0 },
		],
		[
			"by codes of other languages",
			[
				["de", "fr"],
				["Haus", "maison"],
			],
			{ header: true, source: 0, target: 1 },
		],
		[
			"by one name",
			[["ID", "Source", "Text"], ...body(["a1", "a2"], zh, en)],
			{ header: true, source: 1, target: 2 },
		],
		["by their texts", body(zh, en), { header: false, source: 0, target: 1 }],
		["by their texts in another order", body(en, zh), { header: false, source: 1, target: 0 }],
		[
			"beside numbers and identifiers",
			body(["1", "2"], ["seg-1", "seg-2"], en, zh, ["0.93", "0.87"]),
			{ header: false, source: 3, target: 2 },
		],
		["of one language", body(en, en), { header: false, source: 0, target: 1 }],
		["with one text", body(["1", "2"], en), { header: false, source: 1, target: null }],
		["with nothing", [["", ""]], { header: false, source: null, target: null }],
	])("%s", (_name, rows, columns) => {
		expect(guessColumns(table(...rows))).toEqual(columns);
	});

	test("no rows have no columns", () => {
		expect(guessColumns([])).toEqual({ header: false, source: null, target: null });
	});

	test("a text in the first row is not taken for a heading", () => {
		expect(guessColumns(table(["Notes", "备注"], ...body(en, zh))).header).toBe(false);
	});

	test("the first sheet with two columns is looked at", () => {
		const rows = [
			{ line: 1, cells: ["About this workbook"], sheet: "About" },
			{ line: 1, cells: ["原文", "译文"], sheet: "Texts" },
			...body(zh, en).map((cells, index) => ({ line: index + 2, cells, sheet: "Texts" })),
		];
		expect(guessColumns(rows)).toEqual({ sheet: "Texts", header: true, source: 0, target: 1 });
	});

	test("a long table is judged by its beginning", () => {
		const rows = Array.from({ length: 50_000 }, () => [zh[0] ?? "", en[0] ?? ""]);
		expect(guessColumns(table(...rows))).toMatchObject({ source: 0, target: 1 });
	});
});

test.each([
	["Source Text", "source"],
	["TARGET", "target"],
	["中文", "chinese"],
	["ZH-Hant-TW", "chinese"],
	["en_us", "english"],
	["fr", "other-language"],
	["Comments", "notes"],
	["序号", "id"],
	["It was a dark night", null],
	["", null],
])("the heading %j is %s", (heading, role) => {
	expect(roleOf(heading)).toBe(role);
});
