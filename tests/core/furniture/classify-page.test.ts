import { expect, test } from "vitest";
import { classifyPage } from "#lib/core/furniture/classify-page.ts";

const long =
	"The office explained at length what it had done in the past year, and then it explained the same again. ".repeat(
		3,
	);
const longChinese = "过去一年，办公室认真开展各项工作，取得了良好成效，受到了各方面的好评。".repeat(4);

function kindsOf(texts: readonly string[]): string[] {
	return classifyPage(texts.map((text, index) => ({ line: index + 1, text }))).blocks.map(
		(block) => block.kind,
	);
}

test.each<[string, [string, string][]]>([
	[
		"an English page with navigation, byline and date",
		[
			["Search:", "furniture"],
			["Home >> News >> Local", "furniture"],
			["Harbour office opens a reading room for its crews", "title"],
			["Tao Ming, Harbour Office", "meta"],
			["08:35, May 27, 2024", "meta"],
			["Text zoom:", "furniture"],
			["A quiet place, a warm lamp", "heading"],
			[long, "body"],
			["First step: find a room", "heading"],
			[long, "body"],
			["The office will:", "body"],
			["- repair the roof", "item"],
			["The picture shows crews at the opening. The room holds forty.", "caption"],
			["(Edited by: Tao Ming)", "meta"],
			["Related News", "furniture"],
			["Harbour festival begins", "furniture"],
			["Contact Us", "furniture"],
			["Copyright 2024 Harbour Office. All rights reserved.", "furniture"],
		],
	],
	[
		"a Chinese page under its site's name",
		[
			["投稿邮箱:desk@example.org", "furniture"],
			["港务网", "furniture"],
			["港务局为船员开设阅览室 受到广泛欢迎", "title"],
			["港务局党委", "meta"],
			["来源:港务网2024年05月27日08:35", "meta"],
			["文字缩放:", "furniture"],
			[longChinese, "body"],
			["第一步 找房子", "heading"],
			[longChinese, "body"],
			["图为船员在阅览室看书。", "caption"],
			["(编辑:陶明)", "meta"],
			["相关新闻", "furniture"],
			["港务局举办运动会", "furniture"],
		],
	],
	[
		"title and short paragraphs",
		[
			["A short story", "title"],
			["He came home.", "body"],
			["She left.", "body"],
		],
	],
	[
		"a chapter under a title",
		[
			["Chapter One", "heading"],
			["The arrival of the long-awaited ship", "title"],
			[long, "body"],
			[long, "body"],
		],
	],
	[
		"two paragraphs",
		[
			[long, "body"],
			[long, "body"],
		],
	],
	[
		"lines without punctuation",
		[
			["first line", "body"],
			["second line", "body"],
			["third line", "body"],
		],
	],
	["one line", [["Hello world", "body"]]],
	[
		"a poem",
		[
			["The lamp is lit", "body"],
			["the boats are in", "body"],
			["nobody counts them any more", "body"],
			["but the lamp is lit", "body"],
		],
	],
	[
		"a Chinese poem",
		[
			["灯还亮着", "body"],
			["船都回来了", "body"],
			["没有人再去数", "body"],
			["可是灯还亮着", "body"],
		],
	],
	[
		"a conversation",
		[
			["“几点了？”", "body"],
			["“七点。”", "body"],
			["“还早。”", "body"],
			["“不早了，船要开了。”", "body"],
		],
	],
	[
		"questions and answers",
		[
			["记者：最新情况如何？", "body"],
			["发言人：航道已经恢复通行。", "body"],
			["记者：有没有人员伤亡？", "body"],
			["发言人：没有。", "body"],
		],
	],
	[
		"signs only",
		[
			["* * *", "body"],
			[long, "body"],
			["Then", "heading"],
			[long, "body"],
		],
	],
	[
		"a notice with its signature",
		[
			["关于暂停办公的通知", "title"],
			["各科室：", "body"],
			["因设备检修，5月21日暂停对外办公，敬请谅解。", "body"],
			["特此通知。", "body"],
			["港务局办公室", "meta"],
			["2024年5月20日", "meta"],
		],
	],
	[
		"dates as headings of a chronicle",
		[
			["The year of the harbour", "title"],
			[long, "body"],
			["May 3, 2023", "heading"],
			[long, "body"],
			["June 9, 2023", "heading"],
			[long, "body"],
		],
	],
	[
		"an address in the middle of a notice",
		[
			["Where to collect your papers", "title"],
			[long, "body"],
			["Address: 14 Quay Street", "body"],
			["Tel: 555 0199", "body"],
			[long, "body"],
		],
	],
	[
		"a box of links in the middle of the text",
		[
			["港务局为船员开设阅览室", "title"],
			[longChinese, "body"],
			["延伸阅读", "furniture"],
			["码头上的最后一个冬天", "furniture"],
			["菜市场里的交响乐", "furniture"],
			[longChinese, "body"],
			[longChinese, "body"],
		],
	],
	[
		"comments longer than the article",
		[
			["Why the bridge is closed", "title"],
			["By Ann Lee, May 3, 2023", "meta"],
			[long, "body"],
			[long, "body"],
			[long, "body"],
			["3 Comments", "furniture"],
			...Array.from({ length: 20 }, (): [string, string] => [long, "furniture"]),
		],
	],
	[
		"a list whose words are also those of buttons",
		[
			["Milk", "body"],
			["Bread", "body"],
			["Print", "body"],
			["Home", "body"],
		],
	],
	[
		"a song with its author",
		[
			["Harbour song", "title"],
			["by Ann Lee", "meta"],
			["The lamp is lit", "body"],
			["the boats are in", "body"],
			["Home", "body"],
			["nobody counts them", "body"],
			["More", "body"],
			["the lamp is lit", "body"],
		],
	],
	[
		"verses, some with a stop and some without",
		[
			["What the harbour keeps", "title"],
			["by Ann Lee, May 3, 2023", "meta"],
			["One lamp, its glass gone brown", "body"],
			["and nobody to trim it.", "body"],
			["The office keeps a list of boats,", "body"],
			["a bell, a book, a broom.", "body"],
			["A coat that fits no one", "body"],
			["hangs where the captain left it.", "body"],
			["Nobody asks for it.", "body"],
			["The tide is in, and then is out", "body"],
			["and takes a little paint.", "body"],
		],
	],
	[
		"a letter",
		[
			["Dear Mr. Olin,", "body"],
			["Thank you for your letter of May 3, 2023, in which you asked about the lamp on Pier Four.", "body"],
			["We have repaired it.", "body"],
			["Yours sincerely,", "body"],
			["Ann Lee", "body"],
			["Harbour Office", "meta"],
			["5 May 2023", "meta"],
		],
	],
	["nothing", []],
])("%s", (_, page) => {
	expect(kindsOf(page.map(([text]) => text))).toEqual(page.map(([, kind]) => kind));
});

test("a breadcrumb is set aside, words in angle quotation marks are text", () => {
	expect(kindsOf(["Accueil » Ville » Port"])).toEqual(["furniture"]);
	for (const said of [
		"« Le pont est à nous », dit la gardienne.",
		"»Die Brücke gehört uns«, sagt die Wärterin.",
	])
		expect(kindsOf([said])).toEqual(["body"]);
});

test.each<[string, Partial<ReturnType<typeof classifyPage>["metadata"]>]>([
	["来源：新华社 2024-05-27 08:35", { publisher: "新华社", publishedAt: "2024-05-27T08:35" }],
	[
		"2024年05月27日08:35　来源：海岳日报　作者：陶明",
		{ publisher: "海岳日报", byline: "陶明", publishedAt: "2024-05-27T08:35" },
	],
	[
		"发布时间：2024-05-27 来源：港务局 浏览次数：1204 【打印】 【关闭】",
		{ publisher: "港务局", publishedAt: "2024-05-27" },
	],
	["来  源：港务局　　发布日期：2024-05-27", { publisher: "港务局", publishedAt: "2024-05-27" }],
	[
		"2024-05-27 08:35:10 来源：本站 作者：佚名",
		{ publisher: null, byline: null, publishedAt: "2024-05-27T08:35:10" },
	],
	["發布日期：民國112年5月3日 資料來源：港務處", { publisher: "港務處", publishedAt: "2023-05-03" }],
	[
		"Pub Date:2020-06-17 08:40 Source:Harbour Affairs Office",
		{ publisher: "Harbour Affairs Office", publishedAt: "2020-06-17T08:40" },
	],
	[
		"Harbour Daily | Updated: 2023-05-23 07:12",
		{ publisher: "Harbour Daily", publishedAt: "2023-05-23T07:12" },
	],
	[
		"By LI XIAO in Varda | Harbour Daily | Updated: 2023-05-23 07:12",
		{ publisher: "Harbour Daily", byline: "LI XIAO in Varda", publishedAt: "2023-05-23T07:12" },
	],
	[
		"Source: Meridian| 2023-10-08 21:47:33|Editor: huoyan",
		{ publisher: "Meridian", byline: null, publishedAt: "2023-10-08T21:47:33" },
	],
	["Posted on March 7, 2022 by Marta Idle", { byline: "Marta Idle", publishedAt: "2022-03-07" }],
	["By Ann Lee, May 3, 2023", { byline: "Ann Lee", publishedAt: "2023-05-03" }],
	["Published: 3 May 2023   Updated: 9 May 2023", { publishedAt: "2023-05-03" }],
	["Published: 2020", { publishedAt: "2020" }],
	["本报记者 陶明远", { byline: "本报记者 陶明远" }],
	["记者：陶明远", { byline: "陶明远" }],
	["港务局党委\n2024年5月27日", { byline: "港务局党委", publishedAt: "2024-05-27" }],
	["（2024年5月27日，望江）", { publishedAt: "2024-05-27" }],
])("under a title, “%s” tells %j", (credits, metadata) => {
	const texts = ["Harbour office opens a reading room", ...credits.split("\n"), long, long];
	const page = classifyPage(texts.map((text, index) => ({ line: index + 1, text })));
	expect(page.metadata).toMatchObject(metadata);
	expect(page.blocks.slice(1, -2).map((block) => block.kind)).toEqual(credits.split("\n").map(() => "meta"));
});

test.each([
	["Reprinted from Harbour Times", "Harbour Times"],
	["（来源：《港务》2020年第2期）", "《港务》2020年第2期"],
])("the source below the text, “%s”, is the publisher", (line, publisher) => {
	const page = classifyPage(
		["A title of its own", long, long, line].map((text, index) => ({ line: index + 1, text })),
	);
	expect(page.metadata.publisher).toBe(publisher);
	expect(page.blocks.at(-1)?.kind).toBe("meta");
});

test("a value below its label belongs to it", () => {
	const texts = [
		"船员阅览室管理办法",
		"索引号：",
		"6107/2024-001",
		"来源：",
		"港务网",
		"发布日期：",
		"2024年4月6日 16:34",
		longChinese,
	];
	const page = classifyPage(texts.map((text, index) => ({ line: index + 1, text })));
	expect(page.blocks.map((block) => block.kind)).toEqual(["title", ...Array(6).fill("meta"), "body"]);
	expect(page.metadata).toMatchObject({ publisher: "港务网", publishedAt: "2024-04-06T16:34" });
});

test("the line that the file names as its title is the title", () => {
	const lines = ["A longer line about everything else", "Quiet rooms by the sea", long, long].map(
		(text, index) => ({
			line: index + 1,
			text,
		}),
	);
	expect(classifyPage(lines).metadata.title).toBe("A longer line about everything else");
	expect(classifyPage(lines, { title: "Quiet rooms by the sea - Harbour Daily" }).metadata.title).toBe(
		"Quiet rooms by the sea",
	);
});

test("the language named is believed, else the article's is told", () => {
	const lines = [
		{ line: 1, text: "首页 新闻 视频 专题" },
		{ line: 2, text: long },
		{ line: 3, text: long },
	];
	expect(classifyPage(lines).metadata.language).toBe("en");
	expect(classifyPage(lines, { language: "fr" }).metadata.language).toBe("fr");
	expect(classifyPage([{ line: 1, text: "123" }]).metadata.language).toBeNull();
});

test("lines from the same phrases as a caption, or dated beside a dated caption, are captions too", () => {
	const caption =
		"In May 2024, crews of the third pier of the harbour of Varda opened the reading room. The picture shows the opening.";
	const texts = [
		"Quiet rooms by the sea",
		long,
		"In May 2024, crews of the third pier of the harbour of Varda opened the reading room.",
		long,
		"2月1日凌晨，船员在阅览室看书。",
		"2月3日，船员与馆员合影留念。",
		longChinese,
		caption,
	];
	const kinds = kindsOf(texts);
	expect([2, 4, 5, 7].map((index) => kinds[index])).toEqual(["caption", "caption", "caption", "caption"]);
});
