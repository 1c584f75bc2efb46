/** What a text would be with the preferred rendering in the place of those that must not stand there. */
import { maxSegmentLength } from "../document/operations/contract.ts";
import { holdsMarks, marksOf } from "../search/marks.ts";
import type { TermMatcher } from "./matcher.ts";
import { replacementAt } from "./replacement.ts";
import type { Term } from "./term.ts";

/** Offsets are UTF-16 code units, end exclusive. */
export interface RewordedPlace {
	readonly start: number;
	readonly end: number;
	/** What comes in its place; null where a person has to find the words. */
	readonly after: string | null;
}

export interface Rewording {
	readonly places: readonly RewordedPlace[];
	/** The text as it would be; null where nothing can be put in a place for certain. */
	readonly text: string | null;
}

/** The term as if a rendering that it had must not be used any more. */
export function withoutRendering(term: Term, old: string | null): Term {
	if (old === null) return term;
	const others = term.renderings.filter(({ text }) => text !== old);
	const forbidden = { text: old, status: "forbidden", note: "", authority: "", alwaysWrong: false } as const;
	return { ...term, renderings: [...others, forbidden] };
}

/** `wrong` knows the one term; `all` the whole glossary, of which a longer rendering covers what lies within it. */
export function rewordingOf(text: string, wrong: TermMatcher, all: TermMatcher): Rewording | null {
	const covering = all.inTarget(text);
	const uses = wrong.inTarget(text).filter(({ rendering, term, start, end }) => {
		const within = covering.some(
			(other) =>
				other.term.id !== term.id &&
				other.start <= start &&
				other.end >= end &&
				other.end - other.start > end - start,
		);
		return rendering.status === "forbidden" && !within;
	});
	if (uses.length === 0) return null;
	const places = uses.map(({ term, rendering, start, end }): RewordedPlace => {
		const preferred = term.renderings.find(({ status }) => status === "preferred");
		const held = !preferred || holdsMarks(text, { start, end });
		const after = held ? null : replacementAt({ text, start, end }, rendering.text, preferred.text);
		return { start, end, after };
	});
	const reworded = written(text, places);
	const changed =
		reworded !== text && reworded.length <= maxSegmentLength && marksOf(reworded) === marksOf(text);
	return { places, text: changed ? reworded : null };
}

function written(text: string, places: readonly RewordedPlace[]): string {
	let [result, at] = ["", 0];
	for (const { start, end, after } of places) {
		result += text.slice(at, start) + (after ?? text.slice(start, end));
		at = end;
	}
	return result + text.slice(at);
}
