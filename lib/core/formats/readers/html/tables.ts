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
		else if (node.tagName === "td") cells += spanOf(node, "rowspan");
		layout ||= layoutOnly.has(node.tagName);
		data ||= dataOnly.has(node.tagName);
		return !layout;
	});
	return !layout && (data || (rows >= 2 && cells >= rows * 2));
}

/** A cell of a data table. Rows and columns count from 0. */
export interface PageCell {
	readonly table: TablePlace;
	readonly row: number;
	readonly column: number;
	readonly span: number;
	/** BCP 47, where the cell itself says so. */
	readonly language: string | null;
}

/** Cells that reach down from a column beyond this are not followed: nobody writes such tables by hand. */
const mostFollowed = 16;
/** Rows that such cells reach into, of one table. */
const mostReached = 20_000;

/** Where a cell stands in its table, from 0; a cell that spans columns counts as many. */
export class TablePlace {
	/** Places that belong to the cell above them. */
	readonly reached: { readonly row: number; readonly column: number }[] = [];
	#row = -1;
	#column = 0;
	/** By column: so many more rows belong to a cell further up. */
	readonly #down = new Map<number, number>();
	/** The same, for the cells of the row that is open. */
	readonly #begun = new Map<number, number>();

	nextRow(): void {
		this.#row += 1;
		this.#column = 0;
		for (const [column, rows] of this.#down) {
			if (rows > 1) this.#down.set(column, rows - 1);
			else this.#down.delete(column);
		}
		for (const [column, rows] of this.#begun) this.#down.set(column, rows);
		this.#begun.clear();
		if (this.reached.length < mostReached)
			for (const column of this.#down.keys()) this.reached.push({ row: this.#row, column });
	}

	nextCell(cell: HtmlElement): PageCell {
		while (this.#down.has(this.#column)) this.#column += 1;
		const [row, column, span] = [Math.max(0, this.#row), this.#column, spanOf(cell, "colspan")];
		const rows = spanOf(cell, "rowspan");
		for (let at = column; rows > 1 && at < Math.min(column + span, mostFollowed); at += 1)
			this.#begun.set(at, rows - 1);
		this.#column += span;
		return { table: this, row, column, span, language: attributeOf(cell, "lang")?.trim() || null };
	}
}

function spanOf(cell: HtmlElement, attribute: "colspan" | "rowspan"): number {
	const span = Number(attributeOf(cell, attribute) ?? 1);
	return Number.isInteger(span) && span > 0 && span <= 1_000 ? span : 1;
}
