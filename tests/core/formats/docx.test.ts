import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinSentences } from "#lib/core/diff/sentences.ts";
import { articleOf, type Deliverable, headOf, paragraphsOf } from "#lib/core/formats/deliverable.ts";
import { docx } from "#lib/core/formats/formats/docx.ts";
import { docxTracked } from "#lib/core/formats/formats/docx-tracked.ts";
import { replaceForbidden } from "#lib/core/xml/escape.ts";
import { anyArticle, articleWith, canal, passage, segment } from "#tests/core/formats/articles.ts";
import { capabilities } from "#tests/core/formats/capabilities.ts";
import { readChanges, readWord } from "#tests/core/formats/word-reading.ts";
import { unzipped } from "#tests/core/formats/zip.ts";

const texts = (paragraphs: readonly { text: string }[]) => paragraphs.map(({ text }) => text);

/** What Word can hold of a text: line ends are one, forbidden characters are marked. */
const inWord = (text: string) => replaceForbidden(text).replace(/\r\n?/g, "\n");

/** The article if every rendering still were its draft. */
function draftArticle(article: Deliverable): string[] {
	const body = paragraphsOf(article, "target").map(({ segments }) =>
		joinSentences(
			segments.map(({ draft }) => draft ?? ""),
			article.targetLanguage,
		),
	);
	return [...texts(headOf(article)), ...body].filter((text) => text !== "");
}

describe("a clean Word document", () => {
	test("has title, date line, headings, captions and items in order, in their styles", async () => {
		expect(readWord(await docx.write(canal, capabilities), "accept")).toEqual([
			{ style: "Heading1", text: "A walk along the old canal" },
			{ style: "Dateline", text: "May 27, 2024 · Canal Weekly · Zhou Min" },
			{ style: "Heading2", text: "Chapter one" },
			{ style: null, text: "The canal is very old & wide. Boats are slow." },
			{ style: null, text: "Later a bridge was built." },
			{ style: "PictureCaption", text: "Photo: the bridge" },
			{ style: "ListParagraph", text: "Look at the water" },
			{ style: null, text: "The end." },
		]);
	});

	test("a title and date lines of the page itself are not doubled", async () => {
		const article = articleWith([
			passage([], [segment("The page's own title", { kind: "title" })]),
			passage([], [segment("08:35, May 27, 2024", { kind: "meta" })]),
			passage([], [segment("Text.", { paragraphStart: true })]),
		]);
		expect(texts(readWord(await docx.write(article, capabilities), "accept"))).toEqual([
			"The page's own title",
			"08:35, May 27, 2024",
			"Text.",
		]);
	});

	test.each([
		["en", 'w:val="en-US"'],
		["zh-Hant", 'w:eastAsia="zh-TW"'],
		["zh-not a tag", 'w:val="en-US"'],
	])("%s is the proofing language", async (targetLanguage, expected) => {
		const bytes = await docx.write({ ...canal, targetLanguage }, capabilities);
		expect(unzipped(bytes, "word/styles.xml")).toContain(expected);
	});

	test("what is read back is what the article says", async () => {
		await fc.assert(
			fc.asyncProperty(anyArticle, async (article) => {
				const read = readWord(await docx.write(article, capabilities), "accept");
				expect(texts(read)).toEqual(texts(articleOf(article)).map(inWord));
			}),
			{ numRuns: 60 },
		);
	});
});

describe("a Word document with tracked changes", () => {
	test("rejecting all gives the draft, accepting all the final text", async () => {
		const bytes = await docxTracked.write(canal, capabilities);
		expect(texts(readWord(bytes, "reject"))).toEqual([
			"A walk along the old canal",
			"May 27, 2024 · Canal Weekly · Zhou Min",
			"The first chapter",
			"The channel is old & old. Boats are slow. Ship slow.",
			"Photo: the bridge",
			"Bridge.",
			"Look at the water",
		]);
		expect(readWord(bytes, "accept")).toEqual(readWord(await docx.write(canal, capabilities), "accept"));
	});

	test("every change has the author and second of the edit that made it", async () => {
		const changes = readChanges(await docxTracked.write(canal, capabilities));
		expect(changes).toContainEqual({
			kind: "del",
			author: "Lin Wen",
			date: "2024-05-28T08:00:00Z",
			text: "channel",
		});
		expect(changes).toContainEqual({
			kind: "ins",
			author: "Omar Reyes",
			date: "2024-05-29T10:20:30Z",
			text: "wide",
		});
	});

	test.each([
		[
			"at the end, as Word writes it: the mark before is the new one",
			[
				["Stays.", "Stays."],
				[null, "New."],
				[null, "Newer."],
			],
			["ins", "ins", null],
		],
		[
			"deleted at the end",
			[
				["Stays.", "Stays."],
				["Gone.", ""],
			],
			["del", null],
		],
		[
			"in the middle: its own mark",
			[
				[null, "New."],
				["Stays.", "Stays."],
			],
			["ins", null],
		],
		[
			"deleted in the middle",
			[
				["Gone.", ""],
				["Stays.", "Stays."],
			],
			["del", null],
		],
		["nothing but new paragraphs", [[null, "New."]], ["ins"]],
		[
			"one for the other at the end: in the same paragraph",
			[
				["Stays.", "Stays."],
				[null, "New."],
				["Gone.", ""],
			],
			[null, null],
		],
	] as const)("paragraphs that came or went, %s", async (_, paragraphs, marks) => {
		const article = articleWith(
			paragraphs.map(([draft, text]) => passage([], [segment(text, { draft, paragraphStart: true })])),
			{ title: "", publishedOn: null, publisher: null, byline: null },
		);
		const bytes = await docxTracked.write(article, capabilities);
		const xml = unzipped(bytes, "word/document.xml");
		const written = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(
			([, body = ""]) => /<w:pPr>.*?<w:(ins|del) .*?<\/w:pPr>/s.exec(body)?.[1] ?? null,
		);
		expect(written).toEqual(marks);
		expect(texts(readWord(bytes, "reject"))).toEqual(draftArticle(article));
		expect(texts(readWord(bytes, "accept"))).toEqual(texts(articleOf(article)));
	});

	test("a text that its history does not reach still names its last editor, or nobody known", async () => {
		const article = articleWith([
			passage(
				[],
				[
					segment("Cut here.", {
						draft: "Uncut there.",
						history: [{ text: "Uncut here.", author: "Lin Wen", at: "2024-05-28T08:00:00Z" }],
					}),
				],
			),
			passage([], [segment("Lost trace.", { draft: "Lost.", history: [] })]),
		]);
		const bytes = await docxTracked.write(article, capabilities);
		expect(new Set(readChanges(bytes).map(({ author }) => author))).toEqual(new Set(["Lin Wen", "Unknown"]));
		expect(texts(readWord(bytes, "accept")).at(-1)).toBe("Cut here. Lost trace.");
	});

	test("any article: reject reads the draft, accept the final text, to the letter", async () => {
		await fc.assert(
			fc.asyncProperty(anyArticle, async (article) => {
				const bytes = await docxTracked.write(article, capabilities);
				expect(texts(readWord(bytes, "reject"))).toEqual(draftArticle(article).map(inWord));
				expect(texts(readWord(bytes, "accept"))).toEqual(texts(articleOf(article)).map(inWord));
				const ids = [...unzipped(bytes, "word/document.xml").matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(
					([, id]) => id,
				);
				expect(new Set(ids).size).toBe(ids.length);
			}),
			{ numRuns: 100 },
		);
	});
});
