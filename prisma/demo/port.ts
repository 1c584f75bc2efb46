import type { DemoArticle } from "./article.ts";
import { portSource } from "./port-source.ts";
import { portTarget } from "./port-target.ts";

/** A port and the office that answers its letters: the article most of the scripted work is on. */
export const port: DemoArticle = {
	key: "port",
	title: "Tide rising at Yunting Port",
	publishedOn: "2024-09-12",
	publisher: "Yunting Daily",
	byline: "Gu Yu’an, He Pei",
	sourceLanguage: "zh-Hans",
	targetLanguage: "en",
	origin: { kind: "machine", engine: "demo-mt 2" },
	source: portSource,
	target: portTarget,
	rows: [
		// title, source line, byline
		[1, 1, 0.97],
		[1, 1, 0.95],
		[1, 1, 0.92],
		// the ship sails; the port in figures
		[1, 1, 0.98],
		[1, 1, 0.97],
		[1, 1, 0.96],
		[1, 1, 0.99],
		// the letter
		[1, 1, 0.94],
		[1, 1, 0.93],
		[1, 1, 0.98],
		[1, 1, 0.97],
		[1, 1, 0.95],
		[1, 1, 0.97],
		[1, 1, 0.91],
		// bilingual notices: one sentence became two
		[1, 1, 0.94],
		[1, 2, 0.86],
		[1, 1, 0.92],
		// the exchange of craftsmen: two sentences became one
		[1, 1, 0.96],
		[1, 1, 0.95],
		[1, 1, 0.98],
		[1, 1, 0.93],
		[1, 1, 0.96],
		[2, 1, 0.41],
		[1, 1, 0.88],
		// the storm
		[1, 1, 0.96],
		[1, 1, 0.97],
		[1, 1, 0.93],
		// three lists, and a note that only the English page has
		[1, 1, 0.95],
		[1, 1, 0.94],
		[1, 1, 0.92],
		[1, 1, 0.97],
		[1, 1, 0.96],
		[1, 1, 0.97],
		[0, 1, 0.83],
		// what the companies say, and a sentence the engine left out
		[1, 1, 0.9],
		[1, 1, 0.98],
		[1, 1, 0.97],
		[1, 0, 0.84],
		// the dialogue and the interpreter's tugboat
		[1, 1, 0.89],
		[1, 1, 0.98],
		[1, 1, 0.99],
		[1, 1, 0.96],
		[1, 1, 0.95],
		[1, 1, 0.9],
		// night
		[1, 1, 0.93],
		[1, 1, 0.94],
		[1, 1, 0.92],
		[1, 1, 0.97],
		[1, 1, 0.95],
		[1, 1, 0.87],
	],
};
