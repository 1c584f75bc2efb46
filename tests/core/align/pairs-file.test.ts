import fc from "fast-check";
import { expect, test } from "vitest";
import { readExamples, readTerms } from "#lib/core/align/pairs-file.ts";
import { escapeField } from "#lib/core/formats/formats/tsv.ts";

test("a glossary: one entry a line; comments, empty lines and outer white space do not count", () => {
	const text = "# harbour words\n港口\tport\r\n\n 引航员 \t harbour pilot \n港口\tharbour\n#渔船\tboat";
	expect(readTerms(text)).toEqual({
		pairs: [
			{ source: "港口", target: "port" },
			{ source: "引航员", target: "harbour pilot" },
			{ source: "港口", target: "harbour" },
		],
		problems: [],
	});
});

test.each([
	["港口 port", 1, 8, "noTab"],
	["a\tb\n𠮷港口", 2, 4, "noTab"],
	["a\tb\tc", 1, 4, "secondTab"],
	["\tport", 1, 1, "emptySource"],
	["# x\r\n  \tport", 2, 1, "emptySource"],
	["港口\t", 1, 4, "emptyTarget"],
	["港口\t ", 1, 4, "emptyTarget"],
])("glossary %j: line %i, column %i, %s", (text, line, column, key) => {
	expect(readTerms(text).problems).toEqual([{ line, column, key }]);
});

test("every bad line is told, and the good ones are read", () => {
	const { pairs, problems } = readTerms("a\n甲\tb\n\tc");
	expect(pairs).toEqual([{ source: "甲", target: "b" }]);
	expect(problems.map(({ line }) => line)).toEqual([1, 3]);
});

test("examples: two columns or more; a passage that lacks a side says nothing", () => {
	expect(readExamples("港口开放。\tThe port opened.\t0.9931\n\tAlone.\n# 1\tnumber one\n")).toEqual({
		pairs: [
			{ source: "港口开放。", target: "The port opened." },
			{ source: "# 1", target: "number one" },
		],
		problems: [],
	});
	expect(readExamples("a\tb\nno tab").problems).toEqual([{ line: 2, column: 7, key: "noTab" }]);
});

test("what TSV escapes is read back to the letter", () => {
	const text = fc.string({ unit: fc.constantFrom("\\", "\t", "\n", "\r", "t", "n", "字", " ") });
	fc.assert(
		fc.property(text, text, (source, target) => {
			fc.pre(source.trim() !== "" && target.trim() !== "");
			const { pairs } = readExamples(`${escapeField(source)}\t${escapeField(target)}\n`);
			expect(pairs).toEqual([{ source, target }]);
		}),
	);
});
