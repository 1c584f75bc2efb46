import { expect, test } from "vitest";
import { quotes } from "#lib/core/qa/checks/quotes.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { corrected, look, told } from "./look-with.ts";

test.each([
	["China‘s trade", ["apostrophe [‘] → [’]"]],
	["China`s trade", ["apostrophe [`] → [’]"]],
	["we don´t", ["apostrophe [´] → [’]"]],
	['the "topic“ of the day', ['opening-for-closing [“] → ["]']],
	['He said "don`t"', ["apostrophe [`] → [']"]],
	["It's 'fine'; don`t", ["apostrophe [`] → [']"]],
	["They‘re here and I‘ve seen", ["apostrophe [‘] → [’]", "apostrophe [‘] → [’]"]],
	["the students‘ work", ["opening-for-closing [‘] → [’]"]],
	["the “topic“ of the day", ["opening-for-closing [“] → [”]"]],
	["He said: “Go.“", ["opening-for-closing [“] → [”]"]],
	["the ”topic” of the day", ["closing-for-opening [”] → [“]"]],
	["(”Go,” he said)", ["closing-for-opening [”] → [“]"]],
	["He calls it ’a gift’ today", ["closing-for-opening [’] → [‘]"]],
	["the ‘90s", ["minor shortened [‘] → [’]"]],
	["rock ‘n’ roll", ["minor shortened [‘] → [’]"]],
	['the “topic" of the day', ['minor mixed-pair ["] → [”]']],
	["I don't; we’re; they’ve", ["minor mixed ['] → [’]"]],
	["「Go」, he said", ["foreign [「] → [“]", "foreign [」] → [”]"]],
	["He said „Go”", ["minor foreign [„] → [“]"]],
	["the «topic» today", ["minor foreign [«] → [“]", "minor foreign [»] → [”]"]],
])("%s", (text, expected) => {
	const faults = look(quotes, "他说“走吧”。", text);
	expect(told(faults, text)).toEqual(expected);
	const fixed = corrected(text, faults);
	expect(told(look(quotes, "他说“走吧”。", fixed), fixed)).toEqual([]);
});

test.each([
	["他说：“走吧。”", "He said: “Go.", ["minor unclosed [“]"]],
	["他说：“走吧。”", "He said: Go.”", ["minor unopened [”]"]],
	["他说：「走吧。」", 'He said: "Go.', ['minor unclosed ["]']],
	["他说：“走吧。＂", "He said: “Go.", ["minor unclosed [“]"]],
	["他说：“走吧。", "He said: “Go.", []],
	["走吧。”他说。", "Go,” he said.", []],
	["", "He said: “Go.", []],
	["屏幕为15英寸。“好”", 'A 15" screen. “Good”', []],
])("%s | %s", (source, text, expected) => {
	expect(told(look(quotes, source, text), text)).toEqual(expected);
});

test.each([
	["apostrophes", "China’s, the students’ and don’t; the ’90s; rock ’n’ roll; ’tis"],
	["straight marks", `China's "topic", he said. "Don't."`],
	["a quotation in a quotation", "He said: “She called it ‘a gift’ twice.”"],
	["two levels of one kind", "“He said “Go” twice.”"],
	["before and after brackets", "(“Go,” he said) [“Go”]—“Go”"],
	["names with an opening mark for a letter", "Hawai‘i, the Qur‘an and T‘ai-p‘ing"],
	["single marks", "He called it ‘a gift’ and ‘the end’."],
	["years in single marks", "the ‘90s kids’ show"],
	["code", "Type `ls` here"],
	["a way through a site", "Home » News"],
	["marks of Chinese that is quoted", "The sign reads 「为人民服务」 in red"],
])("quiet: %s", (_name, text) => {
	expect(told(look(quotes, "他说“走吧”。", text), text)).toEqual([]);
});

test("a quotation may run over the segments of a passage", () => {
	const target = [
		{ id: "a", text: "He said: “Go." },
		{ id: "b", text: "Now.”" },
	];
	expect(look(quotes, "他说：“走吧，现在。”", "", { passage: { target } })).toEqual([]);
	const alone = [
		{ id: "a", text: "He left." },
		{ id: "b", text: "Now.”" },
	];
	expect(look(quotes, "他说：“走吧。”", "", { passage: { target: alone } })).toMatchObject([
		{ segment: "b", start: 4, end: 5, key: "unopened" },
	]);
});

test.each(["“".repeat(50_000), "‘ ".repeat(50_000), `"`.repeat(50_000), "a’ ".repeat(33_000)])(
	"a hostile text is read in time",
	(text) => {
		const start = processorTime();
		look(quotes, "“", text);
		expect(processorTime() - start).toBeLessThan(5_000);
	},
);
