import type { CheckedSegment } from "../contract.ts";

/** The text of one side of a passage; no phrase reaches over the end of a segment. */
export const joined = (segments: readonly CheckedSegment[]): string =>
	segments.map(({ text }) => text).join("\n");
