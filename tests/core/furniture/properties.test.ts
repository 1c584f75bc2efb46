import fc from "fast-check";
import { expect, test } from "vitest";
import { type InlineCode, type MarkedText, markOf, marks, plainText } from "#lib/core/formats/marked-text.ts";
import type { LineHint, ReadLine } from "#lib/core/formats/reader.ts";
import { classifyPage } from "#lib/core/furniture/classify-page.ts";
import { divideMarked } from "#lib/core/furniture/lift-date.ts";

const sentence = "The office explained at length what it had done in the past year, and why it had done so.";
const texts = fc.oneof(
	fc.constantFrom(
		"Home > News > Local",
		"首页 > 新闻",
		"【打印】【关闭】",
		"来源：港务网 2024-05-27 08:35",
		"2024年5月20日",
		"港务局办公室",
		"Related News",
		"3 Comments",
		"(Edited by: Tao Ming)",
		"Copyright 2024 Harbour Office. All rights reserved.",
		"A heading of some words",
		"图为船员在阅览室看书。",
		"- repair the roof",
		sentence,
		`date 2023-05-23 ${sentence}`,
		`2023-05-23 08:35 ${sentence}`,
		"时间：2021年10月19日 近日，港务局为船员开设的阅览室正式启用，受到广泛欢迎，预约已经排到年底。",
		"过去一年，办公室认真开展各项工作，取得了良好成效，受到了各方面的好评。",
	),
	fc
		.string({ unit: "binary", minLength: 1 })
		.filter((text) => text.trim() !== "" && text.search(marks) === -1),
	fc.string({ unit: fc.constantFrom(..."a。：: >|\t«»()（）12月日-/年\u3000"), minLength: 1, maxLength: 60 }),
);

const hints: fc.Arbitrary<LineHint> = fc.record(
	{
		heading: fc.integer({ min: 1, max: 6 }),
		region: fc.constantFrom("navigation", "header", "main", "article", "aside", "footer", "form"),
		classes: fc.constantFrom("content", "share", "nav menu", "article-title", "caption", "source"),
		linked: fc.double({ min: 0, max: 1, noNaN: true }),
		list: fc.constant({ ordered: false, level: 1 }),
		caption: fc.constant(true as const),
		margin: fc.constant(true as const),
		footnote: fc.constant(true as const),
		cell: fc.constant({ row: 0, column: 1 }),
		byline: fc.constant(true as const),
		date: fc.constant("2024-05-27"),
	},
	{ requiredKeys: [] },
);

const pages = fc
	.array(fc.record({ text: texts, hint: fc.option(hints, { nil: undefined }) }), { maxLength: 40 })
	.map((lines) =>
		lines.map(
			({ text, hint }, index): ReadLine => ({ line: index * 2 + 1, text, ...(hint ? { hint } : {}) }),
		),
	);

const bare = (text: string): string => text.replace(/\s+/gu, "");

test("every line is in one block, or in two that are the line; the order stays", () => {
	fc.assert(
		fc.property(pages, (lines) => {
			const { blocks, learned } = classifyPage(lines);
			expect(learned).toEqual([]);
			const numbers = blocks.map((block) => block.line);
			expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
			for (const { line, text } of lines) {
				const own = blocks.filter((block) => block.line === line);
				expect([1, 2]).toContain(own.length);
				expect(bare(own.map((block) => block.text).join(""))).toBe(bare(text));
				if (own.length === 1) expect(own[0]?.text).toBe(text);
				else expect(own.map((block) => block.kind)).toContain("meta");
			}
		}),
	);
});

test("text without any sign of a page loses nothing to the furniture", () => {
	const words = fc.constantFrom(
		..."harbour lamp crew office reads writes quietly again because nobody".split(" "),
	);
	const line = fc.tuple(
		fc.array(words, { minLength: 2, maxLength: 30 }),
		fc.constantFrom("", ".", "?", ",", ":"),
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 30 }), (written) => {
			const lines = written.map(([parts, end], index) => ({ line: index + 1, text: parts.join(" ") + end }));
			const kinds = classifyPage(lines).blocks.map((block) => block.kind);
			expect(kinds).not.toContain("furniture");
		}),
	);
});

test("at most one line is the title, and it is the one that is told", () => {
	fc.assert(
		fc.property(pages, (lines) => {
			const { blocks, metadata } = classifyPage(lines);
			const titles = blocks.filter((block) => block.kind === "title").map((block) => plainText(block).trim());
			expect(titles.length).toBeLessThanOrEqual(1);
			expect(metadata.title === null).toBe(titles.length === 0);
		}),
	);
});

/** Text with pairs of codes that nest, and codes that stand alone. */
const marked: fc.Arbitrary<MarkedText> = fc
	.array(fc.constantFrom("start", "end", "alone", "a", "b ", " 字"), { maxLength: 30 })
	.map((steps) => {
		const codes: InlineCode[] = [];
		const open: string[] = [];
		let text = "";
		const add = (code: InlineCode): void => {
			text += markOf(codes.length);
			codes.push(code);
		};
		for (const step of steps) {
			if (step === "start") {
				open.push(String(codes.length));
				add({ kind: "bold", part: "start", pair: String(codes.length) });
			} else if (step === "alone") add({ kind: "image", part: "alone", value: "x" });
			else if (step !== "end") text += step;
			else {
				const pair = open.pop();
				if (pair !== undefined) add({ kind: "bold", part: "end", pair });
			}
		}
		for (const pair of open.toReversed()) add({ kind: "bold", part: "end", pair });
		return { text, codes };
	});

test("a divided text keeps its words and closes every code it opens", () => {
	fc.assert(
		fc.property(marked, fc.nat(60), (whole, at) => {
			const offset = [...whole.text].slice(0, at).join("").length;
			const parts = divideMarked(whole, offset);
			expect(bare(parts.map(plainText).join(""))).toBe(bare(plainText(whole)));
			for (const { text, codes = [] } of parts) {
				expect([...text.matchAll(marks)].map(([mark]) => mark)).toEqual(
					codes.map((_, number) => markOf(number)),
				);
				const open: (string | undefined)[] = [];
				for (const { part, pair } of codes) {
					if (part === "start") open.push(pair);
					if (part === "end") expect(open.pop()).toBe(pair);
				}
				expect(open).toEqual([]);
			}
			const alone = (text: MarkedText): number =>
				(text.codes ?? []).filter((code) => code.part === "alone").length;
			expect(alone(parts[0]) + alone(parts[1])).toBe(alone(whole));
		}),
	);
});
