import type { CellPlace } from "../bilingual/find-tables.ts";
import type { PartTag } from "../office/read-part.ts";
import type { Story } from "./story.ts";

interface OpenTable {
	readonly table: number;
	row: number;
	column: number;
	cell: CellPlace | null;
}

/** The tables that are open at a place of a story, the outermost first. */
export class OpenTables {
	readonly #open: OpenTable[] = [];
	#count = 0;

	/** Where a paragraph stands that ends here. */
	get cells(): readonly CellPlace[] {
		return this.#open.flatMap(({ cell }) => cell ?? []);
	}

	/** True for the elements that make tables. */
	open(tag: PartTag, story: Story): boolean {
		const table = this.#open.at(-1);
		if (tag.name === "w:tbl") {
			this.#open.push({ table: this.#count, row: -1, column: 0, cell: null });
			this.#count += 1;
		} else if (table === undefined) return false;
		else if (tag.name === "w:tr") {
			table.row += 1;
			table.column = 0;
		} else if (tag.name === "w:tc") {
			const { row, column } = table;
			table.cell = { table: table.table, row, column, span: 1, continues: false };
		} else if (story.within("w:trPr")) this.#rowProperty(tag, table, story);
		else if (story.within("w:tcPr")) this.#cellProperty(tag, table, story);
		else return false;
		return true;
	}

	close(name: string): void {
		if (name === "w:tbl") this.#open.pop();
		const table = this.#open.at(-1);
		if (name !== "w:tc" || !table?.cell) return;
		table.column += table.cell.span;
		table.cell = null;
	}

	#rowProperty(tag: PartTag, table: OpenTable, story: Story): void {
		if (tag.name === "w:gridBefore") table.column += spanOf(tag);
		else if (story.surroundings.changes.gone(tag, story.line + 1)) {
			table.row -= 1;
			story.skipRestOf("w:tr");
		}
	}

	#cellProperty(tag: PartTag, { cell }: OpenTable, story: Story): void {
		if (cell === null) return;
		if (tag.name === "w:gridSpan") cell.span = spanOf(tag);
		else if (tag.name === "w:vMerge") cell.continues = tag.attribute("w:val") !== "restart";
		else if (story.surroundings.changes.gone(tag, story.line + 1)) story.skipRestOf("w:tc");
	}
}

/** Word has at most 63 columns. */
function spanOf(tag: PartTag): number {
	const span = Number(tag.attribute("w:val"));
	return Number.isInteger(span) && span > 0 ? Math.min(span, 63) : 1;
}
