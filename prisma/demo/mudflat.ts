import type { DemoArticle, DemoRow } from "./article.ts";

const passage: DemoRow = [0, 1, null];

/** A machine-translated English page whose Chinese page is gone. */
export const mudflat: DemoArticle = {
	key: "mudflat",
	title: "Counting grass at low tide",
	publishedOn: "2024-06-05",
	publisher: "Yunting Science and Technology News",
	byline: "Jiang Lan",
	sourceLanguage: "zh-Hans",
	targetLanguage: "en",
	origin: { kind: "machine", engine: "demo-mt 1" },
	source: null,
	target: [
		{
			kind: "furniture",
			sentences: ["Home >> Science and Technology >> International exchange"],
		},
		{
			kind: "title",
			sentences: ["Go to the sea to count grass: walk into the Qingyu Tidal Flat Science Exchange Station"],
		},
		{
			kind: "meta",
			sentences: ["Yunting Science and Technology News 09:15, June 5, 2024"],
		},
		{
			kind: "body",
			sentences: [
				"The tide has just receded, and a group of young people in rubber pants have stepped on the beach in the north of Qingyu.",
				"They come from six countries and are the second batch of students of the Qingyu Tidal Flat Science Exchange Station this year.",
				"Today‘s task is to count and count the seagrass: how many plants there are in each small square of half a meter, and how long the leaves are.",
			],
		},
		{ kind: "heading", sentences: ["From asking the sea for land to returning the beach to the grass"] },
		{
			kind: "body",
			sentences: [
				"Twenty years ago, there were more than 30 prawn ponds here, and the seagrass almost disappeared.",
				"In 2016, the city decided to return the ponds to the beach, and invited the Institute of Coastal Ecology to formulate a restoration plan and plan.",
				"At first, the scientific researchers planted the grass seedlings by hand, and the survival rate was less than 20%.",
				"After repeated tests, they put a circle of oyster shells on the outer edge of the grass bed, which not only blocked the wind and waves, but also left the mud and sand behind.",
				"Today, the area of the seagrass bed has recovered to 1,860 mu, and the number of wintering water birds has increased from more than 900 to 12,000.",
			],
		},
		{ kind: "heading", sentences: ["Let the data speak Mandarin"] },
		{
			kind: "body",
			sentences: [
				"Each country has its own set of methods for measuring seagrass, and the data is not universal to each other.",
				"Tobias Renn, a foreign expert who has worked in the station for four years, said that in the past, everyone was “chickens talking to ducks”.",
				"Under the coordination of the city‘s Foreign Liaison Department, the station and 11 scientific research institutions jointly compiled a bilingual observation manual, unifying 27 indicators such as density, leaf length and coverage.",
			],
		},
		{
			kind: "caption",
			sentences: ["The picture shows the students measuring the leaf length of seagrass on the beach."],
		},
		{
			kind: "body",
			sentences: [
				"“Now the data of seven beaches can be drawn on the same picture, which is the most real cooperation,” Renn said.",
				"This autumn, the third edition of the manual will come out, and the content of carbon sink measurement will be added.",
			],
		},
		{ kind: "meta", sentences: ["(Correspondent: Jiang Lan)"] },
		{
			kind: "furniture",
			sentences: ["Copyright Yunting Science and Technology News. No reprinting without authorization"],
		},
	],
	rows: Array.from({ length: 19 }, () => passage),
};
