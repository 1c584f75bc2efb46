import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SrxDocument } from "#lib/core/srx/document.ts";
import { duizhaoRules } from "#lib/core/srx/duizhao-rules.ts";
import { readSrx } from "#lib/core/srx/read.ts";
import { writeSrx } from "#lib/core/srx/write.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

test("duizhao.srx is our rules, written: duizhao segment --write-rules > lib/core/srx/duizhao.srx", () => {
	const file = readFileSync(new URL("../../../lib/core/srx/duizhao.srx", import.meta.url), "utf8");
	expect(file).toBe(writeSrx(duizhaoRules));
	expect(readSrx(file)).toEqual({ document: duizhaoRules, problems: [] });
});

const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((each) =>
	// What XML cannot carry is replaced when it is written
	each.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ""),
);
const pattern = fc.oneof(text, fc.constantFrom("[.!?]+", "\\s", "a<b&c>d", '"]]>', "\u201c \u201d", ""));
const documents: fc.Arbitrary<SrxDocument> = fc.record({
	segmentSubflows: fc.boolean(),
	cascade: fc.boolean(),
	formatHandles: fc.uniqueArray(
		fc.record({ type: fc.constantFrom("start", "end", "isolated"), include: fc.boolean() }),
		{ selector: ({ type }) => type, maxLength: 3 },
	),
	languageRules: fc.uniqueArray(
		fc.record({
			name: text,
			rules: fc.array(fc.record({ breaks: fc.boolean(), before: pattern, after: pattern }), { minLength: 1 }),
		}),
		{ selector: ({ name }) => name, minLength: 1, maxLength: 5 },
	),
	maps: fc.array(fc.record({ pattern, ruleName: text }), { minLength: 1, maxLength: 5 }),
});

test("what is written is read back as it was", () => {
	fc.assert(
		fc.property(documents, (document) => {
			expect(readSrx(writeSrx(document)).document).toEqual(document);
		}),
		{ numRuns: 500 },
	);
});

const file = (inside: string, root = '<srx xmlns="http://www.lisa.org/srx20" version="2.0">') =>
	`<?xml version="1.0"?>\n${root}\n${inside}\n</srx>`;
const header = '<header segmentsubflows="yes" cascade="no"/>';
const body = (rules: string, map = '<languagemap languagepattern=".*" languagerulename="A"/>') =>
	`<body><languagerules><languagerule languagerulename="A">${rules}</languagerule></languagerules>` +
	`<maprules>${map}</maprules></body>`;
const rule = (before: string) => `<rule><beforebreak>${before}</beforebreak></rule>`;
const problemsOf = (content: string) =>
	readSrx(content).problems.map(({ key, line, column, values }) => [key, line, column, values]);

describe("what a file may leave out or put in", () => {
	test("a rule without break breaks, and without patterns matches anywhere", () => {
		const { document, problems } = readSrx(file(header + body("<rule/>")));
		expect(problems).toEqual([]);
		expect(document?.languageRules).toEqual([
			{ name: "A", rules: [{ breaks: true, before: "", after: "" }] },
		]);
	});

	test("prefixes, CDATA, remarks and references are read like anything else", () => {
		const content = `<s:srx xmlns:s="http://www.lisa.org/srx20" version="2.0">
<s:header segmentsubflows="no" cascade="yes"><s:formathandle type="end" include="yes"/></s:header>
<s:body><s:languagerules><s:languagerule languagerulename="A"><s:rule break="no">
<s:beforebreak>a<!-- no --><![CDATA[<b>]]>&amp;&#x41;</s:beforebreak><s:afterbreak> </s:afterbreak>
</s:rule></s:languagerule></s:languagerules>
<s:maprules><s:languagemap languagepattern="en" languagerulename="A"/></s:maprules></s:body></s:srx>`;
		expect(readSrx(content)).toEqual({
			problems: [],
			document: {
				segmentSubflows: false,
				cascade: true,
				formatHandles: [{ type: "end", include: true }],
				languageRules: [{ name: "A", rules: [{ breaks: false, before: "a<b>&A", after: " " }] }],
				maps: [{ pattern: "en", ruleName: "A" }],
			},
		});
	});

	test("maps in a named group, as the drafts had them, are read", () => {
		const map = '<maprule maprulename="M"><languagemap languagepattern="en" languagerulename="A"/></maprule>';
		const { document, problems } = readSrx(file(header + body(rule("a"), map), '<srx version="1.0">'));
		expect(document?.maps).toEqual([{ pattern: "en", ruleName: "A" }]);
		expect(problems.map(({ key }) => key)).toEqual(["version"]);
	});
});

test.each([
	[
		"elements of other programs",
		file(
			`<header segmentsubflows="yes" cascade="no"><o:x xmlns:o="o"><o:y/></o:x></header>${body(rule("a"))}`,
		),
		[["unknownElement", 3, 44, { name: "o:x" }]],
	],
	[
		"flags that are missing",
		file(`<header/>${body(rule("a"))}`),
		[
			["missingAttribute", 3, 1, { element: "header", attribute: "segmentsubflows" }],
			["missingAttribute", 3, 1, { element: "header", attribute: "cascade" }],
		],
	],
	[
		"flags that are neither yes nor no",
		file(`<header segmentsubflows="yes" cascade="true"/>${body(rule("a"))}`),
		[["badAttribute", 3, 1, { element: "header", attribute: "cascade", value: "true" }]],
	],
	[
		"a map to rules that are not there",
		file(`${header}\n${body(rule("a"), '\n<languagemap languagepattern=".*" languagerulename="B"/>')}`),
		[["unknownRule", 5, 1, { name: "B" }]],
	],
	[
		"a pattern that cannot be followed",
		file(`${header}\n${body(`${rule("a")}\n ${rule("(b")}`)}`),
		[["badPattern", 5, 2, { name: "A", rule: 2, fault: "unbalanced", part: "(" }]],
	],
	[
		"a language pattern",
		file(`${header}\n${body(rule("a"), '\n<languagemap languagepattern="*" languagerulename="A"/>')}`),
		[["badPattern", 5, 1, { name: "A", rule: 0, fault: "nothingToRepeat", part: "*" }]],
	],
	["a name without rules", file(`${header}\n${body("")}`), [["noRules", 4, 22, { name: "A" }]]],
] as const)("told with its place: %s", (_, content, wanted) => {
	expect(problemsOf(content)).toEqual(wanted);
	expect(readSrx(content).document).not.toBeNull();
});

test.each([
	["", "notXml"],
	["no XML at all", "notXml"],
	["<srx><header></srx>", "notXml"],
	['<?xml version="1.0"?><html/>', "notSrx"],
	['<!DOCTYPE srx [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><srx version="2.0">&b;</srx>', "notXml"],
	[file(header + body(rule("(a{1000}){9}").repeat(150))), "tooLarge"],
	[file(header + body("<rule/>".repeat(20_001))), "tooLarge"],
	[" ".repeat(8_000_001), "tooLarge"],
])("no rules at all are read from %#", (content, key) => {
	const { document, problems } = readSrx(content);
	expect(document).toBeNull();
	expect(problems.at(-1)?.key).toBe(key);
});

test("200,000 elements within each other are refused within two seconds", () => {
	const begin = processorTime();
	const deep = file(header + body(rule("a")) + "<x>".repeat(200_000) + "</x>".repeat(200_000));
	expect(readSrx(deep)).toMatchObject({
		document: null,
		problems: [{ key: "unknownElement" }, { key: "tooLarge" }],
	});
	expect(processorTime() - begin).toBeLessThan(2_000);
});
