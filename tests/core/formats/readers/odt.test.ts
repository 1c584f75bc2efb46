import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { odt } from "#lib/core/formats/readers/odt.ts";
import { openArchive } from "#lib/server/files/archive.ts";
import { asTags } from "#tests/core/formats/readers/as-tags.ts";
import { fileOf, readWith, refusalOf } from "#tests/core/formats/readers/read-with.ts";

const spaces = Object.entries({
	office: "office",
	style: "style",
	text: "text",
	table: "table",
	draw: "drawing",
	svg: "svg-compatible",
	fo: "xsl-fo-compatible",
})
	.map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
	.concat('xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"')
	.join(" ");

function textFile(body: string, automatic = "", named = ""): Uint8Array {
	const content = `<office:document-content ${spaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
	return packed(
		content,
		`<office:document-styles ${spaces}><office:styles>${named}</office:styles></office:document-styles>`,
	);
}

function packed(content: string, styles = "<none/>"): Uint8Array {
	return zipSync({
		mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
		"content.xml": strToU8(content),
		"styles.xml": strToU8(styles),
	});
}

const read = (...of: Parameters<typeof textFile>) => readWith(odt, textFile(...of), "a.odt", { openArchive });
const p = (content: string, style = "Standard") => `<text:p text:style-name="${style}">${content}</text:p>`;
const automatic = [
	'<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
	'<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%" fo:font-style="italic"/></style:style>',
	'<style:style style:name="T3" style:family="text"><style:text-properties style:text-position="33% 80%"/></style:style>',
	'<style:style style:name="T4" style:family="text"><style:text-properties style:text-position="-8% 80%"/></style:style>',
	'<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>',
	'<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Byline"/>',
	'<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/><text:list-level-style-number text:level="2"/></text:list-style>',
].join("");

test.each([
	[
		"text that is raised or lowered by a share",
		'x<text:span text:style-name="T3">2</text:span>, H<text:span text:style-name="T4">2</text:span>O',
		"x<superscript>2</superscript>, H<subscript>2</subscript>O",
	],
	[
		"formatting that differs",
		'a<text:span text:style-name="T1">b<text:span text:style-name="T2">c</text:span></text:span>',
		"a<bold>b<italic><superscript>c</superscript></italic></bold>",
	],
	[
		"blanks, tabs and breaks",
		'a \n b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e',
		"a b  c\td<break>e",
	],
	[
		"a link",
		'见<text:a xlink:href="file:///etc/passwd">文件</text:a>',
		"见<link=file:///etc/passwd>文件</link>",
	],
	[
		"readings",
		"<text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>hàn</text:ruby-text></text:ruby>字",
		"汉字",
	],
	["a comment", "前<office:annotation><text:p>意见</text:p></office:annotation>后", "前后"],
])("%s", async (_, content, expected) => {
	expect((await read(p(content), automatic)).lines.map(asTags)).toEqual([expected]);
});

test("titles, headings, styles, lists, tables, notes and text boxes are hints", async () => {
	const named =
		'<style:style style:name="Byline"/><style:style style:name="Chapter" style:default-outline-level="3"/>';
	const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`;
	const row = (...texts: string[]) => `<table:table-row>${texts.map(cell).join("")}</table:table-row>`;
	const body = [
		p("题", "P1"),
		'<text:h text:outline-level="2">节</text:h>',
		p("章", "Chapter"),
		p("记者", "P2"),
		`<text:list text:style-name="L1"><text:list-item>${p("甲")}<text:list><text:list-item>${p("乙")}</text:list-item></text:list></text:list-item></text:list>`,
		p(
			`注意<text:note><text:note-citation>1</text:note-citation><text:note-body>${p("注文")}</text:note-body></text:note>。`,
		),
		p(`<draw:frame><draw:text-box>${p("框里")}</draw:text-box></draw:frame>框外`),
		`<table:table>${row("一", "二")}${row("三", "四")}</table:table>`,
	].join("");
	const { lines, problems } = await read(body, automatic, named);
	expect(lines.map((line) => [line.line, asTags(line), line.hint])).toEqual([
		[1, "题", { title: true }],
		[2, "节", { heading: 2 }],
		[3, "章", { heading: 3 }],
		[4, "记者", { classes: "Byline" }],
		[5, "甲", { list: { ordered: false, level: 0 } }],
		[6, "乙", { list: { ordered: true, level: 1 } }],
		[7, "注意<footnote=1>。", undefined],
		[8, "框外", undefined],
		[9, "一", { cell: { row: 0, column: 0 } }],
		[10, "二", { cell: { row: 0, column: 1 } }],
		[11, "三", { cell: { row: 1, column: 0 } }],
		[12, "四", { cell: { row: 1, column: 1 } }],
		[13, "<footnote=1>注文", { footnote: true }],
		[14, "框里", { margin: true }],
	]);
	expect(problems.map(({ key }) => key)).toEqual(["listNumbers"]);
});

test("what a picture is called is no text beside it, and a note keeps the mark that it has", async () => {
	const picture = '<draw:frame draw:name="F"><draw:image/><svg:desc>A quay</svg:desc></draw:frame>';
	const note = `<text:note text:id="n"><text:note-citation text:label="*">*</text:note-citation><text:note-body>${p("Said later.")}</text:note-body></text:note>`;
	const { lines } = await read(`${p(`${picture}Photo: the quay`)}${p(`It is old.${note}`)}`);
	expect(lines.map(asTags)).toEqual([
		"<image=A quay>Photo: the quay",
		"It is old.<footnote=*>",
		"<footnote=*>Said later.",
	]);
});

test("headers and footers stand among the styles, and are read as such", async () => {
	const header = `<style:header>${p("Harbour office")}</style:header><style:footer>${p("")}</style:footer>`;
	const { lines } = await read(p("A text."), "", header);
	expect(lines.map(({ text, hint }) => [text, hint?.margin])).toEqual([
		["A text.", undefined],
		["Harbour office", true],
	]);
});

test("hidden characters are told where the text is a table of pairs too", async () => {
	const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`;
	const row = (...cells: string[]) => `<table:table-row>${cells.map(cell).join("")}</table:table-row>`;
	const { shape, problems } = await read(
		`<table:table>${row("渡船每天\u200b开。", "The ferry runs every day.")}${row("票在码头卖。", "Tickets are sold on the quay.")}</table:table>`,
	);
	expect([shape, problems.map(({ key }) => key)]).toEqual(["pairs", ["hiddenCharacters"]]);
});

test("tracked changes read as final, with who made how many", async () => {
	const change = (kind: string, text: string) =>
		`<text:changed-region><text:${kind}><office:change-info><dc:creator>甲</dc:creator></office:change-info>${text}</text:${kind}></text:changed-region>`;
	const changes = `<text:tracked-changes>${change("insertion", "")}${change("deletion", p("旧"))}</text:tracked-changes>`;
	const { lines, problems } = await read(
		`${changes}${p("改<text:change-start/>新<text:change-end/><text:change/>了")}`,
	);
	expect(lines.map(({ text }) => text)).toEqual(["改新了"]);
	expect(problems[0]?.values).toEqual({ inserted: 1, deleted: 1, moved: 0, authors: "甲", more: 0 });
});

test("a table of two languages is read as pairs", async () => {
	const row = (...texts: string[]) =>
		`<table:table-row>${texts.map((text) => `<table:table-cell>${p(text)}</table:table-cell>`).join("")}</table:table-row>`;
	const { shape, units } = await read(
		`<table:table>${row("中文", "English")}${row("春天到了，花都开了。", "Spring has come.")}${row("人们来看书。", "People come to read.")}</table:table>`,
	);
	expect(shape).toBe("pairs");
	expect(units.map(({ variants }) => variants.map(({ language }) => language))).toEqual([
		["zh-Hans", "en"],
		["zh-Hans", "en"],
	]);
});

test.each([
	["an entity bomb", packed('<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>'), "officeDoctype"],
	["200,000 elements deep", packed("<a>".repeat(200_000)), "officeTooDeep"],
	["no content", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") }), "docxNoDocument"],
])("a file with %s is refused", async (_, bytes, key) => {
	expect(await refusalOf(odt, bytes, "a.odt", { openArchive })).toMatchObject({ key });
});

test("an OpenDocument text is known by what is in it, whatever its name", () => {
	expect(recognise(fileOf(textFile(""), "a.bin"), null)?.id).toBe("odt");
});
