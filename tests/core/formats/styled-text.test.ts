import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type InlineCode, markOf, plainText } from "#lib/core/formats/marked-text.ts";
import { tmx } from "#lib/core/formats/readers/tmx.ts";
import { readText, StyleState, styledHtml } from "#lib/core/formats/styled-text.ts";
import { tmxFile } from "#lib/core/formats/tmx-file.ts";
import { readWith } from "./readers/read-with.ts";

const start = (kind: InlineCode["kind"], value?: string): InlineCode => ({
	kind,
	part: "start",
	...(value ? { value } : {}),
});
const end = (kind: InlineCode["kind"]): InlineCode => ({ kind, part: "end" });
const alone = (kind: InlineCode["kind"], value?: string): InlineCode => ({
	kind,
	part: "alone",
	...(value ? { value } : {}),
});

/** "a{b}" with codes in order for each brace. */
function marked(pattern: string): string {
	let number = 0;
	return pattern.replaceAll("*", () => markOf(number++));
}

test.each<[string, string, InlineCode[], string]>([
	["bold", "a *b* c", [start("bold"), end("bold")], "a <strong>b</strong> c"],
	[
		"nested",
		"*a *b**",
		[start("bold"), start("italic"), end("italic"), end("bold")],
		"<strong>a </strong><strong><em>b</em></strong>",
	],
	[
		"a link",
		"see *here*.",
		[start("link", "https://example.org/?a=1&b=2"), end("link")],
		'see <a href="https://example.org/?a=1&amp;b=2">here</a>.',
	],
	["a dangerous link", "*x*", [start("link", "javascript:alert(1)"), end("link")], "x"],
	["an end alone", "a* b", [end("bold")], "a b"],
	["a start alone reaches to the end", "a *b", [start("bold")], "a <strong>b</strong>"],
	["a footnote", "a*.", [alone("footnote", "2")], "a<sup>2</sup>."],
	["a character that looked like a code", "a*", [alone("character", "\u{F0000}")], "a\u{F0000}"],
	["markup is text", "<b>&*x*", [start("bold"), end("bold")], "&lt;b&gt;&amp;<strong>x</strong>"],
	["a code that the document does not know is a character", "a*", [], `a${markOf(0)}`],
])("HTML shows what codes do: %s", (_, pattern, codes, wanted) => {
	expect(styledHtml(marked(pattern), { ...codes })).toBe(wanted);
});

test.each<[string, InlineCode[], string]>([
	["a*b*c", [start("bold"), end("bold")], "abc"],
	["a*b", [alone("break")], "a\nb"],
	["a*", [alone("footnote", "3")], "a[3]"],
	["a*", [alone("footnote", "[3]")], "a[3]"],
	["a*b", [alone("image", "a bridge")], "ab"],
])("plain formats read %j with %j as %j", (pattern, codes, wanted) => {
	expect(readText(marked(pattern), { ...codes })).toBe(wanted);
});

test("looks go on from one run to the next", () => {
	const state = new StyleState();
	const codes = { 0: start("bold"), 1: end("bold") };
	const shown = [`a${markOf(0)}b`, `c${markOf(1)}d`].map((text) =>
		state.pieces(text, codes).map((piece) => [piece.text, [...piece.looks].join()]),
	);
	expect(shown).toEqual([
		[
			["a", ""],
			["b", "bold"],
		],
		[
			["c", "bold"],
			["d", ""],
		],
	]);
});

describe("translation memories carry codes there and back", () => {
	const code = fc.oneof(
		fc
			.constantFrom<InlineCode["kind"]>("bold", "italic", "link", "other")
			.chain((kind) =>
				fc.constantFrom<InlineCode>(
					{ kind, part: "start", pair: "1", original: `<${kind} a="&amp;">` },
					{ kind, part: "end", pair: "1", original: `</${kind}>` },
				),
			),
		fc.constant<InlineCode>({ kind: "other", part: "alone", original: "<x/>" }),
		fc.constant<InlineCode>({ kind: "character", part: "alone", value: "\u{F0001}" }),
	);
	test("every code is there again, in its place", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.constantFrom("", "a ", "好"), code), { maxLength: 6 }),
				async (parts) => {
					const codes = parts.map(([, one]) => one);
					const text = `=${parts.map(([before], i) => before + markOf(i)).join("")}.`;
					const unit = { id: "1", several: false, source: "文", target: text, properties: [] };
					const origin = { application: { name: "D", version: "1" }, exportedAt: "2026-03-04T05:06:07.000Z" };
					const file = tmxFile(
						{ title: "", sourceLanguage: "zh", targetLanguage: "en", units: [unit], codes: { ...codes } },
						origin,
					);
					const { units } = await readWith(tmx, file);
					const read = units[0]?.variants[1]?.segments[0] ?? { text: "" };
					expect(plainText(read)).toBe(plainText({ text, codes }));
					expect(read.codes?.length ?? 0).toBe(codes.length);
				},
			),
		);
	});
});
