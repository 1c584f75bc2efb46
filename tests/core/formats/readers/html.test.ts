import { expect, test } from "vitest";
import { type MarkedText, plainText } from "#lib/core/formats/marked-text.ts";
import type { LineHint } from "#lib/core/formats/reader.ts";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { isoDate } from "#lib/core/formats/readers/html/metadata.ts";
import { html } from "#lib/core/formats/readers/html.ts";
import { big5, gbk } from "#tests/core/text/legacy-encoders.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { fileOf, readWith, refusalOf } from "./read-with.ts";
import { big5Page, gb2312Page, modernPage } from "./saved-pages.ts";

const blanks = /\u00A0/g;
/** Pages write the blank that must not break by name: the old encodings lack it. */
const placed = (lines: readonly (MarkedText & { line: number })[]) =>
	lines.map((line) => [line.line, plainText(line).replace(blanks, " ")]);
/** Codes written out, `<bold>` to `</bold>`. */
const written = ({ text, codes = [] }: MarkedText) =>
	[...text]
		.map((character) => {
			const code = codes[(character.codePointAt(0) ?? 0) - 0xf0000];
			if (code === undefined) return character;
			const value = code.value === undefined ? "" : ` ${code.value}`;
			return code.part === "end" ? `</${code.kind}>` : `<${code.kind}${value}>`;
		})
		.join("");
const read = (markup: string | Uint8Array) => readWith(html, markup);

test("an old page in GB2312: paragraphs out of layout tables, indents and breaks, with its own description", async () => {
	const { about, lines, problems } = await read(gbk(gb2312Page));
	expect(about).toEqual({
		encoding: "GB18030",
		title: "全省友城工作座谈会在江城召开",
		publishedAt: "2009-04-07T09:05",
		publisher: "省外事办公室",
	});
	expect(placed(lines)).toEqual([
		[12, "首页"],
		[12, "外事新闻"],
		[12, "友好城市"],
		[14, "全省友城工作座谈会在江城召开"],
		[15, "来源：省外事办公室  日期：2009年4月7日"],
		[16, "四月六日，全省友城工作座谈会在江城召开，各市代表参加了会议。"],
		[18, "会议回顾了去年的工作。"],
		[18, "与会代表就青年交流进行了讨论。"],
		[19, "（责任编辑：李平）"],
		[21, "版权所有 江城外事网"],
	]);
	expect(lines.some(({ hint }) => hint?.cell)).toBe(false);
	expect(lines[0]?.hint).toEqual({ classes: "left", linked: 1 });
	expect(problems).toEqual([]);
});

test("a page in Big5: end tags left out, a table of data", async () => {
	const { about, lines } = await read(big5(big5Page));
	expect(about).toEqual({ encoding: "Big5", title: "新聞稿", language: "zh-TW" });
	expect(placed(lines)).toEqual([
		[6, "港口碼頭七月起延長開放時間"],
		[7, "為方便旅客，港口碼頭自七月一日起延長開放時間，並增加夜間航班。"],
		[8, "市府表示，新的時間如下："],
		[10, "地點"],
		[10, "時間"],
		[11, "東碼頭"],
		[11, "六時至廿三時"],
		[12, "西碼頭"],
		[12, "七時至廿二時"],
		[14, "聯絡人：陳小姐"],
	]);
	expect(lines[6]?.hint?.cell).toEqual({ row: 1, column: 1 });
});

test("a page of today: regions, headings, byline, date, caption, lists and footnotes", async () => {
	const { about, lines, problems } = await read(modernPage);
	expect(about).toEqual({
		encoding: "UTF-8",
		title: "Ferry line reopens after nine years",
		publishedAt: "2021-11-08T06:30:00+01:00",
		publisher: "The Harbour Post",
		byline: "Maud Keller",
		language: "en",
	});
	const hint = (text: string): LineHint | undefined =>
		lines.find((line) => plainText(line).startsWith(text))?.hint;
	expect(lines).toHaveLength(15);
	expect(hint("City")).toEqual({
		classes: "menu",
		region: "navigation",
		linked: 1,
		list: { ordered: false, level: 0 },
	});
	expect(hint("Ferry line")).toEqual({ classes: "story", region: "article", heading: 1 });
	expect(hint("By Maud")).toMatchObject({ byline: true, date: "2021-11-08T06:30:00+01:00" });
	expect(hint("The ferry")).toMatchObject({ caption: true });
	expect(hint("Monday")).toMatchObject({ list: { ordered: true, level: 0 } });
	expect(hint("1. The harbour")).toMatchObject({ footnote: true });
	expect(hint("A bridge")).toMatchObject({ region: "aside", linked: 1 });
	expect(hint("©")).toEqual({ region: "footer" });
	expect(problems.map(({ line, key, values }) => [line, key, values])).toEqual([
		[18, "htmlImages", { count: 1 }],
		[21, "htmlHidden", { count: 2 }],
		[25, "listNumbers", { count: 2 }],
		[26, "htmlEmbedded", { count: 1, names: "iframe" }],
	]);
});

test.each([
	["<q>Go on</q>, she said.", "“Go on”, she said."],
	[
		'<span style="font-weight:700;font-style: italic">Both</span> of them',
		"<bold><italic>Both</italic></bold> of them",
	],
	[
		'<b style="font-weight:normal">As it is <span style="text-decoration: underline">lined</span></b>',
		"As it is <underline>lined</underline>",
	],
	[
		'x<span style="vertical-align: super">2</span> <font style="color:red">red</font>',
		"x<superscript>2</superscript> red",
	],
])("%s reads as browsers show it", async (markup, expected) => {
	const { lines } = await read(`<p>${markup}</p>`);
	expect(lines.map(written)).toEqual([expected]);
});

test.each([
	["<p>a <b>b</b> c", "a <bold>b</bold> c"],
	["<p><i>a<b> b </b></i> c", "<italic>a <bold>b</bold></italic> c"],
	[
		"<p>x<sup>2</sup> H<sub>2</sub>O <u>u</u> <s>s</s>",
		"x<superscript>2</superscript> H<subscript>2</subscript>O <underline>u</underline> <strike>s</strike>",
	],
	["<p><a href=/x>link</a>", "<link /x>link</link>"],
	["<p>note<sup><a href='#_ftn3'>[3]</a></sup>", "note<superscript><footnote [3]></superscript>"],
	["<p>a <img src=/p/q.png?w=1> b", "a <image q.png> b"],
	["<p id=fn1>Note. <a href='#ref1' role='doc-backlink'>↩</a>", "Note. <other ↩>"],
	["<p><b> </b>no codes around nothing<i></i>", "no codes around nothing"],
	["<p>中文在\n这里换行 and\nEnglish too", "中文在这里换行 and English too"],
	["<p>one<br>two<br>", "one<break>two"],
	["<p>&nbsp;　<b>　中</b>", "<bold>中</bold>"],
	["<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", "漢<other hàn>字"],
	["<p>a\u{F0000}b &#x10FFFD;", "a<character \u{F0000}>b <character \u{10FFFD}>"],
])("inline codes: %s", async (markup, expected) => {
	const { lines } = await read(markup);
	expect(lines.map(written)).toEqual([expected]);
});

test.each<[string, string, string[]]>([
	["two breaks end a paragraph", "<div>a<br><br>b<br> <br>c</div>", ["a", "b", "c"]],
	[
		"a break before an indent does too",
		"<div>　　甲<br>　　乙<br/>&nbsp;&nbsp;&nbsp;&nbsp;丙</div>",
		["甲", "乙", "丙"],
	],
	["text set out by hand keeps its lines", "<pre>a\n  b  c\n\nd</pre>", ["a", "b  c", "d"]],
	[
		"codes over several paragraphs begin again in each",
		"<b><p>a<p>b</b>c",
		["<bold>a</bold>", "<bold>b</bold>c"],
	],
	[
		"hidden parts are no text",
		"<p>a<p hidden>b<p style='DISPLAY : none'>c<template>d</template><style>e</style>",
		["a"],
	],
	["form fields are no text", "<p>a<select><option>b</select><textarea>c</textarea>", ["a"]],
	["a piece without a page", "第一段<p>第二段", ["第一段", "第二段"]],
])("paragraphs: %s", async (_, markup, expected) => {
	const { lines } = await read(markup);
	expect(lines.map(written)).toEqual(expected);
});

test("a form around the whole page is no region, a form on the page is one", async () => {
	const { lines } = await read(
		"<form id=aspnetForm><p>text<form></form></form><form id=login><p>name</form>",
	);
	expect(lines.map(({ hint }) => hint?.region)).toEqual([undefined, "form"]);
});

test("what Windows puts on the clipboard is the part between its comments", async () => {
	const copied =
		"Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nStartFragment:0000000141\r\nEndFragment:0000000164\r\n" +
		"<html><body>\r\n<!--StartFragment--><p>Copied</p>\r\n<p>text</p><!--EndFragment-->\r\n</body></html>";
	const { lines } = await read(copied);
	expect(placed(lines)).toEqual([
		[7, "Copied"],
		[8, "text"],
	]);
});

test.each<[string, Uint8Array, string, boolean]>([
	["gb2312 in truth UTF-8", new TextEncoder().encode(gb2312Page), "UTF-8", true],
	["utf-8 in truth GBK", gbk(gb2312Page.replace("charset=gb2312", "charset=utf-8")), "GB18030", true],
	["gb2312 in truth Big5", big5(big5Page.replace("charset=big5", "charset=gb2312")), "Big5", true],
	["nothing, in GBK", gbk(gb2312Page.replace("; charset=gb2312", "")), "GB18030", false],
])("a page that declares %s is read as it is", async (_, bytes, encoding, told) => {
	const { about, lines, problems } = await read(bytes);
	expect(about.encoding).toBe(encoding);
	expect(lines.length).toBeGreaterThan(9);
	expect(problems.map(({ key }) => key)).toEqual(told ? ["encodingDeclaredWrong"] : []);
});

test.each<[string, string, string]>([
	["page.txt", "<!DOCTYPE html><p>x", "html"],
	["page.html", "Just a text\nwith a <b and nothing else", "txt"],
	["page.html", "Intro<br>\nMore", "html"],
	["page", "<!-- saved from url=(0022)http://example.test/ -->\n<html><body>x", "html"],
	["copied", "<p>x</p>", "html"],
	["notes.txt", "1 < 2, and <b>bold</b> words", "txt"],
	[
		"page.mht",
		'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n\n',
		"html",
	],
])("%s with %j is read as %s", (name, content, id) => {
	expect(recognise(fileOf(content, name), content)?.id).toBe(id);
});

test.each<[string, string, string]>([
	[
		"a page with its pictures in one file",
		"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x",
		"htmlArchive",
	],
	["200,000 elements in one another", "<div>".repeat(200_000), "htmlTooDeep"],
	["200,000 formats in one another", "<i><b><u>".repeat(70_000), "htmlTooDeep"],
	[
		"formats that multiply",
		Array.from({ length: 3_000 }, (_, at) => `<font size=${at}>`).join("") + "<p>x".repeat(3_000),
		"htmlTooDeep",
	],
	[
		"a tag of 100,000 attributes",
		`<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(" ")}>`,
		"htmlTangled",
	],
	["100,000 texts that may not stand in a table", `<table>${"<b>x</b>".repeat(100_000)}`, "htmlTangled"],
	["a paragraph without an end", `<p>${"字".repeat(5_000_000)}`, "lineTooLong"],
	["NUL", "<p>a\0b", "textNul"],
])("refused quickly: %s", async (_, markup, key) => {
	const started = processorTime();
	expect(await refusalOf(html, markup)).toMatchObject({ key });
	expect(processorTime() - started).toBeLessThan(5_000);
});

test("a page of 1,500 levels is read", async () => {
	const { lines } = await read(`${"<div>".repeat(1_500)}deep`);
	expect(lines).toEqual([{ line: 1, text: "deep" }]);
});

test.each([
	["2020-02-20T08:56:00+0800", "2020-02-20T08:56:00+08:00"],
	["2023-5-3 9:20", "2023-05-03T09:20"],
	["2023年5月3日", "2023-05-03"],
	["2023/05", "2023-05"],
	["yesterday", null],
	["2023-13-01", null],
])("the date %s is %s", (text, iso) => {
	expect(isoDate(text)).toBe(iso);
});

test("a paragraph of more codes than a text can hold keeps its words and tells the rest", async () => {
	const { lines, problems } = await read(`<p>${"<b>x</b> ".repeat(100_000)}`);
	expect(lines).toHaveLength(1);
	expect(plainText(lines[0] ?? { text: "" })).toBe(Array.from({ length: 100_000 }, () => "x").join(" "));
	expect(problems).toMatchObject([{ key: "codesLeftOut", line: 1 }]);
});
