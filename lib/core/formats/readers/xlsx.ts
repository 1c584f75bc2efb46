import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { Losses } from "../losses.ts";
import type { Reader } from "../reader.ts";
import { containerOf, refuseOtherContainers } from "./office/container.ts";
import { type OfficePackage, openPackage } from "./office/package.ts";
import { readSheet } from "./xlsx/sheet.ts";
import { readWorkbook, type Sheet } from "./xlsx/workbook.ts";

const extensions = ["xlsx", "xlsm", "xltx", "xltm"] as const;
/** Bytes of the packed file. */
const maxSize = 200 * 1024 * 1024;

/** Excel workbooks: the rows of the sheets that are seen, with values as they are shown. */
export const xlsx = {
	id: "xlsx",
	extensions,
	messageKey: "formats.xlsx",
	recognises({ name, head }) {
		const container = containerOf(head);
		if (container === "xl") return 3;
		const named = extensions.some((extension) => extension === extensionOf(name));
		return named && (container === "zip" || container === null) ? 1 : 0;
	},
	async read(file, sink, capabilities) {
		const bytes = await file.bytes(maxSize);
		refuseOtherContainers(file, bytes);
		const opened = await openPackage(bytes, capabilities);
		const workbook = await readWorkbook(opened, capabilities);
		const losses = new Losses();
		const hidden = new HiddenCharacters();
		const seen = workbook.sheets.filter((sheet) => !sheet.hidden);
		for (const sheet of workbook.sheets) if (sheet.hidden) losses.add("xlsxHiddenSheets", 1, sheet.name);
		for (const sheet of seen) {
			const part = await opened.part(sheet.part);
			// A sheet can be a single chart, which has no part of cells.
			if (part === null) losses.add("xlsxNoSheet", 1, sheet.name);
			else {
				const named = seen.length > 1 ? { sheet: sheet.name } : {};
				const take = (row: Parameters<typeof sink.row>[0]) => {
					for (const cell of row.cells) hidden.see(cell, row.line);
					sink.row({ ...row, ...named });
				};
				readSheet(part, sheet, workbook, take, losses, capabilities);
				await tellBeside(opened, sheet, losses);
			}
		}
		for (let count = 0; count < workbook.formattedStrings; count += 1) losses.add("xlsxFormatting", 1);
		losses.tell(sink);
		hidden.tell(sink);
		return "table";
	},
} as const satisfies Reader;

/** What stands beside the cells of a sheet. */
async function tellBeside(opened: OfficePackage, sheet: Sheet, losses: Losses): Promise<void> {
	for (const { type } of await opened.relationships(sheet.part)) {
		if (type === "comments" || type === "threadedComment") losses.add("xlsxComments", 1, sheet.name);
		if (type === "drawing") losses.add("xlsxDrawings", 1, sheet.name);
	}
}
