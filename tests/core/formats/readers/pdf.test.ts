import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PdfPage, ReadLine } from "#lib/core/formats/reader.ts";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { pdf } from "#lib/core/formats/readers/pdf.ts";
import { readPdf } from "#lib/server/files/pdf-pages.ts";
import { type Drawn, pdfFile } from "#tests/core/formats/readers/pdf-file.ts";
import { fileOf, readWith, refusalOf } from "#tests/core/formats/readers/read-with.ts";

const read = (bytes: Uint8Array) => readWith(pdf, bytes, "a.pdf", { readPdf });

/** Lines of a page as [text, x, width, distance from the line above, size]. */
type Line = readonly [text: string, x?: number, width?: number, pitch?: number, size?: number];

function pageOf(lines: readonly Line[], first = 100): PdfPage {
	let y = first;
	const placed = lines.map(([text, x = 70, width = 450, pitch = 16, size = 10], index) => {
		y += index === 0 ? 0 : pitch;
		return { text, x, y: y - size, width, height: size };
	});
	return { lines: placed, width: 595, height: 842 };
}

async function linesOf(...pages: readonly PdfPage[]): Promise<ReadLine[]> {
	const readPages = async function* () {
		yield* pages;
	};
	return (await readWith(pdf, "%PDF-", "a.pdf", { readPdf: readPages })).lines;
}

const texts = async (...pages: readonly PdfPage[]) => (await linesOf(...pages)).map(({ text }) => text);

/** Told of every PDF. */
const wordsOnly = { line: 1, column: null, key: "pdfWordsOnly" };

test.each<[string, readonly Line[], readonly string[]]>([
	[
		"full lines are one paragraph, Chinese without a blank",
		[["春天到了，"], ["花都开了。", 70, 80]],
		["春天到了，花都开了。"],
	],
	[
		"full lines in English with a blank",
		[["The library is"], ["open again.", 70, 80]],
		["The library is open again."],
	],
	["Chinese and English meet with a blank", [["他说"], ["library 开了", 70, 80]], ["他说 library 开了"]],
	[
		"a line that is not full ends its paragraph",
		[["春天到了。", 70, 200], ["花都开了。"]],
		["春天到了。", "花都开了。"],
	],
	[
		"an indented line begins one",
		[["春天到了，花"], ["花都开了。", 90, 430], ["孩子们来了。"]],
		["春天到了，花", "花都开了。孩子们来了。"],
	],
	[
		"a gap begins one",
		[["一一一一"], ["二二二二"], ["三三三三", 70, 450, 26], ["四四四四"], ["五五五五"]],
		["一一一一二二二二", "三三三三四四四四五五五五"],
	],
	["another size begins one", [["大字标题", 70, 450, 16, 18], ["正文正文"]], ["大字标题", "正文正文"]],
	[
		"a mark of a list begins one",
		[["• 苹果和梨子，"], ["都很好。", 80, 60], ["• 杏子"], ["1. 一号"], ["（二）二号"]],
		["• 苹果和梨子，都很好。", "• 杏子", "1. 一号", "（二）二号"],
	],
	["a hyphen goes with the line end", [["They are wonder-"], ["ful.", 70, 20]], ["They are wonderful."]],
	[
		"a hyphen of the text stays",
		[["A well-known place is a well-"], ["known place.", 70, 80]],
		["A well-known place is a well-known place."],
	],
	[
		"a hyphen before a name stays",
		[["The Hong Kong-"], ["Macau bridge", 70, 80]],
		["The Hong Kong-Macau bridge"],
	],
])("%s", async (_, lines, expected) => {
	expect(await texts(pageOf(lines))).toEqual(expected);
});

test("a paragraph goes on over pages where its sentence does", async () => {
	const first = pageOf([["孩子们每天下午都来看书，有的坐在窗边，"]], 700);
	expect(await texts(first, pageOf([["有的坐在台阶上。", 70, 100]]))).toHaveLength(1);
	const ended = pageOf([["孩子们每天下午都来看书，有的坐在窗边。"]], 700);
	expect(await texts(ended, pageOf([["夏天到了。", 70, 100]]))).toHaveLength(2);
});

test("two columns are read one after the other", async () => {
	const left: Line[] = [
		["左一左一", 70, 200],
		["左二左二", 70, 200],
	];
	const right: Line[] = [
		["右一右一", 320, 200],
		["右二。", 320, 50],
	];
	const page = pageOf(left);
	const both = { ...page, lines: [...page.lines, ...pageOf(right).lines] };
	expect(await texts(both)).toEqual(["左一左一左二左二右一右一右二。"]);
});

test("a cell in the middle of a page has its own right edge", async () => {
	const number = pageOf([["5", 45, 10]], 300).lines;
	const page = pageOf(
		[
			["这为我们做好工作指明了方", 117, 130],
			["向。", 117, 20],
		],
		300,
	);
	expect(await texts({ ...page, lines: [...number, ...page.lines] })).toEqual([
		"5",
		"这为我们做好工作指明了方向。",
	]);
});

test("headers, footers and page numbers are margins, each once", async () => {
	const page = (number: number, text: string): PdfPage => {
		const head = pageOf([["内部资料", 70, 50]], 50).lines;
		const foot = pageOf([[`第 ${number} 页`, 280, 30]], 800).lines;
		return {
			...pageOf([]),
			lines: [...head, ...pageOf([[text, 70, 100]], 300 + number * 20).lines, ...foot],
		};
	};
	const lines = await linesOf(page(1, "第一段。"), page(2, "第二段。"), page(3, "第三段。"));
	expect(lines.map(({ text, hint }) => [text, hint?.margin ?? false])).toEqual([
		["第一段。", false],
		["第二段。", false],
		["第三段。", false],
		["内部资料", true],
		["第 3 页", true],
	]);
});

test("what a browser prints at the edges of a single page is its margins", async () => {
	const page = pageOf([["春天到了，花都开了。".repeat(8), 70, 450]]);
	const top = pageOf([["5/6/24, 7:08 AM", 24, 70, 16, 8]], 20).lines;
	const foot = pageOf([["https://example.org/", 24, 90, 16, 8]], 835).lines;
	const lines = await linesOf({ ...page, lines: [...page.lines, ...top, ...foot] });
	expect(lines.map(({ hint }) => hint?.margin ?? false)).toEqual([false, true, true]);
});

test("small print at the foot of a page is its notes, and the text goes on around it", async () => {
	const first = pageOf([["孩子们每天下午都来看书，有的坐在窗边，"]], 600);
	const note = pageOf([["1 窗在南面。", 70, 80, 16, 8]], 700).lines;
	const lines = await linesOf(
		{ ...first, lines: [...first.lines, ...note] },
		pageOf([["有的坐在台阶上。", 70, 100]]),
	);
	expect(lines.map(({ text, hint }) => [text, hint?.footnote ?? false])).toEqual([
		["孩子们每天下午都来看书，有的坐在窗边，有的坐在台阶上。", false],
		["1 窗在南面。", true],
	]);
});

test("large print is a heading", async () => {
	const page = pageOf([
		["山中图书馆", 200, 200, 16, 24],
		["一、开端", 70, 60, 40, 14],
		["春天到了，花都开了。".repeat(3)],
	]);
	expect((await linesOf(page)).map(({ hint }) => hint?.heading)).toEqual([1, 2, undefined]);
});

test("radicals that printers write for characters are characters again", async () => {
	expect(await texts(pageOf([["\u2f2d⾥有⻓⻰，⼈⼈看⻅⻋⻢。"]]))).toEqual(["山里有长龙，人人看见车马。"]);
});

test("characters that a font gives no meaning are shown as such and told", async () => {
	const readPages = async function* () {
		yield pageOf([["好\ue123\u{1}天"]]);
	};
	const { lines, problems } = await readWith(pdf, "%PDF-", "a.pdf", { readPdf: readPages });
	expect(lines.map(({ text }) => text)).toEqual(["好\ufffd\ufffd天"]);
	expect(problems).toEqual([
		wordsOnly,
		{ line: 1, column: null, key: "pdfUnknownCharacters", values: { count: 2 } },
	]);
});

const scanned: readonly Drawn[] = [];

test("pages without text are told, a file of them is refused", async () => {
	const text = [{ text: "Some text", x: 72, y: 200 }];
	const { problems } = await read(pdfFile({ pages: [text, scanned] }));
	expect(problems).toEqual([
		wordsOnly,
		{ line: 1, column: null, key: "pdfEmptyPages", values: { count: 1, names: "2" } },
	]);
	expect(await refusalOf(pdf, pdfFile({ pages: [scanned, scanned] }), "a.pdf", { readPdf })).toMatchObject({
		key: "pdfNoText",
	});
});

test("a Chinese page printed by a browser is read paragraph by paragraph, over its pages", async () => {
	const bytes = readFileSync(new URL("../../../fixtures/files/mountain-library.pdf", import.meta.url));
	const { lines, problems } = await read(new Uint8Array(bytes));
	expect(lines).toEqual([
		{ line: 1, text: "山中书馆", hint: { heading: 1 } },
		{
			line: 2,
			text: "书馆在山中，门前有一条小河。人们天天来看书，有人看一天，有人看一会。来的人里，小的三四岁，大的八十一岁。",
		},
		{
			line: 3,
			text: "有一天，山里下大雨，小河一下子成了大河。人们来书馆，一本一本，把书放到高的地方去。书一本也没有少。",
		},
		{ line: 4, text: "Every Friday a bus brings 25 pupils here. 人们说：“天天有书看。”" },
	]);
	expect(problems).toEqual([wordsOnly]);
});

test("ten thousand lines on a page are read in time", async () => {
	const lines = Array.from({ length: 10_000 }, (_, index): Line => [`第${index}行`, 70, 450, 0.01]);
	expect((await linesOf(pageOf(lines))).length).toBeGreaterThan(0);
});

test("a PDF is known by its first bytes, whatever its name", () => {
	expect(recognise(fileOf(pdfFile({ pages: [] }), "a.bin"), "%PDF-1.7")?.id).toBe("pdf");
});
