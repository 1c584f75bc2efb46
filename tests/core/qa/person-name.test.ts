import { expect, test } from "vitest";
import { personName } from "#lib/core/qa/checks/person-name.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { foundIn } from "./found-in.ts";

test.each([
	["王晓明今天到校。", "Wang Xiaomin came to school today.", ["0-12 misspelt Wang Xiaoming"]],
	["王晓明今天到校。", "Today Wang Xiaooming came to school.", ["6-20 misspelt Wang Xiaoming"]],
	["王曉明今天到校。", "Wamg Xiaoming came to school today.", ["0-13 misspelt Wang Xiaoming"]],
	["记者采访了欧阳振华。", "The reporter met Ouyang Zhenhau.", ["17-31 misspelt Ouyang Zhenhua"]],
	["他住在西安郊区。", "He lives near Xiaan.", []],
	["他生于浙江嘉善。", "He was born in Jiashan, Zhejang.", ["24-31 misspelt Zhejiang"]],
	["李卫国和李卫华", "Li Weiguo and Li Weihau", ["14-23 misspelt Li Weihua"]],
	["张长青说", "Zhang Changqng said", ["0-14 misspelt Zhang Changqing"]],
	["吕薇薇说", "Lyu Weiwie said", ["0-10 misspelt Lyu Weiwei"]],
])("%s → %s gives %j", async (source, target, expected) => {
	const [found = []] = await foundIn(personName, [[source, target]]);
	expect(found.map(({ start, end, key, fix }) => `${start}-${end} ${key} ${fix}`)).toEqual(expected);
});

test.each([
	["as it should be", "王晓明今天到校。", "Wang Xiaoming came to school today."],
	["the given name first", "王晓明今天到校。", "Xiaoming Wang came to school today."],
	["in possession", "王晓明的书", "Wang Xiaoming’s book"],
	["apart from each other", "王晓明的书", "Xiaoming, of the Wang family"],
	["in two words", "王晓明的书", "the book of Wang Xiao Ming"],
	["in capitals", "王晓明的书", "WANG XIAOMING’S BOOK"],
	["as in Taiwan", "蔡英文说", "Tsai Ing-wen said"],
	["by Wade and Giles", "张国涛说", "Chang Kuo-t’ao and Chang Kuotao said"],
	["as in Hong Kong", "周润发来了", "Chow Yun-fat came"],
	["with an English name", "成龙来了", "Jackie Chan came"],
	["in Singapore", "李光耀说", "Lee Kuan Yew said"],
	["with ü as u, yu and v", "吕梁、吕布、吕律", "Lüliang, Lyu Bu and Lv Lyu"],
	["of somebody else", "特朗普说", "Trump said"],
	["of a country", "迪拜和利比亚", "Dubai and Libya"],
	["of an office by its old name", "北京、南京", "Peking and Nanking"],
	["with another reading", "单先生在重庆长大", "Mr Shan grew up in Chongqing"],
	["as the source writes it itself", "韩后（Hanhoo）新品", "New from Hanhoo"],
	["of a Uygur", "买买提·艾力说", "Memet Eli said"],
	["in no Chinese at all", "", "Wang Xiaomin came."],
])("a name %s is right: %s → %s", async (_, source, target) => {
	expect(await foundIn(personName, [[source, target]])).toEqual([[]]);
});

test("of a name whose characters are read in several ways no one is chosen", async () => {
	const [found = []] = await foundIn(personName, [["曾重山说", "Zeng Zongshan said"]]);
	expect(found.map(({ key, fix, values }) => [key, fix, values.right])).toEqual([
		["misspelt", "Zeng Zhongshan", "Zeng Zhongshan"],
	]);
});

test("a hostile text costs little", async () => {
	const source = "王晓明李卫国".repeat(10_000);
	const target = "Wamg Xiaomin and ".repeat(5_000);
	const start = processorTime();
	await foundIn(personName, [[source, target]]);
	expect(processorTime() - start).toBeLessThan(4_000);
});
