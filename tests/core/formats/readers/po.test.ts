import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText } from "#lib/core/formats/marked-text.ts";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { po } from "#lib/core/formats/readers/po.ts";
import { fileOf, readWith, refusalOf } from "./read-with.ts";

const header = (charset = "UTF-8", more = "") =>
	`# Translations\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=${charset}\\n"\n"Language: zh_CN\\n"\n${more}\n`;

async function rowsOf(text: string) {
	const { units, problems, about } = await readWith(po, header() + text);
	const rows = units.map(({ variants }) => variants.map(({ segments }) => segments.map(plainText)));
	return { rows, units, problems, about };
}

test("messages are units, with what is said of them", async () => {
	const { units, about, problems } = await rowsOf(
		`# from the desk\n#. shown on a button\n#: app.c:12\n#, fuzzy, c-format\n#| msgid "Morn"\nmsgctxt "menu"\nmsgid "Morning %d"\nmsgstr "早晨 %d"\n`,
	);
	expect(about).toEqual({ encoding: "UTF-8", targetLanguage: "zh-CN" });
	expect(units).toEqual([
		{
			line: 12,
			id: "menu",
			state: "draft",
			notes: ["from the desk", "shown on a button"],
			variants: [
				{ language: "source", segments: [{ text: "Morning %d" }] },
				{ language: "zh-CN", segments: [{ text: "早晨 %d" }] },
			],
		},
	]);
	expect(problems).toEqual([
		{ line: 12, column: null, key: "detailsLeftOut", values: { count: 3, names: "#:, #|, c-format" } },
	]);
});

describe("texts", () => {
	test.each([
		["over several lines", 'msgid ""\n"one "\n"two"\nmsgstr "一二"', ["one two"], ["一二"]],
		["with escapes", 'msgid "a\\tb\\n\\"c\\" \\\\n \\x41\\101"\nmsgstr "x"', ['a\tb\n"c" \\n AA'], ["x"]],
		[
			"with plurals",
			'msgid "a file"\nmsgid_plural "%d files"\nmsgstr[0] "文件"',
			["a file", "%d files"],
			["文件"],
		],
		[
			"with forms out of order",
			'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "y"\nmsgstr[0] "x"',
			["a", "b"],
			["x", "y"],
		],
		["without a translation", 'msgid "a"\nmsgstr ""', ["a"], []],
		["indented", '  msgid   "a"\n\t"b"\n msgstr"c"', ["ab"], ["c"]],
		["with a hash in it", 'msgid "# a"\nmsgstr "#~ b"', ["# a"], ["#~ b"]],
	])("%s", async (_name, text, source, target) => {
		const { rows, problems } = await rowsOf(text);
		expect(rows).toEqual([[source, target]]);
		expect(problems).toEqual([]);
	});

	test("an empty translation is none", async () => {
		const { units } = await rowsOf('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n');
		expect(units[0]).toMatchObject({ state: "untranslated" });
	});

	test("messages need no blank lines between them", async () => {
		const { rows } = await rowsOf(
			'msgid "a"\nmsgstr "1"\nmsgid "b"\nmsgstr "2"\n# note\nmsgid "c"\nmsgstr "3"',
		);
		expect(rows.map(([source]) => source)).toEqual([["a"], ["b"], ["c"]]);
	});

	test("a context keeps the empty message from being the header", async () => {
		const { units } = await rowsOf('msgctxt "x"\nmsgid ""\nmsgstr "y"\n');
		expect(units).toHaveLength(1);
	});
});

describe("what is told", () => {
	test.each([
		["a message no longer in use", '#~ msgid "a"\n#~ msgstr "b"\n', "obsoleteMessages", 7, 0],
		["a line that is no part of it", 'msgid "a"\nmsgstr "b"\nwhatever\n', "brokenLines", 9, 1],
		["a string without its end", 'msgid "a"\nmsgstr "b\n', "brokenLines", 8, 1],
		["a translation of nothing", 'msgstr "b"\n', "brokenMessages", 7, 0],
		["an escape that means nothing", 'msgid "a"\nmsgstr "\\q\\0"\n', "unknownEscapes", 8, 1],
	])("%s", async (_name, text, key, line, units) => {
		const found = await rowsOf(text);
		expect(found.problems).toMatchObject([{ key, line, values: { count: 1 } }]);
		expect(found.units).toHaveLength(units);
	});

	test("an escape that means nothing stays as it is written", async () => {
		expect((await rowsOf('msgid "a"\nmsgstr "\\q\\0"\n')).rows[0]?.[1]).toEqual(["\\q\\0"]);
	});
});

describe("encodings", () => {
	const bytes = (charset: string, ...more: number[]) =>
		new Uint8Array([
			...new TextEncoder().encode(`${header(charset)}msgid "a"\nmsgstr "`),
			...more,
			...new TextEncoder().encode('"\n'),
		]);
	test.each([
		["GB2312", [0xd6, 0xd0, 0xce, 0xc4], "中文"],
		["BIG5", [0xa4, 0xa4, 0xa4, 0xe5], "中文"],
		["CHARSET", [0xe4, 0xb8, 0xad], "中"],
		["ISO-8859-1", [0xe9], "é"],
	])("%s", async (charset, characters, text) => {
		const { units } = await readWith(po, bytes(charset, ...characters));
		expect(units[0]?.variants[1]?.segments).toEqual([{ text }]);
	});
});

test("a message without end is refused before it fills the memory", async () => {
	const line = new TextEncoder().encode(`"${"x".repeat(1_000)}"\n`.repeat(1_000));
	const file = {
		...fileOf(`${header()}msgid ""\n`, "a.po"),
		async *chunks() {
			yield new TextEncoder().encode(`${header()}msgid ""\n`);
			for (let count = 0; count < 1_000; count += 1) yield line;
		},
	};
	expect(await refusalOf(po, file)).toMatchObject({ key: "messageTooLarge", values: { since: 7 } });
});

test("any text comes back from its escaped form, in whatever pieces", async () => {
	const escaped = (text: string) =>
		text.replaceAll(
			/[\\"\n\t\r]/gu,
			(character) => ({ "\n": "\\n", "\t": "\\t", "\r": "\\r" })[character] ?? `\\${character}`,
		);
	const anyText = fc
		.string({
			unit: fc.oneof(
				fc.constantFrom("\\", '"', "\n", "n", "#", " ", "\t", "\r"),
				fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
			),
			maxLength: 20,
		})
		.filter(
			(text) => text.isWellFormed() && !/\p{Cc}/u.test(text.replaceAll(/[\n\t\r]/gu, "")) && text !== "",
		);
	await fc.assert(
		fc.asyncProperty(anyText, fc.integer({ min: 1, max: 50 }), async (text, chunk) => {
			const file = fileOf(`${header()}msgid "a"\nmsgstr "${escaped(text)}"\n`, "a.po", chunk);
			const { units } = await readWith(po, file);
			expect(units[0]?.variants[1]?.segments.map(plainText)).toEqual([text]);
		}),
		{ numRuns: 150 },
	);
});

test.each([
	["a.po", header(), "po"],
	["a.txt", `# comment\n\nmsgid "a"\nmsgstr "b"\n`, "po"],
	["a.pot", "# nothing yet", "po"],
	["a.txt", "msgid is a keyword", "txt"],
])("%s that begins with %j is read as %s", (name, text, id) => {
	expect(recognise(fileOf(text, name), text)?.id).toBe(id);
});
