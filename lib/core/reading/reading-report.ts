/** What somebody needs to see of a file before importing it: POST /projects/:projectId/read. */
import type { ReadAbout, ReadProblem, ReadRow, ReadShape, ReadUnit } from "../formats/reader.ts";
import type { TableColumns } from "../formats/table-columns.ts";
import type { Block, Metadata } from "../furniture/block.ts";
import type { LanguageCount, Reading } from "./reading.ts";

export interface ReadingReport {
	/** Id of the reader. */
	readonly format: string;
	readonly shape: ReadShape;
	readonly about: ReadAbout;
	readonly problems: readonly ReadProblem[];
	/** Blocks, units, rows or links in all. */
	readonly count: number;
	/** Of a text. */
	readonly metadata: Metadata | null;
	/** The first of each. */
	readonly blocks: readonly Block[];
	readonly units: readonly ReadUnit[];
	readonly rows: readonly ReadRow[];
	readonly languages: readonly LanguageCount[];
	/** Of a table: what its columns look like, and the names of its sheets. */
	readonly columns: TableColumns | null;
	readonly sheets: readonly string[];
}

/** So many of each kind are sent; nobody reads more in a preview. */
const mostShown = 200;

export function reportOf(reading: Reading): ReadingReport {
	const { format, shape, about, problems } = reading;
	const all =
		shape === "text"
			? reading.page.blocks
			: shape === "pairs"
				? reading.units
				: shape === "table"
					? reading.rows
					: reading.links;
	return {
		format,
		shape,
		about,
		problems: problems.slice(0, mostShown),
		count: all.length,
		metadata: shape === "text" ? reading.page.metadata : null,
		blocks: shape === "text" ? reading.page.blocks.slice(0, mostShown) : [],
		units: shape === "pairs" ? reading.units.slice(0, mostShown) : [],
		rows: shape === "table" ? reading.rows.slice(0, mostShown) : [],
		languages: shape === "pairs" ? reading.languages : [],
		columns: shape === "table" ? reading.columns : null,
		sheets: shape === "table" ? sheetsOf(reading.rows) : [],
	};
}

function sheetsOf(rows: readonly ReadRow[]): string[] {
	return [...new Set(rows.flatMap(({ sheet }) => sheet ?? []))];
}
