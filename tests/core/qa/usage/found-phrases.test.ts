import { expect, test } from "vitest";
import { phrasesIn } from "#lib/core/qa/usage/found-phrases.ts";

const known = new Map([
	["身岭寺", ["Shenling Temple"]],
	["学生会", ["student union"]],
	["客户", ["customer"]],
	["客户服务", ["customer service"]],
]);

const found = (text: string) =>
	phrasesIn(text, known, null).map(({ phrase, start, end }) => `${phrase} ${start}-${end}`);

test.each([
	["the longest of those that begin at a word", "找客户服务。", ["客户服务 1-5"]],
	["a name whose first character makes a word with what stands before", "三天前身岭寺开放。", ["身岭寺 3-6"]],
	["nothing in the midst of whole words", "他在大学生会议上。", []],
])("%s: %s", (_, text, phrases) => {
	expect(found(text)).toEqual(phrases);
});
