import type { TermMatcher } from "#lib/core/terms/matcher.ts";
import type { Term, TermRendering } from "#lib/core/terms/term.ts";
import type { WireRow } from "../sync/wire.ts";

/** A term that the source of a passage names. */
export interface TermOfRow {
	readonly term: Term;
	/** As the source writes it. */
	readonly written: string;
	/** Those that the rendering of the passage has. */
	readonly used: ReadonlySet<TermRendering>;
}

/** Each once, in the order of the source. */
export function termsOfRow({ source, target }: WireRow, matcher: TermMatcher): TermOfRow[] {
	const used = new Map<string, Set<TermRendering>>();
	const found = new Map<string, { term: Term; written: string }>();
	for (const { text } of source)
		for (const { term, start, end } of matcher.inSource(text))
			if (!found.has(term.id)) found.set(term.id, { term, written: text.slice(start, end) });
	if (found.size === 0) return [];
	for (const { text } of target)
		for (const { term, rendering } of matcher.allInTarget(text))
			used.set(term.id, (used.get(term.id) ?? new Set()).add(rendering));
	return [...found.values()].map((one) => ({ ...one, used: used.get(one.term.id) ?? new Set() }));
}

export const preferredOf = ({ renderings }: Term): TermRendering | undefined =>
	renderings.find(({ status }) => status === "preferred") ??
	renderings.find(({ status }) => status === "allowed");
