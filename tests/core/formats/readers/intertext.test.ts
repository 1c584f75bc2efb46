import { describe, expect, test } from "vitest";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { resolveLinks } from "#lib/core/formats/readers/intertext/links.ts";
import { type NamedPart, readNamedText } from "#lib/core/formats/readers/intertext/text.ts";
import { intertext, readNamedLinks } from "#lib/core/formats/readers/intertext.ts";
import { tei } from "#lib/core/formats/readers/tei.ts";
import { capabilities, fileOf, readWith, refusalOf } from "./read-with.ts";

const links = `<?xml version='1.0' encoding='utf-8'?>
<linkGrp toDoc='river.en.xml' fromDoc='river.zh.xml'>
<link type='1-2' xtargets='1:1;1:1 1:2' status='man'/>
<link type='1-1' xtargets='1:2;1:3' status='auto'/>
<link type='0-1' xtargets=';2:1' status='plain'/>
<link type='2-1' xtargets='2:1 2:2;2:2' status='man' mark='1'/>
</linkGrp>`;

const chinese = `<?xml version='1.0' encoding='utf-8'?>
<text xml:lang="zh">
<p id="1"><s id="1:1">清晨。</s> <s id="1:2">河面上有<hi rend="bold">薄雾</hi>。</s>
<s id="1:3">渡船靠岸。</s></p>
<p id="2"><s id="2:1">一。</s><s id="2:2">二。</s></p></text>`;

async function partsOf(text: string) {
	const parts: NamedPart[] = [];
	const told: object[] = [];
	const sink = {
		about: (about: object) => void told.push(about),
		problem: (problem: object) => void told.push(problem),
	};
	await readNamedText(fileOf(text, "a.xml"), (found) => void parts.push(...found), sink, capabilities);
	return { parts, told };
}

describe("link files", () => {
	test("are numbered in the order of what they name", async () => {
		const { shape, about, links: read, problems } = await readWith(intertext, links);
		expect(shape).toBe("links");
		expect(about.texts).toEqual(["river.zh.xml", "river.en.xml"]);
		expect(read).toEqual([
			{ line: 3, source: [0, 2], target: [0, 1], confirmed: true },
			{ line: 4, source: [2, 3], target: [1, 2], confirmed: false },
			{ line: 5, source: [3, 4], target: [2, 2], confirmed: false },
			{ line: 6, source: [4, 5], target: [2, 4], confirmed: true },
		]);
		expect(problems).toEqual([]);
	});

	test("are exact with the texts they are about", async () => {
		const named = await readNamedLinks(
			fileOf(links, "a.xml"),
			{ about: () => undefined, problem: () => undefined },
			capabilities,
		);
		const { parts } = await partsOf(chinese);
		const ids = parts.map(({ id }) => id);
		const { links: resolved, problems } = resolveLinks(named, ids, ["0:1", "1:1", "1:2", "2:1", "2:2"]);
		expect(resolved.map(({ source, target }) => [source, target])).toEqual([
			[
				[0, 2],
				[1, 2],
			],
			[
				[2, 3],
				[2, 3],
			],
			[
				[3, 4],
				[3, 3],
			],
			[
				[4, 5],
				[3, 5],
			],
		]);
		expect(problems).toEqual([]);
	});

	const link = (source: string[], target: string[]) => ({ line: 7, source, target, confirmed: true });
	test.each([
		["what a text does not have", [link(["x"], ["a"])], "linkUnknown", "x"],
		["what the other text does not have", [link(["a"], ["x"])], "linkUnknown", "x"],
		["what stands apart", [link(["a", "c"], ["a"])], "linkApart", "a"],
		["one element twice", [link(["a", "a"], ["a"])], "linkApart", "a"],
		["what goes back", [link(["b"], ["b"]), link(["a"], ["c"])], "linkCrosses", "a"],
	])("a link of %s is told and left out", (_name, named, key, id) => {
		const { links: resolved, problems } = resolveLinks(named, ["a", "b", "c"], ["a", "b", "c"]);
		expect(resolved).toHaveLength(named.length - 1);
		expect(problems).toEqual([{ line: 7, column: null, key, values: { id } }]);
	});

	test("elements of a link may stand in any order", () => {
		expect(resolveLinks([link(["b", "a"], [])], ["a", "b"], []).links[0]?.source).toEqual([0, 2]);
	});

	test("TEI writes two references; anything else is told", async () => {
		const text = `<linkGrp><link target="#a1 b.xml#b1"/><link targets="#a2 #b2"/><link target="#a3"/><link xtargets="1 2"/></linkGrp>`;
		const { links: read, problems } = await readWith(intertext, text);
		expect(read.map(({ source, target }) => [source, target])).toEqual([
			[
				[0, 1],
				[0, 1],
			],
			[
				[1, 2],
				[1, 2],
			],
		]);
		expect(problems).toMatchObject([{ key: "brokenLinks", values: { count: 2 } }]);
	});
});

describe("texts", () => {
	test("sentences come with their names and paragraphs", async () => {
		const { parts, told } = await partsOf(chinese);
		expect(parts.map(({ id, text, line, paragraphStart }) => [id, text, line, paragraphStart])).toEqual([
			["1:1", "清晨。", 3, true],
			["1:2", "河面上有\u{f0000}薄雾\u{f0001}。", 3, false],
			["1:3", "渡船靠岸。", 4, false],
			["2:1", "一。", 5, true],
			["2:2", "二。", 5, false],
		]);
		expect(parts[1]?.codes).toMatchObject([
			{ kind: "bold", part: "start", original: '<hi rend="bold">' },
			{ kind: "bold", part: "end" },
		]);
		expect(told).toEqual([{ language: "zh" }, { encoding: "UTF-8" }]);
	});

	test("a text by itself is its paragraphs", async () => {
		const { shape, lines, about, problems } = await readWith(tei, chinese);
		expect(shape).toBe("text");
		expect(lines.map(({ line, text }) => [line, text])).toEqual([
			[3, "清晨。河面上有\u{f0000}薄雾\u{f0001}。渡船靠岸。"],
			[5, "一。二。"],
		]);
		expect(about.language).toBe("zh");
		expect(problems).toEqual([]);
	});

	test("TEI: headings, freely set lines, words one by one, what is left out", async () => {
		const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>x</title></teiHeader><text><body xml:lang="en">
			<head>The  River</head><p><s xml:id="s1">Early
			   mist <w>lay</w> <w>low</w>,<lb/>grey.</s> <s xml:id="s2">The ferry came.</s></p>
			<p>清晨的
			河。</p>loose</body></text></TEI>`;
		const { lines, problems } = await readWith(tei, text);
		expect(lines.map((line) => [line.text, line.hint])).toEqual([
			["The River", { heading: 1 }],
			["Early mist lay low,\u{f0000}grey. The ferry came.", undefined],
			["清晨的河。", undefined],
		]);
		expect(problems).toMatchObject([{ key: "textOutside", values: { count: 1 } }]);
	});

	test("text beside the sentences of a paragraph is told", async () => {
		const { told } = await partsOf('<text><p>before <s id="1">a</s></p></text>');
		expect(told).toContainEqual(expect.objectContaining({ key: "textBeside" }));
	});
});

test("a file that was cut is refused", async () => {
	expect(await refusalOf(intertext, links.slice(0, -12))).toMatchObject({ key: "xmlTruncated", line: 6 });
});

test.each([
	[links, "intertext"],
	[chinese, "tei"],
	['<TEI xmlns="http://www.tei-c.org/ns/1.0">', "tei"],
	['<!DOCTYPE doc SYSTEM "x.dtd"><doc id="a"><p id="1"><s id="1:1">', "tei"],
])("%j is read as %s", (text, id) => {
	expect(recognise(fileOf(text, "a.xml"), text)?.id).toBe(id);
});
