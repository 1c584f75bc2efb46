/** What goes over the border between two neighbouring passages. */
import type { Row } from "../model.ts";
import { hasShape, type Refusal, type RowShape, withSide } from "./contract.ts";

/** The two passages where they are as somebody saw them. */
export function asSeen(
	rows: readonly Row[],
	shapes: readonly [RowShape, RowShape],
): readonly [Row, Row] | null {
	const [first, second] = rows;
	if (!first || !second || rows.length !== 2) return null;
	return hasShape(first, shapes[0]) && hasShape(second, shapes[1]) ? [first, second] : null;
}

/** The two passages after the last segments of a side of the first, or the first of the second, went over to the other. */
export function across(
	rows: readonly Row[],
	shapes: readonly [RowShape, RowShape],
	ids: readonly string[],
): readonly [Row, Row] | Refusal {
	const seen = asSeen(rows, shapes);
	if (!seen) return { refused: "row-changed" };
	const moved = handOver(seen, ids);
	if (!moved) return { refused: "not-at-border" };
	const emptied = moved.some((row) => row.source.length + row.target.length === 0);
	return emptied ? { refused: "row-would-be-empty" } : moved;
}

function handOver([first, second]: readonly [Row, Row], ids: readonly string[]): [Row, Row] | undefined {
	for (const side of ["source", "target"] as const) {
		const [above, below] = [first[side], second[side]];
		const [last, head] = [above.slice(-ids.length), below.slice(0, ids.length)];
		if (last.length === ids.length && last.every(({ id }, i) => id === ids[i])) {
			const rest = above.slice(0, above.length - ids.length);
			return [withSide(first, side, rest), withSide(second, side, [...last, ...below])];
		}
		if (head.length === ids.length && head.every(({ id }, i) => id === ids[i])) {
			const rest = below.slice(ids.length);
			return [withSide(first, side, [...above, ...head]), withSide(second, side, rest)];
		}
	}
	return undefined;
}
