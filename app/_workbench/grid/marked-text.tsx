import type { ReactNode } from "react";
import { CodedText } from "#app/_ui/coded-text.tsx";
import type { Finding } from "#lib/core/qa/contract.ts";
import type { Match } from "#lib/core/scripts/fold.ts";

/** A place in a text; of a finding also how bad it is. */
export type Faulty = Match & Partial<Pick<Finding, "severity">>;

interface MarkedTextProps {
	readonly text: string;
	/** What is looked for, in order without overlaps, and which of them one has gone to. */
	readonly matches: readonly Match[];
	readonly current: number | null;
	/** What the checks found. */
	readonly faults: readonly Faulty[];
	/** What somebody commented on. */
	readonly commented: readonly Match[];
	/** Terms of the glossary. */
	readonly terms?: readonly Match[];
}

/** The same list for every text in which nothing is marked. */
export const noMatches: readonly Match[] = [];

/** A text with what was found in it marked: matches as marker on paper, findings and comments underlined. */
export function MarkedText({
	text,
	matches,
	current,
	faults,
	commented,
	terms = noMatches,
}: MarkedTextProps) {
	const pieces: ReactNode[] = [];
	let at = 0;
	for (const [i, { start, end }] of matches.entries()) {
		if (start < at || end > text.length) continue;
		pieces.push(...underlined(text, at, start, faults, commented, terms));
		pieces.push(
			<mark key={`match ${start}`} data-current={i === current || undefined}>
				{underlined(text, start, end, faults, commented, terms)}
			</mark>,
		);
		at = end;
	}
	return [...pieces, ...underlined(text, at, text.length, faults, commented, terms)];
}

interface Layer {
	readonly places: readonly Faulty[];
	readonly look: string;
}

/** A part of the text; of a finding, and of what is commented on, as much as lies in it is underlined. */
function underlined(
	text: string,
	from: number,
	to: number,
	faults: readonly Faulty[],
	commented: readonly Match[],
	terms: readonly Match[],
): ReactNode[] {
	return layered(text, from, to, [
		{ places: terms, look: "term" },
		{ places: faults, look: "fault" },
		{ places: commented, look: "border-b-2 border-dotted border-accent" },
	]);
}

function layered(text: string, from: number, to: number, [layer, ...inner]: readonly Layer[]): ReactNode[] {
	if (!layer) return [<CodedText key={`text ${from}`} text={text.slice(from, to)} />];
	const pieces: ReactNode[] = [];
	let at = from;
	for (const place of layer.places) {
		const start = Math.max(at, place.start);
		const end = Math.min(to, place.end);
		if (start >= end) continue;
		if (start > at) pieces.push(...layered(text, at, start, inner));
		pieces.push(
			<span key={`marked ${start}`} className={layer.look} data-fault={place.severity}>
				{layered(text, start, end, inner)}
			</span>,
		);
		at = end;
	}
	if (at < to) pieces.push(...layered(text, at, to, inner));
	return pieces;
}
