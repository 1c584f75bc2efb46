import { expect, test } from "vitest";
import { pinyinOf } from "#lib/core/align/lexical/pinyin.ts";
import { glossReader, readSide } from "#lib/core/align/lexical/words.ts";
import { tinyLexicon } from "../lexicon/tiny-sources.ts";

const lexicon = tinyLexicon();
const english = readSide(
	["Then Bao-yu and Li met Chang and Zhang.", "Then Lu, Yu and Plum saw jade and zou.", "Baobao walked."],
	glossReader(lexicon),
);
const names = pinyinOf(lexicon.heads, english);

test.each<[string, string, string[]]>([
	["syllables together", "宝玉", ["baoyu"]],
	["a surname", "李", ["li"]],
	["each reading of a character", "长", ["chang", "zhang"]],
	["ü as u", "吕", ["lu"]],
	["no name of another sound", "书", []],
	["no word in small letters", "走", []],
	["no word that only begins a sentence", "宝宝", []],
	["no character without a reading", "猫", []],
	["nothing of another script", "Yu", []],
	["no phrases", "宝玉宝玉宝", []],
])("%s: %s → %j", (_, word, expected) => {
	expect(names(word).map((e) => english.texts[e])).toEqual(expected);
});
