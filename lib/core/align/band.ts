/**
 * The part of the lattice that is searched. Row i (i source sentences used) holds the columns (target sentences
 * used) `first[i]` to `last[i]`, both included; both ascend, and neighbouring rows share a column, so a path leads through.
 */
export interface Band {
	readonly first: Int32Array;
	readonly last: Int32Array;
	/** `offset[i]` is the number of cells before row i; the last entry is the number of all cells. */
	readonly offset: Float64Array;
}

/**
 * The band on both sides of a path.
 * @param path the path's column in each row, ascending
 * @param halfWidths per row, how many columns on each side of the path
 * @param columns the last column there is
 */
export function bandAround(path: Int32Array, halfWidths: Int32Array, columns: number): Band {
	const rows = path.length;
	const first = new Int32Array(rows);
	const last = new Int32Array(rows);
	const offset = new Float64Array(rows + 1);
	let rightmost = 0;
	for (let i = 0; i < rows; i += 1) {
		const next = path[i + 1] ?? columns;
		rightmost = Math.max(rightmost, Math.min(columns, next + (halfWidths[i] ?? 0)));
		last[i] = rightmost;
	}
	let leftmost = columns;
	for (let i = rows - 1; i >= 0; i -= 1) {
		leftmost = Math.min(leftmost, Math.max(0, (path[i] ?? 0) - (halfWidths[i] ?? 0)));
		first[i] = i === 0 ? 0 : leftmost;
	}
	for (let i = 0; i < rows; i += 1) offset[i + 1] = (offset[i] ?? 0) + (last[i] ?? 0) - (first[i] ?? 0) + 1;
	return { first, last, offset };
}

export function cells(band: Band): number {
	return band.offset[band.first.length] ?? 0;
}

/** Rows of the neighbourhood that is widened together, in half-widths. */
const neighbourhood = 4;

/** Half-widths of `next`, but twice those of `used` in the neighbourhood of the given rows (ascending). */
export function widen(next: Int32Array, used: Int32Array, rows: readonly number[]): Int32Array {
	const wider = next.slice();
	let done = 0;
	for (const row of rows) {
		const double = 2 * (used[row] ?? 0);
		const reach = neighbourhood * double;
		const end = Math.min(wider.length, row + reach);
		for (let i = Math.max(done, row - reach); i < end; i += 1) wider[i] = Math.max(wider[i] ?? 0, double);
		done = Math.max(done, end);
	}
	return wider;
}

/**
 * The column that each row has if each source character takes `ratio` target characters; the rest of the longer side
 * comes after the end of the other. Each sentence weighs one more than its length, so that empty ones count too.
 */
export function diagonal(
	sourceLengths: readonly number[],
	targetLengths: readonly number[],
	ratio = weight(targetLengths) / weight(sourceLengths),
): Int32Array {
	const path = new Int32Array(sourceLengths.length + 1);
	let column = 0;
	let sourceUsed = 0;
	let targetUsed = 0;
	for (const [i, length] of sourceLengths.entries()) {
		sourceUsed += length + 1;
		while (column < targetLengths.length && targetUsed < sourceUsed * ratio) {
			targetUsed += (targetLengths[column] ?? 0) + 1;
			column += 1;
		}
		path[i + 1] = column;
	}
	return path;
}

function weight(lengths: readonly number[]): number {
	return lengths.reduce((sum, length) => sum + length + 1, 0);
}
