import type { DemoParagraph } from "./article.ts";

/** A machine rendering with the faults that reviewers meet every day. */
export const portTarget: readonly DemoParagraph[] = [
	{ kind: "furniture", sentences: ["Home > News Center > Open Yunting > Text"] },
	{
		kind: "title",
		sentences: ["The tide rises in Yunting Port -- the story of foreign liaison of a seaport city"],
	},
	{
		kind: "meta",
		sentences: ["Source: Yunting Daily Release time: 08:30, September 12, 2024"],
	},
	{ kind: "meta", sentences: ["Our reporter Gu Yuan correspondent He Pei"] },
	{ kind: "furniture", sentences: ["Font size: large medium small"] },
	{
		kind: "body",
		sentences: [
			"At six o'clock in the morning, the whistle of the third operation area of Yunting Port sounded on time.",
			"The “Sea Goose”, loaded with 1,200 standard boxes, slowly left the berth and sailed to Halvik Port, 4,000 nautical miles away.",
		],
	},
	{
		kind: "body",
		sentences: [
			"Yunting Port is the city‘s gateway to the sea, and has made important progress and progress in opening up in recent years.",
			"In 2023, Yunting Port completed a cargo throughput of 15 million tons, and its foreign trade container routes increased to 23, reaching 41 ports in 17 countries and regions.",
		],
	},
	{ kind: "heading", sentences: ["A route begins with a letter"] },
	{
		kind: "body",
		sentences: [
			"The fate between Yunting and Halvik should start six years ago.",
			"In the spring of 2018, Marek Solda, director of the Halvik Port Authority, wrote to the Foreign Liaison Department of Yunting City, asking whether a direct route for fruit transportation could be opened up between the two ports.",
			"“The letter is only one page, but we have discussed and discussed it for three whole days,” recalled Shen Peilan, director of the liaison office.",
			"Subsequently, the Yunting Municipal Outreach Office, together with the port, customs, border inspection and other departments, sorted out and sorted out the problems that may be encountered one by one, and formed a 26-page reply.",
			"In September of the same year, the direct route was officially opened, and the transportation time was shortened by 11 days compared with the transit.",
		],
	},
	{
		kind: "caption",
		sentences: ["The picture shows the “Sea Goose” cargo ship leaving Yunting Port. (He Pei photo)"],
	},
	{
		kind: "body",
		sentences: [
			"The opening of the route is only the first step, and it is more important to let the information run in front of the goods.",
			"The Foreign Liaison Department took the lead in establishing a bilingual notification system.",
			"Every Monday, it sends information on shipping schedules, tides and berths to Halvik, and every Friday it collects the opinions and opinions of the other side.",
			"This set of practices was later summarized as the nine-character working method of “early notification, diligent communication and quick response”.",
		],
	},
	{ kind: "heading", sentences: ["Meet friends with skills and turn posts into classrooms"] },
	{
		kind: "body",
		sentences: [
			"The exchange between ports, in the final analysis, is the exchange between people.",
			"In 2021, the two ports launched the “Blue Tide Craftsman” exchange visit plan, and each selected 12 young technical backbones to study with the class in the other port for three months every year.",
			"Bridge crane driver Pei Dachuan is the first batch of students.",
			"During the day, he followed his master to operate on the machine; At night, he sorted out his notes and drew operation diagrams, studying at work and working at work, and filled four notebooks in three months.",
			"After returning home, he compiled what he had learned and thought into “One Hundred Questions on Quay Bridge Operation”, which is equipped with Chinese and foreign language comparison diagrams and has now become an introductory textbook for new employees of the two ports.",
			"“When the language is blocked, the hanger is our common language,” Pei Dachuan said.",
		],
	},
	{
		kind: "body",
		sentences: [
			"Last winter, Halvik Port suffered a strong storm surge, and some yards were flooded.",
			"When the news came, Yunting Port transferred eight emergency repair personnel overnight, rushed to the local area with drainage equipment, and fought side by side with foreign counterparts for 19 days.",
			"Solda wrote in his thank-you letter，“The real partner is the person who still stands on the dock when the tide is high.”",
		],
	},
	{ kind: "heading", sentences: ["Three lists, so that services have rules to follow"] },
	{
		kind: "body",
		sentences: [
			"With the continuous expansion of opening up, foreign-related affairs are becoming more and more, and they are also becoming thinner and thinner.",
			"In order to let enterprises and crew run less legs, the liaison office launched “three lists”:",
		],
	},
	{
		kind: "item",
		sentences: [
			"The first is the list of service items, which clarifies the handling procedures and time limits of 32 foreign-related services;",
		],
	},
	{
		kind: "item",
		sentences: [
			"The second is the emergency contact list, which summarizes the 24-hour duty telephone calls of 15 units;",
		],
	},
	{
		kind: "item",
		sentences: [
			"The third is the risk reminder list, which informs enterprises of the weather, policy and safety information of the main routes every quarter.",
		],
	},
	{
		kind: "body",
		sentences: ["(The full text of the three lists can be downloaded from the English page of the office.)"],
	},
	{
		kind: "body",
		sentences: [
			"Whether the list works or not, enterprises have the most right to speak.",
			"Xu Guizhen, the head of a food enterprise in the port industrial park, has calculated an account: in the past, it took four windows to handle consular authentication for a batch of export goods, but now it can be completed in one window, and the average time has been compressed from 9 days to 2 days.",
			"In the first seven months of this year, the Foreign Liaison Department handled 1,840 foreign-related services for 216 enterprises, and the satisfaction rate reached 99.2%.",
		],
	},
	{ kind: "heading", sentences: ["Facing the dark blue, gather more forces"] },
	{
		kind: "body",
		sentences: [
			"At the end of August, the Fourth Yunting Port Cooperation Dialogue was held, and 86 representatives from 12 countries had in-depth discussions and discussions around “green ports and youth”.",
			"During the meeting, the Yunting External Liaison Office signed memorandums of cooperation with counterpart departments of five port cities, and agreed to strengthen communication and communication in the use of shore power, ship sewage reception and emergency rescue.",
			"In order to prepare for this meeting, translator Lu Xiaoyun sorted out a list of more than 400 port and shipping terms.",
			"In order to understand the difference between “mooring”, “带缆” and “unmooring”, she boarded the tugboat seven times and asked the old captain for advice.",
			"“Only when the translation is accurate can the cooperation go steadily,” she said.",
		],
	},
	{
		kind: "body",
		sentences: [
			"As night falls, the lights in the port area are lit up one after another.",
			"On the “Beichen” passenger and cargo ship that has just berthed, Halvik‘s new batch of students walked down the gangway.",
			"It is Pei Dachuan, the student of that year and the master of the class today, who greeted them on the dock.",
			"Shen Peilan, director of the Yunting Municipal Outreach Office, said that there are no earth-shaking events in liaison work, and some are just punctual replies again and again and patient running again and again.",
			"“The port is connected to the world, and we should let every ship arriving at the port know that someone is waiting for it.”",
		],
	},
	{ kind: "meta", sentences: ["(Responsible editor: Wen Ning)"] },
	{ kind: "furniture", sentences: ["Share to: WeChat Weibo Print this page"] },
	{
		kind: "furniture",
		sentences: ["Copyright Yunting Daily Agency. No reprinting without authorization"],
	},
];
