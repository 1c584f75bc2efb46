import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { GlossaryEntry } from "#lib/core/terms/formats/contract.ts";
import { glossaryCsv } from "#lib/core/terms/formats/csv.ts";
import { glossaryXlsx } from "#lib/core/terms/formats/xlsx.ts";
import { glossaryIn } from "./in-files.ts";

const said = async (file: string, name = "g.csv") => {
	const { terms, problems, remarks } = await glossaryIn(file, name);
	return {
		terms: terms.map(
			({ simplified, traditional, renderings }) =>
				`${simplified}/${traditional} ${renderings.map(({ text, status }) => `${status} ${text}`).join(", ")}`,
		),
		told: [...problems, ...remarks].map(({ line, key }) => `${line} ${key}`),
	};
};

const term: GlossaryEntry = {
	simplified: "=HYPERLINK(1)",
	traditional: "'=x",
	domain: "+1",
	note: 'a, "b"\nc',
	renderings: [{ text: "@SUM(A1)", status: "forbidden", note: "-", authority: "plain", alwaysWrong: true }],
};

test("what a spreadsheet would run stands behind an apostrophe", () => {
	expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(glossaryCsv.write([term]))).toBe(
		"\ufeffSimplified,Traditional,Rendering,Status,Always wrong,Rendering note,Authority,Domain,Note\r\n" +
			"'=HYPERLINK(1),''=x,'@SUM(A1),forbidden,yes,'-,plain,'+1,\"a, \"\"b\"\"\nc\"\r\n",
	);
});

test("the cells of a workbook are texts", () => {
	const sheet = unzipSync(glossaryXlsx.write([term]))["xl/worksheets/sheet1.xml"];
	const written = new TextDecoder().decode(sheet);
	expect(written).toContain(
		'<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(1)</t></is></c>',
	);
	expect(written).not.toContain("<f>");
});

describe("tables that others wrote", () => {
	test.each([
		[
			"a rendering a row",
			"Chinese,English,Status\n党建,Party building,preferred\n党建,party construction,deprecated",
			["党建/ preferred Party building, forbidden party construction"],
			[],
		],
		[
			"columns",
			'中文;首选;允许;禁用\n黨建;Party building;;"party construction; Party\'s building"',
			["/黨建 preferred Party building, forbidden party construction, forbidden Party's building"],
			[],
		],
		[
			"both scripts and tabs",
			"简体\t繁体\t译文\n党建\t黨建\tParty building",
			["党建/黨建 allowed Party building"],
			[],
		],
		[
			"a column of their own",
			"Source,Target,Client\n党建,Party building,X",
			["党建/ allowed Party building"],
			["1 glossaryOtherColumns"],
		],
		["no names of columns", "党建,Party building", [], ["1 glossaryNoColumns"]],
		[
			"a status that is none",
			"Source,Target,Status\n党建,Party building,nice\n党风,Party conduct,",
			[],
			["2 glossaryStatus"],
		],
		[
			"a row without a term",
			"Source,Target\n党建,Party building\n,Party conduct",
			[],
			["3 glossaryNoSource"],
		],
		[
			"a term in two places",
			"Source,Target\n党建,Party building\n党风,Party conduct\n党建,x",
			[],
			["4 glossaryTwice"],
		],
		["a quotation mark that is never closed", 'Source,Target\n党建,"Party building\n', [], ["2 openQuote"]],
		["names of columns and nothing else", "Source,Target\n", [], ["1 glossaryEmpty"]],
	])("%s", async (_name, file, terms, told) => {
		expect(await said(file)).toEqual({ terms, told });
	});

	test("GB18030 is read", async () => {
		// Source,Target / 党建,Party building
		const bytes = Uint8Array.from([
			...new TextEncoder().encode("Source,Target\n"),
			0xb5,
			0xb3,
			0xbd,
			0xa8,
			...new TextEncoder().encode(",Party building\n"),
		]);
		expect((await glossaryIn(bytes, "g.csv")).terms.map(({ simplified }) => simplified)).toEqual(["党建"]);
	});

	test("a workbook that is none is refused", async () => {
		expect((await glossaryIn("PK\u{3}\u{4}nothing", "g.xlsx")).problems.map(({ key }) => key)).toHaveLength(
			1,
		);
		expect((await glossaryIn("hello", "g.txt")).problems.map(({ key }) => key)).toEqual([
			"glossaryUnknownKind",
		]);
	});
});
