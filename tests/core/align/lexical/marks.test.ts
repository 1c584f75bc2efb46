import { describe, expect, test } from "vitest";
import { counted, ends, readMarks } from "#lib/core/align/lexical/marks.ts";

/** Per sentence: `<` begins with an opening mark, `>` ends with a closing one, `_` a quotation is open after it. */
function quotes(...sentences: string[]): string[] {
	const { opens, closes, inside } = readMarks(sentences);
	return sentences.map(
		(_, i) => (opens[i] === 1 ? "<" : "") + (closes[i] === 1 ? ">" : "") + (inside[i] === 1 ? "_" : ""),
	);
}

const openingMarks = counted.findIndex((mark) => mark.source === "“");
const closingMarks = counted.findIndex((mark) => mark.source === "”");

describe("a quotation in every style", () => {
	test.each<[string, string]>([
		["curly", "“Come!”"],
		["single curly", "‘Come!’"],
		["straight", '"Come!"'],
		["single straight", "'Come!'"],
		["Chinese corners", "「來！」"],
		["Chinese double corners", "『來！』"],
		["French", "« Viens ! »"],
		["French without spaces", "«Viens!»"],
		["single angles", "‹Viens!›"],
		["German", "„Komm!“"],
		["single German", "‚Komm!‘"],
		["German angles", "»Komm!«"],
		["Swedish", "”Kom!”"],
		["Chinese curly", "“来！”"],
		["in brackets", "(“Come!”)"],
		["after a dash", "—“Come!”"],
		["a word", '"Yes"'],
		["a word in single marks", "'Yes.'"],
	])("%s: %s", (_, sentence) => {
		expect(quotes(sentence)).toEqual(["<>"]);
		const { totals } = readMarks([sentence]);
		expect([totals[openingMarks]?.[1], totals[closingMarks]?.[1]]).toEqual([1, 1]);
	});

	test.each<[string, string, string]>([
		["speech before its speaker", "“Come,” he said.", "<"],
		["straight", '"Come," he said.', "<"],
		["speech after its speaker", "He said, “Come.”", ">"],
		["in straight marks", 'He said, "Come."', ">"],
		["in single straight marks", "He said, 'Come.'", ">"],
		["Chinese", "他说：“来。”", ">"],
		["with the full stop outside", "他说“来”。", ""],
		["straight, in the midst", 'He said "no" again.', ""],
		["interrupted", "“Come,” he said, “now.”", "<>"],
		["a dash before the closing mark", '"But—"', "<>"],
		["German, before its speaker", "„Komm“, sagte er.", "<"],
		["German, after its speaker", "Er sagte: „Komm.“", ">"],
		["in German angles, before its speaker", "»Komm«, sagte er.", "<"],
		["French, after its speaker", "Il dit : « Viens. »", ">"],
		["French, with a space in the wrong place", "Das « Lager »zwei.", ""],
		["no quotation", "He came.", ""],
	])("%s: %s", (_, sentence, expected) => {
		expect(quotes(sentence)).toEqual([expected]);
	});
});

describe("an apostrophe is no quotation mark", () => {
	test.each<[string, string]>([
		["It's the boys' dog.", ""],
		["It’s the boys’ dog.", ""],
		["l'été d’une fille", ""],
		["'It's the boys' dog,' he said.", "<"],
		["‘It’s the boys’ dog.’", "<>"],
		["‘I don’t,’ he said, ‘know.’", "<>"],
		["'Don't,' he said, 'go.'", "<>"],
	])("%s", (sentence, expected) => {
		expect(quotes(sentence)).toEqual([expected]);
		const { totals } = readMarks([sentence]);
		expect(totals[openingMarks]?.[1]).toBe(totals[closingMarks]?.[1]);
	});
});

test("a quotation stays open over sentences until its closing mark", () => {
	expect(quotes("“Come.", "Now.", "Please.” He went.", "They came.", "「來。", "走。」")).toEqual([
		"<_",
		"_",
		"",
		"",
		"<_",
		">",
	]);
});

describe("what a sentence ends with, before closing quotation marks and brackets", () => {
	test.each<[string, (typeof ends)[number]]>([
		["He came.", "stop"],
		["他来了。", "stop"],
		["“He came.”", "stop"],
		["(He came.)", "stop"],
		["He came. ", "stop"],
		["Did he?", "question"],
		["他来吗？", "question"],
		["「他來嗎？」", "question"],
		["What?!", "question"],
		["Come!", "exclamation"],
		["来！”", "exclamation"],
		["Well…", "ellipsis"],
		["Well...", "ellipsis"],
		["那……", "ellipsis"],
		["But—", "ellipsis"],
		["Then,", "comma"],
		["然后，", "comma"],
		["one;", "comma"],
		["He said:", "colon"],
		["他说：", "colon"],
		["A title", "none"],
		["", "none"],
	])("%s: %s", (sentence, expected) => {
		expect(ends[readMarks([sentence]).endings[0] ?? -1]).toBe(expected);
	});
});

test.each([
	["and he came.", 1],
	["，他来了。", 1],
	["He came.", 0],
	["“and he came.”", 0],
	["他来了。", 0],
	["", 0],
])("%s begins in the midst: %d", (sentence, expected) => {
	expect([...readMarks([sentence]).continues]).toEqual([expected]);
});

test("marks are counted in running totals", () => {
	const totals = readMarks(["What? What?!", "", "“5 men, 17 dogs… —”", "来！他说……"]).totals;
	expect(totals.map((total) => [...total])).toEqual([
		[0, 2, 2, 2, 2],
		[0, 1, 1, 1, 2],
		[0, 0, 0, 1, 1],
		[0, 0, 0, 1, 1],
		[0, 0, 0, 2, 3],
		[0, 0, 0, 2, 2],
	]);
});
