import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { escapeAttribute, escapeText, replaceForbidden } from "#lib/core/xml/escape.ts";

test.each([
	["plain", "plain"],
	["tab\tand\nline\r", "tab\tand\nline\r"],
	["nul\0 bell\x07 escape\x1b", "nul\ufffd bell\ufffd escape\ufffd"],
	["\ufffe\uffff", "\ufffd\ufffd"],
	["half \ud83d pair", "half \ufffd pair"],
	["𠮷 😀 \u0085", "𠮷 😀 \u0085"],
])("XML can carry %j as %j", (text, expected) => {
	expect(replaceForbidden(text)).toBe(expected);
});

test("what is escaped parses back to the letter, in content and in attributes", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) => {
			let content = "";
			let attribute: string | undefined;
			const parser = new SaxesParser();
			parser.on("error", (error) => {
				throw error;
			});
			parser.on("opentag", (tag) => {
				attribute = String(tag.attributes["a"]);
			});
			parser.on("text", (value) => {
				content += value;
			});
			parser.write(`<x a="${escapeAttribute(text)}">${escapeText(text)}</x>`).close();
			expect([attribute, content]).toEqual([replaceForbidden(text), replaceForbidden(text)]);
		}),
	);
});
