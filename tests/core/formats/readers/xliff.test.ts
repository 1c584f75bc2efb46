import { describe, expect, test } from "vitest";
import { plainText } from "#lib/core/formats/marked-text.ts";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { xliff } from "#lib/core/formats/readers/xliff.ts";
import { fileOf, readWith, refusalOf } from "./read-with.ts";

const one = (units: string, more = "") =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff" version="1.2"><file original="a.html" source-language="zh-CN" target-language="en-GB" datatype="html"${more}><body>${units}</body></file></xliff>`;
const two = (units: string, version = "2.1") =>
	`<?xml version="1.0"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="${version}" srcLang="zh-CN" trgLang="en"><file id="f1">${units}</file></xliff>`;

/** Each unit as its texts, with codes as {number of the code's kind}, and its state. */
async function rowsOf(text: string) {
	const { units, problems, about } = await readWith(xliff, text);
	const rows = units.map(({ id, state, variants }) => [
		id,
		...variants.map(
			({ segments }) =>
				segments.map(({ text: marked, codes = [] }) => {
					let index = 0;
					return marked.replaceAll(/[\u{F0000}-\u{FFFFD}]/gu, () => {
						const code = codes[index++];
						const part = { start: `${code?.kind}(`, end: `)${code?.kind}`, alone: code?.kind }[
							code?.part ?? "alone"
						];
						return `{${part}}`;
					});
				})[0] ?? null,
		),
		state,
	]);
	return { rows, problems, about, units };
}

describe("XLIFF 1.2", () => {
	test("units in groups, with notes and languages", async () => {
		const { rows, about, units, problems } = await rowsOf(
			one(
				`<group><trans-unit id="1"><source>清晨</source><target state="translated">Early morning</target><note from="desk">short</note></trans-unit></group><trans-unit id="2"><source>傍晚</source></trans-unit>`,
			),
		);
		expect(rows).toEqual([
			["1", "清晨", "Early morning", "draft"],
			["2", "傍晚", null, "untranslated"],
		]);
		expect(units[0]).toMatchObject({ line: 2, notes: ["short"] });
		expect(units[0]?.variants.map(({ language }) => language)).toEqual(["zh-CN", "en-GB"]);
		expect(about).toEqual({ encoding: "UTF-8", sourceLanguage: "zh-CN", targetLanguage: "en-GB" });
		expect(problems).toEqual([]);
	});

	test.each([
		["", "", "<target/>", "untranslated"],
		["", "", "<target>a</target>", undefined],
		[' approved="yes"', "", "<target>a</target>", "approved"],
		[' approved="no"', "", "<target>a</target>", "draft"],
		["", "", '<target state="final">a</target>', "approved"],
		["", "", '<target state="signed-off">a</target>', "reviewed"],
		["", "", '<target state="needs-review-translation">a</target>', "draft"],
		["", "", '<target state="new">a</target>', "draft"],
		["", "", '<target state="x-own">a</target>', undefined],
		[' mq:status="Proofread"', "", "<target>a</target>", "approved"],
		[' mq:status="ManuallyConfirmed"', "", "<target>a</target>", "reviewed"],
	])("a unit with %s%s and %s is %s", async (attributes, _more, target, state) => {
		const { rows } = await rowsOf(
			one(`<trans-unit id="1"${attributes}><source>a</source>${target}</trans-unit>`),
		);
		expect(rows[0]?.at(-1)).toBe(state);
	});

	test.each([
		["<g>", '<g id="1" ctype="bold">甲</g>乙', "{bold(}甲{)bold}乙"],
		["<g> of HTML", '<g id="1" ctype="x-html-a">甲</g>', "{link(}甲{)link}"],
		["<x/>", '<x id="1" ctype="lb"/>甲<x id="2" ctype="image" equiv-text="图"/>', "{break}甲{image}"],
		["<bx/> and <ex/>", '<bx id="1" rid="7" ctype="italic"/>甲<ex id="2" rid="7"/>', "{italic(}甲{)italic}"],
		[
			"<bpt> and <ept>",
			'<bpt id="1">&lt;u&gt;</bpt>甲<ept id="1">&lt;/u&gt;</ept>',
			"{underline(}甲{)underline}",
		],
		["<ph> and <it>", '<ph id="1">%s</ph><it id="2" pos="open">&lt;i&gt;</it>', "{other}{italic}"],
		["<mrk>", '<mrk mtype="protected">甲</mrk>', "{other(}甲{)other}"],
		[
			"nested",
			'<g id="1" ctype="bold"><g id="2" ctype="italic">甲</g></g>',
			"{bold(}{italic(}甲{)italic}{)bold}",
		],
	])("inline codes: %s", async (_name, source, text) => {
		const { rows, problems } = await rowsOf(
			one(`<trans-unit id="1"><source>${source}</source></trans-unit>`),
		);
		expect(rows[0]?.[1]).toBe(text);
		expect(problems).toEqual([]);
	});

	test("codes keep how they are written", async () => {
		const { units } = await rowsOf(
			one('<trans-unit id="1"><source><g id="1">甲</g><ph id="2">&lt;br/></ph></source></trans-unit>'),
		);
		expect(units[0]?.variants[0]?.segments[0]?.codes?.map(({ original }) => original)).toEqual([
			'<g id="1">',
			"</g>",
			'<ph id="2">&lt;br/&gt;</ph>',
		]);
	});

	test("segments are units of their own, with what stands between them", async () => {
		const { rows, units } = await rowsOf(
			one(
				`<trans-unit id="5"><source>甲。乙。</source><seg-source><mrk mtype="seg" mid="1">甲。</mrk><x id="9"/><mrk mtype="seg" mid="2">乙。</mrk></seg-source><target><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></target></trans-unit>`,
			),
		);
		expect(rows.map((row) => row.slice(0, 3))).toEqual([
			["5#1", "甲。{other}", "One. "],
			["5#2", "乙。", "Two."],
		]);
		expect(units.map(({ paragraphStart }) => paragraphStart)).toEqual([true, false]);
	});

	test("segments inside of codes, and states of Trados", async () => {
		const { rows, units } = await rowsOf(
			one(
				`<trans-unit id="5"><source><g id="1">甲。乙。</g></source><seg-source><g id="1"><mrk mtype="seg" mid="1">甲。</mrk><mrk mtype="seg" mid="2">乙。</mrk></g></seg-source><target><g id="1"><mrk mtype="seg" mid="1">One.</mrk><mrk mtype="seg" mid="2">Two.</mrk></g></target><sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff"/><sdl:seg id="2" conf="Draft"/></sdl:seg-defs></trans-unit>`,
			),
		);
		expect(rows).toEqual([
			["5#1", "{other(}甲。", "{other(}One.", "approved"],
			["5#2", "乙。{)other}", "Two.{)other}", "draft"],
		]);
		expect(units[0]?.variants[0]?.segments[0]?.codes?.[0]?.original).toBe('<g id="1">');
	});

	test("segments that one side lacks are there, and told", async () => {
		const { rows, problems } = await rowsOf(
			one(
				`<trans-unit id="5"><source>甲。乙。</source><seg-source><mrk mtype="seg" mid="1">甲。</mrk><mrk mtype="seg" mid="2">乙。</mrk></seg-source><target><mrk mtype="seg" mid="2">Two.</mrk><mrk mtype="seg" mid="3">Three.</mrk></target></trans-unit>`,
			),
		);
		expect(rows.map((row) => row.slice(1, 3))).toEqual([
			["甲。", null],
			["乙。", "Two."],
			[null, "Three."],
		]);
		expect(problems).toMatchObject([{ key: "unpairedSegments", values: { count: 1 } }]);
	});

	test("a target that is not cut takes the whole source", async () => {
		const { rows } = await rowsOf(
			one(
				`<trans-unit id="5"><source>甲。乙。</source><seg-source><mrk mtype="seg" mid="1">甲。</mrk><mrk mtype="seg" mid="2">乙。</mrk></seg-source><target>One. Two.</target></trans-unit>`,
			),
		);
		expect(rows.map((row) => row.slice(0, 3))).toEqual([["5", "甲。乙。", "One. Two."]]);
	});

	test("several files, and what is left out, are told", async () => {
		const file = (name: string) =>
			`<file original="${name}" source-language="zh" target-language="en" datatype="plaintext"><header><skl><internal-file form="base64">AAAA</internal-file></skl><note>all</note><sdl:info>x</sdl:info></header><body><trans-unit id="1" translate="no"><source>a</source><target>b</target><alt-trans><target>c</target></alt-trans><context-group name="c"/></trans-unit></body></file>`;
		const text = one("").replace(/<file .*<\/file>/u, file("a.txt") + file("b.txt"));
		const { rows, problems } = await rowsOf(text);
		expect(rows).toHaveLength(2);
		expect(problems.map(({ key, values }) => [key, values])).toEqual([
			["fileNotes", { count: 2 }],
			["detailsLeftOut", { count: 4, names: "sdl:info, context-group" }],
			["alternativesLeftOut", { count: 2 }],
			["notTranslated", { count: 2 }],
			["severalFiles", { count: 2, names: "a.txt, b.txt" }],
		]);
	});

	const indented = "\n\t\t甲\n\t";
	test.each([
		["is set on lines of its own", "", indented, "甲"],
		["the unit keeps", ' xml:space="preserve"', indented, indented],
		["is in one line", "", " 甲\n", " 甲\n"],
		["is all there is", "", "\n\t\t", ""],
	])("white space that %s", async (_name, attribute, source, text) => {
		const { rows } = await rowsOf(
			one(`<trans-unit id="1"${attribute}><source>${source}</source></trans-unit>`),
		);
		expect(rows[0]?.[1]).toBe(text);
	});

	test("white space that the file keeps", async () => {
		const { rows } = await rowsOf(
			one(`<trans-unit id="1"><source>${indented}</source></trans-unit>`, ' xml:space="preserve"'),
		);
		expect(rows[0]?.[1]).toBe(indented);
	});
});

describe("XLIFF 2", () => {
	test.each(["2.0", "2.1", "2.2"])("%s: units, segments, ignorables, notes and states", async (version) => {
		const { rows, about, units, problems } = await rowsOf(
			two(
				`<group id="g"><unit id="u1"><notes><note id="n">short</note></notes><segment id="s1" state="final"><source>甲。</source><target>One.</target></segment><ignorable><source> </source></ignorable><segment id="s2"><source>乙。</source><target>Two.</target></segment></unit></group><unit id="u2"><segment><source>丙</source></segment></unit>`,
				version,
			),
		);
		expect(rows).toEqual([
			["u1#s1", "甲。 ", "One. ", "approved"],
			["u1#s2", "乙。", "Two.", "draft"],
			["u2", "丙", null, "untranslated"],
		]);
		expect(units.map(({ notes, paragraphStart }) => [notes, paragraphStart])).toEqual([
			[["short"], true],
			[undefined, false],
			[undefined, undefined],
		]);
		expect(about).toEqual({ encoding: "UTF-8", sourceLanguage: "zh-CN", targetLanguage: "en" });
		expect(problems).toEqual([]);
	});

	test.each([
		["initial", "draft"],
		["translated", "draft"],
		["reviewed", "reviewed"],
		["final", "approved"],
	])("the state %s means %s", async (said, state) => {
		const { rows } = await rowsOf(
			two(`<unit id="1"><segment state="${said}"><source>a</source><target>b</target></segment></unit>`),
		);
		expect(rows[0]?.at(-1)).toBe(state);
	});

	const data =
		'<originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data><data id="d3">&lt;a href="https://example.org"&gt;</data></originalData>';
	test.each([
		["<pc>", '<pc id="1" type="fmt" subType="xlf:i">甲</pc>', "{italic(}甲{)italic}"],
		["<pc> with its data", '<pc id="1" dataRefStart="d1" dataRefEnd="d2">甲</pc>', "{bold(}甲{)bold}"],
		["<sc/> and <ec/>", '<sc id="1" dataRef="d3"/>甲<ec startRef="1"/>', "{link(}甲{)link}"],
		["<ph/>", '<ph id="1" type="fmt" subType="xlf:lb"/>甲<ph id="2" disp="%s"/>', "{break}甲{other}"],
		["<mrk>", '<mrk id="m1" type="term">甲</mrk>', "{other(}甲{)other}"],
		["<sm/> and <em/>", '<sm id="m1" type="comment"/>甲<em startRef="m1"/>', "{other(}甲{)other}"],
		["<cp/>", '甲<cp hex="0003"/><cp hex="0000"/>', "甲\u0003{other}"],
	])("inline codes: %s", async (_name, source, text) => {
		const { rows, units } = await rowsOf(
			two(`<unit id="1">${data}<segment><source>${source}</source></segment></unit>`),
		);
		expect(rows[0]?.[1]).toBe(text);
		const codes = units[0]?.variants[0]?.segments[0]?.codes ?? [];
		if (text.startsWith("{link")) expect(codes[0]).toMatchObject({ value: "https://example.org", pair: "1" });
	});

	test("ignorables before the first segment and in targets of their own", async () => {
		const { rows } = await rowsOf(
			two(
				`<unit id="1"><ignorable><source>「</source></ignorable><segment><source>甲</source><target>One</target></segment><ignorable><source>」</source><target>"</target></ignorable></unit>`,
			),
		);
		expect(rows[0]?.slice(1, 3)).toEqual(["「甲」", 'One"']);
	});

	test("what is left out is told", async () => {
		const { problems } = await rowsOf(
			two(
				`<unit id="1" translate="no"><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"/><segment state="final" subState="x:y"><source>a</source><target order="2">b</target></segment><segment><source>c</source><target order="1">d</target></segment></unit>`,
			),
		);
		expect(problems.map(({ key, values }) => [key, values])).toEqual([
			["notTranslated", { count: 1 }],
			["alternativesLeftOut", { count: 1 }],
			["detailsLeftOut", { count: 1, names: "subState" }],
			["targetOrder", { count: 2 }],
		]);
	});
});

describe("what is refused", () => {
	test.each([
		["another version", '<xliff version="3.0"/>', "xliffVersion", 1],
		["another kind of XML", "<tmx/>", "otherRoot", 1],
		["a file that was cut", one('<trans-unit id="1"><source>甲').slice(0, -40), "xmlTruncated", 2],
		[
			"a file that was cut in a text",
			one('<trans-unit id="1"><source>甲').split("甲")[0] ?? "",
			"xmlTruncated",
			2,
		],
	])("%s", async (_name, text, key, line) => {
		expect(await refusalOf(xliff, text)).toMatchObject({ key, line });
	});
});

test("every character of a text arrives, in whatever pieces the file comes", async () => {
	const text = "a\u{20000}\u{f0001}\u200b&lt;中&#13;\ufeff";
	const file = one(`<trans-unit id="1"><source>${text}</source></trans-unit>`);
	for (const chunk of [1, 2, 3, 1_000]) {
		const { units } = await readWith(xliff, fileOf(file, "a.xlf", chunk));
		expect(plainText(units[0]?.variants[0]?.segments[0] ?? { text: "" })).toBe(
			"a\u{20000}\u{f0001}\u200b<中\r\ufeff",
		);
	}
});

test.each([
	["a.xlf", one("")],
	["a.sdlxliff", `\ufeff${one("")}`],
	["a.xml", two("")],
	["a.mqxliff", "<?xml version='1.0'?>"],
])("%s is read as XLIFF", (name, text) => {
	expect(recognise(fileOf(text, name), text)?.id).toBe("xliff");
});
