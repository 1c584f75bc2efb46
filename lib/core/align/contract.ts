/** Numbers of sentences, from `start` up to but not including `end`; both are equal where a side is empty. */
export type Span = readonly [start: number, end: number];

/** Sentences of both sides that belong together; one side may be empty, never both. */
export interface Bead {
	readonly source: Span;
	readonly target: Span;
	/** The aligner's probability, 0–1, that exactly this bead is right. */
	readonly confidence: number;
}

export interface AlignOptions {
	/** Ascending numbers of the sentences that begin a paragraph; soft evidence, used where both sides have it. */
	readonly sourceParagraphs?: readonly number[];
	readonly targetParagraphs?: readonly number[];
	/**
	 * What each sentence is (title, meta, heading, body …), one entry a sentence; soft evidence, used where both sides
	 * have it: like goes with like.
	 */
	readonly sourceKinds?: readonly string[];
	readonly targetKinds?: readonly string[];
	/** Called now and then; `total` may grow while the work goes on. */
	readonly progress?: (done: number, total: number) => void;
	/** Called as often as `progress`; throws in the caller's own way to stop the work. */
	readonly checkCancelled?: () => void;
}

export interface Aligner {
	/** Stored with what it made: never changed once released. */
	readonly id: string;
	/**
	 * Beads in order that cover both sides: each sentence is in exactly one of them, and no two beads cross.
	 * The same texts give the same beads, on every machine.
	 */
	align(source: readonly string[], target: readonly string[], options?: AlignOptions): Bead[];
}
