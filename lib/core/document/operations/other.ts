/** How what a re-import left beside a segment is written in the log. */
import { z } from "zod";
import type { OtherVersion } from "../model.ts";
import { SegmentText, Version } from "./contract.ts";

/** Null: the revision that is being written. */
const Since = Version.nullable();
const Origin = z.int().min(0).nullable();

export const WrittenOther = z.discriminatedUnion("is", [
	z.strictObject({ is: z.literal("newer"), text: SegmentText, origin: Origin, since: Since }),
	z.strictObject({ is: z.literal("older"), text: SegmentText, since: Since }),
	z.strictObject({ is: z.literal("beside"), text: SegmentText, since: Since }),
	z.strictObject({ is: z.literal("gone"), since: Since }),
]);
export type WrittenOther = z.infer<typeof WrittenOther>;

/** The field as a segment holds it: absent where there is nothing. */
export function otherOf(written: WrittenOther | null, number: number): { other?: OtherVersion } {
	return written === null ? {} : { other: { ...written, since: written.since ?? number } };
}
