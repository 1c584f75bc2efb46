/** Files made to do harm, or just unlucky ones, small enough to be made anew for each run. */
import { deflateRawSync } from "node:zlib";
import { wordFile } from "#tests/core/formats/readers/word-file.ts";
import { patchRecord, renamed, zipOf } from "#tests/core/formats/zip-patches.ts";

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const utf16 = (text: string): Uint8Array => Buffer.from(`\u{feff}${text}`, "utf16le");

/** Ten entities, each ten of the one before: 10¹⁰ times three letters. */
const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
const doctype = (root: string) => `<!DOCTYPE ${root} [<!ENTITY l0 "lol">${laughs}]>`;
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const tmxHead =
	'<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh" datatype="plaintext"/><body>';
const unit = (zh: string, en: string) =>
	`<tu><tuv xml:lang="zh"><seg>${zh}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;

export const tmx = (units: string, before = "") =>
	utf8(`${declaration}${before}${tmxHead}${units}</body></tmx>`);
export const tmxOf = (zh: string, en: string) => tmx(unit(zh, en));
export const tmxBomb = () => tmx(unit("&l10;", "&l10;"), doctype("tmx"));
export const tmxDeep = (levels: number) =>
	tmx(`<tu><tuv xml:lang="zh"><seg>${"<hi>".repeat(levels)}深${"</hi>".repeat(levels)}</seg></tuv></tu>`);

export const xliffOf = (source: string, target: string, before = "") =>
	utf8(
		`${declaration}${before}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh" target-language="en" datatype="plaintext"><body><trans-unit id="1"><source>${source}</source><target>${target}</target></trans-unit></body></file></xliff>`,
	);
export const xliffBomb = () => xliffOf("&l10;", "&l10;", doctype("xliff"));
export const xliffDeep = (levels: number) =>
	xliffOf(`${'<g id="1">'.repeat(levels)}深${"</g>".repeat(levels)}`, "x");

const root = "word/document.xml";
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const withDocument = (document: string) => wordFile({ body: "", parts: { [root]: document } });
export const docxBomb = () =>
	withDocument(
		`${declaration}${doctype("w")}<w:document ${word}><w:body><w:p><w:r><w:t>&l10;</w:t></w:r></w:p></w:body></w:document>`,
	);
export const docxDeep = (levels: number) =>
	withDocument(`${declaration}<w:document ${word}><w:body>${"<w:sdt>".repeat(levels)}`);

/** A Word file with a picture, a linked text and a template that lie at these addresses. */
export const docxLinking = (text: string, address: string) =>
	wordFile({
		body: `<w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:link="rId90"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p><w:subDoc r:id="rId91"/>`,
		links: [
			{ id: "rId90", type: "image", target: address, external: true },
			{ id: "rId91", type: "subDocument", target: address, external: true },
			{ id: "rId92", type: "attachedTemplate", target: address, external: true },
		],
	});

const uncompressedSize = 24; // in a record of the directory
/** Says that its only part is 100 bytes long. */
export const docxLying = () =>
	patchRecord(zipOf({ [root]: " ".repeat(1_000_000) }), 0, { [uncompressedSize]: { bytes: 4, value: 100 } });
/** Says that its only part is 1 GB long. */
export const docxBoasting = () =>
	patchRecord(zipOf({ [root]: "x" }), 0, { [uncompressedSize]: { bytes: 4, value: 1_000_000_000 } });
export const docxSlipping = (name: string) =>
	renamed(zipOf({ [root]: "x", ["n".repeat(name.length)]: "y" }), "n".repeat(name.length), name);

/** 42 kB that unpack to 4 GB: a hundred parts that are all the same forty million blanks. */
export function zipBomb(): Uint8Array {
	const unpacked = 40_000_000;
	const packed = deflateRawSync(Buffer.alloc(unpacked, 32), { level: 9 });
	const nameOf = (i: number) => (i === 0 ? root : `word/part${String(i).padStart(4, "0")}.xml`);
	const fields = Buffer.alloc(26); // what local headers and records have in common
	fields.writeUInt16LE(20, 0);
	fields.writeUInt16LE(8, 4);
	fields.writeUInt32LE(packed.length, 14);
	fields.writeUInt32LE(unpacked, 18);
	fields.writeUInt16LE(root.length, 22);
	const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, Buffer.from(root), packed]);
	const records = Array.from({ length: 100 }, (_, i) => {
		const name = Buffer.from(nameOf(i));
		const own = Buffer.from(fields);
		own.writeUInt16LE(name.length, 22);
		return Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), own, Buffer.alloc(14), name]);
	});
	const directory = Buffer.concat(records);
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06", "latin1");
	end.writeUInt16LE(records.length, 8);
	end.writeUInt16LE(records.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(local.length, 16);
	return Buffer.concat([local, directory, end]);
}

export const shortLine = "港口今天又开放了三个泊位，引航员都上了岸，下午还有两艘船要来。\n";
export const longParagraph = `${"港口今天又开放了三个泊位，引航员都上了岸。".repeat(60)}\n`;

/** The same line again and again, in pieces of about a mebibyte. */
export function* muchText(mebibytes: number, line = shortLine): Generator<Uint8Array> {
	const piece = utf8(line.repeat(Math.floor((1024 * 1024) / utf8(line).length)));
	for (let i = 0; i < mebibytes; i++) yield piece;
}
