import { strToU8, zipSync } from "fflate";
import { xlsx } from "../../formats/readers/xlsx.ts";
import { escapeText } from "../../xml/escape.ts";
import type { GlossaryEntry, GlossaryFormat } from "./contract.ts";
import { inMemory } from "./in-memory.ts";
import { GlossaryTable, rowsOf } from "./table.ts";

const extensions = ["xlsx", "xlsm"] as const;

/** An Excel workbook of one sheet. Its texts are texts: nothing in them is run as a formula. */
export const glossaryXlsx = {
	id: "xlsx",
	extensions,
	mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	recognises: ([first, second], extension) =>
		(first === 0x50 && second === 0x4b) || extensions.some((one) => one === extension),
	async read(bytes, name, sink, capabilities) {
		const nothing = () => undefined;
		let table = new GlossaryTable(sink);
		let sheet: string | undefined;
		await xlsx.read(
			inMemory(name, bytes),
			{
				about: nothing,
				line: nothing,
				unit: nothing,
				link: nothing,
				problem: (problem) => sink.remark(problem),
				row(row) {
					// Each sheet has a row of names of its own.
					if (row.sheet !== sheet) {
						table.end();
						table = new GlossaryTable(sink);
						sheet = row.sheet;
					}
					table.row(row);
				},
			},
			{ ...capabilities, readPdf: nobody },
		);
		table.end();
	},
	write: (terms: readonly GlossaryEntry[]) =>
		zipSync(
			Object.fromEntries(
				Object.entries({ ...parts, "xl/worksheets/sheet1.xml": sheetOf(rowsOf(terms)) }).map(
					([name, text]) => [name, strToU8(text)],
				),
			),
			{ mtime: firstDay },
		),
} as const satisfies GlossaryFormat;

async function* nobody(): AsyncGenerator<never> {
	// There is no PDF in a workbook.
}

/** The first one that a ZIP can name: the same glossary gives the same file. */
const firstDay = new Date(1980, 0, 1);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = "http://schemas.openxmlformats.org/package/2006";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const parts = {
	"[Content_Types].xml": `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
	"_rels/.rels": `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	"xl/workbook.xml": `${declaration}<workbook xmlns="${sheets}" xmlns:r="${documents}"><sheets><sheet name="Glossary" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	"xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${documents}/styles" Target="styles.xml"/></Relationships>`,
	// Style 1 is text (format 49), so that nothing that somebody types later becomes a date or a formula either.
	"xl/styles.xml": `${declaration}<styleSheet xmlns="${sheets}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

function sheetOf(rows: readonly (readonly string[])[]): string {
	const written = rows.map((cells, at) => {
		const row = at + 1;
		const inside = cells.map((text, column) =>
			text === ""
				? ""
				: `<c r="${String.fromCharCode(65 + column)}${row}" s="1" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`,
		);
		return `<row r="${row}">${inside.join("")}</row>`;
	});
	const view = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
	return `${declaration}<worksheet xmlns="${sheets}">${view}<cols><col min="1" max="2" width="28" customWidth="1" style="1"/><col min="3" max="3" width="60" customWidth="1" style="1"/><col min="4" max="9" width="20" customWidth="1" style="1"/></cols><sheetData>${written.join("")}</sheetData></worksheet>`;
}

/** What looks like Excel's way to write a character that XML cannot hold is written with that way for its first. */
const cellText = (text: string) => escapeText(text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_"));
