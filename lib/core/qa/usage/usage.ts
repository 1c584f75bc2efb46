/**
 * What the passages of a document usually call things. It is learned from all of them at once and changes slowly, so
 * that one passage can be checked against it by itself: plain data, to be kept beside the document and learned anew
 * when all of it is checked.
 */
export interface Usage {
	/** A source may have several: documents differ. */
	readonly renderings: readonly UsualRendering[];
	/** English names that recur, as they are mostly written: “Trump”, “Zhejiang”. */
	readonly names: readonly string[];
	/** It adds sentences of its own, as translators of novels do; absent where nobody has looked. */
	readonly free?: boolean;
}

export interface UsualRendering {
	/** In simplified characters. */
	readonly source: string;
	/** As it is mostly written. */
	readonly rendering: string;
}

export const noUsage: Usage = { renderings: [], names: [] };
