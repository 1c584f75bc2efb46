import type { CheckedSegment, Mention } from "../contract.ts";

/** A name and how it is written. Offsets are UTF-16 code units of its text, end exclusive. */
export type NameUse = Pick<Mention, "subject" | "value" | "start" | "end">;

/** Every use of a name in the rendering, as it is counted and judged beside the others. */
export const nameMentions = (
	target: readonly CheckedSegment[],
	usesIn: (text: string) => readonly NameUse[],
): Mention[] =>
	target.flatMap(({ id, text }) =>
		usesIn(text).map(({ subject, value, start, end }): Mention => {
			return { subject, value, side: "target", segment: id, start, end };
		}),
	);
