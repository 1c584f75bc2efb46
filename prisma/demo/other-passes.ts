import type { DemoSession } from "./edit-steps.ts";

/** Okafor corrects what jars most in the museum's article. */
export const museumWording: DemoSession = {
	by: "okafor",
	article: "museum",
	begins: { days: 3, hours: 3 },
	steps: [
		{
			minute: 4,
			do: "edit",
			target: 1,
			opens: "Broken porcelain",
			text: "Broken porcelain made whole: Yunting Museum and overseas colleagues restore a shipwreck’s ceramics",
		},
		{ minute: 5, do: "confirm", row: { side: "target", index: 1 }, kinds: ["link", "review"] },
		{
			minute: 8,
			do: "edit",
			target: 3,
			opens: "In the repair room",
			text: "In the conservation studio of Yunting Museum, a blue-and-white bowl rests quietly on a cushion.",
		},
		{ minute: 9, do: "confirm", row: { side: "target", index: 3 }, kinds: ["link", "review"] },
		{
			minute: 11,
			do: "edit",
			target: 8,
			opens: "After two years",
			text: "After two years of underwater survey and excavation, the archaeologists had raised more than 12,000 objects, over nine tenths of them broken.",
		},
		{ minute: 12, do: "confirm", row: { side: "target", index: 8 }, kinds: ["link", "review"] },
		{
			minute: 17,
			do: "edit",
			target: 14,
			opens: "It is the Yunting",
			text: "It was the Yunting External Liaison Office that brought the two together.",
		},
		{ minute: 18, do: "confirm", row: { side: "target", index: 14 }, kinds: ["link", "review"] },
		{
			minute: 21,
			do: "edit",
			target: 21,
			opens: "There is no",
			text: "The collaboration was not without disagreement.",
		},
		{ minute: 22, do: "confirm", row: { side: "target", index: 21 }, kinds: ["link", "review"] },
	],
};

/** Lin puts three wrongly aligned places right, then words two of them. */
export const museumAlignment: DemoSession = {
	by: "lin",
	article: "museum",
	begins: { days: 2, hours: 2 },
	steps: [
		{ minute: 2, do: "move", side: "target", index: 17, to: "previous" },
		{
			minute: 4,
			do: "edit",
			target: 16,
			opens: "Ye Suqin smiled",
			text: "Ye Suqin took one look and laughed.",
		},
		{
			minute: 7,
			do: "edit",
			target: 17,
			opens: "She also has",
			text: "In her own toolbox lay exactly the same set.",
		},
		{ minute: 8, do: "confirm", row: { side: "target", index: 17 }, kinds: ["link", "review"] },
		{
			minute: 11,
			do: "merge",
			rows: [
				{ side: "source", index: 22 },
				{ side: "target", index: 24 },
			],
		},
		{ minute: 12, do: "confirm", row: { side: "target", index: 24 }, kinds: ["link"] },
		{ minute: 15, do: "join", side: "target", indexes: [19, 20], separator: " " },
		{
			minute: 17,
			do: "edit",
			target: 19,
			opens: "When to use",
			text: "When to press and when to stop: one look at the other’s hands was enough.",
		},
		{ minute: 18, do: "confirm", row: { side: "target", index: 19 }, kinds: ["link", "review"] },
	],
};

/** Okafor begins the page that has no Chinese side. */
export const mudflatOpening: DemoSession = {
	by: "okafor",
	article: "mudflat",
	begins: { days: 1, hours: 6 },
	steps: [
		{
			minute: 4,
			do: "edit",
			target: 1,
			opens: "Go to the sea",
			text: "Counting grass by the sea: inside the Qingyu Tidal Flat Science Exchange Station",
		},
		{ minute: 5, do: "confirm", row: { side: "target", index: 1 }, kinds: ["review"] },
		{
			minute: 8,
			do: "edit",
			target: 2,
			opens: "Yunting Science",
			text: "Yunting Science and Technology News, 5 June 2024, 09:15",
		},
		{ minute: 9, do: "confirm", row: { side: "target", index: 2 }, kinds: ["review"] },
		{
			minute: 11,
			do: "edit",
			target: 3,
			opens: "The tide has",
			text: "The tide has barely gone out, and a group of young people in waders are already crossing the mudflat on the northern side of Qingyu.",
		},
		{ minute: 12, do: "confirm", row: { side: "target", index: 3 }, kinds: ["review"] },
	],
};
