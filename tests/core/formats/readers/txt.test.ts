import fc from "fast-check";
import { expect, test } from "vitest";
import { txt } from "#lib/core/formats/readers/txt.ts";
import { readParagraphs } from "#lib/core/text/paragraphs.ts";
import { big5, gbk } from "#tests/core/text/legacy-encoders.ts";
import { fileOf, readWith, refusalOf } from "./read-with.ts";

const textsOf = async (content: string | Uint8Array) =>
	(await readWith(txt, content)).lines.map(({ line, text }) => [line, text]);

test.each<[string, string, [number, string][]]>([
	[
		"LF",
		"one\ntwo\n",
		[
			[1, "one"],
			[2, "two"],
		],
	],
	[
		"CR LF",
		"one\r\n\r\ntwo",
		[
			[1, "one"],
			[3, "two"],
		],
	],
	[
		"CR alone",
		"one\rtwo\r",
		[
			[1, "one"],
			[2, "two"],
		],
	],
	[
		"NEL and Unicode's separators",
		"one\u0085two\u2028three\u2029four",
		[
			[1, "one"],
			[2, "two"],
			[3, "three"],
			[4, "four"],
		],
	],
	[
		"a form feed ends a page and no line",
		"one\ftwo\nthree",
		[
			[1, "one"],
			[1, "two"],
			[2, "three"],
		],
	],
	[
		"indents go, inner spaces stay",
		"　　第一段  是。 \n\t\u00A0b  c",
		[
			[1, "第一段  是。"],
			[2, "b  c"],
		],
	],
	[
		"a byte order mark",
		"\uFEFF一\n二",
		[
			[1, "一"],
			[2, "二"],
		],
	],
	["nothing visible", " \n\u3000\n\u200B", []],
])("lines: %s", async (_, content, expected) => {
	expect(await textsOf(content)).toEqual(expected);
});

test("however a file comes in pieces, its lines are those of the text", async () => {
	const part = fc.constantFrom("\r", "\n", "\r\n", "\u2028", " ", "　", "a", "é", "字", "😀", "。", "word");
	await fc.assert(
		fc.asyncProperty(fc.array(part), fc.integer({ min: 1, max: 9 }), async (parts, chunk) => {
			const content = `字${parts.join("")}`;
			const { lines } = await readWith(txt, fileOf(content, "a.txt", chunk));
			expect(lines).toEqual(readParagraphs(content, "line"));
		}),
	);
});

test("characters of the private planes stay text, as codes of their own", async () => {
	const { lines } = await readWith(txt, "a\u{F0000}b");
	expect(lines[0]?.codes).toEqual([{ kind: "character", part: "alone", value: "\u{F0000}" }]);
});

test("hidden characters are kept, and told once with their number and the first place", async () => {
	const { lines, problems } = await readWith(txt, "中\n  a\u202Eb\u200Bc 👩\u200D🚀");
	expect(lines[1]?.text).toBe("a\u202Eb\u200Bc 👩\u200D🚀");
	expect(problems).toEqual([
		{ line: 2, column: 4, key: "hiddenCharacters", values: { count: 2, code: "U+202E" } },
	]);
});

test("signs of characters lost earlier are told", async () => {
	const { lines, problems } = await readWith(txt, "中\uFFFD文\uFFFD");
	expect(lines[0]?.text).toBe("中\uFFFD文\uFFFD");
	expect(problems).toEqual([
		{ line: 1, column: 2, key: "replacementCharacters", values: { count: 2, code: "U+FFFD" } },
	]);
});

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each<[string, string | Uint8Array, object]>([
	["NUL", "一\n二\0三", { key: "textNul", line: 2, column: 2 }],
	[
		"a picture called text",
		latin("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
		{ key: "notText", values: { kind: "PNG" } },
	],
	["an archive called text", latin("PK\x03\x04\x14\0\0\0"), { key: "notText", values: { kind: "ZIP" } }],
	[
		"bytes without any sense",
		latin("\x01\x9f\x02\xfe\x03\x81\x04\xff\x05\x06\xfd\x07\x80\x80\xff\xff"),
		{ key: "notTextAtAll" },
	],
	[
		"a character cut off at the end",
		new TextEncoder().encode("第一行\n再见").subarray(0, -1),
		{ key: "cutOff", line: 2, column: 2, values: { bytes: "E8 A7", encoding: "UTF-8" } },
	],
	[
		"a foreign byte in the middle",
		Uint8Array.of(...new TextEncoder().encode("第一行\n再"), 0xff, ...new TextEncoder().encode("见之后的话")),
		{ key: "foreignBytes", line: 2, column: 2, values: { bytes: "FF", encoding: "UTF-8" } },
	],
])("refused with its place: %s", async (_, content, expected) => {
	expect(await refusalOf(txt, content)).toMatchObject(expected);
});

test("a line without an end is refused before it fills the memory", async () => {
	expect(await refusalOf(txt, "x".repeat(5_000_000))).toMatchObject({ key: "lineTooLong", line: 1 });
});

test.each<[string, (text: string) => Uint8Array, string]>([
	["GB18030", gbk, "会议指出，要加强对外交流合作。"],
	["Big5", big5, "市長表示，將優先照顧長者與兒童。"],
])(
	"a file whose %s begins after a long stretch of ASCII is read in it to its end",
	async (encoding, encode, text) => {
		const content = encode(`${"plain words\n".repeat(8_000)}${`${text}\n`.repeat(20)}`);
		const { about, lines, problems } = await readWith(txt, content);
		expect(about).toEqual({ encoding });
		expect(lines.at(-1)).toEqual({ line: 8_020, text });
		expect(problems).toEqual([]);
	},
);

test("a file that changes its encoding is refused where it does", async () => {
	const head = new TextEncoder().encode("中文的第一部分。\n".repeat(4_000));
	const content = new Uint8Array([...head, ...gbk("第二部分。")]);
	expect(await refusalOf(txt, content)).toMatchObject({ key: "foreignBytes", line: 4_001, column: 1 });
});

test("progress is told on the way, and what it throws ends the reading", async () => {
	const stop = new Error("cancelled");
	const progress = (done: number, total: number) => {
		if (done > total / 2) throw stop;
	};
	await expect(readWith(txt, "words\n".repeat(300_000), "a.txt", { progress })).rejects.toBe(stop);
});
