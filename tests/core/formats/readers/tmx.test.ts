import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasMarks, markOf, plainText } from "#lib/core/formats/marked-text.ts";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { tmx } from "#lib/core/formats/readers/tmx.ts";
import { type TmxUnit, tmxFile } from "#lib/core/formats/tmx-file.ts";
import { replaceForbidden } from "#lib/core/xml/escape.ts";
import { asTags } from "./as-tags.ts";
import { fileOf, readWith, refusalOf } from "./read-with.ts";

const header =
	'<header creationtool="Hand" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="zh-CN" datatype="html"/>';
const memory = (body: string, head = header, version = "1.4") =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="${version}">${head}<body>${body}</body></tmx>\n`;
const unit = (source: string, target: string, more = "") =>
	`<tu${more}><tuv xml:lang="zh-CN"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${target}</seg></tuv></tu>`;

/** The only text of a memory whose first variant is this. */
async function textOf(segment: string) {
	const { units, problems } = await readWith(tmx, memory(unit(segment, "x")));
	return { ...units[0]?.variants[0]?.segments[0], problems };
}

describe("units", () => {
	test("what the file says of a unit comes with it", async () => {
		const { about, units, problems } = await readWith(
			tmx,
			memory(
				`<tu tuid="7" creationid="Ada" creationdate="20240102T030405Z">
					<note>说明</note>
					<tuv xml:lang="zh-CN"><seg>清晨</seg></tuv>
					<tuv xml:lang="en" changeid="Bo" changedate="20250102T030405Z"><note>checked</note><seg>Early morning</seg></tuv>
				</tu>`,
			),
		);
		expect(about).toEqual({ encoding: "UTF-8", sourceLanguage: "zh-CN", targetLanguage: "en" });
		expect(problems).toEqual([]);
		expect(units).toEqual([
			{
				line: 3,
				id: "7",
				notes: ["说明", "checked"],
				variants: [
					{
						language: "zh-CN",
						segments: [{ text: "清晨" }],
					},
					{
						language: "en",
						segments: [{ text: "Early morning" }],
						author: "Bo",
						changedAt: "2025-01-02T03:04:05Z",
					},
				],
			},
		]);
	});

	test.each([
		["1.1 with lang", '<tuv lang="EN-US"><seg>a</seg></tuv>', "EN-US"],
		["1.4 with xml:lang", '<tuv xml:lang="fr"><seg>a</seg></tuv>', "fr"],
		["both", '<tuv lang="EN" xml:lang="fr"><seg>a</seg></tuv>', "fr"],
		["neither", "<tuv><seg>a</seg></tuv>", ""],
	])("languages as the file writes them: %s", async (_name, variant, language) => {
		const { units } = await readWith(tmx, memory(`<tu>${variant}</tu>`, header, "1.1"));
		expect(units[0]?.variants).toEqual([{ language, segments: [{ text: "a" }] }]);
	});

	test("more than two languages are all there, and none is called the target", async () => {
		const variants = ["de", "en", "zh"].map((one) => `<tuv xml:lang="${one}"><seg>${one}</seg></tuv>`);
		const { about, units } = await readWith(
			tmx,
			memory(`<tu>${variants.join("")}</tu>`, '<header srclang="*all*"/>'),
		);
		expect(units[0]?.variants.map(({ language }) => language)).toEqual(["de", "en", "zh"]);
		expect(about).toEqual({ encoding: "UTF-8" });
	});

	test("two texts in one language are both there, and told", async () => {
		const twice = '<tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv>';
		const { units, problems } = await readWith(tmx, memory(`<tu>${twice}</tu>`));
		expect(units[0]?.variants).toHaveLength(2);
		expect(problems).toMatchObject([{ key: "repeatedLanguage", values: { count: 1 } }]);
	});

	test.each([
		["x-state", "reviewed", "reviewed"],
		["x-state", "approved", "approved"],
		["x-state", "edited", "draft", ["statesSimplified"]],
		["x-state", "empty", "untranslated"],
		["x-ConfirmationLevel", "Translated", "draft"],
		["x-ConfirmationLevel", "RejectedSignOff", "draft", ["statesSimplified"]],
		["x-ConfirmationLevel", "ApprovedTranslation", "reviewed"],
		["x-ConfirmationLevel", "ApprovedSignOff", "approved"],
	])("the property %s %s means %s", async (type, value, state, keys: string[] = []) => {
		const property = `<prop type="${type}">${value}</prop>`;
		const { units, problems } = await readWith(tmx, memory(`<tu>${property}</tu>`));
		expect(units[0]?.state).toBe(state);
		expect(problems.map(({ key }) => key)).toEqual(keys);
	});

	test.each([
		["confirmed", "confirmed", []],
		["automatic", "automatic", []],
		["stale", "automatic", ["staleLinks"]],
		["someday", undefined, ["detailsLeftOut"]],
	])("the property x-link %s makes the link %s", async (value, link, keys) => {
		const { units, problems } = await readWith(tmx, memory(`<tu><prop type="x-link">${value}</prop></tu>`));
		expect(units[0]?.link).toBe(link);
		expect(problems.map(({ key }) => key)).toEqual(keys);
	});

	test.each([
		["x-confidence", "0.9312", 0.9312, []],
		["x-confidence", "much", undefined, ["detailsLeftOut"]],
		["constructor", "name", undefined, ["detailsLeftOut"]],
	])("the property %s %s is the confidence %s", async (type, value, confidence, keys) => {
		const { units, problems } = await readWith(tmx, memory(`<tu><prop type="${type}">${value}</prop></tu>`));
		expect([units[0]?.confidence, units[0]?.state]).toEqual([confidence, undefined]);
		expect(problems.map(({ key }) => key)).toEqual(keys);
	});

	test.each([
		["我们&lt;b0&gt;很早&lt;/b0&gt;出发&lt;br1/&gt;。", "我们<other>很早</other>出发<other>。"],
		["&lt;b0&gt;alone, 1 &lt; 2, &lt;b&gt; as it is", "<other>alone, 1 < 2, <b> as it is"],
	])("the tags of OmegaT in %s are codes", async (written, expected) => {
		const head = '<header creationtool="OmegaT" srclang="zh-CN"/>';
		const { units } = await readWith(tmx, memory(unit(written, "x"), head, "1.1"));
		const [segment] = units[0]?.variants[0]?.segments ?? [];
		expect(segment && asTags(segment)).toBe(expected);
		const other = await readWith(tmx, memory(unit(written, "x")));
		expect(other.units[0]?.variants[0]?.segments[0]?.codes).toBeUndefined();
	});

	test("what has no place is told once, with its names", async () => {
		const body = `<tu usagecount="3"><prop type="x-domain">law</prop><ude/></tu><tu><prop type="x-domain">law</prop></tu>`;
		const head = `<header srclang="zh"><note>all</note><prop type="x-client">c</prop></header>`;
		const { problems } = await readWith(tmx, memory(body, head));
		expect(problems).toEqual([
			{
				line: 3,
				column: null,
				key: "detailsLeftOut",
				values: { count: 4, names: "x-client, usagecount, x-domain" },
			},
			{ line: 3, column: null, key: "fileNotes", values: { count: 1 } },
			{ line: 3, column: null, key: "unknownElements", values: { count: 1, names: "ude" } },
		]);
	});

	test.each([
		["no text", unit("", ""), ["", ""]],
		["one side", '<tu><tuv xml:lang="en"><seg>a</seg></tuv></tu>', ["a"]],
		["no side", "<tu/>", []],
	])("a unit with %s is a unit", async (_name, body, texts) => {
		const { units } = await readWith(tmx, memory(body));
		expect(units.map(({ variants }) => variants.map(({ segments }) => segments[0]?.text))).toEqual([texts]);
	});

	test("a file in a namespace is read as one without", async () => {
		const text =
			'<t:tmx xmlns:t="urn:tmx"><t:body><t:tu><t:tuv xml:lang="en"><t:seg>a</t:seg></t:tuv></t:tu></t:body></t:tmx>';
		expect((await readWith(tmx, text)).units).toHaveLength(1);
	});
});

describe("inline codes", () => {
	const bold = [
		{ kind: "bold", part: "start", pair: "1" },
		{ kind: "bold", part: "end", pair: "1" },
	];
	test.each([
		[
			"by their types",
			'<bpt i="1" type="bold">\\b </bpt>a<ept i="1">\\b0 </ept>',
			"\u{f0000}a\u{f0001}",
			bold,
		],
		[
			"by the tags they stand for",
			'<bpt i="1">&lt;strong&gt;</bpt>a<ept i="1">&lt;/strong&gt;</ept>',
			"\u{f0000}a\u{f0001}",
			bold,
		],
		[
			"a link with where it leads",
			'<bpt i="2" x="1">&lt;a href="https://example.org/?a=1&amp;amp;b=2"&gt;</bpt>a<ept i="2">&lt;/a&gt;</ept>',
			"\u{f0000}a\u{f0001}",
			[
				{ kind: "link", part: "start", pair: "2", value: "https://example.org/?a=1&b=2" },
				{ kind: "link", part: "end", pair: "2" },
			],
		],
		[
			"pairs that cross",
			'<bpt i="1" type="bold"/>a<bpt i="2" type="italic"/>b<ept i="1"/>c<ept i="2"/>',
			"\u{f0000}a\u{f0001}b\u{f0002}c\u{f0003}",
			[
				bold[0],
				{ kind: "italic", part: "start", pair: "2" },
				bold[1],
				{ kind: "italic", part: "end", pair: "2" },
			],
		],
		[
			"around text",
			'a<hi type="ulined">b<ph type="lb"/></hi>',
			"a\u{f0000}b\u{f0001}\u{f0002}",
			[
				{ kind: "underline", part: "start", pair: "hi1" },
				{ kind: "break", part: "alone" },
				{ kind: "underline", part: "end", pair: "hi1" },
			],
		],
		[
			"alone",
			'<ph x="1">&lt;img alt="图"/&gt;</ph><it pos="begin" type="italic">{\\i </it><ut>{\\f0 </ut><ph type="fnote"/>',
			"\u{f0000}\u{f0001}\u{f0002}\u{f0003}",
			[
				{ kind: "image", part: "alone", value: "图" },
				{ kind: "italic", part: "alone" },
				{ kind: "other", part: "alone" },
				{ kind: "footnote", part: "alone" },
			],
		],
		[
			"tags that nobody escaped",
			"a <b>c</b><br/>",
			"a \u{f0000}c\u{f0001}\u{f0002}",
			[
				{ kind: "bold", part: "start", pair: "b1" },
				{ kind: "bold", part: "end", pair: "b1" },
				{ kind: "break", part: "alone" },
			],
		],
	])("%s", async (_name, segment, text, codes) => {
		const found = await textOf(segment);
		expect(found.text).toBe(text);
		expect(found.codes).toMatchObject(codes);
		expect(found.problems).toEqual([]);
	});

	test("a code keeps how the file writes it", async () => {
		const written = '<bpt i="1" x="&lt;2&gt;">&lt;b class="x"&gt; &amp;amp; </bpt>';
		expect((await textOf(`${written}a<ept i="1"/>`)).codes?.map(({ original }) => original)).toEqual([
			written.replace("&gt;2", ">2"),
			'<ept i="1"/>',
		]);
	});

	test("text inside a code is kept in it and told", async () => {
		const found = await textOf('<ph>&lt;img alt="<sub>图</sub>"&gt;</ph>');
		expect(found.codes?.[0]).toMatchObject({
			original: '<ph>&lt;img alt="<sub>图</sub>"&gt;</ph>',
			value: "图",
		});
		expect(found.problems).toMatchObject([{ key: "textInCodes", values: { count: 1 } }]);
	});

	test("characters that nobody sees are kept and told", async () => {
		const found = await textOf("a\u202eb\u200bc");
		expect(found.text).toBe("a\u202eb\u200bc");
		expect(found.problems).toMatchObject([{ key: "hiddenCharacters", values: { count: 2, code: "U+202E" } }]);
	});

	test("characters that look like codes are no codes of the file", async () => {
		const found = await textOf(`${markOf(5)}<ph/>`);
		expect(found.codes).toMatchObject([{ kind: "character", value: markOf(5) }, { kind: "other" }]);
	});
});

describe("white space", () => {
	const set = (inside: string, attributes = "") =>
		`<tu>\n\t<tuv xml:lang="en"${attributes}>\n\t\t<seg>${inside}</seg>\n\t</tuv>\n</tu>`;
	test.each([
		["a segment on lines of its own", set("\n\t\t\tone two\n\t\t"), "one two"],
		["with codes at its ends", set("\n\t\t\t<ph/>two <ph/>\n\t\t"), "\u{f0000}two \u{f0001}"],
		["a segment that ends on its own line", set("\n one\n"), "\n one\n"],
		["a segment that is only indented less", set("\n one\n\t\t"), "\n one\n\t\t"],
		["a file that says so", set("\n\t\t\tone\n\t\t", ' xml:space="preserve"'), "\n\t\t\tone\n\t\t"],
		["spaces and line breaks in a line", set(" one \t\n two "), " one \t\n two "],
		["nothing but white space", set("\n\t\t\t\n\t\t"), ""],
		["within one line", "<tu><tuv><seg>\n\t\ta\n</seg></tuv></tu>", "\n\t\ta\n"],
	])("%s", async (_name, body, text) => {
		const { units } = await readWith(tmx, memory(body));
		expect(units[0]?.variants[0]?.segments[0]?.text).toBe(text);
	});
});

const anyText = fc.oneof(
	fc.string({ unit: "binary", maxLength: 20 }),
	fc.string({
		unit: fc.constantFrom(
			"\n",
			"\t",
			" ",
			"\r",
			"&",
			"<",
			"\\",
			"]]>",
			"\u0001",
			markOf(0),
			"𠀀",
			"\ud800",
			"中",
		),
		maxLength: 20,
	}),
);

test("what our own translation memories hold is read back: texts, states, who and when", async () => {
	const units = fc.array(
		fc.record({
			source: anyText,
			target: anyText,
			state: fc.constantFrom("reviewed", "approved"),
			id: fc.string({ unit: "binary", maxLength: 5 }),
		}),
		{ maxLength: 5 },
	);
	await fc.assert(
		fc.asyncProperty(units, fc.integer({ min: 1, max: 90 }), async (written, chunk) => {
			const text = tmxFile(
				{
					title: "标题 & title",
					sourceLanguage: "zh-Hans",
					targetLanguage: "en",
					units: written.map(
						({ source, target, state, id }): TmxUnit => ({
							id,
							several: false,
							source,
							target,
							changed: { author: "Ines <Okoye>", at: "2026-03-04T05:06:07.000Z" },
							properties: [["x-state", state]],
						}),
					),
				},
				{ application: { name: "Duizhao", version: "1" }, exportedAt: "2026-03-04T05:06:07.000Z" },
			);
			const { about, units: read, problems } = await readWith(tmx, fileOf(text, "a.tmx", chunk));
			expect(about.title).toBe("标题 & title");
			expect(problems.filter(({ key }) => key !== "hiddenCharacters")).toEqual([]);
			expect(
				read.map(({ id, state, variants }) => ({
					id,
					state,
					texts: variants.map(({ segments }) => segments.map(plainText).join("|")),
					changed: variants[1]?.changedAt,
					author: variants[1]?.author,
				})),
			).toEqual(
				written.map(({ id, state, source, target }) => ({
					id: replaceForbidden(id),
					state,
					texts: [replaceForbidden(source), replaceForbidden(target)],
					changed: "2026-03-04T05:06:07Z",
					author: "Ines <Okoye>",
				})),
			);
		}),
		{ numRuns: 150 },
	);
});

test("a long memory is told unit by unit, not kept", async () => {
	const one = new TextEncoder().encode(unit("一句话", "One sentence"));
	const begin = new TextEncoder().encode('<tmx version="1.4"><header srclang="zh-CN"/><body>');
	const file = {
		...fileOf(begin, "long.tmx"),
		size: begin.length + 20_000 * one.length,
		async *chunks() {
			yield begin;
			for (let index = 0; index < 20_000; index += 1) yield one;
			yield new TextEncoder().encode("</body></tmx>");
		},
	};
	let told = 0;
	const { units } = await readWith(tmx, file, "long.tmx", {
		progress: () => {
			told += 1;
		},
	});
	expect(units).toHaveLength(20_000);
	expect(told).toBeGreaterThan(4);
	expect(hasMarks(units[0]?.variants[0]?.segments[0]?.text ?? "")).toBe(false);
});

describe("what is refused", () => {
	test.each([
		["another kind of XML", "<xliff/>", "otherRoot", 1],
		["a file that was cut", memory(unit("a", "b")).slice(0, -20), "xmlTruncated", 3],
		["a bomb", '<!DOCTYPE tmx [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><tmx>&b;</tmx>', "xmlEntities", 1],
	])("%s", async (_name, text, key, line) => {
		expect(await refusalOf(tmx, text)).toMatchObject({ key, line });
	});
});

test.each([
	["memory.tmx", '<tmx version="1.4">', "tmx"],
	["memory.xml", '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx>', "tmx"],
	["memory.tmx", "", "tmx"],
])("%s that begins with %j is read as %s", (name, text, id) => {
	const file = fileOf(text, name);
	expect(recognise(file, text)?.id).toBe(id);
});
