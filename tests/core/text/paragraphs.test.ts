import fc from "fast-check";
import { expect, test } from "vitest";
import {
	guessParagraphs,
	type ParagraphMode,
	paragraphModes,
	readParagraphs,
} from "#lib/core/text/paragraphs.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

test.each<[string, ParagraphMode, [number, string][]]>([
	[
		"one\ntwo",
		"line",
		[
			[1, "one"],
			[2, "two"],
		],
	],
	["one\ntwo", "blank-line", [[1, "one two"]]],
	[
		"one\n\ntwo\nthree",
		"blank-line",
		[
			[1, "one"],
			[3, "two three"],
		],
	],
	[
		"one\r\ntwo\rthree",
		"line",
		[
			[1, "one"],
			[2, "two"],
			[3, "three"],
		],
	],
	[
		"one\r\n\r\n\r\ntwo",
		"blank-line",
		[
			[1, "one"],
			[4, "two"],
		],
	],
	[
		"\uFEFFone\ntwo",
		"line",
		[
			[1, "one"],
			[2, "two"],
		],
	],
	[
		"　　第一段。\n　　第二段。",
		"line",
		[
			[1, "第一段。"],
			[2, "第二段。"],
		],
	],
	["第一行没有\n写完。", "blank-line", [[1, "第一行没有写完。"]]],
	["Beijing\n北京", "blank-line", [[1, "Beijing 北京"]]],
	[
		"one\n 　\u00a0\u200b\ntwo",
		"blank-line",
		[
			[1, "one"],
			[3, "two"],
		],
	],
	[
		"one\u2028two\u2029three\u0085four",
		"line",
		[
			[1, "one"],
			[2, "two"],
			[3, "three"],
			[4, "four"],
		],
	],
	["a  b\tc\u00a0d", "line", [[1, "a  b\tc\u00a0d"]]],
	["", "line", []],
	["\n \n", "blank-line", []],
])("%j by %s", (text, mode, wanted) => {
	expect(readParagraphs(text, mode).map(({ line, text: read }) => [line, read])).toEqual(wanted);
});

test.each(paragraphModes)(
	"by %s: every visible character is in one paragraph, in order, and no paragraph is blank",
	(mode) => {
		const piece = fc.constantFrom(
			"\n",
			"\r\n",
			"\r",
			" ",
			"　",
			"\uFEFF",
			"\u200b",
			"a",
			"字",
			"。",
			"\u2028",
			"\t",
			"-",
		);
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const visible = (text: string) => text.replace(/[\s\u200b]/gu, "");
				const read = readParagraphs(pieces.join(""), mode).map(({ text }) => text);
				expect(visible(read.join(""))).toBe(visible(pieces.join("")));
				expect(read.every((text) => visible(text) !== "")).toBe(true);
			}),
			{ numRuns: 1_000 },
		);
	},
);

const wrapped = `The meeting was opened by the governor, who thanked everyone for the long
way they had come and asked them to speak freely about what had
gone well and what had not.

The second speaker was the head of the office, who had brought a list of
questions that nobody had expected, and who read them one after another
without looking up.`;
const wrappedChinese =
	"会议由省长主持召开，他感谢大家远道而来，并请大家畅所欲言，\n谈谈哪些工作做得好，哪些工作做得还不够，哪些问题需要马上\n解决。\n\n第二位发言的是办公室主任。";

test.each([
	["hard-wrapped English", wrapped, "blank-line"],
	["hard-wrapped Chinese", wrappedChinese, "blank-line"],
	[
		"paragraphs on one line each, a blank line between",
		"One is here.\n\nTwo is here.\n\nThree.",
		"blank-line",
	],
	["paragraphs on one line each", "One is here.\nTwo is here.\nThree.", "line"],
	[
		"a page: navigation lines, then paragraphs",
		`Home\nNews\nSearch:\n\nTitle of it\n\n${"A long sentence of the text. ".repeat(20)}\n\n${"Another one. ".repeat(20)}\nShare to:`,
		"line",
	],
	[
		"long lines without blank lines",
		`${"A long sentence. ".repeat(20)}\n${"Another one. ".repeat(20)}`,
		"line",
	],
	["one line", "One is here.", "line"],
	["nothing", "", "line"],
])("%s: %#", (_, text, mode) => {
	expect(guessParagraphs(text)).toBe(mode);
});

test("a line of a million spaces is read within a second", () => {
	const begin = processorTime();
	expect(readParagraphs(`a${" ".repeat(1_000_000)}b`, "line")).toHaveLength(1);
	expect(processorTime() - begin).toBeLessThan(1_000);
});
