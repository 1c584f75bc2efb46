/**
 * What counts as a slip. Only these confusions do: what else two traditional texts write differently (占 and 佔,
 * 周 and 週, 群 and 羣, 了解 and 瞭解) is a choice, not a mistake.
 */

/** Characters that fall together in simplified text and that traditional words tell apart: the dictionary decides. */
const confusions =
	"准準 後后 范範 斗鬥 干幹乾 復複 台颱 松鬆 丑醜 發髮 余餘 云雲 只隻 鐘鍾 沖衝 歷曆 獲穫 盡儘 舍捨 術朮 須鬚 郁鬱 御禦 愿願 涂塗 党黨 仆僕 吁籲 沈瀋 胡鬍 姜薑 尸屍 万萬 朴樸 辟闢 咸鹹 臟髒 刮颳 千韆 秋鞦 筑築 夸誇 蜡蠟 腊臘 佣傭 叶葉 几幾 丰豐 广廣 于於 种種 价價 确確 适適 胜勝 据據 虫蟲 厂廠 柜櫃 帘簾 苹蘋 淀澱 証證 並并 嚮向";

/** Characters of which good writers use either in many words: only in these words it is a mistake. */
const confusionsInWords = {
	雲云: "人云亦云 所云 云云",
	豐丰: "丰采 丰姿",
	鍾鐘: "時鐘 分鐘 秒鐘 鐘錶 點鐘 鐘頭 警鐘 鬧鐘",
	鐘鍾: "鍾情 鍾愛 鍾靈",
	注註: "註冊",
	証證: "保證 證明 證據 證券 證件 證書 證人 證實 認證 簽證 驗證 憑證 公證 印證 論證 考證 求證",
	托託: "委託 拜託 囑託 受託",
	卷捲: "席捲 捲入 龍捲 捲起",
	捲卷: "試卷 卷宗 問卷 答卷 畫卷 開卷",
	匯彙: "詞彙 字彙 語彙",
	彙匯: "匯率 匯款 外匯 匯合 匯聚",
	贊讚: "稱讚 讚揚 讚美 讚賞 讚嘆 讚歎 讚譽 讚許 盛讚 點讚",
	讚贊: "贊成 贊助 贊同",
	游遊: "旅遊 遊客 遊戲 導遊 遊覽 遊行 遊說 郊遊 遊樂 遊玩 出遊 遊記",
	遊游: "游泳 上游 下游 中游",
	里裏: "這裏 那裏 哪裏 裏面 裏邊 裏頭 家裏 心裏 手裏 夜裏 眼裏 城裏 屋裏 夢裏 嘴裏 懷裏 地裏 裏應外合",
	裏里: "公里 英里 里程 故里 鄰里 千里 萬里 百里",
	裡里: "公里 英里 里程 故里 鄰里 千里 萬里 百里",
	表錶: "手錶 鐘錶 懷錶 腕錶",
	錶表: "代表 表示 表達 表現 表面 發表 表明 表決",
	并並: "並且 並非 並不 並未",
	并併: "合併 併購 兼併 吞併",
	並併: "合併 併購 兼併 吞併",
	併並: "並且 並非 並不 並未",
	制製: "製造 研製 錄製 複製 繪製 監製 印製 製作 製成 製藥 製品 縫製 製備 釀製",
	製制: "制度 控制 限制 強制 體制 抑制 管制 專制 制定 制訂 制裁 制止 制約",
	面麵: "麵包 麵條 麵粉 拉麵 方便麵 泡麵 麵食 炒麵 麵糰 麵團",
	麵面: "面對 方面 面臨 全面 面積 表面 見面 上面 裏面 外面 前面 後面",
	致緻: "細緻 精緻",
	緻致: "致力 一致 導致 致使 大致 以致",
	谷穀: "稻穀 五穀 穀物",
	穀谷: "山谷 河谷 峽谷 谷底",
	志誌: "雜誌 日誌",
	誌志: "意志 志願 同志 鬥志",
	簽籤: "標籤 書籤 抽籤",
	籤簽: "簽名 簽署 簽訂 簽字 簽約 簽證",
	系係: "關係",
	系繫: "聯繫 維繫",
	係系: "系統 系列 體系",
	係繫: "聯繫 維繫",
	繫係: "關係",
	征徵: "特徵 象徵 徵求 徵收 徵集 徵稿 徵兆 徵兵 應徵 徵詢",
	徵征: "征服 長征 遠征 征途 征戰 出征",
	採采: "風采 神采 文采 喝采",
	采採: "採取 採用 採訪 採購 開採 採納 採集",
	奸姦: "強姦",
	板闆: "老闆",
	卜蔔: "蘿蔔",
	出齣: "一齣戲",
	向嚮: "嚮往 嚮導",
	么麼: "什麼 怎麼 這麼 那麼 多麼 甚麼 要麼",
	荐薦: "推薦 舉薦",
	杠槓: "槓桿",
} as const satisfies Record<string, string>;

/** The plain characters are names of people and places here, which anybody may write otherwise. */
const names = "雲云 豐丰 種种 黨党 葉叶 塗涂 餘余 於于 鍾鐘 鐘鍾 價价 萬万 樸朴 鬱郁 薑姜 瀋沈 僕仆";

const anywhere = new Set(
	confusions.split(" ").flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))),
);
for (const pair of names.split(" ")) anywhere.delete(pair);
const inWords = new Map<string, readonly string[]>(
	Object.entries(confusionsInWords).map(([pair, words]) => [pair, words.split(" ")]),
);

/** Whether writing a character for the one at a place of good traditional text is a mistake. */
export function isConfusion(written: string, right: string, at: number): boolean {
	const text = right.replaceAll("麪", "麵"); // the dictionary's form
	const pair = written + text.charAt(at);
	if (anywhere.has(pair)) return true;
	return (inWords.get(pair) ?? []).some((word) => {
		const start = text.indexOf(word, Math.max(0, at - word.length + 1));
		return start >= 0 && start <= at;
	});
}

/** Characters that only too eager a conversion writes for the plain one (製度, 係統), and one that neither script writes. */
export const tooEager = /[製緻麵徵係錶誌遊彙捲籤併採讚穀繫証]/u;

/** Wrong words as they are written, with the place of the character that is wrong and the one that is right. */
export const wrongWords: ReadonlyMap<string, { readonly at: number; readonly right: string }> = new Map(
	[...inWords].flatMap(([pair, words]) => {
		const wrong = pair.charAt(0);
		const right = pair.charAt(1);
		if (!tooEager.test(wrong)) return [];
		return words.map((word) => {
			const at = word.indexOf(right);
			return [word.slice(0, at) + wrong + word.slice(at + 1), { at, right }] as const;
		});
	}),
);

/**
 * The dictionary knows these in a word or two of traditional text, names mostly; anywhere else they are simplified.
 */
export const plainOutsideWords: ReadonlySet<string> = new Set("广万党荐据种价筑适厂虫胜柜确腊愿");

/** Words of which both writings are good traditional Chinese, whatever the dictionary prefers. */
export const acceptedWords: ReadonlySet<string> = new Set(
	"干將 幹將 市場准入 條几 涂山 當涂 盡可 儘可 沖昏 盡快 盡量 盡早 盡可能 儘快 儘量 儘早 儘可能 盡速 盡性 盡數 儘數 核准 不准 一准 保准 准入 准格爾 覆核 答復 回復 半復賽 復賽 復分解 復稱 復習 復診 復議 沖垮 沖壓 衝壓 沖床 衝床 向慕 怒氣沖沖 怒沖沖 拿不准 隻雞 復審 復查 復核 復合 復姓 復讀 複讀 複刻 幹飯 干飯 豆干 豆乾 鬥牛 斗牛 歷法 曆年 歷年 只言片語 隻言片語 只雞 沖擊 生發 發卡 臺風眼 後座 后座 跑表 豐度 丰度 御夫座 布谷鳥 當當 板板 沈北".split(
		" ",
	),
);

/**
 * Single characters that no word of the dictionary holds, with what has to stand before and after. They only say
 * what is certain: 后 behind an event, 里 behind a place, 斗 beside a struggle.
 */
export const singleSlips: readonly {
	readonly written: string;
	readonly right: string;
	readonly before: RegExp;
	readonly after: RegExp;
}[] = [
	{
		written: "后",
		right: "後",
		before:
			/[\p{Script=Han}\d」』”）)](?<![皇太王母天影歌帝蜂妃立廢封武呂先視藝球女賢聖元仁孝慈廟稱為爲尊册冊])$/u,
		after: /^(?![妃冠宮土羿稷座位裔黨戚豐里海])/u,
	},
	{
		written: "里",
		right: "裏",
		before: /[屋房間城村家心手眼夢嘴懷院廠校店船廟園庫倉鄉肚袋箱盒鍋碗杯瓶說影片室堂]$/u,
		after: /^(?![程數長弄巷民亞約])/u,
	},
	{ written: "斗", right: "鬥", before: /[戰爭奮搏打械惡格纏角]$/u, after: /^/u },
	{
		written: "斗",
		right: "鬥",
		before: /(?<![漏北煙南筋一二三四五六七八九十百千萬])$/u,
		after: /^[爭志士毆嘴]/u,
	},
	{
		written: "于",
		right: "於",
		before: /[在對用屬等處位終至由關基便敢善鑒限源適忙勇甘低高優免出至難易]$/u,
		after: /^(?![闐謙右斌])/u,
	},
];

/** Forms that regions, fonts and older books choose; nobody reads them as simplified. */
export const glyphVariants: ReadonlySet<string> = new Set(
	"庄内没别户吴吕册强污温着床群峰吃秘才台并録説雇昵籼迹咤糍苧凄蘖眦鞲厮晒洼瓮痒笋肴蔂蝎谘踪麽稆讬霡刾戯椝沄祢䇲渖宁莘卧脱悦锐换决况净凉",
);

/**
 * Traditional-looking characters that simplified text has too (乾坤, 瞭望, 慰藉): only a word that is usually
 * written with the plain one says that they are left over.
 */
export const simplifiedToo: ReadonlySet<string> = new Set(
	"乾瞭藉徵夥著於餘昇鍾鉅麽閤谿嶽甦祇衹剋摺甯瀋濬彷訢勣菸薹嚐讎",
);
