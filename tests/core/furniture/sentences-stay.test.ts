/** Sentences and facts in the middle of an article in the words of furniture: they are its text. */
import { describe, expect, test } from "vitest";
import { classifyPage } from "#lib/core/furniture/classify-page.ts";

interface Article {
	readonly head: readonly string[];
	readonly paragraphs: readonly string[];
	readonly foot: readonly string[];
}

const chinese: Article = {
	head: ["首页 > 新闻 > 正文", "青石县：把群众的小事办成大事", "发布时间：2024-05-06 来源：青石日报"],
	paragraphs: [
		"去年以来，青石县坚持把解决群众身边的小事作为工作的出发点，先后走访了二百一十个村组，收集意见一千多条，逐条建立台账，明确责任人和完成时限，办一件销一件。",
		"在石桥镇，过去雨天出门要绕行三公里，现在新修的便民桥把两岸连在了一起。镇里还在桥头建了凉亭，老人们傍晚常在这里乘凉聊天，孩子们也有了写作业的地方。",
		"下一步，县里将继续完善回访制度，对群众不满意的事项重新办理，确保每一件实事都经得起时间检验，让群众的获得感更加充实、更有保障、更可持续。",
	],
	foot: ["责任编辑：李木", "版权所有 青石日报社 皖ICP备05099999号"],
};
const english: Article = {
	head: [
		"Home > News > Local",
		"Qingshi county turns small complaints into its main business",
		"Updated: May 6, 2024 Source: Qingshi Daily",
	],
	paragraphs: [
		"Since last year the county has treated small complaints as its main work, sending officials to more than two hundred villages and writing down over a thousand requests, each with a name and a deadline beside it.",
		"In Stone Bridge Township people used to walk three kilometers on rainy days; a new footbridge now joins the two banks, and there is a pavilion at its head where the old sit in the evening and the children do their homework.",
		"Next, officials said, the county will call back everyone who asked for something, reopen what was not solved, and publish the results once a quarter so that residents can check them.",
	],
	foot: ["(Editor: Li Mu)", "Copyright 2024 Qingshi Daily. All rights reserved."],
};

const inChinese = [
	"居民用手机扫码就能看到账本。",
	"扫码付款让赶集的老人犯了难",
	"二维码贴上门，办事不求人",
	"主办单位：省作家协会",
	"承办单位：青石县文化馆",
	"回应：",
	"留言：",
	"网友评论：",
	"今天是2024年5月6日，是这座桥通车一周年的日子，我们在这里隆重集会。",
	"欢迎来到石桥镇！老支书握着我们的手说。",
	"“欢迎来到石桥镇！”老支书握着我们的手说。",
	"欢迎访问团的孩子们早早站在了路边。",
	"你在这里等我。",
	"300人参与了这次演练。",
	"打开手机客户端，就能预约上门服务。",
	"村民下载“青石通”客户端即可报名。",
	"任何单位和个人不得擅自移动界桩，违者必究。",
	"全市完成ICP备案的网站已超过三万个，比上年增加两成。",
	"网站办理公安备案时，应当在首页底部悬挂备案编号，任何人不得伪造。",
	"关注公众号的村民越来越多。",
	"建设单位：青石县交通运输局",
	"指导：县委农办",
	"关键词：实干。",
	"关键词一：实干",
	"地点：县文化馆三楼",
	"时间：2024年5月20日上午9时",
	"联系电话：0555-0000000",
	"地址：青石县人民路1号",
	"下一条路修到哪里？",
	"上一篇文章讲了桥，这一篇讲路。",
	"更多的变化还在路上",
	"注册资本由五百万元增加到八百万元。",
	"登录平台后即可查询办理进度。",
	"搜索引擎帮不了他。",
	"本网记者在现场看到，桥面已经通车。",
	"本站所有列车均已恢复正点。",
	"温馨提示：请携带身份证原件，内容以现场公布为准。",
	"版权所有者应当在三十日内提出异议。",
	"来源：清泉从山上引来，穿过三道山梁。",
	"编辑：老张，你看这一稿行不行？",
	"作者：这座桥是我写过的最短的故事。",
	"图为媒，桥为路。",
	"记者：村里变化大吗？",
	"问：钱从哪来？",
	"这是他第一次给父母拍照。",
	"相关文件",
	"解读",
	"注：以上数据截至四月底。",
	"来，大家一起合影留念！",
	"点击率最高的是那张老桥的照片。",
	"打印店老板说，生意比往年好。",
	"收藏了三十年的老照片终于找到了主人。",
	"分享会上，大家说起当年的渡船。",
	"返回村里的年轻人越来越多",
	"更多年轻人回来了",
	"相关阅读材料已经发到每户手中。",
	"热门景点周末一票难求",
	"推荐阅读的书目贴在村口的墙上。",
	"下载量一周突破十万次。",
	"转载请注明出处，他在扉页上写道。",
	"备案号：桥0001",
	"版权登记数量比上年翻了一番。",
	"登录后可以看到自家的账目。",
	"注册登记的合作社有三百二十家。",
	"首页上的照片是老支书拍的。",
	"上一页是桥，下一页是路。",
	"评论家认为，这是一座有故事的桥。",
	"跟帖里有人问起修桥的钱。",
	"热线电话一天响了二百多次。",
	"违法和不良信息举报电话为何打不通？",
	"网站标识码由省里统一发放。",
	"友情提示：雨天路滑，请慢行。",
	"声明：本文人物均为化名。",
	"特别声明：以上内容不代表投资建议。",
	"编者按：这是一组来自桥头的报道。",
	"责任编辑的电话一直没人接。",
	"编辑部里的灯亮到天明。",
	"来源不明的资金一律退回。",
	"记者手记",
	"附：修桥捐款名单",
	"相关规定如下：",
	"责任单位：县交通运输局",
	"技术支持：省水利设计院",
	"发布会现场提问：",
	"网友留言说：",
	"群众评论：",
	"最新消息",
	"编辑推荐",
];
const inEnglish = [
	"Response:",
	"Comment:",
	"Comments",
	"Topics ranged from drainage to school lunches.",
	"Tags are attached to every crate at the gate.",
	"Keywords: patience and paperwork.",
	"Get daily updates from your village clerk before you travel, the notice advised.",
	"Join us for the morning briefing, she told the volunteers.",
	"Registration numbers rose by a third last year.",
	"The results may not be reproduced elsewhere, officials warned.",
	"Welcome to Stone Bridge!",
	"Welcome to the new library, said the headmaster.",
	"Location: County Cultural Center, third floor",
	"Time: 9 a.m., May 20, 2024",
	"Position: County clerk",
	"Search for the missing herdsman continues",
	"Share with neighbors",
	"Print shops along the river reopened",
	"Follow us to the river, the children said.",
	"Read more books, he told the class.",
	"Next: the road to the north",
	"Copyright disputes fell by half.",
	"Log in to the platform to see how a request is handled.",
	"Subscribe to the county gazette, the clerk advised.",
	"No comment.",
	"Contact the writer at the village hall.",
	"About us, without us",
	"Source: the spring above the village, carried down in bamboo pipes.",
	"By April 2024 all the pumps were working again",
	"The photo on his wall shows a bridge that no longer exists.",
	"They posed for a group photo and went home.",
	"Home, at last",
	"More to do",
	"Latest news from the front was slow to arrive.",
	"Highlights",
	"See also the appendix on drainage.",
	"Further reading",
	"E-mail remains the favorite way to complain.",
	"Telephone: 12345",
	"Advertisement for a bride",
	"Sign up by Friday, the notice says.",
	"Skip the queue",
	"Small, medium and large",
	"Back to the top of the hill",
	"Terms of service differ from village to village.",
	"Privacy is another matter",
	"Comments poured in from every village.",
	"Comments on the draft closed on Friday.",
	"Leave a comment in the book at the door, the sign reads.",
	"Leave a comment",
	"Related work has been done in the next county.",
	"Related work",
	"More from the village",
	"Print runs have doubled since last year.",
	"Click here, the screen told him, and he did.",
	"Click here",
	"Copyright law was changed in 2020.",
	"Copyright law",
	"All rights reserved for the farmers, the slogan ran.",
	"Published by the county press, the book sold out in a week.",
	"Follow the river for three miles and turn left.",
	"Subscribe and you get the paper on the next morning's bus.",
	"Sign in at the desk, the guard says.",
	"Welcome home!",
	"Scan the code on the crate and you see the farm it came from.",
	"Download the form, print it and bring it to the hall.",
	"Read the full story of the bridge in the county archive.",
	"Contact us, the poster says, before you dig.",
	"About the author",
	"About the bridge",
	"Enter your name and the name of your village.",
	"Is this page still in use?",
	"Yes, it is.",
	"No.",
	"Next year the road will be paved.",
	"Previous attempts had failed.",
	"Previous attempts",
	"Edited by hand, the lists were full of mistakes.",
	"Editor: And what did you say?",
	"Note: figures are rounded.",
	"Photo shops along the river closed one by one.",
	"Terms and conditions",
	"Cookies were served after the ceremony.",
	"We use cookies to lure the dogs, the keeper said.",
	"Last updated in 1987, the map shows no bridge at all.",
	"Recommended reading",
];

/** The kinds of the article's own lines around one more line in its middle, and of that line. */
function read(
	{ head, paragraphs, foot }: Article,
	told: string,
): { own: string | undefined; around: string[]; page: ReturnType<typeof classifyPage> } {
	const above = [...head, ...paragraphs];
	const below = [...paragraphs, ...paragraphs, ...paragraphs];
	const lines = [...above, told, ...below, ...foot].map((text, index) => ({ line: index + 1, text }));
	const page = classifyPage(lines);
	const kinds = page.blocks.map((block) => block.kind);
	return {
		own: kinds[above.length],
		around: [...kinds.slice(head.length, above.length), ...kinds.slice(above.length + 1, -foot.length)],
		page,
	};
}

const isText = new Set(["body", "heading", "item", "caption"]);

describe.each([
	["in Chinese", chinese, inChinese, "青石日报"],
	["in English", english, inEnglish, "Qingshi Daily"],
] as const)("%s", (_name, article, told, publisher) => {
	test.each(told)("“%s” stays in the article, and so does all below it", (text) => {
		const { own, around, page } = read(article, text);
		expect(isText.has(own ?? ""), own).toBe(true);
		expect(new Set(around)).toEqual(new Set(["body"]));
		expect(page.metadata).toMatchObject({ publishedAt: "2024-05-06", publisher, byline: null });
	});
});

test.each([
	["请扫码关注我们的微信公众号，获取更多新闻。", chinese],
	["（请继续阅读本文）", chinese],
	["关注青石日报微信公众号", chinese],
	["【打印】【关闭】", chinese],
	["Sign up for our newsletter and get the news in your inbox.", english],
	["Advertisement · Scroll to continue", english],
	["Download our app for the latest news.", english],
	["Share this article", english],
])("“%s” is no text of the article it stands in, and the article goes on", (text, article) => {
	const { own, around } = read(article, text);
	expect(own).toBe("furniture");
	expect(new Set(around)).toEqual(new Set(["body"]));
});

test.each([
	["names", chinese, ["附件：获奖名单", "张伟 王芳 李娜 刘洋", "陈静 杨帆 赵磊 黄敏 周杰", "特此公告。"]],
	["names in columns", chinese, ["一等奖（3名）", "张伟　王芳　李娜", "二等奖（3名）", "陈静　杨帆　赵磊"]],
	[
		"a table between bars",
		chinese,
		["姓名 | 单位 | 奖项", "张伟 | 石桥镇 | 一等奖", "王芳 | 青石镇 | 二等奖"],
	],
	["a table between tabs", chinese, ["姓名\t单位\t奖项", "张伟\t石桥镇\t一等奖"]],
	[
		"a timetable",
		english,
		["Schedule", "Mon | Drainage | Hall", "Tue | Roads | School", "Wed | Lamps | Pier"],
	],
	["an address", chinese, ["联系人：张伟", "电话：0555-1234567", "地址：石桥镇人民路1号", "特此通知。"]],
	["invitations", english, ["Registration is open until June.", "Join us on Friday!"]],
])("%s at the end of an article are its text", (_name, { head, paragraphs, foot }, told) => {
	const lines = [...head, ...paragraphs, ...told, ...foot].map((text, index) => ({ line: index + 1, text }));
	const kinds = classifyPage(lines).blocks.map((block) => block.kind);
	const below = kinds.slice(head.length + paragraphs.length, -foot.length);
	expect(below.filter((kind) => !isText.has(kind))).toEqual([]);
});

test.each([
	[
		"an event",
		chinese,
		[
			"主办单位：县文联",
			"承办单位：县文化馆",
			"时间：2024年5月20日上午9时",
			"地点：县文化馆三楼",
			"联系人：王老师",
			"电话：0555-1234567",
		],
	],
	["a petition", chinese, ["留言：", "网友“桥头人”：桥什么时候修好？", "回复：", "您好，桥将在年底前修好。"]],
	["a meeting", english, ["Location: County hall", "Time: 9 a.m.", "Contact: Ann Lee", "Tel: 0555-123456"]],
	["an interview", english, ["Q: Is it open?", "A: Yes.", "Q: Comments?", "A: No comment."]],
])("the lines of %s in the middle of an article are its text", (_name, { head, paragraphs, foot }, told) => {
	const lines = [...head, ...paragraphs, ...told, ...paragraphs, ...foot];
	const kinds = classifyPage(lines.map((text, index) => ({ line: index + 1, text }))).blocks.map(
		(block) => block.kind,
	);
	expect(kinds.slice(head.length, -foot.length).filter((kind) => !isText.has(kind))).toEqual([]);
});

test.each([
	[
		"河湾镇的渡口",
		"2023年5月12日，河湾镇人民政府宣布，老渡口将重新开放。",
		"渡口始建于1887年，曾经是全县最繁忙的码头。",
	],
	["河湾镇的渡口", "2023年5月12日上午，老渡口重新开放。", "渡口始建于1887年，曾经是全县最繁忙的码头。"],
	[
		"The Ferry at Hewan",
		"May 12, 2023, the old ferry came back.",
		"It was built in 1887 and was once the busiest.",
	],
])("under the title %s a sentence that begins with its date is text: %s", (...texts) => {
	const { blocks } = classifyPage(texts.map((text, index) => ({ line: index + 1, text })));
	expect(blocks.map(({ kind }) => kind)).toEqual(["title", "body", "body"]);
});

test.each([["2023年5月12日，河湾日报"], ["2023年5月12日 河湾镇新闻中心"], ["May 12, 2023, Hewan Daily"]])(
	"a date and a name without a sentence are credits: %s",
	(told) => {
		const texts = ["河湾镇的渡口", told, "渡口始建于1887年，曾经是全县最繁忙的码头。"];
		const { blocks } = classifyPage(texts.map((text, index) => ({ line: index + 1, text })));
		expect(blocks.map(({ kind }) => kind)).toEqual(["title", "meta", "body"]);
	},
);

test("a title above short sentences, one a line, is one; above lines of verse it is not told from them", () => {
	const kindsOf = (texts: readonly string[]) =>
		classifyPage(texts.map((text, index) => ({ line: index + 1, text }))).blocks.map(({ kind }) => kind);
	const sentences = Array.from({ length: 12 }, (_, i) => `第${i + 1}班渡船今天早上六点开出。`);
	expect(kindsOf(["河湾镇的老渡口", ...sentences])).toEqual(["title", ...sentences.map(() => "body")]);
	const verses = Array.from({ length: 12 }, (_, i) => `第${i + 1}班渡船开出`);
	expect(new Set(kindsOf(["河湾镇的老渡口", ...verses]))).toEqual(new Set(["body"]));
});
