import type { ReadRow } from "./reader.ts";

/** Which columns of a table are what; numbers count from 0. */
export interface TableColumns {
	/** The sheet of a workbook; absent where there is only one. */
	readonly sheet?: string | undefined;
	/** The first row names the columns. */
	readonly header: boolean;
	readonly source: number | null;
	readonly target: number | null;
	/** Columns whose cells are notes. */
	readonly notes?: readonly number[] | undefined;
}

/** What the columns of a table look like, for a person to correct. */
export function guessColumns(rows: readonly ReadRow[]): TableColumns {
	const [first] = rows;
	const filled = (first?.cells ?? []).flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
	return { header: false, source: filled[0] ?? null, target: filled[1] ?? null };
}
