import { expect, test } from "vitest";
import { loadConverter, regionOf } from "#lib/core/scripts/convert.ts";
import { detectScript, scriptOf } from "#lib/core/scripts/detect.ts";

const taiwan = await loadConverter("zh-Hant");
const hongKong = await loadConverter("zh-Hant", "hk");
const simplified = await loadConverter("zh-Hans");
const fromHongKong = await loadConverter("zh-Hans", "hk");

test.each([
	["以后皇后出来了", "以後皇后出來了"],
	["干部干涉晾干的衣服", "幹部干涉晾乾的衣服"],
	["这里的面条方面", "這裡的麵條方面"],
	["范仲淹划定的范围", "范仲淹劃定的範圍"],
	["头发很发达", "頭髮很發達"],
	["The canal（渠）, 1974", "The canal（渠）, 1974"],
	["发\u{e000}展", "發\u{e000}展"],
	["", ""],
])("%s becomes %s and comes back", (text, expected) => {
	expect(taiwan(text)).toBe(expected);
	expect(simplified(expected)).toBe(text);
});

test("each region has its forms", () => {
	expect(taiwan("这里的群众看着")).toBe("這裡的群眾看著");
	expect(hongKong("这里的群众看着")).toBe("這裏的羣眾看着");
	expect(fromHongKong("這裏的羣眾看着")).toBe("这里的群众看着");
});

test.each([
	["zh-HK", "hk"],
	["zh-Hant-MO", "hk"],
	["zh-Hant", "tw"],
	["zh-TW", "tw"],
])("%s is written with the forms of %s", (language, region) => {
	expect(regionOf(language)).toBe(region);
});

test.each([
	["zh-Hant", "zh-Hant"],
	["zh-TW", "zh-Hant"],
	["zh-hk", "zh-Hant"],
	["zh-Hans", "zh-Hans"],
	["zh-CN", "zh-Hans"],
	["zh", null],
	["en", null],
	["zha", null],
])("the tag %s names the script %s", (language, script) => {
	expect(scriptOf(language)).toBe(script);
});

test.each([
	["这个问题", "zh-Hans", false],
	["這個問題", "zh-Hant", false],
	["水土山川", null, false],
	["Only English", null, false],
	["這個問題還沒有結論，國家說", "zh-Hant", false],
	["這個問題還沒有結論。这个问题还没有结论。", "zh-Hans", true],
])("%s is %s, mixed: %s", (text, script, mixed) => {
	expect(detectScript(text)).toMatchObject({ script, mixed });
});

test("much text makes sure, a slip hardly less so, and half of each is a guess", () => {
	const long = "這個問題還沒有結論".repeat(20);
	expect(detectScript(long).certainty).toBeGreaterThan(0.95);
	expect(detectScript(`${long}这`).certainty).toBeGreaterThan(0.9);
	expect(detectScript("這").certainty).toBeLessThan(0.5);
	expect(detectScript("這个").certainty).toBeLessThan(0.5);
	expect(detectScript("").certainty).toBe(0);
});
