import { expect, test } from "vitest";
import { glossaryTbx } from "#lib/core/terms/formats/tbx.ts";
import { glossaryIn } from "./in-files.ts";

const said = async (file: string) => {
	const { terms, problems, remarks } = await glossaryIn(file, "glossary.tbx");
	return {
		terms: terms.map(
			({ simplified, traditional, renderings }) =>
				`${simplified}/${traditional} ${renderings.map(({ text, status }) => `${status} ${text}`).join(", ")}`,
		),
		told: [...problems, ...remarks].map(({ line, key }) => `${line} ${key}`),
	};
};

const tbx = (
	inside: string,
) => `<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
${inside}
</body></text></tbx>`;
const section = (language: string, ...terms: string[]) =>
	`<langSec xml:lang="${language}">${terms.map((term) => `<termSec><term>${term}</term></termSec>`).join("")}</langSec>`;

test("a term is written as TBX-Basic has it", () => {
	const written = new TextDecoder().decode(
		glossaryTbx.write([
			{
				simplified: "中联部",
				traditional: "中聯部",
				domain: "Party",
				note: "Short & official",
				renderings: [
					{
						text: "International Department",
						status: "preferred",
						note: "",
						authority: "Xinhua",
						alwaysWrong: false,
					},
					{
						text: "Central United Department",
						status: "forbidden",
						note: "",
						authority: "https://example.org/x",
						alwaysWrong: true,
					},
				],
			},
		]),
	);
	expect(written).toContain(
		'<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
	);
	expect(
		written.slice(written.indexOf("<conceptEntry"), written.indexOf("</body>")).replaceAll(/\s*\n\s*/gu, ""),
	).toBe(
		'<conceptEntry id="c1"><descrip type="subjectField">Party</descrip><note>Short &amp; official</note>' +
			'<langSec xml:lang="zh-Hans"><termSec><term>中联部</term></termSec></langSec>' +
			'<langSec xml:lang="zh-Hant"><termSec><term>中聯部</term></termSec></langSec>' +
			'<langSec xml:lang="en"><termSec><term>International Department</term>' +
			'<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><admin type="source">Xinhua</admin></termSec>' +
			"<termSec><term>Central United Department</term>" +
			'<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><note>Wrong in any context.</note>' +
			'<xref type="externalCrossReference" target="https://example.org/x">https://example.org/x</xref></termSec></langSec></conceptEntry>',
	);
});

test("the style with elements (DCT) is read as the one with attributes", async () => {
	const file =
		tbx(`<conceptEntry id="c1"><min:subjectField xmlns:min="http://www.tbxinfo.net/ns/min">Law</min:subjectField>
		${section("zh-CN", "法治")}
		<langSec xml:lang="en"><termSec><term>rule of law</term>
			<min:administrativeStatus xmlns:min="http://www.tbxinfo.net/ns/min">admittedTerm-admn-sts</min:administrativeStatus>
			<basic:source xmlns:basic="http://www.tbxinfo.net/ns/basic">Constitution</basic:source></termSec></langSec></conceptEntry>`);
	const { terms } = await glossaryIn(file, "x.tbx");
	expect(terms).toEqual([
		{
			simplified: "法治",
			traditional: "",
			domain: "Law",
			note: "",
			renderings: [
				{ text: "rule of law", status: "allowed", note: "", authority: "Constitution", alwaysWrong: false },
			],
		},
	]);
});

test("the MARTIF of 2008 is read, with its groups", async () => {
	const file = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><text><body>
		<termEntry id="1"><descripGrp><descrip type="subjectField">Diplomacy</descrip></descripGrp>
		<langSet xml:lang="zh-TW"><ntig><termGrp><term>國書</term></termGrp></ntig></langSet>
		<langSet xml:lang="en-GB"><tig><term>letter of credence</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
		<tig><term>national letter</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig></langSet></termEntry>
		</body></text></martif>`;
	expect(await said(file)).toEqual({
		terms: ["/國書 preferred letter of credence, forbidden national letter"],
		told: [],
	});
	expect((await glossaryIn(file, "x.xml")).terms[0]?.domain).toBe("Diplomacy");
});

test.each([
	[
		"synonyms",
		`<conceptEntry id="c1">${section("zh-Hans", "国书", "到任国书")}${section("zh-Hant", "到任國書", "國書")}${section("en", "letter")}</conceptEntry>`,
		["国书/國書 preferred letter", "到任国书/到任國書 preferred letter"],
		[],
	],
	[
		"a language without script",
		`<conceptEntry id="c1">${section("zh", "國書", "文化")}${section("en", "x", "y")}</conceptEntry>`,
		["文化/ preferred x, allowed y", "/國書 preferred x, allowed y"],
		[],
	],
	[
		"other languages",
		`<conceptEntry id="c1">${section("zh", "文化")}${section("en", "x")}${section("fr", "y")}</conceptEntry>`,
		["文化/ preferred x"],
		["1 glossaryOtherLanguages"],
	],
	[
		"no Chinese",
		`<conceptEntry id="c1">${section("en", "x")}</conceptEntry><conceptEntry id="c2">${section("zh", "文化")}</conceptEntry>`,
		["文化/ "],
		["1 glossaryWithoutChinese"],
	],
	[
		"two that are preferred",
		`<conceptEntry id="c1">${section("zh", "文化")}<langSec xml:lang="en"><termSec><term>x</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec><termSec><term>y</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec></conceptEntry>`,
		["文化/ preferred x, allowed y"],
		["3 glossarySecondPreferred"],
	],
	[
		"the same term twice",
		`<conceptEntry id="c1">${section("zh", "文化")}</conceptEntry>\n<conceptEntry id="c2">${section("zh", "文化")}</conceptEntry>`,
		[],
		["4 glossaryTwice"],
	],
	["nothing", "", [], ["1 glossaryEmpty"]],
])("%s", async (_name, inside, terms, told) => {
	expect(await said(tbx(inside))).toEqual({ terms, told });
});

test.each([
	["a bomb", `<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${tbx("")}`, "xmlEntities"],
	["a cut file", tbx("").slice(0, 120), "xmlTruncated"],
	["other XML", "<html></html>", "glossaryNoTbx"],
	["no XML", "hello", "xmlOutsideRoot"],
	["nothing at all", "", "emptyFile"],
])("%s is refused, and says why", async (_name, file, key) => {
	const read = await glossaryIn(file, "glossary.tbx");
	expect(read.terms).toEqual([]);
	expect(read.problems.map((problem) => problem.key)).toEqual([key]);
});
