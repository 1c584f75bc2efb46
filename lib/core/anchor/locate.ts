import { mapSpan, type Span } from "./map-span.ts";

/** What was commented on: a part of one segment's text, or all of it. Offsets are UTF-16 code units, end exclusive. */
export interface Anchor {
	readonly segment: string;
	readonly version: number;
	/** The whole text of that version. */
	readonly text: string;
	/** Null: the segment as a whole. */
	readonly span: Span | null;
	readonly quote: string;
}

/** The segment itself, or one that took over text of it when it was split or joined. */
export interface Candidate {
	readonly id: string;
	readonly version: number;
	readonly text: string;
}

export interface Place {
	readonly segment: string;
	/** Null: the segment as a whole. */
	readonly span: Span | null;
	/** The quote is not there any more; the span is null then. */
	readonly orphaned: boolean;
}

/** A quote of which less than this share of characters is left counts as gone. */
const leastKept = 0.5;

/**
 * Where an anchor is now. The segment itself comes first among the candidates where it is still there. Null where
 * there are no candidates: the text is gone.
 */
export function locate(anchor: Anchor, candidates: readonly Candidate[], language: string): Place | null {
	const first = candidates[0];
	if (!first) return null;
	const unchanged = candidates.find(({ id, version }) => id === anchor.segment && version === anchor.version);
	if (unchanged) return { segment: unchanged.id, span: anchor.span, orphaned: false };
	if (!anchor.span) return { segment: mostOf(anchor, candidates, language), span: null, orphaned: false };
	let best: { place: Place; kept: number } | null = null;
	for (const candidate of candidates) {
		const found = inCandidate(anchor, anchor.span, candidate, language);
		if (!found || (best && best.kept >= found.kept)) continue;
		best = { place: { segment: candidate.id, span: found.span, orphaned: false }, kept: found.kept };
	}
	return best?.place ?? { segment: mostOf(anchor, candidates, language), span: null, orphaned: true };
}

function inCandidate(
	{ text, quote }: Anchor,
	span: Span,
	candidate: Candidate,
	language: string,
): { span: Span; kept: number } | null {
	const mapped = mapSpan(text, candidate.text, span, language);
	if (mapped && mapped.kept >= leastKept)
		return { span: { start: mapped.start, end: mapped.end }, kept: mapped.kept };
	const at = nearestOccurrence(candidate.text, quote, (mapped ?? span).start);
	// A quote that stands elsewhere counts less than one that stayed in its place.
	return at === null ? null : { span: { start: at, end: at + quote.length }, kept: leastKept };
}

/** The segment that has the most of the text; the first of them where they have equally much. */
function mostOf({ text }: Anchor, candidates: readonly Candidate[], language: string): string {
	let best = { id: candidates[0]?.id ?? "", kept: -1 };
	for (const candidate of candidates) {
		const whole = { start: 0, end: text.length };
		const kept = candidates.length === 1 ? 0 : (mapSpan(text, candidate.text, whole, language)?.kept ?? 0);
		if (kept > best.kept) best = { id: candidate.id, kept };
	}
	return best.id;
}

/** Where a quote stands nearest to an offset; null where it does not. */
export function nearestOccurrence(text: string, quote: string, near: number): number | null {
	if (quote === "") return null;
	const before = text.lastIndexOf(quote, near);
	const after = text.indexOf(quote, near);
	if (before < 0 || after < 0) return Math.max(before, after) < 0 ? null : Math.max(before, after);
	return near - before <= after - near ? before : after;
}
