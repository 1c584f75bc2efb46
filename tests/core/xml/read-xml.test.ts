import { describe, expect, test } from "vitest";
import { ReadRefusal } from "#lib/core/formats/reader.ts";
import { readXml, readXmlBytes } from "#lib/core/xml/read-xml.ts";
import { rootOf } from "#lib/core/xml/root-of.ts";
import { xmlEncoding } from "#lib/core/xml/xml-encoding.ts";
import type { XmlElement } from "#lib/core/xml/xml-events.ts";
import { capabilities, fileOf } from "#tests/core/formats/readers/read-with.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Events as one line each, and what was told. */
async function eventsOf(content: Uint8Array | string, chunk?: number, skip?: string) {
	const events: string[] = [];
	const told: object[] = [];
	const handler = {
		open(element: XmlElement) {
			events.push(`<${element.local} {${element.namespace}} ${element.line}:${element.column}`);
			return element.local === skip ? ("skip" as const) : undefined;
		},
		close: ({ local }: XmlElement) => void events.push(`>${local}`),
		text: (text: string) => void events.push(`"${text}"`),
	};
	const sink = {
		about: (about: object) => void told.push(about),
		problem: (problem: object) => void told.push(problem),
	};
	await readXml(fileOf(content, "test.xml", chunk), handler, sink, capabilities);
	return { events, told };
}

async function refusalOf(content: Uint8Array | string, chunk?: number) {
	try {
		await eventsOf(content, chunk);
	} catch (error) {
		if (error instanceof ReadRefusal) return error.problem;
		throw error;
	}
	throw new Error("the file was read");
}

const utf16 = (text: string, little = true, mark = true) => {
	const bytes = [...(mark ? `\ufeff${text}` : text)].flatMap((character) => {
		const code = character.charCodeAt(0);
		return little ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
	});
	return new Uint8Array(bytes);
};

describe("encodings", () => {
	const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>`;
	test.each([
		["UTF-8 without a word", utf8("<a>中文</a>"), "UTF-8", "中文"],
		["UTF-8 with a mark", utf8("\ufeff<a>中文</a>"), "UTF-8", "中文"],
		["UTF-16, little end first", utf16(`${declared("UTF-16")}中文</a>`), "UTF-16LE", "中文"],
		["UTF-16, big end first", utf16(`${declared("UTF-16")}中文</a>`, false), "UTF-16BE", "中文"],
		["UTF-16 without a mark", utf16("<a>中文</a>", true, false), "UTF-16LE", "中文"],
		[
			"GB18030",
			new Uint8Array([...utf8(declared("GB18030")), 0xd6, 0xd0, 0xce, 0xc4, ...utf8("</a>")]),
			"GB18030",
			"中文",
		],
		[
			"GB2312",
			new Uint8Array([...utf8(declared("gb2312")), 0xd6, 0xd0, 0xce, 0xc4, ...utf8("</a>")]),
			"GB18030",
			"中文",
		],
		["Big5", new Uint8Array([...utf8(declared("Big5")), 0xa4, 0xa4, ...utf8("</a>")]), "Big5", "中"],
		[
			"ISO-8859-1",
			new Uint8Array([...utf8(declared("ISO-8859-1")), 0xe9, ...utf8("</a>")]),
			"Windows-1252",
			"é",
		],
	])("%s is read", async (_name, bytes, encoding, text) => {
		for (const chunk of [1, 7, 65_536]) {
			const { events, told } = await eventsOf(bytes, chunk);
			expect(events.slice(1, -1).join("")).toBe([...text].length > 0 ? `"${text}"` : "");
			expect(told).toEqual([{ encoding }]);
		}
	});

	test("a declaration that cannot be true is told, and the file read as UTF-8", async () => {
		const { told } = await eventsOf(`${declared("utf-16")}中</a>`);
		expect(told).toContainEqual({
			line: 1,
			column: null,
			key: "xmlWrongEncoding",
			values: { declared: "utf-16" },
		});
	});

	test.each([
		["in the first line", [..."<a>".split("")], 1],
		["in the third", [..."<a>\n中\n".split("")], 3],
	])("bytes that do not fit refuse the file with their line: %s", async (_name, before, line) => {
		const bytes = new Uint8Array([...utf8(before.join("")), 0xff, ...utf8("</a>")]);
		for (const chunk of [1, 3, 4, 65_536])
			expect(await refusalOf(bytes, chunk)).toMatchObject({ key: "foreignBytes", line });
	});

	test("an encoding that nobody knows refuses the file by its name", async () => {
		expect(await refusalOf(`${declared("x-klingon")}</a>`)).toMatchObject({
			key: "unknownEncoding",
			values: { encoding: "x-klingon" },
		});
	});

	test("UTF-32 is told from UTF-16", () => {
		expect(xmlEncoding(new Uint8Array([0xff, 0xfe, 0, 0])).encoding).toBe("utf-32le");
	});
});

describe("what is read", () => {
	test("elements come with their namespaces and where they begin", async () => {
		const text = `<a xmlns="urn:a" xmlns:b="urn:b">\n  <b:c xmlns="">\n<d/></b:c><x:e/></a>`;
		const { events } = await eventsOf(text);
		expect(events.filter((event) => event.startsWith("<"))).toEqual([
			"<a {urn:a} 1:1",
			"<c {urn:b} 2:3",
			"<d {} 3:1",
			"<e {} 3:11",
		]);
	});

	test("text, references, CDATA and every kind of line end come through in any chunks", async () => {
		const text = "<a>1 &lt; 2 &#x4E2D;&#20013;<![CDATA[<b>&amp;]]>\r\nx\ry &#13;</a>";
		for (const chunk of [1, 2, 5, 1_000]) {
			const { events } = await eventsOf(text, chunk);
			expect(events.slice(1, -1).join("").replaceAll('""', "")).toBe('"1 < 2 中中<b>&amp;\nx\ny \r"');
		}
	});

	test.each([
		["a reference", "<a>\n&#x1F;b</a>", "\n\u001fb", 2],
		["raw", "<a>b\u0002c</a>", "b\u0002c", 1],
		["in a file that declares its version", '<?xml version="1.0"?><a>&#8;</a>', "\b", 1],
	])("a control character is kept and told: %s", async (_name, content, text, line) => {
		const { events, told } = await eventsOf(content);
		expect(events[1]).toBe(`"${text}"`);
		expect(told).toContainEqual(
			expect.objectContaining({ key: "xmlControlCharacters", line, values: { count: 1 } }),
		);
	});

	test("what is skipped is not told, its end is", async () => {
		const { events } = await eventsOf("<a><b>x<c>y</c>z</b>w</a>", undefined, "b");
		expect(events).toEqual(["<a {} 1:1", "<b {} 1:4", ">b", '"w"', ">a"]);
	});

	test("a DOCTYPE is not fetched; one with declarations is told", async () => {
		expect((await eventsOf('<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"><a/>')).told).toHaveLength(1);
		expect((await eventsOf("<!DOCTYPE a [<!ELEMENT a ANY>]><a/>")).told).toContainEqual(
			expect.objectContaining({ key: "xmlDeclarationsIgnored" }),
		);
	});

	test("a part of an archive is read as a file is", () => {
		const texts: string[] = [];
		const handler = {
			open: () => undefined,
			close: () => undefined,
			text: (text: string) => void texts.push(text),
		};
		readXmlBytes(utf16("<a>中文</a>"), handler, capabilities);
		expect(texts).toEqual(["中文"]);
		expect(() => readXmlBytes(new Uint8Array([0x3c, 0xff]), handler, capabilities)).toThrow(ReadRefusal);
	});
});

describe("what is refused", () => {
	const bomb = `<!DOCTYPE a [<!ENTITY b "bbbbbbbb">${'<!ENTITY c "&b;&b;&b;&b;">'.repeat(9)}]><a>&c;</a>`;
	test.each([
		["an undefined entity", "<a>\n <b>&nbsp;</b></a>", "xmlUndefinedEntity", 2, 10],
		["declared entities", bomb, "xmlEntities", 1, null],
		[
			"an external entity",
			'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
			"xmlEntities",
			1,
			null,
		],
		["a parameter entity", '<!DOCTYPE a [<!entity % x "y">]><a/>', "xmlEntities", 1, null],
		["a NUL", "<a>\nb\u0000</a>", "xmlForbiddenCharacter", 2, 2],
		["a reference to NUL", "<a>&#0;</a>", "xmlBadReference", 1, 7],
		["a reference to half a character", "<a>&#xD800;</a>", "xmlBadReference", 1, 11],
		["a reference to no number", "<a>&#x;</a>", "xmlBadReference", 1, 7],
		["tags that cross", "<a><b></a></b>", "xmlTagMismatch", 1, 10],
		["an attribute twice", '<a b="1" b="2"/>', "xmlDuplicateAttribute", 1, 16],
		["two roots", "<a/>\n<b/>", "xmlOutsideRoot", 2, null],
		["text before the root", "x<a/>", "xmlOutsideRoot", 1, null],
		["nothing", "  \n", "xmlEmpty", 2, null],
		["an attribute without quotes", "<a b=c/>", "xmlMalformed", 1, 6],
		["a mark of less in an attribute", '<a b="<"/>', "xmlForbiddenCharacter", 1, 7],
		["an end in text", "<a>\n<b>x", "xmlTruncated", 2, null],
		["an end in a tag", "<a>\n<b c='", "xmlTruncated", 2, null],
		["an end in the declaration of the kind", "<!DOCTYPE a [", "xmlEmpty", 1, null],
		["an end in a comment after all", "<a/>\n<!-- ", "xmlCut", 2, null],
	])("%s", async (_name, content, key, line, column) => {
		for (const chunk of [1, 65_536]) {
			const found = await refusalOf(content, chunk);
			expect(found).toMatchObject({ key, line });
			if (column !== null) expect(found.column).toBe(column);
		}
	});

	test("200,000 nested elements, at the first that is too deep", async () => {
		expect(await refusalOf("<a>".repeat(200_000))).toMatchObject({
			key: "xmlTooDeep",
			values: { limit: 1_000 },
			column: 3_001,
		});
	});

	test.each([
		["text", "<a>", "x"],
		["a name", "<", "x"],
		["an attribute", '<a b="', "x"],
		["a tag with attributes", "<a", ' a=""'],
		["a comment", "<a><!--", "x"],
		["a reference", "<a>&", "x"],
		["the declaration of the kind", "<!DOCTYPE a [", " "],
	])("%s without end, before it fills the memory", async (_name, begin, character) => {
		const stretch = utf8(character.repeat(1024 * 1024));
		const file = {
			...fileOf(begin, "test.xml"),
			async *chunks() {
				yield utf8(begin);
				for (let million = 0; million < 4_000; million += 1) yield stretch;
			},
		};
		const ignore = { open: () => undefined, close: () => undefined, text: () => undefined };
		const sink = { about: () => undefined, problem: () => undefined };
		await expect(readXml(file, ignore, sink, capabilities)).rejects.toMatchObject({
			problem: { key: "xmlTooLong" },
		});
	});

	test("work that was cancelled ends", async () => {
		const file = fileOf(`<a>${"x".repeat(2_000_000)}</a>`, "test.xml");
		const ignore = { open: () => undefined, close: () => undefined, text: () => undefined };
		const sink = { about: () => undefined, problem: () => undefined };
		const progress = () => {
			throw new Error("cancelled");
		};
		await expect(readXml(file, ignore, sink, { ...capabilities, progress })).rejects.toThrow("cancelled");
	});
});

test.each([
	["<tmx>", "tmx"],
	['<?xml version="1.0"?>\n<!-- <no> -->\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">', "tmx"],
	["\ufeff <x:xliff xmlns:x='urn'>", "xliff"],
	["<p:", null],
	["Text <b>", null],
	["<!-- without end", null],
	["", null],
])("the root of %j is %s", (head, local) => {
	expect(rootOf(head)?.local ?? null).toBe(local);
});
