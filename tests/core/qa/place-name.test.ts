import { expect, test } from "vitest";
import { placeName } from "#lib/core/qa/checks/place-name.ts";
import { places } from "#lib/core/qa/names/places.ts";
import { foundIn } from "./found-in.ts";

test.each([
	["他来自安徽农村。", "He comes from the Hebei countryside.", ["18-23 安徽 Anhui"]],
	["他來自陝西農村。", "He comes from the Shanxi countryside.", ["18-24 陕西 Shaanxi"]],
	["代表团昨天抵达斯洛伐克。", "The delegation arrived in Slovenia yesterday.", ["26-34 斯洛伐克 Slovakia"]],
	["苏州和杭州都很美。", "Suzhou and Guangzhou are both beautiful.", ["11-20 杭州 Hangzhou"]],
	["他在曼谷工作。", "He works in Jakarta’s centre.", ["12-19 曼谷 Bangkok"]],
	["悉尼的天气", "The weather in New York", ["15-23 悉尼 Sydney"]],
])("%s → %s gives %j", async (source, target, expected) => {
	const [found = []] = await foundIn(placeName, [[source, target]]);
	expect(
		found.map(({ start, end, values: { place, right } }) => `${start}-${end} ${place} ${right}`),
	).toEqual(expected);
});

test.each([
	["the usual name", "他来自安徽农村。", "He comes from rural Anhui."],
	["an older name", "他住在北京和广州。", "He lived in Peking and Canton."],
	["its people", "俄罗斯和法国的作家", "Russian and French writers"],
	["half of a compound", "俄罗斯和中国的关系", "Sino-Russian relations"],
	["no place, and no other one", "安徽的茶", "Tea from there"],
	["its capital", "美国表示反对。", "Washington objected."],
	["a place of another kind", "河北的冬天", "Winter around Shijiazhuang"],
	["a place that the source names in short", "我在四川，你在京。", "I am here and you in Beijing."],
	["a country that the source names in short", "意大利和中美关系", "Relations between China and the US"],
	["two places, one of which is hard to tell", "河北和河南", "Hunan and Shandong"],
	["a state of the same name", "格鲁吉亚的葡萄酒", "Wine from Georgia"],
	["an institution named for another place", "他在四川读书。", "He went to school."],
])("a rendering with %s is right: %s → %s", async (_, source, target) => {
	expect(await foundIn(placeName, [[source, target]])).toEqual([[]]);
});

test("every place has a Chinese name of its own and an English one", () => {
	expect(new Set(places.map(({ chinese }) => chinese)).size).toBe(places.length);
	for (const { chinese, names } of places) {
		expect(chinese).toMatch(/^\p{Script=Han}{2,7}$/u);
		expect(names.length).toBeGreaterThan(0);
		for (const name of names) expect(name).toMatch(/^\p{Lu}/u);
	}
});
