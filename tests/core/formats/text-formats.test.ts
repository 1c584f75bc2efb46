import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { joinSentences } from "#lib/core/diff/sentences.ts";
import { articleOf } from "#lib/core/formats/deliverable.ts";
import { article as articleFormat } from "#lib/core/formats/formats/article.ts";
import { html } from "#lib/core/formats/formats/html.ts";
import { tmx } from "#lib/core/formats/formats/tmx.ts";
import { escapeField, tsv } from "#lib/core/formats/formats/tsv.ts";
import { txt } from "#lib/core/formats/formats/txt.ts";
import { replaceForbidden } from "#lib/core/xml/escape.ts";
import { anyArticle, articleWith, canal, passage, segment } from "#tests/core/formats/articles.ts";
import { capabilities, textOf } from "#tests/core/formats/capabilities.ts";

type Article = Parameters<typeof tmx.write>[0];

const sides = (article: Article) =>
	article.passages.map(({ source, target }) => [
		joinSentences(
			source.map(({ text }) => text),
			article.sourceLanguage,
		),
		joinSentences(
			target.map(({ text }) => text),
			article.targetLanguage,
		),
	]);

describe("plain text", () => {
	test("paragraphs are separated by one blank line", () => {
		expect(textOf(txt.write(canal, capabilities))).toBe(
			"A walk along the old canal\n\nMay 27, 2024 · Canal Weekly · Zhou Min\n\nChapter one\n\nThe canal is very old & wide. Boats are slow.\n\nLater a bridge was built.\n\nPhoto: the bridge\n\nLook at the water\n\nThe end.\n",
		);
	});

	test("reading it paragraph by paragraph gives the article, line breaks inside a paragraph as one", () => {
		fc.assert(
			fc.property(anyArticle, (article) => {
				const written = textOf(txt.write(article, capabilities));
				const read = written === "" ? [] : written.slice(0, -1).split("\n\n");
				expect(read).toEqual(
					articleOf(article).map(({ text }) => text.replace(/\s*[\r\n\u2028\u2029]\s*/gu, "\n").trim()),
				);
			}),
		);
	});
});

/** What stood between two fields, read by the rules the format states. */
function readTsv(text: string): string[][] {
	const meanings: Record<string, string> = { "\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r" };
	const field = (written: string) => written.replace(/\\[\\tnr]/g, (pair) => meanings[pair] ?? pair);
	return text
		.split("\n")
		.slice(0, -1)
		.map((line) => line.split("\t").map(field));
}

describe("tab-separated text", () => {
	test.each([
		["a\tb", "a\\tb"],
		["a\\tb", "a\\\\tb"],
		["a\r\nb", "a\\r\\nb"],
		["=1+1", "=1+1"],
	])("%j is written %j", (text, expected) => {
		expect(escapeField(text)).toBe(expected);
	});

	test("every passage is read back to the letter", () => {
		fc.assert(
			fc.property(anyArticle, (article) => {
				expect(readTsv(textOf(tsv.write(article, capabilities)))).toEqual(sides(article));
			}),
		);
	});
});

interface ReadUnit {
	readonly attributes: Readonly<Record<string, string>>;
	readonly variants: [language: string, text: string][];
}

function readTmx(text: string): { header: Readonly<Record<string, string>>; units: ReadUnit[] } {
	let header: Readonly<Record<string, string>> = {};
	const units: ReadUnit[] = [];
	let inSegment = false;
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => {
		if (name === "header") header = attributes;
		if (name === "tu") units.push({ attributes, variants: [] });
		if (name === "tuv") units.at(-1)?.variants.push([attributes["xml:lang"] ?? "", ""]);
		inSegment = name === "seg";
	});
	parser.on("text", (value) => {
		const variant = units.at(-1)?.variants.at(-1);
		if (inSegment && variant !== undefined) variant[1] += value;
	});
	parser.on("closetag", () => {
		inSegment = false;
	});
	parser.write(text).close();
	return { header, units };
}

describe("TMX 1.4", () => {
	test("the header has every attribute the DTD requires, and when it was made", () => {
		expect(readTmx(textOf(tmx.write(canal, capabilities))).header).toEqual({
			creationtool: "Duizhao",
			creationtoolversion: "0.1.0",
			segtype: "sentence",
			"o-tmf": "Duizhao",
			adminlang: "en",
			srclang: "zh-Hans",
			datatype: "plaintext",
			"o-encoding": "UTF-8",
			creationdate: "20240603T093000Z",
		});
	});

	test("a unit says which passage it is and who changed it last, when", () => {
		const { units } = readTmx(textOf(tmx.write(canal, capabilities)));
		expect(units[1]?.attributes).toEqual({
			tuid: "2",
			changedate: "20240529T102030Z",
			changeid: "Omar Reyes",
		});
		expect(units.map(({ attributes }) => attributes["tuid"])).toEqual(["1", "2", "3", "4", "5", "7", "8"]);
	});

	test("every passage with both sides is read back to the letter", () => {
		fc.assert(
			fc.property(anyArticle, (article) => {
				const { units } = readTmx(textOf(tmx.write(article, capabilities)));
				const expected = sides(article).filter(([source, target]) => source !== "" && target !== "");
				expect(units.map(({ variants }) => variants)).toEqual(
					expected.map(([source = "", target = ""]) => [
						[article.sourceLanguage, replaceForbidden(source)],
						[article.targetLanguage, replaceForbidden(target)],
					]),
				);
			}),
		);
	});
});

const hostile = articleWith(
	[
		passage(
			[segment("源<b>", { draft: null })],
			[segment('<script>alert("x")</script> & more\nline', { paragraphStart: true })],
		),
	],
	{ title: "</title><script>" },
);

describe("the two-column page", () => {
	test("is well-formed but for its void elements, and nothing in it runs or is fetched", () => {
		fc.assert(
			fc.property(fc.oneof(anyArticle, fc.constant(hostile)), (article) => {
				const page = textOf(html.write(article, capabilities));
				expect(page).not.toMatch(/<script|<link|<img|\son\w+=|url\(|@import/i);
				const parser = new SaxesParser();
				parser.on("error", (error) => {
					throw error;
				});
				parser.write(page.replace("<!doctype html>", "").replace(/<(meta [^>]*|br)>/g, "<$1/>")).close();
			}),
		);
	});

	test("says the language of each cell and what is reviewed without colour", () => {
		const page = textOf(
			html.write(
				{
					...canal,
					passages: canal.passages.map((each, index) => ({
						...each,
						state: index === 0 ? "reviewed" : "edited",
					})),
				},
				capabilities,
			),
		);
		expect(page).toContain(
			'<td lang="zh-Hans"><p>运河很老。</p></td><td lang="en"><p>The canal is very old &amp; wide.</p></td>',
		);
		expect(page.match(/■/g)).toHaveLength(2);
		expect(page).toContain('<tr class="caption">');
	});
});

test("the article to paste has headings, a list and captions as such", () => {
	expect(textOf(articleFormat.write(canal, capabilities))).toBe(
		[
			'<div lang="en">',
			"<h1>A walk along the old canal</h1>",
			"<p>May 27, 2024 · Canal Weekly · Zhou Min</p>",
			"<h2>Chapter one</h2>",
			"<p>The canal is very old &amp; wide. Boats are slow.</p>",
			"<p>Later a bridge was built.</p>",
			"<figure><figcaption>Photo: the bridge</figcaption></figure>",
			"<ul>",
			"<li>Look at the water</li>",
			"</ul>",
			"<p>The end.</p>",
			"</div>",
			"",
		].join("\n"),
	);
	expect(textOf(articleFormat.write(hostile, capabilities))).toContain(
		'<p>&lt;script&gt;alert("x")&lt;/script&gt; &amp; more<br>line</p>',
	);
});
