import { expect, test } from "vitest";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { docx } from "#lib/core/formats/readers/docx.ts";
import { openArchive } from "#lib/server/files/archive.ts";
import { fileOf, readWith, refusalOf } from "#tests/core/formats/readers/read-with.ts";
import { paragraph, relationships, wordFile } from "#tests/core/formats/readers/word-file.ts";
import { zipOf } from "#tests/core/formats/zip-patches.ts";

const root = "word/document.xml";
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const withDocument = (document: string | Uint8Array) => wordFile({ body: "", parts: { [root]: document } });
const document = (body: string) => `<w:document ${main}><w:body>${body}</w:body></w:document>`;

const entities = Array.from(
	{ length: 10 },
	(_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
).join("");

test.each([
	[
		"an entity bomb",
		`<!DOCTYPE w [<!ENTITY l0 "lol">${entities}]>${document(paragraph("&l10;"))}`,
		"officeDoctype",
	],
	[
		"an entity that is a file",
		`<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>${document(paragraph("&f;"))}`,
		"officeDoctype",
	],
	["an entity that nobody defined", document(paragraph("&f;")), "officeBroken"],
	["XML 200,000 deep", document("<w:sdt>".repeat(200_000)), "officeTooDeep"],
	["XML that is cut off", document(paragraph("文字")).slice(0, -30), "officeBroken"],
	["no XML", "文字", "officeBroken"],
	["nothing", "", "officeBroken"],
	["half of a character", document(paragraph("&#xD800;")), "officeBroken"],
	["a NUL character", document(paragraph("&#0;")), "officeBroken"],
	["bytes that are no UTF-8", new Uint8Array([0x3c, 0x77, 0xff, 0xfe, 0x3e]), "officeBroken"],
])("a document of %s is refused within a second", async (_, content, key) => {
	const file = withDocument(content);
	const started = performance.now();
	expect(await refusalOf(docx, file, "a.docx", { openArchive })).toMatchObject({ key });
	expect(performance.now() - started).toBeLessThan(1_000);
});

test("a paragraph with more codes than a document can hold is refused", async () => {
	const body = paragraph("<w:r><w:t>a</w:t><w:br/></w:r>".repeat(140_000));
	expect(await refusalOf(docx, wordFile({ body }), "a.docx", { openArchive })).toMatchObject({
		key: "tooManyCodes",
	});
});

test("a paragraph of a hundred thousand runs of blanks and of bold is read in time", async () => {
	const body = paragraph(
		'<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>'.repeat(50_000),
	);
	const { lines } = await readWith(docx, wordFile({ body }), "a.docx", { openArchive });
	expect(lines[0]?.text.replace(/\s/gu, "")).toHaveLength(50_000);
});

const deletedMark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>';
const fieldBegins = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';

test.each([
	[
		"paragraphs that each run on into the next",
		`<w:p>${deletedMark}<w:r><w:t>a</w:t></w:r></w:p>`.repeat(100_000),
	],
	["fields within fields", `<w:p>${`${fieldBegins}<w:r><w:t>a</w:t></w:r>`.repeat(100_000)}</w:p>`],
	[
		"text boxes in one paragraph",
		`<w:p><w:r>${`<w:txbxContent>${paragraph("a")}</w:txbxContent>`.repeat(150_000)}</w:r></w:p>`,
	],
])("a hundred thousand %s are read in time", async (_, body) => {
	const started = performance.now();
	await readWith(docx, wordFile({ body }), "a.docx", { openArchive });
	expect(performance.now() - started).toBeLessThan(8_000);
});

test("more paragraphs than any document has are refused", async () => {
	expect(
		await refusalOf(docx, wordFile({ body: "<w:p/>".repeat(250_001) }), "a.docx", { openArchive }),
	).toMatchObject({
		key: "tooManySegments",
	});
});

test.each([
	["without a document", zipOf({ "[Content_Types].xml": "<Types/>" }), "docxNoDocument"],
	[
		"whose main part is elsewhere and missing",
		wordFile({
			body: "",
			parts: {
				"_rels/.rels": relationships([{ id: "r", type: "officeDocument", target: "../../etc/passwd" }]),
			},
		}),
		"docxNoDocument",
	],
	["cut off", wordFile({ body: paragraph("文字") }).slice(0, -40), "archiveCut"],
])("a file %s is refused", async (_, file, key) => {
	expect(await refusalOf(docx, file, "a.docx", { openArchive })).toMatchObject({ key });
});

test("a broken list of relationships is told and the text is read", async () => {
	const parts = { "word/_rels/document.xml.rels": "<Relationships><oops" };
	const { lines, problems } = await readWith(docx, wordFile({ body: paragraph("文字"), parts }), "a.docx", {
		openArchive,
	});
	expect(lines.map(({ text }) => text)).toEqual(["文字"]);
	expect(problems.map(({ key }) => key)).toEqual(["officeRelationships"]);
});

test("nothing that a document leads to is opened: only its own parts are asked for", async () => {
	const asked: string[] = [];
	const file = wordFile({
		body: `${paragraph("文字")}<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rId1" r:embed="rId1"/></w:drawing></w:r></w:p>`,
		links: [
			{ id: "rId1", type: "image", target: "file:///dev/zero", external: true },
			{ id: "rId2", type: "header", target: "file:///etc/passwd", external: true },
			{ id: "rId3", type: "footer", target: "../../../etc/passwd" },
			{ id: "rId4", type: "attachedTemplate", target: "http://169.254.169.254/", external: true },
		],
	});
	const { lines } = await readWith(docx, file, "a.docx", {
		openArchive: async (bytes) => {
			const archive = await openArchive(bytes);
			const entry = (name: string) => {
				asked.push(name);
				return archive.entry(name);
			};
			return { ...archive, entry };
		},
	});
	expect(lines.map(({ text }) => text)).toEqual(["文字"]);
	expect(asked.toSorted()).toEqual(["_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml"]);
});

const ole = (stream: string) =>
	Buffer.concat([
		Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
		Buffer.alloc(600),
		Buffer.from(stream, "utf16le"),
		Buffer.alloc(600),
	]);

test.each([
	["a password", "a.docx", ole("EncryptedPackage"), "officeEncrypted"],
	["the old Word format", "a.doc", ole("WordDocument"), "officeOldWord"],
	["the old Excel format", "a.xls", ole("Workbook"), "officeOldSheet"],
	["the old PowerPoint format", "a.ppt", ole("PowerPoint Document"), "officeOld"],
	["Rich Text Format", "a.doc", Buffer.from("{\\rtf1\\ansi text}"), "officeRtf"],
	[
		"OpenDocument",
		"a.odt",
		Buffer.concat([
			Buffer.from("PK\u{3}\u{4}"),
			Buffer.alloc(26),
			Buffer.from("mimetypeapplication/vnd.oasis.opendocument.text"),
		]),
		"officeOpenDocument",
	],
	["slides", "a.pptx", zipOf({ "ppt/presentation.xml": "<p/>" }), "officeSlides"],
	["a text called .docx", "a.docx", Buffer.from("文字"), "officeNoArchive"],
] as const)("a file with %s is taken and refused with what to do", async (_, name, bytes, key) => {
	expect(recognise(fileOf(bytes, name), null)?.id).toBe("docx");
	expect(await refusalOf(docx, bytes, name, { openArchive })).toMatchObject({ key });
});

test("a Word file is known by what is in it, whatever its name", () => {
	const file = fileOf(wordFile({ body: paragraph("文字") }), "a.bin");
	expect(docx.recognises(file)).toBe(3);
});
