/** Two short texts in Chinese and English with the beads that they were written in. */
import type { IndexBead } from "#lib/core/align/evaluate.ts";
import type { GoldDocument } from "#tests/bench/align/sets.ts";

/** Sentences of both sides, those of a side apart by `|`. */
type Row = readonly [source: string, target: string];

const bridge: readonly Row[] = [
	["石板河上的木桥", "The wooden bridge over the Shiban River"],
	[
		"我外祖父是个木匠，一辈子修过十一座桥。",
		"My grandfather was a carpenter who repaired eleven bridges in his life.",
	],
	[
		"其中最老的一座在石板河上，村里人叫它“弯桥”，因为桥身中间微微向北拐。",
		"The oldest of them stands over the Shiban River.|The villagers call it the Crooked Bridge, because its middle bends a little to the north.",
	],
	["没有人知道它是哪一年造的。", "Nobody knows in which year it was built."],
	[
		"一九六三年夏天，连下了九天暴雨。|河水涨到了桥面。",
		"In the summer of 1963 it rained hard for nine days, and the river rose to the deck.",
	],
	[
		"第十天早上，桥的南半边被冲走了。",
		"On the tenth morning the southern half of the bridge was swept away.",
	],
	[
		"外祖父那年二十六岁，刚娶了外祖母。",
		"Grandfather was twenty-six then and newly married to my grandmother.",
	],
	[
		"“没有桥，对岸的孩子就没法上学。”他说。",
		"“Without a bridge the children on the other bank cannot go to school,” he said.",
	],
	["于是他带着四个徒弟上山砍树。", "So he took four apprentices up the mountain to cut trees."],
	[
		"他们选的是杉木，杉木轻，不怕水，而且长得直。",
		"They chose fir.|Fir is light, does not mind water and grows straight.",
	],
	["每根木料都要用水牛拖下山来。", "Every log had to be dragged down by a water buffalo."],
	["那头水牛脾气很坏，只听外祖母的话。", "The buffalo had a bad temper and obeyed only my grandmother."],
	["所以外祖母也成了修桥的人。", "And so my grandmother became a bridge builder too."],
	[
		"她怀着我母亲，每天走二十里山路。",
		"She was carrying my mother, and walked ten kilometres of mountain path every day.",
	],
	["桥修了整整五个月。", "The work took five whole months."],
	["他们没有用一颗铁钉。", "They did not use a single iron nail."],
	[
		"外祖父说铁会生锈，锈会把木头咬坏；木头和木头之间，要用木头来说话。",
		"Iron rusts, Grandfather said, and rust eats the wood.|Between wood and wood, it is wood that must do the talking.",
	],
	["十二月的一个傍晚，最后一块桥板铺好了。", "One evening in December the last plank was laid."],
	[
		"村长点起灯笼，请最年长的老太太第一个过桥。",
		"The village head lit a lantern and asked the oldest woman to cross first.",
	],
	["她走得很慢，走到中间停了下来。", "She walked slowly and stopped in the middle."],
	["“还是弯的。”她笑着说。", "“It is still crooked,” she said with a laugh."],
	["大家都笑了，只有外祖父没有笑。", "Everybody laughed except Grandfather."],
	[
		"他解释说，弯是故意留的。|河水从西边冲来，弯一点的桥更稳。",
		"He explained that the bend was there on purpose: the water comes from the west, and a bridge with a bend stands firmer.",
	],
	["去年有一位工程师来测量这座桥。", "Last year an engineer came to measure the bridge."],
	[
		"他用电脑算了三天，结论和外祖父的一样。",
		"He calculated for three days on a computer and came to the same conclusion as Grandfather.",
	],
	["外祖父已经不在了，没能听见这句话。", "Grandfather was no longer there to hear it."],
	["我把工程师的报告念给外祖母听。", "I read the engineer's report aloud to my grandmother."],
	[
		"她听完，只问了一个问题：“他说那头水牛了吗？”",
		"When I had finished she asked only one question: “Does he mention the buffalo?”",
	],
];

const bakery: readonly Row[] = [
	["海盐面包房", "The Sea Salt Bakery"],
	[
		"凌晨三点，整条街只有面包房亮着灯。",
		"At three in the morning the bakery is the only lighted window in the street.",
	],
	[
		"老板娘罗莎把昨夜的面团从冰柜里取出来。",
		"Rosa, who owns it, takes last night's dough out of the cold store.",
	],
	["面粉、水、盐，再没有别的。", "Flour, water, salt and nothing else."],
	["盐是她哥哥从渔港带来的。", "Her brother brings the salt from the fishing harbour."],
	["她说好面包的秘密是耐心。", "The secret of good bread, she says, is patience."],
	[
		"学徒们不相信，他们都想要更快的酵母。",
		"The apprentices do not believe it; all of them want faster yeast.",
	],
	["五点钟，第一批出租车司机来敲门。", "At five the first taxi drivers knock at the door."],
	[
		"他们买刚出炉的小圆面包，烫得要用两只手倒来倒去。",
		"They buy rolls straight from the oven, so hot that they have to toss them from hand to hand.",
	],
	[
		"七点，学生来了；八点，银行的职员来了。",
		"At seven the students come, and at eight the clerks from the bank.",
	],
	["到了中午，货架已经空了。", "By noon the shelves are empty."],
	[
		"罗莎关上门，上楼睡觉，梦里还是面粉的味道。",
		"Rosa locks up and goes upstairs to sleep, and even her dreams smell of flour.",
	],
];

export const bridgeScene = scene("bridge", bridge);
export const bakeryScene = scene("bakery", bakery);

function scene(name: string, rows: readonly Row[]): GoldDocument {
	const source: string[] = [];
	const target: string[] = [];
	const gold = rows.map(([left, right]): IndexBead => {
		const add = (side: string[], text: string) => text.split("|").map((sentence) => side.push(sentence) - 1);
		return { source: add(source, left), target: add(target, right) };
	});
	return { name, source, target, gold };
}
