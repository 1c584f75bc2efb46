/** Files that were cut, overwritten or doubled in places: read or refused in good time, never a failure. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { docx as writtenDocx } from "#lib/core/formats/formats/docx.ts";
import { html as writtenHtml } from "#lib/core/formats/formats/html.ts";
import { tmx as writtenTmx } from "#lib/core/formats/formats/tmx.ts";
import { tsv as writtenTsv } from "#lib/core/formats/formats/tsv.ts";
import { txt as writtenTxt } from "#lib/core/formats/formats/txt.ts";
import { ReadRefusal } from "#lib/core/formats/reader.ts";
import { readers } from "#lib/core/formats/reader-registry.ts";
import { readWhole } from "#lib/core/reading/read-whole.ts";
import type { Reading } from "#lib/core/reading/reading.ts";
import { readerCapabilities } from "#lib/server/files/capabilities.ts";
import { memoryFile } from "#lib/server/files/file-source.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { capabilities } from "../capabilities.ts";
import { rich } from "../rich-article.ts";

type Parts = Readonly<Record<string, Uint8Array>>;

const xml = (text: string): Parts => ({ "": strToU8(`<?xml version="1.0"?>\n${text}`) });
const named = "urn:oasis:names:tc:opendocument:xmlns";
const sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** By reader: a small file with much of what it knows; of a ZIP its parts. */
const files: Readonly<Record<string, Parts>> = {
	docx: unzipSync(await writtenDocx.write(rich, capabilities)),
	odt: {
		mimetype: strToU8("application/vnd.oasis.opendocument.text"),
		"content.xml": strToU8(
			`<office:document-content xmlns:office="${named}:office:1.0" xmlns:text="${named}:text:1.0" xmlns:table="${named}:table:1.0"><office:body><office:text><text:h text:outline-level="1">The lock</text:h><text:p>It is <text:span>old</text:span>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Said the keeper.</text:p></text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell><text:p>水闸</text:p></table:table-cell><table:table-cell><text:p>lock</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`,
		),
		"styles.xml": strToU8(`<office:document-styles xmlns:office="${named}:office:1.0"/>`),
	},
	xlsx: {
		"[Content_Types].xml": strToU8("<Types/>"),
		"_rels/.rels": strToU8(
			`<Relationships xmlns="${relations}"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		),
		"xl/workbook.xml": strToU8(
			`<workbook xmlns="${sheet}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
		),
		"xl/_rels/workbook.xml.rels": strToU8(
			`<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="s.xml"/></Relationships>`,
		),
		"xl/s.xml": strToU8(
			`<worksheet xmlns="${sheet}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>水闸</t></is></c><c r="B1" t="inlineStr"><is><t>lock</t></is></c></row><row r="2"><c r="A2"><v>12</v></c></row></sheetData></worksheet>`,
		),
	},
	tmx: { "": writtenTmx.write(rich, capabilities) },
	xliff: xml(
		'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="zh-CN"><file id="f"><unit id="u"><originalData><data id="d">&lt;b&gt;</data></originalData><segment state="final"><source>Open <pc id="1" dataRefStart="d">here</pc>.</source><target>在<pc id="1" dataRefStart="d">这里</pc>打开。</target></segment><segment><source>Second.<ph id="2"/></source></segment></unit></file></xliff>',
	),
	po: {
		"": strToU8(
			'msgid ""\nmsgstr "Language: zh_CN\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n# seen\n#, fuzzy\nmsgctxt "menu"\nmsgid "Open\\t%s"\nmsgstr "打开\\t%s"\n\nmsgid "%d ship"\nmsgid_plural "%d ships"\nmsgstr[0] "%d 艘船"\n',
		),
	},
	intertext: xml(
		'<linkGrp toDoc="t.en" fromDoc="t.zh"><link type="1-1" xtargets="1:1;1:1" status="man"/><link type="1-2" xtargets="1:2;1:2 1:3" status="auto"/></linkGrp>',
	),
	tei: xml(
		'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text xml:lang="zh"><body><head>水闸</head><p id="1"><s id="1:1">灯亮了。</s><s id="1:2">船<hi rend="bold">来</hi>了。</s></p></body></text></TEI>',
	),
	html: { "": writtenHtml.write(rich, capabilities) },
	ladder: { "": strToU8("0\t0\t0.5\n1\t1\t0.9\n3\t2\t0\n") },
	vecalign: { "": strToU8("[0]:[0]:0.1\n[1, 2]:[1]:0.2\n[]:[2]:0\n") },
	markdown: {
		"": strToU8(
			"---\ntitle: The lock\n---\n\n# The lock\n\nIt is **very** *old*[^1] and [famous](https://example.org).\n\n- one\n  1. two\n\n| 水闸 | lock |\n|---|---|\n| 船 | boat |\n\n<b>So</b>\n\n[^1]: Said the keeper.\n",
		),
	},
	txt: { "": writtenTxt.write(rich, capabilities) },
	csv: { "": writtenTsv.write(rich, capabilities) },
	pdf: { "": readFileSync(new URL("../../../fixtures/files/mountain-library.pdf", import.meta.url)) },
};

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const damage = fc.oneof(
	fc.record({ kind: fc.constant("cut" as const), at: place }),
	fc.record({
		kind: fc.constant("overwrite" as const),
		at: place,
		with: fc.oneof(fc.constantFrom(0, 0xff, 0x3c, 0x26, 0x22, 0x0a, 0x5c, 0x09), fc.nat(255)),
	}),
	fc.record({ kind: fc.constantFrom("double" as const, "take out" as const), at: place, to: place }),
);
type Damage = typeof damage extends fc.Arbitrary<infer Kind> ? Kind : never;

/** Far longer stretches than a tag or a line, and short enough to leave something. */
const longest = 400;

function damaged(bytes: Uint8Array, by: Damage): Uint8Array {
	const at = Math.floor(by.at * bytes.length);
	if (by.kind === "cut") return bytes.slice(0, at);
	if (by.kind === "overwrite") return bytes.with(at, by.with);
	const to = Math.min(at + Math.floor(by.to * longest), bytes.length);
	const rest = by.kind === "double" ? bytes.subarray(at) : bytes.subarray(to);
	return Uint8Array.from(
		Buffer.concat([bytes.subarray(0, to === at ? at : by.kind === "double" ? to : at), rest]),
	);
}

function packed(parts: Parts): Uint8Array {
	return (
		parts[""] ??
		zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, [part, { level: 0 }]])))
	);
}

function charactersOf(reading: Reading): number {
	if (reading.shape === "text") return reading.page.blocks.map(({ text }) => text).join("").length;
	if (reading.shape === "table") return reading.rows.flatMap(({ cells }) => cells).join("").length;
	if (reading.shape === "links") return reading.links.length;
	const variants = reading.units.flatMap((unit) => unit.variants);
	return variants.flatMap(({ segments }) => segments.map(({ text }) => text)).join("").length;
}

/** Milliseconds for one of these small files, on a machine that is busy with other tests too. */
const longestReading = 2_000;

test.each(readers.map(({ id }) => id))("the file of %s that is damaged below can be read", async (id) => {
	const file = memoryFile(`file.${id}`, packed(files[id] ?? {}));
	const reading = await readWhole(
		file,
		readerCapabilities(() => undefined),
		{ format: id },
	);
	expect(charactersOf(reading)).toBeGreaterThan(0);
});

test.each(readers.map(({ id }) => id))(
	"a damaged file of %s is read, or refused with a reason",
	async (id) => {
		const parts = files[id] ?? {};
		await fc.assert(
			fc.asyncProperty(place, fc.array(damage, { minLength: 1, maxLength: 4 }), async (which, damages) => {
				const names = Object.keys(parts);
				const name = names[Math.floor(which * names.length)] ?? "";
				const part = damages.reduce(
					(bytes, by) => (bytes.length === 0 ? bytes : damaged(bytes, by)),
					parts[name] ?? new Uint8Array(),
				);
				const begun = processorTime();
				try {
					const file = memoryFile(`file.${id}`, packed({ ...parts, [name]: part }));
					const reading = await readWhole(
						file,
						readerCapabilities(() => undefined),
						{ format: id },
					);
					expect(charactersOf(reading) + reading.problems.length).toBeGreaterThan(0);
				} catch (error) {
					if (!(error instanceof ReadRefusal)) throw error;
				}
				expect(processorTime() - begun).toBeLessThan(longestReading);
			}),
			{ numRuns: 60 },
		);
	},
);
