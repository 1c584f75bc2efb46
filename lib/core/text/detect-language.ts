export const textLanguages = ["zh-Hans", "zh-Hant", "en"] as const;
export type TextLanguage = (typeof textLanguages)[number];

/*
 * The characters of Chinese prose that are written in one script only, the most frequent first. A character is
 * simplified only when GB 2312 has it and Big5 lacks it, and traditional only the other way round; so characters
 * that both scripts use (后, 里, 干, 面, 台) are in neither list. A test holds the lists against the two repertoires.
 */
const simplifiedOnly =
	"这个来学时为会说们着国过发没对业还长经开动点实现电进头从当问样两见单无产给书宝间数应关题门话轿费将韦务师红内声装试导术质东华线变创设视带请让风记觉区认联习结别场观难续车级双选员该强条册计义边论却瑶买处摄传达尔显报刘项证脚识专资统总领钱运热谢满节图备测评战标陈队吴远订货块脸险扬转帮类吗医张错断卖轻细诉调规获终爱广亲态议办参够较卫响择军众决约则号讲连训验妆组骑团户继检紧镜录闪凤积际养银奥欢语济纪权岁厅维温许读饭换尽课戏艺补举况乐兴灯环简肤护坚马势压爷责购监伦围负刚岗绿荣谁虽争称湾乡亚状击协钟馆罗脑频赛随须飞历码闻营编盖顾颜预辐奖兰输织冲丽欧绍稳阵摆担弹顶贵绝盘讨译圆齐湿阳执纸罢层鸡仅净陆软审贴销严";
const traditionalOnly =
	"這來學時為會說們國過發沒對業還長經開動點實現電進頭從當問樣兩見單無產給書寶間數應關題門話費將務師紅內聲裝試導術質東華線變創設視帶請讓風記覺區認聯習結別場觀難續車級雙選員該強條冊計義邊論卻買處攝傳達爾顯報劉項證腳識專資統總領錢運熱謝滿節圖備測評戰標陳隊吳遠訂貨塊臉險揚轉幫類嗎醫張錯斷賣輕細訴調規獲終愛廣親態議辦參夠較衛響擇軍眾決約則號講連訓驗組騎團戶繼檢緊鏡錄閃鳳積際養銀奧歡語濟紀權歲廳維溫許讀飯換盡課戲藝補舉況樂興燈環簡護堅馬勢壓爺責購監倫圍負剛崗綠榮誰雖爭稱灣鄉亞狀擊協鐘館羅腦頻賽隨須飛歷碼聞營編蓋顧顏預獎蘭輸織衝麗歐紹穩陣擺擔彈頂貴絕盤討譯圓齊陽執紙罷層僅淨陸軟審貼銷嚴黨與";

export const scriptCharacters: {
	readonly simplified: ReadonlySet<string>;
	readonly traditional: ReadonlySet<string>;
} = { simplified: new Set(simplifiedOnly), traditional: new Set(traditionalOnly) };

/** A sample of this many UTF-16 units decides: an article says what it is long before. */
const sampleLength = 50_000;

/**
 * Chinese where Chinese characters outnumber words in Latin letters, and then the script with more characters
 * of its own; a Chinese text without any is called simplified. Null for a text in neither (no letters, Japanese,
 * Russian). Every text in Latin letters is called English: the splitter serves them all alike.
 */
export function detectLanguage(text: string): TextLanguage | null {
	const sample = text.slice(0, sampleLength);
	const han = count(sample, /\p{Script=Han}/gu);
	const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
	const latin = count(sample, /\p{Script=Latin}+/gu);
	const others = count(sample, /(?!\p{Script=Latin}|\p{Script=Han})\p{L}+/gu);
	if (han > latin && kana * 5 < han) return chineseScript(sample);
	return latin > Math.max(others, kana) ? "en" : null;
}

function chineseScript(text: string): "zh-Hans" | "zh-Hant" {
	let simplified = 0;
	let traditional = 0;
	for (const character of text) {
		if (scriptCharacters.simplified.has(character)) simplified += 1;
		else if (scriptCharacters.traditional.has(character)) traditional += 1;
	}
	return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

function count(text: string, pattern: RegExp): number {
	let found = 0;
	for (const _ of text.matchAll(pattern)) found += 1;
	return found;
}
