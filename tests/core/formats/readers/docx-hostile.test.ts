import fc from "fast-check";
import { expect, test } from "vitest";
import { codeNumber, marks } from "#lib/core/formats/marked-text.ts";
import { ReadRefusal } from "#lib/core/formats/reader.ts";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { docx } from "#lib/core/formats/readers/docx.ts";
import { openArchive } from "#lib/server/files/archive.ts";
import { fileOf, readWith, refusalOf } from "#tests/core/formats/readers/read-with.ts";
import { paragraph, relationships, wordFile } from "#tests/core/formats/readers/word-file.ts";
import { zipOf } from "#tests/core/formats/zip-patches.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

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
	const started = processorTime();
	expect(await refusalOf(docx, file, "a.docx", { openArchive })).toMatchObject({ key });
	expect(processorTime() - started).toBeLessThan(1_000);
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
	["fields within fields", `<w:p>${`${fieldBegins}<w:r><w:t>a</w:t></w:r>`.repeat(50_000)}</w:p>`],
	[
		"text boxes in one paragraph",
		`<w:p><w:r>${`<w:txbxContent>${paragraph("a")}</w:txbxContent>`.repeat(150_000)}</w:r></w:p>`,
	],
])("tens of thousands of %s are read in time", async (_, body) => {
	const started = processorTime();
	await readWith(docx, wordFile({ body }), "a.docx", { openArchive });
	expect(processorTime() - started).toBeLessThan(8_000);
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
		"a.ods",
		Buffer.concat([
			Buffer.from("PK\u{3}\u{4}"),
			Buffer.alloc(26),
			Buffer.from("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
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

/** Elements that mean something to the reader, nested as no program would nest them. */
const anyMarkup = fc.letrec<{ node: string }>((tie) => ({
	node: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		fc.constantFrom("<w:t>文字</w:t>", "<w:t>a </w:t>", "字"),
		fc
			.tuple(
				fc.constantFrom(
					...[
						"w:p",
						"w:r",
						"w:t",
						"w:rPr",
						"w:pPr",
						"w:b",
						"w:ins",
						"w:del",
						"w:tbl",
						"w:tr",
						"w:tc",
						"w:trPr",
						"w:tcPr",
					],
					...[
						"w:vMerge",
						"w:hyperlink",
						"w:txbxContent",
						"w:sdt",
						"w:fldChar",
						"w:instrText",
						"w:footnoteReference",
					],
					...["w:ruby", "w:rt", "w:br", "w:sym", "w:moveFrom", "w:numPr", "w:object", "w:commentReference"],
				),
				fc.constantFrom(
					"",
					' w:val="1"',
					' w:id="3"',
					' w:fldCharType="begin"',
					' w:fldCharType="separate"',
					' w:fldCharType="end"',
				),
				fc.array(tie("node"), { maxLength: 4 }),
			)
			.map(([name, attribute, children]) => `<${name}${attribute}>${children.join("")}</${name}>`),
	),
})).node;

/** The lines of a document; none where it is refused. */
async function linesOrRefusal(file: Uint8Array) {
	try {
		return (await readWith(docx, file, "a.docx", { openArchive })).lines;
	} catch (error) {
		if (error instanceof ReadRefusal) return [];
		throw error;
	}
}

test("whatever the markup: lines in order whose marks all have codes, starts with ends; or a refusal", async () => {
	let read = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(anyMarkup, { minLength: 1, maxLength: 6 }), async (nodes) => {
			const lines = await linesOrRefusal(withDocument(document(paragraph(`<w:r>${nodes.join("")}</w:r>`))));
			read += lines.length;
			expect(lines.map(({ line }) => line)).toEqual(lines.map(({ line }) => line).toSorted((a, b) => a - b));
			for (const { text, codes = [] } of lines) {
				const numbers = [...text.matchAll(marks)].map(([mark]) => codeNumber(mark));
				expect(numbers).toEqual(codes.map((_, index) => index));
				const open: (string | undefined)[] = [];
				for (const { part, pair } of codes) {
					if (part === "start") open.push(pair);
					if (part === "end") expect(open.pop()).toBe(pair);
				}
				expect(open).toEqual([]);
			}
		}),
		{ numRuns: 200 },
	);
	expect(read).toBeGreaterThan(50);
});

test("whatever bytes of the document are damaged: it is read, or refused", async () => {
	const whole = new TextEncoder().encode(document(paragraph("文字").repeat(5)));
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 5 }),
			async (changes) => {
				const damaged = whole.slice();
				for (const [at, value] of changes) damaged[at] = value;
				expect((await linesOrRefusal(withDocument(damaged))).length).toBeLessThanOrEqual(5);
			},
		),
	);
});

test.each([
	["a paragraph within a paragraph", `<w:p><w:r><w:t>外</w:t></w:r>${paragraph("内")}</w:p>`],
	["text outside of paragraphs", "<w:r><w:t>外</w:t></w:r>"],
])("%s is refused, since some text would be lost", async (_, body) => {
	expect(await refusalOf(docx, wordFile({ body }), "a.docx", { openArchive })).toMatchObject({
		key: "officeBroken",
	});
});
