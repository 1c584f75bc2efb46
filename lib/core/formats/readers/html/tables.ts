import { attributeOf, type HtmlElement, isElement, walkBelow } from "./tree.ts";

/** Only what stands inside cells of tables that set out a page. */
const layoutOnly = new Set([
	"table",
	"form",
	"input",
	"h1",
	"h2",
	"nav",
	"header",
	"footer",
	"article",
	"main",
	"script",
]);
const dataOnly = new Set(["th", "caption", "thead"]);

/**
 * Whether a table holds data, as against setting out a page: it says so by a heading or caption, or has two rows of
 * two cells at least with nothing in them that only pages have.
 */
export function isDataTable(table: HtmlElement): boolean {
	const role = attributeOf(table, "role");
	if (role === "presentation" || role === "none") return false;
	let [rows, cells, layout, data] = [0, 0, false, false];
	walkBelow(table, (node) => {
		if (!isElement(node) || layout) return false;
		if (node.tagName === "tr") rows += 1;
		else if (node.tagName === "td") cells += 1;
		layout ||= layoutOnly.has(node.tagName);
		data ||= dataOnly.has(node.tagName);
		return !layout;
	});
	return !layout && (data || (rows >= 2 && cells >= rows * 2));
}

/** Where a cell stands in its table, from 0; a cell that spans columns counts as many. */
export class TablePlace {
	#row = -1;
	#column = 0;

	nextRow(): void {
		this.#row += 1;
		this.#column = 0;
	}

	nextCell(span: number): { row: number; column: number } {
		const cell = { row: Math.max(0, this.#row), column: this.#column };
		this.#column += Number.isInteger(span) && span > 0 && span <= 1_000 ? span : 1;
		return cell;
	}
}
