/**
 * Radicals that PDF printers write for the characters that look the same: a font draws both with one shape, and the
 * way back from the shape ends at the lower number. Of the supplement those that are characters of today.
 */
const supplement: ReadonlyMap<string, string> = new Map(
	(
		"⺁厂 ⺄乙 ⺇几 ⺈刀 ⺊卜 ⺋卩 ⺍小 ⺎兀 ⺏尢 ⺐尣 ⺑尣 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 " +
		"⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳网 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺻聿 " +
		"⺼肉 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 " +
		"⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞飠 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 " +
		"⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟"
	)
		.split(" ")
		.map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

const radical = /[\u2e80-\u2fdf]/gu;

/** The text with characters for radicals. */
export function withoutRadicals(text: string): string {
	return text.replace(radical, (found) => supplement.get(found) ?? found.normalize("NFKC"));
}
