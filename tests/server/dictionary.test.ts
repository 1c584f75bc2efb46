import { describe, expect, test } from "vitest";
import { lookUp } from "#lib/server/dictionary.ts";
import { Dictionary, isWhole, tableOf } from "#lib/server/dictionary-table.ts";

/** Entries in the package's form, written for this test. */
const table = tableOf([
	["圖書館", "图书馆", "tu2 shu1 guan3", "library"],
	["圖書", "图书", "tu2 shu1", "books"],
	["圖", "图", "tu2", ["picture", "map"]],
	["館", "馆", "guan3", "hall"],
	["馬", "马", "Ma3", "surname Ma"],
	["馬", "马", "ma3", "horse"],
	["后", "后", "hou4", "empress"],
	["後", "后", "hou4", "behind"],
	["𠀀", "𠀀", "qiu1", "a character outside the basic plane"],
]);
const dictionary = new Dictionary(table);

describe("words of a text", () => {
	test.each([
		["the longest at each place", "图书馆图书", ["图书馆", "图书"]],
		["in traditional characters", "圖書館", ["圖書館"]],
		["what is not known is passed over", "去图书馆，OK？", ["图书馆"]],
		["outside the basic plane", "𠀀馆𠀁图", ["𠀀", "馆", "图"]],
		["none", "Library 2026", []],
		["nothing", "", []],
	])("%s: %s", (_name, text, words) => {
		const found = dictionary.wordsIn(text);
		expect(found.map((word) => word.text)).toEqual(words);
		for (const { text: word, start } of found) expect(text.startsWith(word, start)).toBe(true);
	});

	test("what everybody means comes before a name", () => {
		expect(dictionary.entriesOf("马")).toEqual([
			{ traditional: "馬", simplified: "马", pinyin: "mǎ", glosses: ["horse"] },
			{ traditional: "馬", simplified: "马", pinyin: "Mǎ", glosses: ["surname Ma"] },
		]);
	});

	test("one simplified form of two words brings both", () => {
		expect(dictionary.entriesOf("后").map(({ glosses }) => glosses[0])).toEqual(["empress", "behind"]);
		expect(dictionary.entriesOf("後").map(({ glosses }) => glosses[0])).toEqual(["behind"]);
	});
});

test("a table that was cut short is not taken for one", () => {
	expect([isWhole(table), isWhole(table.slice(0, -1)), isWhole(table.slice(0, 3))]).toEqual([
		true,
		false,
		false,
	]);
});

test("the installed dictionary knows words of a sentence", async () => {
	const { available, words } = await lookUp("中国共产党在北京召开会议。");
	expect(available).toBe(true);
	expect(words.map(({ text }) => text)).toEqual(["中国共产党", "在", "北京", "召开", "会议"]);
	expect(words[2]?.entries[0]).toMatchObject({ traditional: "北京", simplified: "北京", pinyin: "Běi jīng" });
});
