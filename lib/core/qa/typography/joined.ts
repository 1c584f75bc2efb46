/** The texts of a side as one, for marks whose pair may stand in another segment of the same passage. */
import type { CheckedSegment } from "../contract.ts";

const between = "\n";

export interface Joined {
	readonly text: string;
	/** The segment at a place of the text, with where it begins there. */
	segmentAt(index: number): { readonly segment: CheckedSegment; readonly start: number } | null;
}

export function join(segments: readonly CheckedSegment[]): Joined {
	return {
		text: segments.map(({ text }) => text).join(between),
		segmentAt(index) {
			let start = 0;
			for (const segment of segments) {
				if (index <= start + segment.text.length) return { segment, start };
				start += segment.text.length + between.length;
			}
			return null;
		},
	};
}
