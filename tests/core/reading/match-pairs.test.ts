import fc from "fast-check";
import { expect, test } from "vitest";
import { matchPairs } from "#lib/core/reading/match-pairs.ts";

const shown = (names: readonly string[]) =>
	matchPairs(names).map(({ source, target }) => [
		source === null ? "" : names[source],
		target === null ? "" : names[target],
	]);

test.each<[string, string[], [string, string][]]>([
	["languages before the extension", ["001.en.txt", "001.zh.txt"], [["001.zh.txt", "001.en.txt"]]],
	["different kinds of file", ["bridge_zh.docx", "bridge_en.html"], [["bridge_zh.docx", "bridge_en.html"]]],
	["regions and scripts", ["a.zh-Hant.txt", "a.en-GB.txt"], [["a.zh-Hant.txt", "a.en-GB.txt"]]],
	[
		"Chinese words",
		["港口报告-中文.docx", "港口报告-英文.docx"],
		[["港口报告-中文.docx", "港口报告-英文.docx"]],
	],
	[
		"folders",
		["zh/one.txt", "zh/two.txt", "en/one.txt", "en/two.txt"],
		[
			["zh/one.txt", "en/one.txt"],
			["zh/two.txt", "en/two.txt"],
		],
	],
	["source and target", ["7 source.md", "7 target.md"], [["7 source.md", "7 target.md"]]],
	["the language first", ["ZH_12.txt", "EN_12.txt"], [["ZH_12.txt", "EN_12.txt"]]],
	[
		"a file without a partner",
		["1.zh.txt", "2.en.txt"],
		[
			["1.zh.txt", ""],
			["", "2.en.txt"],
		],
	],
	[
		"names that say nothing",
		["notes.txt", "港口.txt"],
		[
			["", "notes.txt"],
			["港口.txt", ""],
		],
	],
	[
		"two files of one side and name",
		["1.zh.txt", "1.zh.docx", "1.en.txt"],
		[
			["1.zh.txt", ""],
			["1.zh.docx", "1.en.txt"],
		],
	],
	[
		"words that only look like a language",
		["enzyme.txt", "china.txt"],
		[
			["", "enzyme.txt"],
			["", "china.txt"],
		],
	],
])("files are paired by their names: %s", (_, names, wanted) => {
	expect(shown(names)).toEqual(wanted);
});

test("every file is in exactly one pair", () => {
	const name = fc.tuple(
		fc.constantFrom("a", "b", "报告"),
		fc.constantFrom("", ".zh", "-en", " 中文"),
		fc.constantFrom(".txt", ".docx", ""),
	);
	fc.assert(
		fc.property(
			fc.array(
				name.map((parts) => parts.join("")),
				{ maxLength: 20 },
			),
			(names) => {
				const used = matchPairs(names).flatMap(({ source, target }) =>
					[source, target].filter((i) => i !== null),
				);
				expect(used.toSorted((a, b) => a - b)).toEqual(names.map((_, i) => i));
			},
		),
	);
});
