/**
 * A table for spreadsheets: RFC 4180 with a byte order mark, by which they know that it is UTF-8. A text that a spreadsheet
 * would run as a formula gets an apostrophe before it; numbers are written as numbers, with a point.
 */
export type Cell = string | number | null;

export function writeCsv(lines: readonly (readonly Cell[])[]): string {
	return `\ufeff${lines.map((line) => `${line.map(field).join(",")}\r\n`).join("")}`;
}

/** Signs that begin a formula, and white space that some programs skip before one. */
const formula = /^\s*[=+\-@＝＋－＠|%]/u;

function field(cell: Cell): string {
	if (cell === null) return "";
	if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
	const text = formula.test(cell) ? `'${cell}` : cell;
	return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
