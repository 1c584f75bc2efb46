/** The shape of the demo's articles, as they are before import. */

import type { Origin, SegmentKind } from "#lib/core/document/model.ts";

/** One paragraph; each sentence becomes one segment and the first of them starts the paragraph. */
export type DemoParagraph = {
	readonly kind: SegmentKind;
	readonly sentences: readonly string[];
};

/**
 * How many segments of each side the next passage takes, furniture not counted, and the aligner's
 * confidence; null in a one-sided article, where nothing was aligned.
 */
export type DemoRow = readonly [sources: number, targets: number, confidence: number | null];

export type DemoArticleKey = "port" | "museum" | "mudflat" | "irrigation";

export type DemoArticle = {
	readonly key: DemoArticleKey;
	readonly title: string;
	/** ISO date. */
	readonly publishedOn: string;
	readonly publisher: string;
	readonly byline: string;
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
	/** Where the draft came from; null where nothing is translated yet. */
	readonly origin: Origin | null;
	readonly source: readonly DemoParagraph[] | null;
	readonly target: readonly DemoParagraph[] | null;
	readonly rows: readonly DemoRow[];
};
