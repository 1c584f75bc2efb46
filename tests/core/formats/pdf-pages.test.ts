import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { type PdfPage, ReadRefusal } from "#lib/core/formats/reader.ts";
import { readPdf } from "#lib/server/files/pdf-pages.ts";
import { pdfFile } from "#tests/core/formats/readers/pdf-file.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

afterEach(() => void vi.unstubAllGlobals());

async function pagesOf(bytes: Uint8Array): Promise<PdfPage[]> {
	const pages: PdfPage[] = [];
	for await (const page of readPdf(bytes)) pages.push(page);
	return pages;
}

async function refusal(bytes: Uint8Array): Promise<string> {
	try {
		await pagesOf(bytes);
	} catch (error) {
		if (error instanceof ReadRefusal) return error.problem.key;
		throw error;
	}
	return "none";
}

const texts = (pages: readonly PdfPage[]) => pages.map(({ lines }) => lines.map(({ text }) => text));

test("lines are where they are drawn", async () => {
	const [page] = await pagesOf(pdfFile({ pages: [[{ text: "Hello (world)", x: 72, y: 100, size: 12 }]] }));
	expect(page).toMatchObject({ width: 595, height: 842 });
	expect(page?.lines).toHaveLength(1);
	const [line] = page?.lines ?? [];
	expect(line).toMatchObject({ text: "Hello (world)", x: 72, y: 88, height: 12 });
	expect(line?.width).toBeCloseTo(67.3, 0);
});

test("words drawn one by one are a line with blanks, letters drawn one by one are a word, columns are lines", async () => {
	const drawn = [
		{ text: "Two", x: 72, y: 100 },
		{ text: "words", x: 96, y: 100 },
		{ text: "W", x: 72, y: 120 },
		{ text: "ord", x: 82.4, y: 120 },
		{ text: "left", x: 72, y: 140 },
		{ text: "right", x: 300, y: 140 },
		{ text: "mark", x: 72, y: 160 },
		{ text: "1", x: 96.5, y: 156, size: 6 },
	];
	expect(texts(await pagesOf(pdfFile({ pages: [drawn] })))).toEqual([
		["Two words", "Word", "left", "right", "mark1"],
	]);
});

test("Chinese printed by a browser is read over its pages", async () => {
	const bytes = readFileSync(new URL("../../fixtures/files/mountain-library.pdf", import.meta.url));
	const pages = await pagesOf(bytes);
	expect(pages).toHaveLength(2);
	expect(pages.flatMap(({ lines }) => lines.map(({ text }) => text.normalize("NFKC"))).join("")).toContain(
		"有一天,山里下大雨",
	);
});

test("nothing is fetched, whatever the fonts", async () => {
	const fetched = vi.fn();
	vi.stubGlobal("fetch", fetched);
	const font = "<< /Type /Font /Subtype /Type1 /BaseFont /TimesNewRoman >>";
	expect(texts(await pagesOf(pdfFile({ pages: [[{ text: "Text", x: 72, y: 100 }]], font })))).toEqual([
		["Text"],
	]);
	expect(fetched).not.toHaveBeenCalled();
});

test("a font whose characters are only known from a map that is not here is refused, not guessed", async () => {
	const descendant =
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>";
	const font = `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [${descendant}] >>`;
	const pages = [[{ text: "<B4BACCEC>", x: 72, y: 100 }]];
	expect(await refusal(pdfFile({ pages, font }))).toBe("pdfCharacterMap");
});

const page = [{ text: "Text", x: 72, y: 100 }];

test("a password is asked for and so the file refused", async () => {
	const key = "00".repeat(32);
	const trailer = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${key}> /U <${key}> >> /ID [<00><00>]`;
	expect(await refusal(pdfFile({ pages: [page], trailer }))).toBe("pdfEncrypted");
});

test.each([
	["no PDF", Buffer.from("文字")],
	["nothing but a head", Buffer.from("%PDF-1.7\n")],
	["cut off early", pdfFile({ pages: [page] }).slice(0, 40)],
])("%s is refused", async (_, bytes) => {
	expect(await refusal(bytes)).toBe("pdfBroken");
});

/** 256 MB of blanks, packed once or twice. */
function blanks(layers: number): Uint8Array {
	const packed = deflateSync(Buffer.alloc(256 << 20, " "), { level: 9 });
	return layers === 1 ? packed : deflateSync(packed);
}

test.each([
	["one layer", 1, "/FlateDecode"],
	["two layers", 2, "[/FlateDecode /FlateDecode]"],
])("a page that unpacks to 256 MB in %s is refused before the engine sees it", async (_, layers, filter) => {
	const bytes = pdfFile({ pages: [page], content: { packed: blanks(layers), filter } });
	const before = process.memoryUsage.rss();
	const started = processorTime();
	expect(await refusal(bytes)).toBe("pdfBomb");
	expect(processorTime() - started).toBeLessThan(1_000);
	expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
});
