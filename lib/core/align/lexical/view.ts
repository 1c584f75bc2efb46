import type { Span } from "../contract.ts";
import type { SideMarks } from "./marks.ts";
import type { Prepared } from "./prepare.ts";

/** A stretch of both texts as if it were all there is, without copying anything; words keep their numbers. */
export function view(prepared: Prepared, source: Span, target: Span): Prepared {
	const { sides } = prepared;
	return {
		...prepared,
		sides: {
			source: { ...sides.source, starts: sides.source.starts.subarray(source[0], source[1] + 1) },
			target: { ...sides.target, starts: sides.target.starts.subarray(target[0], target[1] + 1) },
		},
		sourceMarks: marksOf(prepared.sourceMarks, source),
		targetMarks: marksOf(prepared.targetMarks, target),
		sourceLengths: prepared.sourceLengths.subarray(source[0], source[1] + 1),
		targetLengths: prepared.targetLengths.subarray(target[0], target[1] + 1),
	};
}

function marksOf(marks: SideMarks, [from, to]: Span): SideMarks {
	return {
		opens: marks.opens.subarray(from, to),
		closes: marks.closes.subarray(from, to),
		endings: marks.endings.subarray(from, to),
		continues: marks.continues.subarray(from, to),
		inside: marks.inside.subarray(from, to),
		totals: marks.totals.map((total) => total.subarray(from, to + 1)),
	};
}
