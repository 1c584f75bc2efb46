import { strToU8 } from "fflate";
import { csv } from "../../formats/readers/csv.ts";
import type { GlossaryEntry, GlossaryFormat } from "./contract.ts";
import { inMemory } from "./in-memory.ts";
import { GlossaryTable, rowsOf } from "./table.ts";

/** Excel takes UTF-8 for it only with the mark. */
const mark = "\ufeff";
/** What spreadsheets would run as a formula, and how that is prevented: an apostrophe, which is taken off again. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/u;

const extensions = ["csv", "tsv", "tab"] as const;

/** RFC 4180. */
export const glossaryCsv = {
	id: "csv",
	extensions,
	mediaType: "text/csv; charset=utf-8",
	recognises: (_head, extension) => extensions.some((one) => one === extension),
	async read(bytes, name, sink, capabilities) {
		const table = new GlossaryTable(sink);
		const nothing = () => undefined;
		await csv.read(
			inMemory(name, bytes),
			{
				about: nothing,
				line: nothing,
				unit: nothing,
				link: nothing,
				problem: (problem) => sink.remark(problem),
				row: ({ line, cells }) => table.row({ line, cells: cells.map(asWritten) }),
			},
			{ ...capabilities, readPdf: nobody },
		);
		table.end();
	},
	write: (terms: readonly GlossaryEntry[]) =>
		strToU8(
			mark +
				rowsOf(terms)
					.map((cells) => `${cells.map(field).join(",")}\r\n`)
					.join(""),
		),
} as const satisfies GlossaryFormat;

async function* nobody(): AsyncGenerator<never> {
	// There is no PDF in a table.
}

const asWritten = (cell: string) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);

function field(text: string): string {
	const safe = formula.test(text) ? `'${text}` : text;
	return /[",\r\n;\t|]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
