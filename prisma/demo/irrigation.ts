import type { DemoArticle, DemoRow } from "./article.ts";

const passage: DemoRow = [1, 0, null];

/** A page in traditional Chinese that nobody has translated yet. */
export const irrigation: DemoArticle = {
	key: "irrigation",
	title: "一渠清水潤兩岸",
	publishedOn: "2024-07-23",
	publisher: "雲汀水利",
	byline: "鄭允禾",
	sourceLanguage: "zh-Hant",
	targetLanguage: "en",
	origin: null,
	source: [
		{ kind: "furniture", sentences: ["首頁 > 水利 > 灌區故事 > 正文"] },
		{ kind: "title", sentences: ["一渠清水潤兩岸——青禾灌區與海外同行的十年往來"] },
		{ kind: "meta", sentences: ["來源：雲汀水利　2024年7月23日10:05"] },
		{
			kind: "body",
			sentences: ["七月的青禾灌區，水稻正在拔節。", "站在渠首遠望，一條幹渠穿過六個鄉鎮，灌溉著28萬畝農田。"],
		},
		{ kind: "heading", sentences: ["從「望水」到「量水」"] },
		{
			kind: "body",
			sentences: [
				"十年前，這裡還是「上游漫灌、下游望水」的老樣子。",
				"一到用水高峰，管水員老鄭的電話從早響到晚。",
				"2014年秋天，灌區管理處接待了第一批來訪的海外水利工程師，雙方就渠系改造、用水計量等問題深入交換意見。",
				"臨別時，客人留下一句話：「先量清楚，才能分得公平。」",
				"此後三年，灌區在主要分水口安裝了400多套量水設備，每一方水從哪裡來、到哪裡去，都有據可查。",
				"管理處還把水量、水價和輪灌順序張貼到村口，誰先誰後，一目了然。",
				"如今，老鄭打開手機就能看到各條支渠的流量，再也不用半夜騎車去查閘門了。",
			],
		},
		{ kind: "caption", sentences: ["圖為技術人員在青禾灌區調試自動閘門。"] },
		{
			kind: "body",
			sentences: [
				"往來從來不是單向的。",
				"去年，管理處派出五名技術人員前往埃爾文河谷，幫助當地農戶修復了一段被洪水沖毀的老渠。",
				"當地農協負責人說，雲汀的朋友不僅帶來了圖紙，也帶來了耐心。",
			],
		},
		{ kind: "meta", sentences: ["（作者單位：青禾灌區管理處）"] },
		{ kind: "furniture", sentences: ["版權所有　雲汀水利編輯部"] },
	],
	target: null,
	rows: Array.from({ length: 17 }, () => passage),
};
