import { expect, test } from "vitest";
import { ReadRefusal } from "#lib/core/formats/reader.ts";
import { maxCharacters, type ReadingOptions, readWhole } from "#lib/core/reading/read-whole.ts";
import { capabilities, fileOf } from "#tests/core/formats/readers/read-with.ts";

const read = (content: string | Uint8Array, name: string, options: ReadingOptions = {}) =>
	readWhole(fileOf(content, name), capabilities, options);

async function metadataOf(content: string, name = "page.html", options: ReadingOptions = {}) {
	const reading = await read(content, name, options);
	if (reading.shape !== "text") throw new Error(`read as ${reading.shape}`);
	return reading.page.metadata;
}

const page = (head: string, body: string) =>
	`<!doctype html><html ${head}><body><h1>T</h1>${body}</body></html>`;
const english = "<p>The harbour office opened its new quay to the public on Monday morning.</p>";
const chinese = "<p>港口办公室星期一上午向公众开放了新码头，许多市民前来参观。</p>";

test.each<[string, string, string]>([
	["a template in English around Chinese", page('lang="en"', chinese), "zh-Hans"],
	["no tag at all", page('lang="utf-8"', english), "en"],
	["French", page('lang="fr-FR"', "<p>Le bureau du port a ouvert son nouveau quai lundi matin.</p>"), "fr"],
	["Chinese without its script", page('lang="zh-CN"', chinese), "zh-Hans"],
	["a Chinese template around English", page('lang="zh"', english), "en"],
])("the markup's language is believed where the text looks like it: %s", async (_, html, language) => {
	expect((await metadataOf(html)).language).toBe(language);
});

test("names in markup come without their labels, and numbers are no names", async () => {
	const meta = '<meta name="author" content="104363"><meta name="source" content="来源：青岚港">';
	const html = `<!doctype html><html><head>${meta}</head><body><h1>T</h1>${english}</body></html>`;
	expect(await metadataOf(html)).toMatchObject({ byline: null, publisher: "青岚港" });
});

test("lines that were wrapped by hand are one paragraph, as asked or as they look", async () => {
	const text = "The harbour office opened\nits new quay.\n\nMany people\ncame.";
	const reading = await read(text, "a.txt", { paragraphs: "blank-line" });
	expect(reading.shape === "text" && reading.page.blocks.map(({ line, text }) => [line, text])).toEqual([
		[1, "The harbour office opened its new quay."],
		[4, "Many people came."],
	]);
});

test("of wrapped text the short lines above it stay lines, unless somebody says otherwise", async () => {
	const text = [
		"Harbour bulletin, number 12",
		"5 March 2024",
		"",
		"The harbour office opened its new quay to the public on Monday",
		"morning, and many people from the town came to see the boats",
		"that lay there with all their flags and lanterns in the wind,",
		"ready for the race that the pilots hold each year in spring,",
		"and stayed until the evening.",
		"- Editor",
	].join("\n");
	const blocks = async (options: ReadingOptions) => {
		const reading = await read(text, "a.txt", options);
		return reading.shape === "text" ? reading.page.blocks.map(({ line }) => line) : [];
	};
	expect(await blocks({})).toEqual([1, 2, 4, 9]);
	expect(await blocks({ paragraphs: "blank-line" })).toEqual([1, 4]);
});

const figures =
	"<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2023</td><td><p>41</p><p>of them 3 tugs</p></td></tr></table>";

test.each<[string, string, string, number]>([
	["a page", `<!doctype html><html><body><h1>T</h1>\n${english}\n${figures}</body></html>`, "a.html", 3],
	["Markdown", "# T\n\n| Year | Boats |\n|---|---|\n| 2023 | 41 |\n", "a.md", 3],
])(
	"that the grid of a table is not kept is told once, with its cells: %s",
	async (_, content, name, line) => {
		const { shape, problems } = await read(content, name);
		expect(shape).toBe("text");
		expect(problems).toEqual([{ line, column: null, key: "tableAsCells", values: { cells: 4 } }]);
	},
);

test("of a text without a table nothing is told, nor of tables that are read as tables", async () => {
	expect((await read(page("", english), "a.html")).problems).toEqual([]);
	const table = await read("Year,Boats\n2023,41\n2024,57\n", "a.csv");
	expect([table.shape, table.problems]).toEqual(["table", []]);
});

test.each<[string, string | Uint8Array, string, string]>([
	["nothing", "", "a.txt", "emptyFile"],
	["blanks", " \n　\n", "a.txt", "noText"],
	[
		"a picture",
		new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe, 0x80]),
		"a.png",
		"unknownKind",
	],
	[
		"a memory without units",
		'<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body></body></tmx>',
		"a.tmx",
		"noText",
	],
])("%s is refused", async (_, content, name, key) => {
	const refused = await read(content, name).catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(ReadRefusal);
	expect(refused instanceof ReadRefusal && refused.problem.key).toBe(key);
});

test("more characters than a document holds are refused at the line where it is too much", async () => {
	const line = `${"x".repeat(1_048_575)}\n`;
	const refused = await read(line.repeat(maxCharacters / 1_048_575 + 2), "a.txt").catch(
		(error: unknown) => error,
	);
	expect(refused).toMatchObject({ problem: { key: "tooManyCharacters", line: 33 } });
});
