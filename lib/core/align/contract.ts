import type { Embedder } from "./embedder.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";

/** Numbers of sentences, from `start` up to but not including `end`; both are equal where a side is empty. */
export type Span = readonly [start: number, end: number];

/** Sentences of both sides that belong together; one side may be empty, never both. */
export interface Bead {
	readonly source: Span;
	readonly target: Span;
	/** The aligner's probability, 0–1, that exactly this bead is right. */
	readonly confidence: number;
}

/** A pairing that is given, not sought: somebody confirmed it. One side may be empty, never both. */
export type FixedBead = Pick<Bead, "source" | "target">;

/** Texts that are known to translate each other: a confirmed passage, a glossary entry, a name and its rendering. */
export interface Example {
	readonly source: string;
	readonly target: string;
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
	/**
	 * Pairings to be kept, ascending and not crossing. They come back as they are, with confidence 1, and the work
	 * grows with the sentences between them only.
	 */
	readonly fixed?: readonly FixedBead[];
	/** What is known of the two languages; without it words are learned from the texts alone. */
	readonly lexicon?: Lexicon;
	/** Glossary entries and names of the project: short texts, which count as dictionary entries. */
	readonly terms?: readonly Example[];
	/** Confirmed passages of the project, from which more of its words are learned. */
	readonly examples?: readonly Example[];
	/** Turns sentences into vectors, for aligners that need it. */
	readonly embedder?: Embedder;
	/** Called now and then; `total` may grow while the work goes on. */
	readonly progress?: (done: number, total: number) => void;
	/** Called as often as `progress`; throws in the caller's own way to stop the work. */
	readonly checkCancelled?: () => void;
}

export interface Aligner {
	/** Stored with what it made: never changed once released. */
	readonly id: string;
	/** Whether `options.embedder` must be given; it throws a TypeError without. */
	readonly needsEmbedder?: boolean;
	/** Whether `options.lexicon`, `terms` and `examples` make no difference to it, so that nobody loads them for it. */
	readonly ignoresWords?: boolean;
	/**
	 * Beads in order that cover both sides: each sentence is in exactly one of them, and no two beads cross.
	 * The same texts and options give the same beads, on every machine.
	 */
	align(
		source: readonly string[],
		target: readonly string[],
		options?: AlignOptions,
	): Bead[] | Promise<Bead[]>;
}
