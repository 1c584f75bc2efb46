/** A glossary entry: what a source term is called in English, what it may be called, and what it must not be. */

export const renderingStatuses = ["preferred", "allowed", "forbidden"] as const;
export type RenderingStatus = (typeof renderingStatuses)[number];

export interface TermRendering {
	readonly text: string;
	readonly status: RenderingStatus;
	readonly note: string;
	/** Who says so: “CPC Central Committee, report of 2022”. */
	readonly authority: string;
	/** Of a forbidden one: wrong wherever it stands, so that it is told also where the source is missing. */
	readonly alwaysWrong: boolean;
}

export interface Term {
	readonly id: string;
	/** In simplified and in traditional characters; the same text where they do not differ. */
	readonly simplified: string;
	readonly traditional: string;
	readonly domain: string;
	readonly note: string;
	/** At most one of them preferred. */
	readonly renderings: readonly TermRendering[];
}
