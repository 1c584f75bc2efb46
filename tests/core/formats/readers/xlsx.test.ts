import { expect, test } from "vitest";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { xlsx } from "#lib/core/formats/readers/xlsx.ts";
import { openArchive } from "#lib/server/files/archive.ts";
import { fileOf, readWith, refusalOf } from "#tests/core/formats/readers/read-with.ts";
import { relationships } from "#tests/core/formats/readers/word-file.ts";
import { zipOf } from "#tests/core/formats/zip-patches.ts";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

interface SheetParts {
	readonly name?: string;
	readonly state?: string;
	/** Inside of `sheetData`. */
	readonly rows: string;
	/** After it. */
	readonly after?: string;
}

interface WorkbookParts {
	readonly strings?: string;
	readonly styles?: string;
	readonly properties?: string;
	readonly parts?: Readonly<Record<string, string>>;
}

function workbook(
	sheets: readonly SheetParts[],
	{ strings, styles, properties = "", parts = {} }: WorkbookParts = {},
) {
	const links = sheets.map((_, index) => ({
		id: `rId${index}`,
		type: "worksheet",
		target: `/xl/worksheets/s${index}.xml`,
	}));
	const list = sheets.map(
		({ name = `S${sheets.length}`, state }, index) =>
			`<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index}"${state ? ` state="${state}"` : ""}/>`,
	);
	return zipOf({
		"_rels/.rels": relationships([{ id: "r", type: "officeDocument", target: "xl/workbook.xml" }]),
		"xl/workbook.xml": `<workbook ${main} ${r}>${properties}<sheets>${list.join("")}</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relationships(links),
		...(strings === undefined ? {} : { "xl/sharedStrings.xml": `<sst ${main}>${strings}</sst>` }),
		...(styles === undefined ? {} : { "xl/styles.xml": `<styleSheet ${main}>${styles}</styleSheet>` }),
		...Object.fromEntries(
			sheets.map(({ rows, after = "" }, index) => [
				`xl/worksheets/s${index}.xml`,
				`<worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`,
			]),
		),
		...parts,
	});
}

const read = (bytes: Uint8Array) => readWith(xlsx, bytes, "a.xlsx", { openArchive });
const cellsOf = async (...of: Parameters<typeof workbook>) =>
	(await read(workbook(...of))).rows.map(({ cells }) => cells);

test("strings are joined from their runs, without the readings above them", async () => {
	const strings =
		"<si><t>你好</t></si><si><r><t>图</t></r><r><rPr><b/></rPr><t xml:space='preserve'>书馆 </t></r><rPh><t>としょかん</t></rPh></si>";
	const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>在</t><rPh><t>x</t></rPh><r><t>内</t></r></is></c><c r="D1" t="s"><v>99</v></c></row>`;
	const found = await read(workbook([{ rows }], { strings }));
	expect(found.shape).toBe("table");
	expect(found.rows).toEqual([{ line: 1, cells: ["你好", "图书馆 ", "在内"] }]);
	expect(found.problems.map(({ key }) => key)).toEqual(["xlsxFormatting"]);
});

test("rows keep their numbers and cells their columns; empty rows are not sent", async () => {
	const rows = `<row r="2"><c r="B2"><v>1</v></c></row><row r="3"><c r="A3"/></row><row r="7"><c r="AA7"><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>`;
	const { rows: found } = await read(workbook([{ rows }]));
	expect(found.map(({ line, cells }) => [line, cells.length, cells.at(-1)])).toEqual([
		[2, 2, "1"],
		[7, 27, "2"],
		[8, 2, "4"],
	]);
});

test.each([
	["b", "1", "TRUE"],
	["b", "0", "FALSE"],
	["e", "#N/A", "#N/A"],
	["str", "结果_x000D_\n第二行", "结果\n第二行"],
	["d", "2024-05-03", "2024-05-03"],
	["n", "0.30000000000000004", "0.3"],
	["n", "1E3", "1000"],
	["n", "no number", "no number"],
])("a cell of type %s with %j reads %j", async (type, value, expected) => {
	expect(await cellsOf([{ rows: `<row><c t="${type}"><f>A1</f><v>${value}</v></c></row>` }])).toEqual([
		[expected],
	]);
});

test.each([
	[14, "", "45415.5", "2024-05-03"],
	[22, "", "45415.357638888891", "2024-05-03 08:35"],
	[20, "", "0.75", "18:00"],
	[31, "", "45415", "2024-05-03"],
	[14, "", "60", "1900-02-28"],
	[14, "", "-1", "-1"],
	[9, "", "0.256", "26%"],
	[10, "", "0.256", "25.60%"],
	[4, "", "1234567.5", "1,234,567.50"],
	[2, "", "3", "3.00"],
	[0, "", "3.5", "3.5"],
	[164, "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "45415", "2024-05-03"],
	[164, "[$-804]yyyy&quot;年&quot;m&quot;月&quot;", "45415", "2024-05"],
	[164, "[h]:mm:ss", "0.5", "12:00:00"],
	[164, "[Red]#,##0.0", "1234.56", "1,234.6"],
	[164, "General", "7", "7"],
	[164, "&quot;第&quot;0&quot;页&quot;", "7", "7"],
	[164, "0.00E+00", "12345", "12345"],
])("format %i %s shows %s as %s", async (id, code, value, expected) => {
	const styles = `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`;
	expect(await cellsOf([{ rows: `<row><c s="1"><v>${value}</v></c></row>` }], { styles })).toEqual([
		[expected],
	]);
});

test("days of a workbook from an old Macintosh count from 1904", async () => {
	const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
	const properties = '<workbookPr date1904="1"/>';
	expect(await cellsOf([{ rows: '<row><c s="0"><v>43953</v></c></row>' }], { styles, properties })).toEqual([
		["2024-05-03"],
	]);
});

test("rows name their sheet where there are several; hidden sheets are told and left out", async () => {
	const rows = '<row><c t="inlineStr"><is><t>x</t></is></c></row>';
	const { rows: found, problems } = await read(
		workbook([
			{ name: "一", rows },
			{ name: "二", rows },
			{ name: "暗", rows, state: "veryHidden" },
		]),
	);
	expect(found.map(({ sheet }) => sheet)).toEqual(["一", "二"]);
	expect(problems).toEqual([
		{ line: 1, column: null, key: "xlsxHiddenSheets", values: { count: 1, names: "暗" } },
	]);
});

test("what is not as it seems is told once for each kind", async () => {
	const rows = `<row r="4" hidden="1"><c><v>1</v></c><c><f>NOW()</f></c><c r="XFD4"><v>9</v></c></row>`;
	const after = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>';
	const links = relationships([
		{ id: "a", type: "comments", target: "../comments1.xml" },
		{ id: "b", type: "drawing", target: "../drawings/drawing1.xml" },
	]);
	const { rows: found, problems } = await read(
		workbook([{ name: "甲", rows, after }], { parts: { "xl/worksheets/_rels/s0.xml.rels": links } }),
	);
	expect(found).toEqual([{ line: 4, cells: ["1"] }]);
	expect(Object.fromEntries(problems.map(({ key, values }) => [key, values?.["count"]]))).toEqual({
		xlsxHiddenRows: 1,
		xlsxFormulas: 1,
		xlsxColumns: 1,
		xlsxMerged: 2,
		xlsxComments: 1,
		xlsxDrawings: 1,
	});
});

test.each([
	[
		"a NUL character",
		'<row r="5"><c r="B5" t="str"><v>a_x0000_b</v></c></row>',
		{ key: "textNul", line: 5, column: 2 },
	],
	[
		"half of a character",
		'<row r="5"><c r="B5" t="str"><v>_xD83D_</v></c></row>',
		{ key: "textLoneSurrogate", line: 5, column: 2 },
	],
	["rows 200,000 deep", "<row>".repeat(200_000), { key: "officeTooDeep" }],
])("a sheet with %s is refused", async (_, rows, problem) => {
	expect(await refusalOf(xlsx, workbook([{ rows }]), "a.xlsx", { openArchive })).toMatchObject(problem);
});

test("an escaped underscore and two halves of one character are what they stand for", async () => {
	expect(await cellsOf([{ rows: '<row><c t="str"><v>_x005F_x000D_ _xD83D__xDE00_</v></c></row>' }])).toEqual([
		["_x000D_ 😀"],
	]);
});

test.each([
	[
		"with a binary workbook",
		{
			"_rels/.rels": relationships([{ id: "r", type: "officeDocument", target: "xl/workbook.bin" }]),
			"xl/workbook.bin": "x",
		},
		"xlsxBinary",
	],
	["without a workbook", { "xl/styles.xml": "<styleSheet/>" }, "xlsxNoWorkbook"],
	[
		"with an entity bomb",
		{ "xl/workbook.xml": '<!DOCTYPE w [<!ENTITY a "b">]><workbook/>' },
		"officeDoctype",
	],
])("a file %s is refused", async (_, files, key) => {
	expect(await refusalOf(xlsx, zipOf(files), "a.xlsx", { openArchive })).toMatchObject({ key });
});

test("a workbook is known by what is in it, whatever its name", () => {
	expect(recognise(fileOf(workbook([{ rows: "" }]), "a.bin"), null)?.id).toBe("xlsx");
});
