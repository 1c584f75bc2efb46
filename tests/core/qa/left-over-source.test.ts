import { expect, test } from "vitest";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import { leftOverSource } from "#lib/core/qa/checks/left-over-source.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { lookAt } from "./look-at.ts";

test.each([
	["The 政府 of the province met.", "major han 政府"],
	["They met, 开会 lasted long.", "major han 开会"],
	["Beijing 召开 the meeting.", "minor han 召开"],
	["会议今天召开，大家都来了。", "major han 会议今天召开，大家都来了"],
	["He (the 县长 of the county) left.", "major han 县长"],
	["The prize “金桥” was given.", "minor han 金桥"],
	["They strengthened tuánjié in the village.", "minor pinyin tuánjié"],
])("in %s something is left: %s", async (target, said) => {
	expect(await lookAt(leftOverSource, "县长说，会议今天召开。", target)).toMatchObject([{ said, fix: null }]);
	expect(await lookAt(leftOverSource, null, target)).toMatchObject([{ said }]);
});

test.each([
	"Huawei (华为) and Alibaba [阿里巴巴] are companies.",
	"The firm (Chinese: 华为; pinyin: Huáwéi) is old.",
	"The character 福 hangs on the door, and so does the word “春”.",
	"He wrote “福” (happiness) on the door, and 春, meaning spring.",
	"Zhu Xi 朱熹 taught there; Ouyang Xiu 欧阳修 did not.",
	"Xinhua 丨 News",
	"A naïve café in Zürich, a résumé, Pāli.",
	"He practised qigong in a hutong.",
	"",
])("in %s nothing is left", async (target) => {
	expect(await lookAt(leftOverSource, "县长说，会议今天召开。", target)).toEqual([]);
});

const english = new Map([["meeting", 0]]);
const lexicon: Lexicon = {
	headLanguage: "zh",
	glossLanguage: "en",
	name: "test",
	reversed: false,
	heads: {
		numbers: new Map(),
		texts: [],
		logShares: new Float32Array(),
		longest: new Map(),
		simplified: new Map([["團", "团"]]),
		onlyTraditional: new Set(),
		readings: new Map([
			["团", ["tuan"]],
			["结", ["jie"]],
		]),
	},
	english: {
		numbers: english,
		texts: [...english.keys()],
		logShares: new Float32Array([-8]),
		partsOfSpeech: new Uint8Array([1]),
		irregular: new Map(),
	},
	glosses: { starts: new Uint32Array(1), words: new Uint32Array(), weights: new Float32Array() },
	neighbours: { starts: new Uint32Array(2), words: new Uint32Array(), weights: new Float32Array() },
};

test.each([
	["加强团结", "Strengthen tuanjie now.", ["minor pinyin tuanjie"]],
	["加強團结", "Strengthen tuanjie now.", ["minor pinyin tuanjie"]],
	["加强合作", "Strengthen tuanjie now.", []],
	["加强团结", "Strengthen “tuanjie” now, tuanjie (unity), Tuanjie Lake.", []],
])("%s → %s: with a dictionary sounds of the source are known: %j", async (source, target, said) => {
	const found = await lookAt(leftOverSource, source, target, { lexicon });
	expect(found.map((finding) => finding.said)).toEqual(said);
	expect(await lookAt(leftOverSource, source, target, { lexicon, words: new Set(["tuanjie"]) })).toEqual([]);
});

test("hostile text is read in time that grows with its length", async () => {
	const before = processorTime();
	for (const unit of ["政", "政 ", "(政", "zhongguo ", "ā ", "a"])
		await lookAt(leftOverSource, "中", unit.repeat(100_000 / unit.length));
	expect(processorTime() - before).toBeLessThan(6_000);
});
