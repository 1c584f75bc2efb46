import type { ReactNode } from "react";
import { CodedText } from "#app/_ui/coded-text.tsx";
import type { Match } from "#lib/core/scripts/fold.ts";

interface MarkedTextProps {
	readonly text: string;
	/** What is looked for, in order without overlaps, and which of them one has gone to. */
	readonly matches: readonly Match[];
	readonly current: number | null;
	/** What the checks found. */
	readonly faults: readonly Match[];
}

/** The same list for every text in which nothing is marked. */
export const noMatches: readonly Match[] = [];

/** A text with what was found in it marked: matches as marker on paper, findings underlined. */
export function MarkedText({ text, matches, current, faults }: MarkedTextProps) {
	const pieces: ReactNode[] = [];
	let at = 0;
	for (const [i, { start, end }] of matches.entries()) {
		if (start < at || end > text.length) continue;
		pieces.push(...underlined(text, at, start, faults));
		pieces.push(
			<mark key={`match ${start}`} data-current={i === current || undefined}>
				{underlined(text, start, end, faults)}
			</mark>,
		);
		at = end;
	}
	return [...pieces, ...underlined(text, at, text.length, faults)];
}

/** A part of the text; of a finding as much as lies in it is underlined. */
function underlined(text: string, from: number, to: number, faults: readonly Match[]): ReactNode[] {
	const pieces: ReactNode[] = [];
	let at = from;
	for (const fault of faults) {
		const start = Math.max(at, fault.start);
		const end = Math.min(to, fault.end);
		if (start >= end) continue;
		if (start > at) pieces.push(<CodedText key={`text ${at}`} text={text.slice(at, start)} />);
		pieces.push(
			<span
				key={`fault ${start}`}
				className="underline decoration-caution decoration-wavy decoration-1 underline-offset-4"
			>
				<CodedText text={text.slice(start, end)} />
			</span>,
		);
		at = end;
	}
	if (at < to) pieces.push(<CodedText key={`text ${at}`} text={text.slice(at, to)} />);
	return pieces;
}
