import { expect, test } from "vitest";
import { plainText } from "#lib/core/formats/marked-text.ts";
import type { ReadUnit } from "#lib/core/formats/reader.ts";
import { docx } from "#lib/core/formats/readers/docx.ts";
import { openArchive } from "#lib/server/files/archive.ts";
import { asTags } from "#tests/core/formats/readers/as-tags.ts";
import { readWith } from "#tests/core/formats/readers/read-with.ts";
import { paragraph, run, table, type WordParts, wordFile } from "#tests/core/formats/readers/word-file.ts";

const read = (parts: WordParts) => readWith(docx, wordFile(parts), "a.docx", { openArchive });

const texts = ({ variants }: ReadUnit) =>
	variants.map(({ language, segments }) => [language, ...segments.map(plainText)]);

const pairs = [
	["春天到了，图书馆的院子里开满了花。", "Spring has come, and the library courtyard is full of flowers."],
	["孩子们每天下午都来看书。", "The children come to read every afternoon."],
	["他们这样说，因为那里很安静。", "They say so because it is quiet there."],
] as const;

test("a table of two languages is read as pairs", async () => {
	const { shape, units, lines } = await read({ body: table(pairs) });
	expect(shape).toBe("pairs");
	expect(lines).toEqual([]);
	expect(units.map(texts)).toEqual(
		pairs.map(([chinese, english]) => [
			["zh-Hans", chinese],
			["en", english],
		]),
	);
	expect(units.map(({ line }) => line)).toEqual([1, 3, 5]);
});

test("the left column comes first, whatever its language", async () => {
	const { units } = await read({ body: table(pairs.map(([chinese, english]) => [english, chinese])) });
	expect(units[0]?.variants.map(({ language }) => language)).toEqual(["en", "zh-Hans"]);
});

test("traditional characters are told from simplified ones", async () => {
	const { units } = await read({
		body: table([["圖書館開門了，這裡很安靜。", "The library is open; it is quiet here."]]),
	});
	expect(units[0]?.variants[0]?.language).toBe("zh-Hant");
});

test.each([
	["中文", "English"],
	["原文", "译文"],
	["Source segment", "Target segment"],
	["源语（中文）", "英语译文"],
])("a first row %s | %s names the columns", async (...names) => {
	const { units, problems } = await read({ body: table([names, ...pairs]) });
	expect(units).toHaveLength(3);
	expect(problems).toEqual([
		{ line: 1, column: null, key: "pairsHeaderRow", values: { text: names.join(" | ") } },
	]);
});

test("a column of numbers names the units, other columns are notes", async () => {
	const rows = pairs.map((pair, index) => [`${index + 1}`, ...pair, index === 1 ? "请再看" : ""]);
	const { units } = await read({ body: table([["ID", "中文", "英文", "备注"], ...rows]) });
	expect(units.map(({ id }) => id)).toEqual(["1", "2", "3"]);
	expect(units.map(({ notes }) => notes)).toEqual([undefined, ["请再看"], undefined]);
	expect(units.map(texts)[2]).toEqual([
		["zh-Hans", pairs[2][0]],
		["en", pairs[2][1]],
	]);
});

test("a row merged over both columns is a unit of one language", async () => {
	const wide = (text: string) => `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(text)}`;
	const { units } = await read({ body: table([[wide("第一部分：春天的图书馆")], ...pairs]) });
	expect(texts(units[0] as ReadUnit)).toEqual([["zh-Hans", "第一部分：春天的图书馆"]]);
	expect(units).toHaveLength(4);
});

test("a cell merged downwards takes the rows beside it into one unit", async () => {
	const merge = (value: string, text: string) => `<w:tcPr><w:vMerge${value}/></w:tcPr>${paragraph(text)}`;
	const rows = [
		[merge(' w:val="restart"', "春天到了，花都开了。"), "Spring has come."],
		[merge("", ""), "All the flowers are open."],
		...pairs,
	];
	const { units } = await read({ body: table(rows) });
	expect(texts(units[0] as ReadUnit)).toEqual([
		["zh-Hans", "春天到了，花都开了。"],
		["en", "Spring has come.", "All the flowers are open."],
	]);
	expect(units).toHaveLength(4);
});

test("a row with one side empty keeps the other", async () => {
	const { units } = await read({ body: table([...pairs, ["还没有译文的一句话。", ""]]) });
	expect(texts(units[3] as ReadUnit)).toEqual([["zh-Hans", "还没有译文的一句话。"]]);
});

test("one row whose cells have as many paragraphs each is as many pairs, and this is told", async () => {
	const column = (side: 0 | 1) => pairs.map((pair) => paragraph(pair[side])).join("");
	const { units, problems } = await read({ body: table([[column(0), column(1)]]) });
	expect(units.map(texts)).toEqual(
		pairs.map(([chinese, english]) => [
			["zh-Hans", chinese],
			["en", english],
		]),
	);
	expect(problems.map(({ key }) => key)).toEqual(["pairsCellParagraphs"]);
	const odd = await read({ body: table([[column(0), column(1) + paragraph("One more.")]]) });
	expect(odd.units.map((unit) => unit.variants.map(({ segments }) => segments.length))).toEqual([[3, 4]]);
});

test("comments, footnotes and formatting of the pairs are kept", async () => {
	const cell = paragraph(
		`${run("春天")}${run("到了", "<w:b/>")}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`,
	);
	const { units, problems } = await read({
		body: table([[cell, "Spring has come."], ...pairs]),
		comments: `<w:comment w:id="0" w:author="甲">${paragraph("太直")}</w:comment>`,
		footnotes: `<w:footnote w:id="2">${paragraph("立春")}</w:footnote>`,
	});
	expect(units[0]?.notes).toEqual(["太直", "1 立春"]);
	expect(units[0]?.variants[0]?.segments.map(asTags)).toEqual(["春天<bold>到了</bold><footnote=1>"]);
	expect(problems).toEqual([]);
});

test("paragraphs around the table are units without translation, and this is told", async () => {
	const { units, problems } = await read({
		body: `${paragraph("山中图书馆")}${table(pairs)}${paragraph("The end")}`,
	});
	expect(units.map((unit) => unit.variants.length)).toEqual([1, 2, 2, 2, 1]);
	expect(problems).toEqual([{ line: 1, column: null, key: "pairsOutsideTable", values: { count: 2 } }]);
});

test.each([
	[
		"a table of one language",
		table([
			["姓名", "年龄"],
			["张三", "三十岁"],
		]),
	],
	[
		"a table within a long text",
		`${paragraph("院子里的花都开了，孩子们来看书。".repeat(30))}${table(pairs)}`,
	],
	[
		"a table whose languages are mixed",
		table([pairs[0], [pairs[1][1], pairs[1][0]], pairs[2], [pairs[0][1], pairs[0][0]]]),
	],
	[
		"a table that has hardly a translation",
		table([pairs[0], ["第二句。", ""], ["第三句。", ""], ["第四句。", ""]]),
	],
])("%s is text", async (_, body) => {
	expect((await read({ body })).shape).toBe("text");
});

test("that a text has a table of pairs is told", async () => {
	const text = paragraph("院子里的花都开了，孩子们来看书。".repeat(30));
	const { problems } = await read({ body: `${text}${table(pairs)}` });
	expect(problems).toEqual([{ line: 2, column: null, key: "pairsAsText", values: { count: 1 } }]);
});
