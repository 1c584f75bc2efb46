import type { DemoParagraph } from "./article.ts";

export const museumTarget: readonly DemoParagraph[] = [
	{ kind: "furniture", sentences: ["Home > Museum news > Text"] },
	{
		kind: "title",
		sentences: [
			"Broken porcelain is round again -- Yunting Museum joins hands with overseas counterparts to repair shipwreck porcelain",
		],
	},
	{ kind: "meta", sentences: ["14:20, October 18, 2024 Source: Yunting Wenbo"] },
	{
		kind: "body",
		sentences: [
			"In the repair room of Yunting Museum, a blue and white bowl lay quietly on the cushion.",
			"The 37 cracks on the bowl body have been filled, and the thin joints can only be seen under side light.",
			"It came from the “Qingyu No. 1” shipwreck and slept on the seabed for more than 300 years.",
		],
	},
	{ kind: "heading", sentences: ["From the seabed to the showcase"] },
	{
		kind: "body",
		sentences: [
			"In 2019, when fishermen were operating in the waters east of Qingyu, several broken porcelain pieces were brought up in their fishing nets.",
			"After two years of underwater investigation and excavation, the archaeological team extracted a total of more than 12,000 pieces of effluent cultural relics, of which more than 90% were residual pieces.",
			"“The effluent is only the beginning, and desalination is the first difficulty,” said Ye Suqin, director of the cultural relics protection center of Yunting Museum.",
			"The salt in the seawater penetrates into the body glaze, and if it is dried directly, the salt crystals will push up the glaze piece by piece.",
			"The repair personnel soaked the porcelain pieces in deionized water, changed the water regularly, tested and tested regularly, and recorded regularly, and the longest batch was soaked for 19 months.",
		],
	},
	{ kind: "heading", sentences: ["Two restorers, one workbench"] },
	{
		kind: "body",
		sentences: [
			"In 2022, Yunting Museum and the overseas Castwen Museum launched a joint restoration plan, and sent restorers to each other to work in the museum.",
			"It is the Yunting Foreign Contact Office that leads the line and builds the bridge for both sides.",
			"When Irena Voss, a restorer of the Castwen Museum, walked into the repair room for the first time, she brought a whole box of homemade bamboo sticks.",
			"Ye Suqin smiled at a glance.",
			"She also has exactly the same set in her own toolbox.",
			"The two restorers did not understand the language, but they sat side by side in front of the same workbench for eight months.",
			"When to use force and when to stop.",
			"You can understand it by looking at the other party‘s hand.",
		],
	},
	{
		kind: "body",
		sentences: [
			"There is no disagreement in cooperation.",
			"The domestic tradition is to “repair the old as the old”, and the less visible the seams, the better; Castwen‘s habit is to keep traces, so that the audience can see at a glance where it is made up later.",
			"After several discussions and discussions, everyone agreed on the principle of “being integrated from afar and clearly identifiable from close up”.",
			"The matched part is half a millimeter lower than the original, and the color is slightly lighter.",
		],
	},
	{
		kind: "caption",
		sentences: [
			"The picture shows Ye Suqin (right) and Irena Voss comparing porcelain pieces in the repair room.",
		],
	},
	{ kind: "heading", sentences: ["Let more people see the repair"] },
	{
		kind: "body",
		sentences: [
			"At present, the joint team has repaired 416 pieces of porcelain and established more than 2,300 three-dimensional archives.",
			"On October 16, the special exhibition “Broken Porcelain Is Round Again” opened in Yunting Museum, and the audience is expected to exceed 300,000 person-times.",
			"Different from the past, what is placed in the center of the exhibition hall is not the most complete utensil, but a real repair table.",
			"Every Saturday morning, restorers will work in front of the audience for two hours, repairing and talking.",
			"Visitors can also participate in three experience activities:",
		],
	},
	{ kind: "item", sentences: ["Spell: restore a bowl with 3D printed porcelain pieces;"] },
	{ kind: "item", sentences: ["Have a look: observe the bubbles in the glaze under a microscope;"] },
	{ kind: "item", sentences: ["Write: write a letter to the crew 300 years ago."] },
	{
		kind: "body",
		sentences: [
			"In the first two days of the development, more than 500 “letters to the crew” were received in the message box.",
			"A nine-year-old child wrote, “Your bowl is home, rest assured.”",
			"Ye Suqin made two copies of this letter, one posted on the wall of the repair room, and the other sent to Irena Voss in the distance.",
		],
	},
	{
		kind: "meta",
		sentences: ["(Contributed by: Publicity and Education Department of Yunting Museum)"],
	},
	{
		kind: "furniture",
		sentences: ["Previous: The Fourth Yunting Port Cooperation Dialogue was held"],
	},
	{ kind: "furniture", sentences: ["Copyright Yunting Museum"] },
];
