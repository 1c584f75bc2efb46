import { expect, test } from "vitest";
import { docx } from "#lib/core/formats/readers/docx.ts";
import { openArchive } from "#lib/server/files/archive.ts";
import { asTags } from "#tests/core/formats/readers/as-tags.ts";
import { readWith } from "#tests/core/formats/readers/read-with.ts";
import {
	paragraph,
	run,
	styled,
	table,
	type WordParts,
	wordFile,
} from "#tests/core/formats/readers/word-file.ts";

const read = (parts: WordParts) => readWith(docx, wordFile(parts), "a.docx", { openArchive });

async function texts(body: string, parts: Partial<WordParts> = {}): Promise<string[]> {
	return (await read({ ...parts, body })).lines.map(asTags);
}

const named = (id: string, name: string, inside = "") =>
	`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;

const styles = [
	named("a1", "heading 1"),
	named("a2", "heading 2"),
	named("bt1", "标题 3"),
	named("own", "My Heading", '<w:basedOn w:val="a2"/>'),
	named("outlined", "Chapter", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'),
	named("t", "Title"),
	named("c", "caption"),
	named("date", "Dateline"),
	named("round", "Round", '<w:basedOn w:val="round2"/>'),
	named("round2", "Round 2", '<w:basedOn w:val="round"/>'),
	named("bold", "Bold Style", "<w:rPr><w:b/></w:rPr>"),
	'<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
].join("");

test.each([
	["a1", { heading: 1 }],
	["a2", { heading: 2 }],
	["bt1", { heading: 3 }],
	["own", { heading: 2, classes: "My Heading" }],
	["outlined", { heading: 4, classes: "Chapter" }],
	["t", { title: true }],
	["c", { caption: true }],
	["date", { classes: "Dateline" }],
	["round", { classes: "Round" }],
	["Heading2", { heading: 2 }],
])("a paragraph of the style %s has the hint %j", async (style, hint) => {
	const { lines } = await read({ body: styled(style, "文字"), styles });
	expect(lines).toEqual([{ line: 1, text: "文字", hint: expect.objectContaining(hint) }]);
});

test("a paragraph may say its outline level itself", async () => {
	const { lines } = await read({ body: paragraph("一、开端", '<w:outlineLvl w:val="0"/>') });
	expect(lines[0]?.hint).toEqual({ heading: 1 });
});

test("empty paragraphs are counted and not sent", async () => {
	const { lines } = await read({
		body: `${paragraph("一")}${paragraph("")}${paragraph("　 ")}${paragraph("四")}`,
	});
	expect(lines).toEqual([
		{ line: 1, text: "一" },
		{ line: 4, text: "四" },
	]);
});

test.each([
	["formatting that differs", run("前") + run("中", "<w:b/>") + run("后"), "前<bold>中</bold>后"],
	["formatting of all of it", run("全", "<w:b/>") + run("部", "<w:b/>"), "全部"],
	["runs that look the same", run("一", "<w:b/>") + run("二", "<w:b/>") + run("三"), "<bold>一二</bold>三"],
	["off", run("一", '<w:b w:val="0"/>') + run("二", '<w:b w:val="true"/>'), "一<bold>二</bold>"],
	[
		"a blank between bold words",
		run("one", "<w:b/>") + run(" ") + run("two", "<w:b/>") + run(" x"),
		"<bold>one two</bold> x",
	],
	["bold blanks", run("one") + run(" ", "<w:b/>") + run("two"), "one two"],
	[
		"nesting",
		run("a", "<w:b/>") + run("b", "<w:b/><w:i/>") + run("c", "<w:i/>") + run("d"),
		"<bold>a<italic>b</italic></bold><italic>c</italic>d",
	],
	[
		"small letters",
		run("H") + run("2", '<w:vertAlign w:val="subscript"/>') + run("O"),
		"H<subscript>2</subscript>O",
	],
	[
		"raised text, but not what is set level with another font",
		run("x") + run("2", '<w:position w:val="8"/>') + run("图", '<w:position w:val="2"/>'),
		"x<superscript>2</superscript>图",
	],
	[
		"strikes and lines",
		run("a") + run("b", "<w:strike/>") + run("c", '<w:u w:val="single"/>'),
		"a<strike>b</strike><underline>c</underline>",
	],
	["a character style", run("a") + run("b", '<w:rStyle w:val="Strong"/>'), "a<bold>b</bold>"],
	[
		"a tab, a break, hyphens",
		"<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r>",
		"a\tb<break>c\u2011d\u00ad",
	],
	["breaks at the ends", "<w:r><w:br/><w:t>a</w:t><w:br w:type='page'/></w:r>", "a"],
	[
		"symbols",
		'<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F061"/></w:r>',
		"✓α",
	],
	["private use characters of a text", run("a\u{f0001}b"), "a<character=\u{f0001}>b"],
	[
		"a field",
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("5月3日")}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run("。")}`,
		"5月3日。",
	],
	[
		"a field that is a link",
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org/"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("网页")}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run("。")}`,
		"<link=https://example.org/>网页</link>。",
	],
	["a simple field", `<w:fldSimple w:instr=" PAGE ">${run("3")}</w:fldSimple>`, "3"],
	[
		"a content control",
		`<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${run("内容")}</w:sdtContent></w:sdt>`,
		"内容",
	],
	[
		"readings above characters",
		`<w:r><w:ruby><w:rubyPr/><w:rt>${run("hàn")}</w:rt><w:rubyBase>${run("汉")}</w:rubyBase></w:ruby></w:r>${run("字")}`,
		"汉字",
	],
	[
		"a formula",
		`${run("由")}<m:oMath><m:r><m:t>E=m</m:t></m:r><m:r><m:t>c</m:t></m:r></m:oMath>${run("得")}`,
		"由<other=E=mc>得",
	],
	[
		"a picture",
		`${run("图")}<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="一座桥"/><a:blip r:link="rId9"/></wp:inline></w:drawing></w:r>${run("。")}`,
		"图<image=一座桥>。",
	],
	[
		"one of two alternatives",
		`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
		"新",
	],
])("%s", async (_, content, expected) => {
	expect(await texts(paragraph(content), { styles })).toEqual([expected]);
});

test("bold text of a bold style is not marked, text that is not bold in it is around marks", async () => {
	expect(await texts(styled("bold", run("粗", "<w:b/>") + run("体")), { styles })).toEqual(["粗体"]);
	expect(await texts(styled("bold", run("粗") + run("细", '<w:b w:val="0"/>')), { styles })).toEqual([
		"<bold>粗</bold>细",
	]);
});

test("links lead where the relationships say; what they lead to is text, whatever it is", async () => {
	const link = (attributes: string, text: string) =>
		`<w:hyperlink ${attributes}>${run(text, "<w:u w:val='single'/>")}</w:hyperlink>`;
	const body = paragraph(
		[
			run("见"),
			link('r:id="rId1"', "网页"),
			link('r:id="rId2"', "文件"),
			link('w:anchor="第二节"', "第二节"),
			link('w:anchor="_Toc1"', "目录"),
			link('r:id="rId404"', "无"),
		].join(""),
	);
	const links = [
		{ id: "rId1", type: "hyperlink", target: "https://example.org/?a=1&amp;b=2", external: true },
		{ id: "rId2", type: "hyperlink", target: "file:///etc/passwd", external: true },
	];
	expect(await texts(body, { links })).toEqual([
		"见<link=https://example.org/?a=1&b=2>网页</link><link=file:///etc/passwd>文件</link><link=#第二节>第二节</link><underline>目录无</underline>",
	]);
});

const numbering = [
	'<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/></w:lvl></w:abstractNum>',
	'<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>',
	'<w:num w:numId="3"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:lvlOverride></w:num>',
].join("");
const listed = (number: number, level: number) =>
	`<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`;

test("lists are hints; that Word counts the items itself is told once", async () => {
	const items = [listed(2, 0), listed(2, 1), listed(3, 0), listed(0, 0)];
	const { lines, problems } = await read({
		body: items.map((item) => paragraph("项", item)).join(""),
		numbering,
	});
	expect(lines.map((line) => line.hint?.list)).toEqual([
		{ ordered: false, level: 0 },
		{ ordered: true, level: 1 },
		{ ordered: true, level: 0 },
		undefined,
	]);
	expect(problems).toEqual([{ line: 2, column: null, key: "listNumbers", values: { count: 2 } }]);
});

const reference = (id: number, kind = "footnote") => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
const note = (id: number, text: string, kind = "footnote") =>
	`<w:${kind} w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:${kind}>`;

test("notes are numbered as they are referred to and come after the text", async () => {
	const { lines, problems } = await read({
		body:
			paragraph(run("甲") + reference(7) + run("乙") + reference(3) + reference(1, "endnote")) +
			paragraph("丙"),
		footnotes: `<w:footnote w:type="separator" w:id="-1">${paragraph("")}</w:footnote>${note(3, "三")}${note(7, "七")}${note(8, "无人提到")}`,
		endnotes: note(1, "尾注", "endnote"),
	});
	expect(lines.map(asTags)).toEqual([
		"甲<footnote=1>乙<footnote=2><footnote=e1>",
		"丙",
		"<footnote=1>七",
		"<footnote=2>三",
		"<footnote=e1>尾注",
	]);
	expect(lines.map((line) => line.hint?.footnote)).toEqual([undefined, undefined, true, true, true]);
	expect(problems.map(({ key }) => key)).toEqual(["docxLooseNotes"]);
});

test("headers, footers and text boxes are margins, each text once", async () => {
	const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph("框一")}${paragraph("框二")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph("框一")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
	const { lines } = await read({
		body: paragraph(run("前") + box + run("后")) + paragraph("次"),
		header1: paragraph("内部资料") + paragraph("内部资料"),
		footer1: paragraph(`${run("第")}<w:fldSimple w:instr="PAGE">${run("1")}</w:fldSimple>${run("页")}`),
	});
	expect(lines.map(({ text, hint }) => [text, hint?.margin ?? false])).toEqual([
		["前后", false],
		["框一", true],
		["框二", true],
		["次", false],
		["内部资料", true],
		["第1页", true],
	]);
	expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 7]);
});

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2024-05-06T07:08:09Z"`;
const ins = (text: string, author = "甲") => `<w:ins ${by(author)}>${run(text)}</w:ins>`;
const del = (text: string, author = "甲") =>
	`<w:del ${by(author)}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const markGone = `<w:rPr><w:del ${by("乙")}/></w:rPr>`;

test("tracked changes read as final, with who made how many", async () => {
	const { lines, problems } = await read({
		body: [
			paragraph(run("图书馆") + del("关门") + ins("开放", "乙") + run("了。")),
			paragraph(run("前半，"), markGone),
			paragraph(run("后半。"), '<w:pStyle w:val="a1"/>'),
			paragraph(del("整段"), markGone),
			paragraph(`<w:moveFrom ${by("丙")}>${run("挪走")}</w:moveFrom>${run("留下")}`),
			paragraph(`<w:moveTo ${by("丙")}>${run("挪来")}</w:moveTo>`),
			paragraph(run("格式", `<w:i/><w:rPrChange ${by("甲")}><w:rPr><w:b/></w:rPr></w:rPrChange>`)),
		].join(""),
		styles,
	});
	expect(lines.map((line) => [line.line, line.text, line.hint?.heading])).toEqual([
		[1, "图书馆开放了。", undefined],
		[2, "前半，后半。", 1],
		[5, "留下", undefined],
		[6, "挪来", undefined],
		[7, "格式", undefined],
	]);
	const [tracked] = problems;
	expect(tracked?.key).toBe("docxTracked");
	expect(tracked?.values).toEqual({ inserted: 1, deleted: 4, moved: 1, authors: "甲, 乙, 丙", more: 0 });
});

test("tab stops are no tabs, even where a paragraph runs on into the one that has them", async () => {
	const stops = '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>';
	expect(await texts(paragraph(run("甲"), markGone) + paragraph(run("乙"), stops))).toEqual(["甲乙"]);
});

test("rows and cells that were deleted are gone", async () => {
	const gone = `<w:trPr><w:del ${by("甲")}/></w:trPr>`;
	const row = (properties: string, ...cells: string[]) =>
		`<w:tr>${properties}${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;
	const body = `<w:tbl>${row("", paragraph("a"), paragraph("b"))}${row(gone, paragraph("c"), paragraph("d"))}${row("", paragraph("e"), `<w:tcPr><w:cellDel ${by("甲")}/></w:tcPr>${paragraph("f")}`)}</w:tbl>`;
	const { lines } = await read({ body });
	expect(lines.map(({ text, hint }) => [text, hint?.cell])).toEqual([
		["a", { row: 0, column: 0 }],
		["b", { row: 0, column: 1 }],
		["e", { row: 1, column: 0 }],
	]);
});

test("cells say where they stand, merged ones too; a table of one column is only a frame", async () => {
	const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph("宽")}`;
	const { lines } = await read({
		body: `${table([
			[wide, "丙"],
			["一", "二", table([["内一", "内二"]]) + paragraph("三")],
		])}${table([["框里"]])}`,
	});
	expect(lines.map(({ text, hint }) => [text, hint?.cell && [hint.cell.row, hint.cell.column]])).toEqual([
		["宽", [0, 0]],
		["丙", [0, 2]],
		["一", [1, 0]],
		["二", [1, 1]],
		["内一", [0, 0]],
		["内二", [0, 1]],
		["三", [1, 2]],
		["框里", undefined],
	]);
});

test("the declared title counts where the text begins with it", async () => {
	const body = paragraph("山中图书馆") + paragraph("正文");
	expect((await read({ body, title: "山中图书馆" })).about).toEqual({ title: "山中图书馆" });
	expect((await read({ body, title: "模板 2013" })).about).toEqual({});
});

test("what is not carried over is told once for each kind", async () => {
	const object = `<w:r><w:object><v:shape><v:imagedata r:id="rId1"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12" r:id="rId2"/></w:object></w:r>`;
	const chart = `<w:r><w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></w:drawing></w:r>`;
	const comment = '<w:r><w:commentReference w:id="0"/></w:r>';
	const content = [
		run("文字"),
		run("隐藏", "<w:vanish/>"),
		object,
		chart,
		comment,
		'<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>',
	];
	const { lines, problems } = await read({
		body: `${paragraph(content.join(""))}${paragraph(run("\u200b又") + comment)}<w:altChunk r:id="rId4"/>`,
	});
	expect(lines.map(({ text }) => text)).toEqual(["文字\u{fffd}", "\u200b又"]);
	expect(Object.fromEntries(problems.map(({ key, values }) => [key, values?.["count"]]))).toEqual({
		docxHidden: 1,
		docxObjects: 1,
		docxDrawings: 1,
		docxSymbols: 1,
		docxChunks: 1,
		docxComments: 2,
		hiddenCharacters: 1,
		replacementCharacters: 1,
	});
});

test("a field that never ends is told, not passed over", async () => {
	const { problems } = await read({
		body: `${paragraph(`${run("前")}<w:r><w:fldChar w:fldCharType="begin"/></w:r>`)}${paragraph("后")}`,
	});
	expect(problems.map(({ key }) => key)).toEqual(["docxFields"]);
});

test("files of the strict kind, with prefixes of their own and in UTF-16, are read alike", async () => {
	const strict =
		'<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>文字</d:t></d:r></d:p></d:body></d:document>';
	const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(strict, "utf16le")]);
	for (const document of [strict, new Uint8Array(utf16)]) {
		expect(await texts("", { parts: { "word/document.xml": document } })).toEqual(["文字"]);
	}
});
