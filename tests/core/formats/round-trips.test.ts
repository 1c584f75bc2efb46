/** What each format that is written carries, as the reader that takes the file finds it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinSentences } from "#lib/core/diff/sentences.ts";
import type { Deliverable } from "#lib/core/formats/deliverable.ts";
import { type MarkedText, plainText } from "#lib/core/formats/marked-text.ts";
import { findFormat, formats } from "#lib/core/formats/registry.ts";
import { chooseLanguages } from "#lib/core/reading/choose-languages.ts";
import { readWhole } from "#lib/core/reading/read-whole.ts";
import type { PairsReading, Reading } from "#lib/core/reading/reading.ts";
import { replaceForbidden } from "#lib/core/xml/escape.ts";
import { readerCapabilities } from "#lib/server/files/capabilities.ts";
import { memoryFile } from "#lib/server/files/file-source.ts";
import { anyArticle } from "./articles.ts";
import { capabilities } from "./capabilities.ts";
import { asTags } from "./readers/as-tags.ts";
import { rich } from "./rich-article.ts";

async function writtenAndRead(id: string, article: Deliverable = rich): Promise<Reading> {
	const format = findFormat(id);
	if (!format) throw new Error(`no format ${id}`);
	const bytes = await format.write(article, capabilities);
	const file = memoryFile(`article${format.suffix}.${format.extension}`, bytes);
	return await readWhole(
		file,
		readerCapabilities(() => undefined),
	);
}

const keysOf = ({ problems }: Reading) => problems.map(({ key }) => key).toSorted();

/** Kind and text of each paragraph, in words that the formats below change where they carry less. */
const page = [
	["meta", "May 27, 2024 · Canal Weekly · Zhou Min"],
	["title", "A morning on the canal"],
	["heading", "I. Setting out"],
	["body", "We set out <bold>very early</bold>. It was still dark. There was no wind, the boatman said."],
	[
		"body",
		"Every look there is: <bold>in bold</bold>, <italic>in italic</italic>, <underline>in underline</underline>, <superscript>in superscript</superscript>, <subscript>in subscript</subscript>, <strike>in strike</strike>.",
	],
	[
		"body",
		"See the <link=https://example.org/canal?a=1&b=2>page</link><superscript>1</superscript> and a picture of it.",
	],
	["body", "A first line,<break>a second one."],
	["body", "One\ttwo, tab between them."],
	["body", "Rare 𠮷, 😀, “curly”, 'straight' and \"double\" quotes & <angles>."],
	["body", "Left\u200eright, zero\u200bwidth, soft\u00adhyphen."],
	["caption", "Photo: the quay"],
	["item", "Take water along"],
	["item", "Take bread along"],
	["footnote", "1 So the boatman said."],
] as const;

const without = (pattern: RegExp, text: string, by = "") => text.replaceAll(pattern, by);
type Line = readonly [kind: string, text: string];

describe("the article alone", () => {
	test.each<[string, string, (line: Line) => Line[]]>([
		["docx", "docx", (line) => [line]],
		["docx-tracked", "docx", (line) => [line]],
		// A tab is white space to a page, and a note is a paragraph like others
		["article", "html", ([kind, text]) => [[kind === "footnote" ? "body" : kind, without(/\t/g, text, " ")]]],
		// Plain text: neither looks nor kinds that nothing shows, and a line is a paragraph
		[
			"txt",
			"txt",
			([kind, text]) =>
				without(/<superscript>1<\/superscript>/g, text, "[1]")
					.split("<break>")
					.map((part) => [
						kind === "item" || kind === "footnote" ? "body" : kind,
						without(/<\/?(?!angles)[a-z]+(?:=[^>]*)?>/g, part),
					]),
		],
	])("as %s it is read by %s with the kinds and codes that the format has", async (id, reader, carried) => {
		const reading = await writtenAndRead(id);
		if (reading.shape !== "text") throw new Error(reading.shape);
		expect(reading.format).toBe(reader);
		expect(reading.page.blocks.map((block) => [block.kind, asTags(block)])).toEqual(page.flatMap(carried));
		expect(reading.page.metadata).toMatchObject({
			title: "A morning on the canal",
			publishedAt: "2024-05-27",
			language: "en",
		});
		expect(keysOf(reading)).toEqual(["hiddenCharacters"]);
	});
});

const segmentsOf = (reading: PairsReading) => {
	const chosen = chooseLanguages(reading.languages, reading.about);
	const side = (unit: PairsReading["units"][number], language: string | null) =>
		unit.variants.find((variant) => variant.language === language)?.segments.map(asTags) ?? [];
	return reading.units.map((unit) => [...side(unit, chosen.source), "=", ...side(unit, chosen.target)]);
};

const passages = rich.passages.map(({ number, source, target, state, link }) => ({
	number,
	state,
	link,
	source: source.map(({ text }) => asTags(marked(text))).join(""),
	target: target.map(({ text }) => asTags(marked(text))).join(" "),
}));

/** The codes of the document under the numbers of one text. */
function marked(text: string): MarkedText {
	return { text, codes: Object.values(rich.codes ?? {}) };
}

describe("both sides", () => {
	test("a translation memory keeps texts, codes, states and links to the letter, but not what has one side only", async () => {
		const reading = await writtenAndRead("tmx");
		if (reading.shape !== "pairs") throw new Error(reading.shape);
		const paired = passages.filter(({ target }) => target !== "");
		expect(reading.format).toBe("tmx");
		expect(reading.about).toMatchObject({
			title: rich.title,
			sourceLanguage: "zh-Hans",
			targetLanguage: "en",
		});
		expect(segmentsOf(reading)).toEqual(paired.map(({ source, target }) => [source, "=", target]));
		expect(reading.units.map(({ id, state, link }) => [id, state, link])).toEqual(
			paired.map(({ number, state, link }) => [
				`${number}`,
				state === "edited" ? "draft" : state,
				link === "stale" ? "automatic" : link,
			]),
		);
		expect(keysOf(reading)).toEqual(["hiddenCharacters", "staleLinks", "statesSimplified"]);
	});

	test("the two-column page keeps pairs, emphasis and links, which pairs were reviewed, and what it says of the article", async () => {
		const reading = await writtenAndRead("html");
		if (reading.shape !== "pairs") throw new Error(reading.shape);
		expect(reading.format).toBe("html");
		expect(reading.about).toEqual({
			encoding: "UTF-8",
			title: rich.title,
			publishedAt: "2024-05-27",
			publisher: "Canal Weekly",
			byline: "Zhou Min",
			language: "en",
			sourceLanguage: "zh-Hans",
			targetLanguage: "en",
		});
		const shown = (text: string) =>
			text
				.replace("<footnote=1>", "<superscript>1</superscript>")
				.replace("<image=quay.png>", "")
				.replaceAll("\t", " ")
				.replaceAll("\n", "<break>");
		expect(segmentsOf(reading)).toEqual(
			passages.map(({ source, target }) => [shown(source), "=", ...(target === "" ? [] : [shown(target)])]),
		);
		expect(reading.units.map(({ id, state }) => [id, state])).toEqual(
			passages.map(({ number, state }) => [
				`${number}`,
				state === "reviewed" || state === "approved" ? "reviewed" : undefined,
			]),
		);
		expect(keysOf(reading)).toEqual(["hiddenCharacters", "pairsHeaderRow", "pairsMarginsLeft"]);
	});

	test("a table of tab-separated text keeps every character of both sides, without codes", async () => {
		const reading = await writtenAndRead("tsv");
		if (reading.shape !== "table") throw new Error(reading.shape);
		expect([reading.format, reading.columns]).toEqual(["csv", { header: false, source: 0, target: 1 }]);
		const shown = (text: string) =>
			text
				.replace("<footnote=1>", "[1]")
				.replaceAll("<break>", "\n")
				.replaceAll(/<\/?(?!angles)[a-z]+(?:=[^>]*)?>/g, "");
		expect(reading.rows.map(({ cells }) => cells)).toEqual(
			passages.map(({ source, target }) => [shown(source), shown(target)]),
		);
		expect(keysOf(reading)).toEqual(["escapesUndone", "hiddenCharacters"]);
	});
});

describe("whatever the article", () => {
	const sidesOf = (article: Deliverable) =>
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

	test("a translation memory gives back both texts of every pair", async () => {
		await fc.assert(
			fc.asyncProperty(anyArticle, async (article) => {
				const pairs = sidesOf(article).filter((pair) => pair.every((text) => text !== ""));
				fc.pre(pairs.length > 0);
				const reading = await writtenAndRead("tmx", article);
				if (reading.shape !== "pairs") throw new Error(reading.shape);
				expect(
					reading.units.map(({ variants }) =>
						variants.map(({ segments }) => segments.map(plainText).join("|")),
					),
				).toEqual(pairs.map((pair) => pair.map(replaceForbidden)));
			}),
		);
	});

	test("a table of tab-separated text gives back both sides of every passage", async () => {
		await fc.assert(
			fc.asyncProperty(anyArticle, async (article) => {
				const sides = sidesOf(article);
				fc.pre(sides.some((pair) => pair.some((text) => text !== "")));
				fc.pre(sides.flat().every((text) => text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text)));
				const reading = await writtenAndRead("tsv", article);
				if (reading.shape !== "table") throw new Error(reading.shape);
				// Of a few letters the encoding can only be guessed, which is told
				fc.pre(!keysOf(reading).includes("encodingGuessed"));
				expect(reading.rows.map(({ cells }) => cells)).toEqual(sides);
			}),
		);
	});
});

test("every format that is written is read here", () => {
	const tried = ["docx", "docx-tracked", "article", "txt", "tmx", "html", "tsv"];
	expect(formats.map(({ id }) => id).toSorted()).toEqual(tried.toSorted());
});
