import fc from "fast-check";
import { expect, test } from "vitest";
import { textDecoding, UndecodableBytes } from "#lib/core/text/decoding.ts";
import { detectEncoding, encodingName, encodingOfLabel } from "#lib/core/text/encoding.ts";
import { big5, gbk } from "./legacy-encoders.ts";

const makeDecoder = (encoding: string) => new TextDecoder(encoding, { fatal: true });

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, little: boolean) => {
	const bytes = new DataView(new ArrayBuffer(text.length * 2));
	for (let at = 0; at < text.length; at += 1) bytes.setUint16(at * 2, text.charCodeAt(at), little);
	return new Uint8Array(bytes.buffer);
};

const simplified = "省外办召开全省外事工作会议，总结去年工作，部署今年任务。会议指出，要加强对外交流合作。";
const traditional = "本府今日舉行記者會，說明明年度預算的編列情形。市長表示，將優先照顧長者與兒童。";

test.each<[string, Uint8Array, string]>([
	["plain ASCII", latin("Nothing but ASCII.\r\n"), "utf-8"],
	["UTF-8 Chinese", utf8(simplified), "utf-8"],
	["UTF-8 English with one curly apostrophe", utf8("It’s a short line."), "utf-8"],
	["UTF-8 French", utf8("Le café est fermé à midi."), "utf-8"],
	["GBK prose", gbk(simplified), "gb18030"],
	["GBK between English words", gbk(`Annual report 2023\n${simplified}\nEnd of page`), "gb18030"],
	["a GBK title of six characters", gbk("外交部发言人"), "gb18030"],
	["the GBK title that is nearly UTF-8", gbk("联通公司"), "gb18030"],
	["traditional characters in GBK", gbk(traditional.replaceAll("，", " ")), "gb18030"],
	["Big5 prose", big5(traditional), "big5"],
	["a Big5 headline", big5("立法院三讀通過新法"), "big5"],
	["Windows-1252 quotes", latin("The \x93world\x94 isn\x92t flat \x96 it never was."), "windows-1252"],
	["ISO 8859-1 German", latin("F\xfcr die Gr\xf6\xdfe der \xc4pfel gibt es Gr\xfcnde."), "windows-1252"],
	["UTF-16LE English without a mark", utf16("Hello, world.\n", true), "utf-16le"],
	["UTF-16BE English without a mark", utf16("Hello, world.\n", false), "utf-16be"],
	["UTF-16LE Chinese without a mark", utf16(simplified, true), "utf-16le"],
	["UTF-16BE Chinese without a mark", utf16(simplified, false), "utf-16be"],
])("surely: %s", (_, bytes, encoding) => {
	expect(detectEncoding(bytes, makeDecoder, { whole: true })).toEqual({ encoding, sure: true, bom: false });
});

test.each([
	["UTF-8", utf8("\uFEFF中"), "utf-8"],
	["UTF-16LE", utf16("\uFEFF中", true), "utf-16le"],
	["UTF-16BE", utf16("\uFEFF中", false), "utf-16be"],
])("a byte order mark of %s decides", (_, bytes, encoding) => {
	expect(detectEncoding(bytes, makeDecoder)).toEqual({ encoding, sure: true, bom: true });
});

test("two characters that could be of either encoding are a guess, and said to be one", () => {
	expect(detectEncoding(gbk("井壁"), makeDecoder, { whole: true })?.sure).toBe(false);
});

const damaged = (before: string, bytes: readonly number[], after: string) =>
	Uint8Array.from([...utf8(before), ...bytes, ...utf8(after)]);

test.each<[string, Uint8Array]>([
	["one character and the first byte of another", damaged("OK 中", [0xe6], " bad")],
	["one character without its last byte between two", damaged("港口", [0xe5, 0xbc], "放")],
	["a byte of Windows-1252 beside Chinese", damaged("Caf", [0xe9], " 中文")],
])("a short text that is UTF-8 but for a damaged byte is never another encoding: %s", (_, bytes) => {
	const found = detectEncoding(bytes, makeDecoder, { whole: true });
	expect(found).toEqual({ encoding: "utf-8", sure: true, bom: false });
	expect(() => textDecoding("utf-8", makeDecoder).push(bytes)).toThrow(UndecodableBytes);
});

test.each<[string, Uint8Array, string]>([
	["中国 in GBK", gbk("中国"), "gb18030"],
	["港口开放 in GBK", gbk("港口开放"), "gb18030"],
	["GBK whose bytes are a stray one and 費 in UTF-8", gbk("OK 需不 bad"), "gb18030"],
	["中國 in Big5", big5("中國"), "big5"],
	["港口開放 in Big5", big5("港口開放"), "big5"],
	["Big5 between English words", big5("OK 中文 good"), "big5"],
])("a short text is read still: %s", (_, bytes, encoding) => {
	expect(detectEncoding(bytes, makeDecoder, { whole: true })?.encoding).toBe(encoding);
});

test("random bytes, and text of an encoding that is not tried, are nothing", () => {
	const noise = Uint8Array.from({ length: 400 }, (_, index) => (index * 149 + (index >> 3) * 67) % 256);
	expect(detectEncoding(noise, makeDecoder)).toBeNull();
	// Shift JIS
	const japanese = [
		0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xc5, 0x82, 0xb7,
	];
	expect(detectEncoding(Uint8Array.from([...japanese, ...japanese]), makeDecoder)).toBeNull();
});

test.each<[string, Uint8Array, string, string]>([
	["is believed where nothing else decides", gbk("井壁"), "gb2312", "gb18030"],
	["is not believed against UTF-8", utf8(simplified), "gb2312", "utf-8"],
	["is not believed against GBK", gbk(simplified), "utf-8", "gb18030"],
	["of old pages that say ISO 8859-1 is not believed either", gbk(simplified), "iso-8859-1", "gb18030"],
	[
		"of another encoding is believed where it fits",
		Uint8Array.of(0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd),
		"Shift_JIS",
		"shift_jis",
	],
	["that nobody knows is ignored", utf8("中文"), "no-such-thing", "utf-8"],
])("what a file declares %s", (_, bytes, declared, encoding) => {
	expect(detectEncoding(bytes, makeDecoder, { whole: true, declared })?.encoding).toBe(encoding);
});

test("samples decide where the beginning is plain ASCII", () => {
	const found = detectEncoding(latin("a,b,c\n"), makeDecoder, { samples: [big5(traditional)] });
	expect(found).toEqual({ encoding: "big5", sure: true, bom: false });
});

test.each([
	["gb2312", "gb18030"],
	["GBK", "gb18030"],
	["Big5-HKSCS", "big5"],
	["utf8", "utf-8"],
	[" ISO-8859-1 ", "windows-1252"],
	["Shift_JIS", "shift_jis"],
])("the label %s means %s", (label, encoding) => {
	expect(encodingOfLabel(label)).toBe(encoding);
});

test("encodings have the names people write", () => {
	expect(["gb18030", "big5", "shift_jis"].map(encodingName)).toEqual(["GB18030", "Big5", "SHIFT_JIS"]);
});

test.each<[string, number[], string]>([
	["Hong Kong's characters in Big5", [0xa4, 0xa4, 0x87, 0x40, 0x88, 0x62, 0x9b, 0xd0], "中䏰Ê̄𠝹"],
	["the euro in GBK", [0x80, 0x31], "€1"],
	["four bytes of GB18030", [0x95, 0x32, 0x82, 0x36], "𠀀"],
])("decodes %s", (_, bytes, text) => {
	const encoding = text.startsWith("中") ? "big5" : "gb18030";
	const decoding = textDecoding(encoding, makeDecoder);
	expect(decoding.push(Uint8Array.from(bytes)) + decoding.end()).toBe(text);
});

test.each<[string, string, number[], { before: string; offset: number; bytes: string }]>([
	[
		"GB18030 with a blank as second byte",
		"gb18030",
		[0x61, 0xc4, 0xe3, 0xc4, 0x20],
		{ before: "a你", offset: 3, bytes: "C4 20" },
	],
	["GB18030 with FF", "gb18030", [0x61, 0xff], { before: "a", offset: 1, bytes: "FF" }],
	["Big5 with a hole", "big5", [0xa4, 0xa4, 0x81, 0x40], { before: "中", offset: 2, bytes: "81 40" }],
	["overlong UTF-8", "utf-8", [0x41, 0xc0, 0x80], { before: "A", offset: 1, bytes: "C0" }],
	[
		"half a pair in UTF-16",
		"utf-16le",
		[0x41, 0, 0, 0xd8, 0x41, 0],
		{ before: "A", offset: 2, bytes: "00 D8 41 00" },
	],
])("names the place of %s", (_, encoding, bytes, expected) => {
	expect(() => textDecoding(encoding, makeDecoder).push(Uint8Array.from(bytes))).toThrow(
		expect.objectContaining({ ...expected, cutOff: false }),
	);
});

test("decoded piece by piece a text is what it is at once", () => {
	const text = fc.array(fc.constantFrom("a", "é", "中", "文", "，", "𠀀", "\uFEFF"), { minLength: 1 });
	const encodings = [
		["utf-8", utf8],
		["utf-16le", (value: string) => utf16(value, true)],
		["utf-16be", (value: string) => utf16(value, false)],
	] as const;
	fc.assert(
		fc.property(
			text,
			fc.constantFrom(...encodings),
			fc.integer({ min: 1, max: 5 }),
			(parts, [encoding, encode], step) => {
				const content = `x${parts.join("")}`;
				const bytes = encode(content);
				const decoding = textDecoding(encoding, makeDecoder);
				let decoded = "";
				for (let at = 0; at < bytes.length; at += step)
					decoded += decoding.push(bytes.subarray(at, at + step));
				expect(decoded + decoding.end()).toBe(content);
			},
		),
	);
});

test("a text that ends within a character says so", () => {
	const decoding = textDecoding("big5", makeDecoder);
	expect(decoding.push(big5("中文").subarray(0, 3))).toBe("中");
	expect(() => decoding.end()).toThrow(UndecodableBytes);
});
