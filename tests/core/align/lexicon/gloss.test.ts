import { describe, expect, test } from "vitest";
import { readGlosses } from "#lib/core/align/lexicon/gloss.ts";

const texts = (definition: string) => readGlosses(definition).map(({ text }) => text);

describe("a definition's senses", () => {
	test.each<[string, string, string[]]>([
		["one", "library", ["library"]],
		["several", "to prepare; to get ready / to plan", ["to prepare", "to get ready", "to plan"]],
		["without remarks", "(literary) to go (on foot)", ["to go"]],
		["without a remark in a remark", "(said of rain (or snow)) to stop", ["to stop"]],
		["without pronunciations", "Beijing [Bei3 jing1], the capital", ["Beijing  , the capital"]],
		["without Chinese characters", "county in 江西[Jiang1 xi1]", ["county in"]],
		["not where there is only a remark", "(interjection)", []],
		["no measure words", "CL:本[ben3],冊|册[ce4]", []],
		["no statement on measure words", "classifier for books", []],
		["no pronunciations of other places", "Taiwan pr. [zhi2]", []],
		["nor older ones", "also pr. [xue4]", []],
		["no radicals", "Kangxi radical 12", []],
	])("%s: %s", (_, definition, expected) => {
		expect(texts(definition)).toEqual(expected);
	});
});

describe("a definition refers to another head word", () => {
	test.each<[string, string | null, string[]]>([
		["variant of 書|书[shu1]", "书", []],
		["old variant of 書|书[shu1]", "书", []],
		["erhua variant of 花[hua1]", "花", []],
		["erhua form of 飯館|饭馆[fan4 guan3]", "饭馆", []],
		["nonstandard simplified variant of 韭[jiu3]", "韭", []],
		["see 圖書館|图书馆[tu2 shu1 guan3]", "图书馆", []],
		["see also 書|书[shu1]", "书", []],
		["used in 蝴蝶[hu2 die2]", "蝴蝶", []],
		["abbr. for 美國|美国[Mei3 guo2], USA", "美国", [", USA"]],
		["horse; same as 駒|驹[ju1]", "驹", ["horse"]],
		["to see a doctor", null, ["to see a doctor"]],
		["old friend", null, ["old friend"]],
	])("%s → %s", (definition, refersTo, rest) => {
		const glosses = readGlosses(definition);
		expect(glosses.find((gloss) => gloss.refersTo !== null)?.refersTo ?? null).toBe(refersTo);
		expect(glosses.flatMap((gloss) => (gloss.refersTo === null ? [gloss.text] : []))).toEqual(rest);
	});
});
