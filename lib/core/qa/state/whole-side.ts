import type { Side } from "../../document/model.ts";
import type { CheckedPassage, Fault, Severity } from "../contract.ts";

/** Somebody said that the passage is right. */
export const isDone = ({ state }: CheckedPassage): boolean => state === "reviewed" || state === "approved";

export const isBlank = (passage: CheckedPassage, side: Side): boolean =>
	passage[side].every(({ text }) => text.trim() === "");

/** A fault of the passage as a whole, at the beginning of a side; nothing where the side has no segment. No word of it is marked. */
export function wholeSide(
	passage: CheckedPassage,
	side: Side,
	{ key, severity }: { readonly key: string; readonly severity?: Severity },
): Fault[] {
	const [segment] = passage[side];
	if (!segment) return [];
	const place = { side, segment: segment.id, start: 0, end: 0 };
	return [{ ...place, key, values: {}, fix: null, ...(severity && { severity }) }];
}
