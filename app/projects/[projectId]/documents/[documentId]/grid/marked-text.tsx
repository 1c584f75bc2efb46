import { classNames } from "#app/_ui/class-names.ts";
import type { Match } from "#lib/core/scripts/fold.ts";

interface MarkedTextProps {
	readonly text: string;
	/** What is looked for, and which of them one has gone to. */
	readonly matches: readonly Match[];
	readonly current: number | null;
	/** What the checks found. */
	readonly faults: readonly Match[];
}

const nothing: readonly Match[] = [];

/** A text with what was found in it marked: matches as marker on paper, findings underlined. */
export function MarkedText({ text, matches, current, faults }: MarkedTextProps) {
	if (matches.length + faults.length === 0) return text;
	const cuts = [
		...new Set([0, text.length, ...[...matches, ...faults].flatMap(({ start, end }) => [start, end])]),
	]
		.filter((at) => at <= text.length)
		.toSorted((a, b) => a - b);
	return cuts.slice(0, -1).map((start, i) => {
		const piece = text.slice(start, cuts[i + 1]);
		const match = matches.findIndex((one) => one.start <= start && start < one.end);
		const fault = faults.some((one) => one.start <= start && start < one.end);
		const look = classNames(
			fault && "underline decoration-caution decoration-wavy decoration-1 underline-offset-4",
		);
		if (match >= 0)
			return (
				<mark key={start} data-current={match === current || undefined} className={look || undefined}>
					{piece}
				</mark>
			);
		return look ? (
			<span key={start} className={look}>
				{piece}
			</span>
		) : (
			piece
		);
	});
}

/** The same for a text in which nothing is looked for. */
export const noMatches = nothing;
