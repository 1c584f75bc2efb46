/** Finds terms in a source text, and renderings in an English one. */
import { longestOnly } from "./longest.ts";
import { SourceIndex } from "./source-index.ts";
import { TargetIndex } from "./target-index.ts";
import type { Term, TermRendering } from "./term.ts";

/** Offsets are UTF-16 code units, end exclusive. */
export interface TermUse {
	readonly term: Term;
	readonly start: number;
	readonly end: number;
}

export interface RenderingUse extends TermUse {
	readonly rendering: TermRendering;
}

export interface TermMatcher {
	readonly size: number;
	/**
	 * Terms of a Chinese text in either script, the longest where they overlap, in order. Several terms that are
	 * written alike are all told.
	 */
	inSource(text: string): TermUse[];
	/** The same with those inside of longer ones. */
	allInSource(text: string): TermUse[];
	/**
	 * Renderings of any status in an English text, inflected or not, the longest where they overlap, in order. One
	 * that several terms share is told for each. A possessive ending and a leading article are not in the range.
	 */
	inTarget(text: string): RenderingUse[];
	/** The same with those inside of longer ones: whether a rendering is there at all. */
	allInTarget(text: string): RenderingUse[];
}

/** Of a project without a glossary. */
export const noTerms: TermMatcher = {
	size: 0,
	inSource: () => [],
	allInSource: () => [],
	inTarget: () => [],
	allInTarget: () => [],
};

/** Time to find is that of the text's length times the longest term's. */
export function compileTerms(terms: readonly Term[]): TermMatcher {
	if (terms.length === 0) return noTerms;
	const source = new SourceIndex(terms);
	const target = new TargetIndex(terms);
	return {
		size: terms.length,
		inSource: (text) => source.find(text, "longest"),
		allInSource: (text) => source.find(text, "all"),
		inTarget: (text) => longestOnly(target.find(text), text.length),
		allInTarget: (text) => target.find(text),
	};
}
