/** Where the grid scrolls to, so that the row one is on can be read together with what follows it. All in pixels. */

export interface Band {
	readonly top: number;
	readonly bottom: number;
}

/** A row that has to be brought into sight arrives with this share of the window above it. */
const share = 1 / 3;
/** It stays where it is while so much is left above it, and beneath it: two or three rows to read it with. */
const above = 0.15;
const beneath = 0.25;
/** Between a row and the edge of the window. */
const edge = 12;

const heightOf = ({ top, bottom }: Band) => bottom - top;

/** A row that is higher than the window is read where the caret is. */
export function isTall(row: Band, window: Band): boolean {
	return heightOf(row) > heightOf(window) - 2 * edge;
}

/** The offset that brings a row to a good place; null where it stands well already. `caret` counts in a tall row. */
export function arrivalOffset(row: Band, window: Band, caret: Band | null): number | null {
	const height = heightOf(window);
	if (isTall(row, window)) return tallOffset(row, window, caret);
	const over = Math.max(edge, Math.min(height * share, height - heightOf(row) - edge));
	const under = Math.min(height * beneath, height - heightOf(row) - over);
	const stands =
		row.top >= window.top + Math.min(height * above, over) && row.bottom <= window.bottom - under;
	return stands ? null : Math.max(0, Math.round(row.top - over));
}

/** The offset that keeps every row one comes to at the same height of the window; null where it is there already. */
export function pinnedOffset(
	row: Band,
	window: Band,
	sight: "third" | "middle",
	caret: Band | null,
): number | null {
	const height = heightOf(window);
	if (isTall(row, window)) return tallOffset(row, window, caret);
	const over = sight === "third" ? height / 3 : (height - heightOf(row)) / 2;
	const offset = Math.max(
		0,
		Math.round(row.top - Math.max(edge, Math.min(over, height - heightOf(row) - edge))),
	);
	return Math.abs(offset - window.top) < 2 ? null : offset;
}

/** The offset that keeps a row in sight that grew over the window's lower edge; null where nothing is to be done. */
export function growthOffset(row: Band, window: Band, caret: Band | null): number | null {
	if (row.bottom <= window.bottom) return null;
	if (isTall(row, window)) return caret && tallOffset(row, window, caret);
	return Math.min(window.top + row.bottom - window.bottom + edge, row.top - edge);
}

function tallOffset(row: Band, window: Band, caret: Band | null): number | null {
	const height = heightOf(window);
	if (caret) {
		const seen = caret.top >= window.top + edge && caret.bottom <= window.bottom - edge;
		return seen ? null : Math.max(0, Math.round(caret.top - height * share));
	}
	const begins = row.top >= window.top && row.top <= window.top + height * share;
	return begins ? null : Math.max(0, row.top - edge);
}
