import type { DemoArticle } from "./article.ts";
import { museumSource } from "./museum-source.ts";
import { museumTarget } from "./museum-target.ts";

/** Restorers of two museums at one bench. Three of its rows are aligned wrongly, for the colleagues to put right. */
export const museum: DemoArticle = {
	key: "museum",
	title: "Broken porcelain made whole",
	publishedOn: "2024-10-18",
	publisher: "Yunting Culture and Museums",
	byline: "Education Department, Yunting Museum",
	sourceLanguage: "zh-Hans",
	targetLanguage: "en",
	origin: { kind: "machine", engine: "demo-mt 2" },
	source: museumSource,
	target: museumTarget,
	rows: [
		// title and source line
		[1, 1, 0.96],
		[1, 1, 0.93],
		// the bowl
		[1, 1, 0.98],
		[1, 1, 0.96],
		[1, 1, 0.97],
		// from the seabed
		[1, 1, 0.94],
		[1, 1, 0.97],
		[1, 1, 0.96],
		[1, 1, 0.95],
		[1, 1, 0.97],
		[1, 1, 0.93],
		// two restorers: the first half of the toolbox sentence stayed behind
		[1, 1, 0.92],
		[1, 1, 0.97],
		[1, 1, 0.9],
		[1, 1, 0.98],
		[1, 1, 0.83],
		[1, 2, 0.84],
		[1, 2, 0.85],
		// the disagreement; a pair the aligner failed to see
		[1, 1, 0.88],
		[1, 1, 0.97],
		[1, 1, 0.95],
		[1, 0, 0.83],
		[0, 1, 0.83],
		[1, 1, 0.94],
		// the exhibition
		[1, 1, 0.95],
		[1, 1, 0.98],
		[1, 1, 0.97],
		[1, 1, 0.96],
		[1, 1, 0.97],
		[1, 1, 0.94],
		[1, 1, 0.89],
		[1, 1, 0.93],
		[1, 1, 0.95],
		// letters to the crew
		[1, 1, 0.96],
		[1, 1, 0.98],
		[1, 1, 0.97],
		[1, 1, 0.91],
	],
};
