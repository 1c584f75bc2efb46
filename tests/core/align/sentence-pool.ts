/** Sentences that translate each other, one with one, and texts made of them. */
import type { Example } from "#lib/core/align/contract.ts";

const rows = `
那年冬天，湖面结了厚厚的冰。 | That winter the lake was covered with thick ice.
老渔民王德福每天早上五点起床。 | The old fisherman Wang Defu got up at five every morning.
他的儿子在上海一家汽车工厂工作。 | His son worked at a car factory in Shanghai.
县城只有一所中学，学生不到三百人。 | The county town had a single middle school with fewer than 300 students.
校长姓陈，教了四十年数学。 | The headmaster, a man named Chen, had taught mathematics for forty years.
“你为什么不去北京？”她问。 | “Why don't you go to Beijing?” she asked.
他没有回答，只是看着窗外的雨。 | He did not answer and only looked at the rain outside the window.
图书馆的屋顶漏水了，书都搬到了楼下。 | The roof of the library leaked, and the books were moved downstairs.
根据2019年的统计，当地人均收入增长了6.5%。 | According to statistics from 2019, local income per head grew by 6.5%.
医生说，这种药必须饭后服用。 | The doctor said that this medicine must be taken after meals.
铁路通车以后，从省城到这里只需要两个小时。 | Since the railway opened, the journey from the provincial capital takes only two hours.
茶园里的女工唱着歌，手里一刻不停。 | The women in the tea garden sang, and their hands never rested.
警察在仓库里找到了十七辆被偷的自行车。 | In a warehouse the police found seventeen stolen bicycles.
妹妹最喜欢那只白色的小猫。 | My younger sister loves the little white cat most of all.
政府计划在三年内关闭所有的煤矿。 | The government plans to close all coal mines within three years.
可是矿工们担心找不到新的工作。 | But the miners fear that they will find no new jobs.
这幅画画的是黄昏时的海港。 | The painting shows a harbour at dusk.
博物馆花了八百万元买下了它。 | The museum bought it for eight million yuan.
“谁也不许走！”队长喊道。 | “Nobody leaves!” the captain shouted.
风把帐篷吹倒了，我们整夜没有睡觉。 | The wind blew the tent down, and we did not sleep all night.
第二天，太阳又出来了。 | The next day the sun came out again.
祖母把钥匙藏在花盆下面。 | Grandmother hid the key under the flowerpot.
法院昨天宣布，他没有罪。 | Yesterday the court announced that he was not guilty.
记者们在门口等了一个下午。 | The reporters had waited at the gate all afternoon.
音乐会因为停电推迟到星期五。 | The concert was postponed to Friday because of a power cut.
农民用收音机听天气预报。 | The farmers listen to the weather forecast on the radio.
沙漠里的井已经干了十年。 | The well in the desert has been dry for ten years.
骆驼商人带来了盐、丝绸和坏消息。 | The camel traders brought salt, silk and bad news.
飞机晚点了，乘客们在地板上打牌。 | The plane was late, and the passengers played cards on the floor.
厨师往汤里加了一点姜和胡椒。 | The cook added a little ginger and pepper to the soup.
她的第一本小说卖了二十万册。 | Her first novel sold two hundred thousand copies.
出版社要求她再写一本关于战争的书。 | The publisher asked her to write another book about the war.
科学家发现，这些鸟每年两次飞过大海。 | Scientists discovered that these birds cross the ocean twice a year.
孩子们在河边放风筝，笑声传得很远。 | The children flew kites by the river, and their laughter carried far.
村里的最后一个铁匠去年去世了。 | The last blacksmith in the village died last year.
他的徒弟把铺子改成了咖啡馆。 | His apprentice turned the workshop into a café.
将军命令士兵们烧掉那座桥。 | The general ordered his soldiers to burn the bridge.
邮递员送来一封没有名字的信。 | The postman delivered a letter without a name.
牙疼让他一个星期吃不下东西。 | A toothache kept him from eating for a week.
市场上，苹果比去年贵了一倍。 | At the market, apples cost twice as much as last year.
`;

export const pool: readonly Example[] = rows
	.trim()
	.split("\n")
	.map((row) => {
		const [source = "", target = ""] = row.split(" | ");
		return { source, target };
	});

/** What became of a pair in a text: nothing, one side is missing, or it stands joined with the pair after it. */
export type Fate = "kept" | "noSource" | "noTarget" | "sourceJoined" | "targetJoined";
export interface Step {
	readonly pair: number;
	readonly fate: Fate;
}

export interface Texts {
	readonly source: readonly string[];
	readonly target: readonly string[];
}

export function textsOf(steps: readonly Step[]): Texts {
	const source: string[] = [];
	const target: string[] = [];
	let before: Fate | undefined;
	for (const { pair, fate } of steps) {
		const { source: chinese = "", target: english = "" } = pool[pair] ?? {};
		if (fate !== "noSource") put(source, chinese, before === "sourceJoined");
		if (fate !== "noTarget") put(target, english, before === "targetJoined");
		before = fate;
	}
	return { source, target };
}

function put(side: string[], text: string, joined: boolean): void {
	const last = joined ? side.pop() : undefined;
	side.push(last === undefined ? text : `${last} ${text}`);
}

/** Every pair once, in an order of its own for each `start`. */
export function shuffled(start: number): Step[] {
	const stride = 7; // shares no divisor with the size of the pool, so that each pair comes up once
	return pool.map((_, i) => ({ pair: (start + i * stride) % pool.length, fate: "kept" }));
}

/** A simplified character and the traditional one that stands for it in these sentences. */
const traditional =
	"万萬 两兩 个個 丝絲 东東 为為 么麼 乐樂 书書 买買 于於 争爭 仓倉 们們 传傳 会會 从從 儿兒 关關 内內 军軍 册冊 " +
	"写寫 农農 划劃 医醫 卖賣 厂廠 厨廚 县縣 发發 后後 听聽 员員 园園 图圖 场場 坏壞 声聲 学學 将將 师師 带帶 干乾 " +
	"库庫 当當 战戰 担擔 报報 据據 数數 时時 机機 来來 桥橋 楼樓 欢歡 气氣 没沒 汤湯 渔漁 点點 烧燒 现現 电電 画畫 " +
	"盐鹽 着著 矿礦 种種 筝箏 经經 结結 绸綢 统統 苹蘋 药藥 觉覺 计計 让讓 许許 记記 说說 谁誰 贵貴 车車 辆輛 边邊 " +
	"过過 这這 远遠 还還 迟遲 递遞 邮郵 里裡 钥鑰 铁鐵 铺鋪 长長 门門 问問 闭閉 队隊 阳陽 陈陳 须須 顶頂 预預 风風 " +
	"飞飛 饭飯 馆館 驼駝 骆駱 鸟鳥 黄黃 “「 ”」";

const traditionalOf = new Map(traditional.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)]));

export function inTraditional(text: string): string {
	return Array.from(text, (character) => traditionalOf.get(character) ?? character).join("");
}
