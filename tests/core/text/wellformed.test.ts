import fc from "fast-check";
import { expect, test } from "vitest";
import { checkText, findInvalidUtf8 } from "#lib/core/text/wellformed.ts";

test.each([
	["", { ok: true }],
	["plain 中文 😀 \uFFFD", { ok: true }],
	["a\0b", { ok: false, index: 1, line: 1, column: 2, key: "textNul" }],
	["一\r\n二😀\0", { ok: false, index: 6, line: 2, column: 3, key: "textNul" }],
	["a\n\ud83dx", { ok: false, index: 2, line: 2, column: 1, key: "textLoneSurrogate" }],
	["\ude00", { ok: false, index: 0, line: 1, column: 1, key: "textLoneSurrogate" }],
	["\ud83d\ud83d\ude00", { ok: false, index: 0, line: 1, column: 1, key: "textLoneSurrogate" }],
])("checkText(%j)", (text, wanted) => {
	expect(checkText(text)).toEqual(wanted);
});

test("a text passes exactly when it is well-formed and holds no NUL", () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom("a", "\0", "\n", "\ud83d", "\ude00", "字") }), (text) => {
			expect(checkText(text).ok).toBe(text.isWellFormed() && !text.includes("\0"));
		}),
	);
});

test.each<[string, number[], ReturnType<typeof findInvalidUtf8>]>([
	["ASCII", [0x61, 0x0a], null],
	["two, three and four bytes", [0xc3, 0xa9, 0xe4, 0xb8, 0xad, 0xf0, 0x9f, 0x98, 0x80], null],
	["a stray continuation byte", [0x61, 0x0a, 0x80], { byte: 2, line: 2 }],
	["GBK", [0xd6, 0xd0], { byte: 0, line: 1 }],
	["overlong", [0xc0, 0xaf], { byte: 0, line: 1 }],
	["a surrogate", [0xed, 0xa0, 0x80], { byte: 0, line: 1 }],
	["cut off at the end", [0x61, 0xe4, 0xb8], { byte: 1, line: 1 }],
	["above U+10FFFF", [0xf4, 0x90, 0x80, 0x80], { byte: 0, line: 1 }],
])("findInvalidUtf8: %s", (_, bytes, wanted) => {
	expect(findInvalidUtf8(new Uint8Array(bytes))).toEqual(wanted);
});

test("bytes pass exactly when the platform's strict decoder takes them", () => {
	const bytes = fc.oneof(
		fc.uint8Array(),
		fc
			.array(fc.constantFrom(0x61, 0x80, 0xbf, 0xc2, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f), {
				maxLength: 6,
			})
			.map((all) => new Uint8Array(all)),
	);
	const accepts = (given: Uint8Array) => {
		try {
			new TextDecoder("utf-8", { fatal: true }).decode(given);
			return true;
		} catch {
			return false;
		}
	};
	fc.assert(
		fc.property(bytes, (given) => {
			expect(findInvalidUtf8(given) === null).toBe(accepts(given));
		}),
		{ numRuns: 3_000 },
	);
});
