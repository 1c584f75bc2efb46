import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadConverter } from "#lib/core/scripts/convert.ts";
import type { ChineseScript } from "#lib/core/scripts/detect.ts";
import { loadScriptLexicon } from "#lib/core/scripts/lexicon.ts";
import { scriptSlips } from "#lib/core/scripts/slips.ts";

const lexicon = await loadScriptLexicon();
const slipsIn = (text: string, script: ChineseScript, region: "tw" | "hk" = "tw") =>
	scriptSlips(text, { script, region }, lexicon).map(({ found, suggestion }) => `${found}→${suggestion}`);

describe("slips in traditional text", () => {
	test.each([
		["這些數據是否准確還要再查", ["准確→準確"]],
		["他們按新標准驗收了橋墩", ["標准→標準"]],
		["調查范圍包括兩座水庫", ["范圍→範圍"]],
		["這所學校是全省的模范", ["模范→模範"]],
		["工程規范已經公布", ["規范→規範"]],
		["洪水發生后,村民搬到高地", ["后→後"]],
		["會議結束后他回到縣城", ["后→後"]],
		["此后兩年沒有下雨", ["此后→此後"]],
		["他們與風沙戰斗了三十年", ["戰斗→戰鬥"]],
		["農民為水權斗爭多年", ["斗爭→鬥爭"]],
		["大家繼續奮斗", ["奮斗→奮鬥"]],
		["保証供水是第一件事", ["保証→保證"]],
		["請出示証明文件", ["証明→證明"]],
		["他在協會當干事", ["干事→幹事"]],
		["縣里派來三名干部", ["干部→幹部"]],
		["這道渠的干線長十公里", ["干線→幹線"]],
		["桌上有一包餅干", ["餅干→餅乾"]],
		["河床干燥得裂開", ["干燥→乾燥"]],
		["地形復雜,施工很慢", ["復雜→複雜"]],
		["同一句話重復了兩遍", ["重復→重複"]],
		["兩村的關系一直很好", ["關系→關係"]],
		["請與水利局聯系", ["聯系→聯繫"]],
		["工人細致地檢查閘門", ["細致→細緻"]],
		["這套設備在本地研制", ["研制→研製"]],
		["他們堅決斗爭", ["斗爭→鬥爭"]],
		["廣播站錄制了採訪", ["錄制→錄製"]],
		["村民稱贊這條新路", ["稱贊→稱讚"]],
		["當地特征十分明顯", ["特征→特徵"]],
		["縣政府征求了意見", ["征求→徵求"]],
		["秋天收獲了很多稻米", ["收獲→收穫"]],
		["他把頭發剪短了", ["頭發→頭髮"]],
		["這里的水很清", ["這里→這裡"]],
		["老人心里明白", ["心里→心裡"]],
		["孩子在教室后面坐著", ["后面→後面"]],
		["外國游客來看梯田,旅游收入增加", ["游客→遊客", "旅游→旅遊"]],
		["五分鍾以內到達", ["分鍾→分鐘"]],
		["農歷八月開始收割", ["農歷→農曆"]],
		["歷史上這里是鹽場", ["這里→這裡"]],
		["詞匯表附在書末", ["詞匯→詞彙"]],
		["他說話很輕松", ["輕松→輕鬆"]],
		["中午他買了面條", ["面條→麵條"]],
		["她買了一塊手表", ["手表→手錶"]],
		["兩隊發生沖突", ["沖突→衝突"]],
		["盡管下雨,工地沒有停", ["盡管→儘管"]],
		["這裡物產丰富", ["丰富→豐富"]],
		["這是葉家的祖屋,門前有叶子", ["叶子→葉子"]],
		["關于這項計劃,他沒有說明", ["關于→關於"]],
		["他位于河的北岸", ["位于→位於"]],
		["台風今晚登陸", ["台風→颱風"]],
		["內臟檢查正常,心髒也好", ["心髒→心臟"]],
		["公司合並以後人少了", ["合並→合併"]],
		["並且價格合理", []],
		["醫生開辟了新的門診", ["開辟→開闢"]],
		["国家的水利工程", ["国→國"]],
		["這個问题還沒有答案", ["问题→問題"]],
		["村民們把粮食運到倉庫", ["粮→糧"]],
		["广場上有人", ["广→廣"]],
		["一万人", ["万人→萬人"]],
		["他在電影里演工程師", ["里→裡"]],
		["請先注冊", ["注冊→註冊"]],
		["請復制這一行", ["復制→複製"]],
		["技术人員到場", ["技术→技術"]],
	] as const)("%s: %j", (text, expected) => {
		expect(slipsIn(text, "zh-Hant")).toEqual(expected);
	});

	test.each([
		["皇後住在宮里的東側", ["皇後→皇后"]],
		["全程約二十公裡", ["公裡→公里"]],
		["他不批準這份圖紙", ["批準→批准"]],
		["請勿乾涉他人", ["乾涉→干涉"]],
		["山上種滿鬆樹", ["鬆樹→松樹"]],
		["新路促進了旅遊業的發展和復興", []],
		["民族複興", ["複興→復興"]],
		["制定水利製度", ["製度→制度"]],
		["他代錶村民發言", ["代錶→代表"]],
		["我們麵對新的困難", ["麵對→面對"]],
		["軍隊徵服了沙漠", ["徵服→征服"]],
		["灌溉係統已經老化", ["係統→系統"]],
		["兩岸山穀很深", ["山穀→山谷"]],
		["他住在學生宿捨", ["宿捨→宿舍"]],
		["曆史不會忘記", ["曆史→歷史"]],
		["大家讚成這個辦法", ["讚成→贊成"]],
	] as const)("wrong choices of a converter: %s: %j", (text, expected) => {
		expect(slipsIn(text, "zh-Hant").filter((slip) => slip !== "宮里→宮裡")).toEqual(expected);
	});

	test.each([
		"后妃和皇后都住在宮中，太后在西邊",
		"國務院批准了這個項目，准許外國公司參加",
		"任何人不得干涉，也不相干",
		"里程碑立在十里長街，鄰里都來看，全長三公里",
		"范仲淹曾在這裡治水，范先生是他的後人",
		"征服高山，出征，遠征軍，長征路上",
		"松樹和柏樹",
		"北斗七星，漏斗，一斗米，煙斗",
		"干擾、干預、干支、天干地支、若干年",
		"系統、系列、體系、中文系",
		"制度、制定、限制、控制、體制",
		"致力、一致、導致",
		"不贊成，贊助商",
		"面對、方面、面積、表面",
		"山谷、峽谷、虛懷若谷",
		"頭髮、理髮、發展、發現",
		"只有他一個人，只要努力",
		"表示、代表、發表",
		"復興、恢復、復習、答復",
		"盡力、盡頭、盡快、盡量",
		"周密部署，周末，一周",
		"占有、占領、佔據",
		"了解情況，了不起",
		"公布名單，發布消息",
		"游泳、上游、下游",
		"歷史、經歷、日曆",
		"台灣、台北、舞台、平台",
		"簽名、簽署、標籤",
		"舍弟、宿舍、校舍",
		"云云、不知所云",
		"小雲和白雲",
		"鍾先生和葉先生，豐田和余先生",
		"關注、注意、注解",
		"茶几和划船",
		"余先生說，其餘的人都走了",
		"於是，由於，在於",
		"千萬、萬一、幾乎、茶几",
		"採取、風采、采風",
		"咸豐年間，味道很鹹",
		"沖洗、沖茶、衝擊",
		"胡先生，鬍子，胡說",
		"丑時、小丑、子丑寅卯",
		"朴槿是姓朴",
		"向前、方向、嚮往",
		"意志、同志、雜誌",
		"爭取、鬥爭、戰鬥、奮鬥、鬥志",
		"內容、吃飯、群眾、床上、台詞、秘密",
		"阿里山、里約、馬里、巴里島",
		"餅乾、乾淨、乾坤、乾隆",
		"扎實、紮實、咨詢、諮詢、鍛煉、鍛鍊",
		"後來、前後、然後、背後、之後",
		"準備、標準、準時、水準",
		"1月31日，外交部派出3架次包機",
		"The canal（渠）was finished in 1974.",
		"",
	])("nothing is wrong in %s", (text) => {
		expect(slipsIn(text, "zh-Hant")).toEqual([]);
	});
});

describe("slips in simplified text", () => {
	test.each([
		["这条水渠很長", ["長→长"]],
		["他們都来了", ["們→们"]],
		["国家發展很快", ["發展→发展"]],
		["之後再说", ["之後→之后"]],
		["气候乾燥", ["乾燥→干燥"]],
		["标準已经公布", ["标準→标准"]],
		["发生的範围不大", ["範围→范围"]],
		["电话號码", ["號→号"]],
	] as const)("%s: %j", (text, expected) => {
		expect(slipsIn(text, "zh-Hans")).toEqual(expected);
	});

	test.each([
		"乾坤未定，乾隆年间",
		"著名作家的名著，卓著",
		"瞭望塔上的人",
		"以资慰藉，一片狼藉",
		"宫商角徵羽",
		"面条、干部、公里、皇后、以后、范围",
		"准确、标准、批准、复杂、恢复",
		"这里有松树，也有山谷和稻谷",
		"发展、头发、理发店",
		"斗争、北斗、战斗",
		"于是、关于、于先生",
		"台湾、台风、平台",
		"汇率、词汇、收获",
		"一只鸟，只有一只",
		"钟表、手表、代表",
		"The canal was finished in 1974.",
	])("nothing is wrong in %s", (text) => {
		expect(slipsIn(text, "zh-Hans")).toEqual([]);
	});
});

test("Hong Kong's forms are offered where the text is from there", () => {
	expect(slipsIn("這里的水很清", "zh-Hant", "hk")).toEqual(["這里→這裏"]);
	expect(slipsIn("這裏說的麪和裡面說的麵都對", "zh-Hant", "hk")).toEqual([]);
});

test("a passage that is in the other script throughout is one finding with the whole of it converted", () => {
	const [slip, ...others] = scriptSlips(
		"这个问题还没有结论，我们过两天再说。",
		{ script: "zh-Hant" },
		lexicon,
	);
	expect(others).toEqual([]);
	expect(slip).toMatchObject({
		reason: "other-script-passage",
		suggestion: "這個問題還沒有結論，我們過兩天再說。",
	});
});

test("offsets count UTF-16 units, and replacing what was found by what is offered leaves nothing to find", () => {
	const text = "𠮷野家😀的標准，范圍";
	const slips = scriptSlips(text, { script: "zh-Hant" }, lexicon);
	expect(slips.map(({ start, end }) => text.slice(start, end))).toEqual(["標准", "范圍"]);
	const mended = slips
		.toReversed()
		.reduce((all, slip) => all.slice(0, slip.start) + slip.suggestion + all.slice(slip.end), text);
	expect(mended).toBe("𠮷野家😀的標準，範圍");
	expect(scriptSlips(mended, { script: "zh-Hant" }, lexicon)).toEqual([]);
});

const toTraditional = await loadConverter("zh-Hant");
const toSimplified = await loadConverter("zh-Hans");
const words =
	"发展 干部 里程 皇后 以后 准确 批准 范围 复杂 恢复 面条 方面 松树 轻松 头发 山谷 关系 系统 制度 研制 联系 战斗 北斗 征服 特征 台风 汇率 这里 公里 历史 日历".split(
		" ",
	);

test("what the converter writes has no slips, in either direction", () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), (some) => {
			const text = some.join("，");
			expect(slipsIn(toTraditional(text), "zh-Hant")).toEqual([]);
			expect(slipsIn(toSimplified(toTraditional(text)), "zh-Hans")).toEqual([]);
		}),
	);
});

test("any text comes through, in order and within its bounds", () => {
	const unit = fc.constantFrom(..."后里准范斗证証干复發髮国國a。，\ue000\u{f0001}😀𠮷");
	fc.assert(
		fc.property(
			fc.string({ unit, maxLength: 30 }),
			fc.constantFrom("zh-Hans" as const, "zh-Hant" as const),
			(text, script) => {
				let last = 0;
				for (const { start, end, found, suggestion } of scriptSlips(text, { script }, lexicon)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(text.slice(start, end)).toBe(found);
					expect(suggestion).not.toBe(found);
					expect(suggestion).toHaveLength(found.length);
					last = end;
				}
			},
		),
	);
});
