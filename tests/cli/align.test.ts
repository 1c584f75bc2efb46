/** The command in this process; tests/cli/duizhao.test.ts calls it as a person does. */
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { align } from "#lib/cli/commands/align.ts";
import { alignmentFormats } from "#lib/core/align/formats/registry.ts";
import { alignerIds, aligners } from "#lib/core/align/registry.ts";

const folder = mkdtempSync(join(tmpdir(), "duizhao-align-"));
const at = (name: string) => join(folder, name);

beforeAll(() => {
	const files: Record<string, string | Buffer> = {
		"harbour.zh": "港口开放了。来了三艘船。\n\n引航员都上了岸。\n",
		"harbour.en": "The port opened. Three ships came.\n\nAll the pilots went ashore.\n",
		"lines.zh": "港口开放了。\n\n来了三艘船。\n引航员都上了岸。\n",
		"lines.en": "The port opened.\n\nThree ships came.\nAll the pilots went ashore.\n",
		"windows.en": "\uFEFFThe port opened.\r\n\r\nThree ships came.\r\nAll the pilots went ashore.",
		"extra.en": "The port opened.\nThree ships came.\nAll the pilots went ashore.\nOne more.\nAnd another.\n",
		"copy.en": "The port opened.\n",
		empty: "",
		"utf16.en": Buffer.from(
			"\uFEFFThe port opened.\n\nThree ships came.\nAll the pilots went ashore.\n",
			"utf16le",
		),
		"binary.doc": Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0]),
		"broken.txt": Buffer.from([0x6f, 0x6b, 0x0a, 0xe4, 0xb8, 0xad, 0xff, 0x61]),
	};
	for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
	linkSync(at("harbour.en"), at("link.en"));
	mkdirSync(at("folder"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await align(args, { print: (text) => out.push(text), complain: (text) => err.push(text) });
	return { code, out: out.map((text) => `${text}\n`).join(""), err: err.join("\n") };
}

const harbour = [at("harbour.zh"), at("harbour.en"), "--aligner", "length"];
const lines = [at("lines.zh"), at("lines.en"), "--aligner", "one-to-one", "--already-split"];

describe("one sentence a line", () => {
	test.each([
		["lines.zh", "lines.en"],
		["lines.zh", "windows.en"],
		["lines.zh", "utf16.en"],
	])(
		"%s beside %s: sentence n is line n + 1, and an empty line an empty sentence",
		async (source, target) => {
			const files = [at(source), at(target)];
			const { out } = await run(
				...files,
				"--already-split",
				"--aligner",
				"one-to-one",
				"--format",
				"vecalign",
			);
			expect(out).toBe("[0]:[0]:1.000000\n[1]:[1]:1.000000\n[2]:[2]:1.000000\n[3]:[3]:1.000000\n");
			const json = JSON.parse(
				(await run(...files, "--already-split", "--aligner", "one-to-one", "--format", "json")).out,
			);
			expect(json.source.sentences).toEqual(["港口开放了。", "", "来了三艘船。", "引航员都上了岸。"]);
			expect(json.target.sentences).toEqual([
				"The port opened.",
				"",
				"Three ships came.",
				"All the pilots went ashore.",
			]);
		},
	);

	test.each([
		["a\nb", ["a", "b"]],
		["a\nb\n", ["a", "b"]],
		["a\nb\n\n", ["a", "b", ""]],
		["\na", ["", "a"]],
		["\n", [""]],
		["a\rb", ["a", "b"]],
		["a\u2028b\u0085c\td", ["a\u2028b\u0085c\td"]],
		[" a ", [" a "]],
	])("%j is the sentences %j", async (text, sentences) => {
		writeFileSync(at("given"), text);
		const { out } = await run(at("given"), at("empty"), "--already-split", "--format", "json");
		expect(JSON.parse(out).source.sentences).toEqual(sentences);
	});
});

describe("--confidence", () => {
	// Line 1 is right with probability 3/4, line 2 with 2/4 and so on: one-to-one says how
	const unequal = [at("lines.zh"), at("extra.en"), "--aligner", "one-to-one", "--already-split"];
	test.each([
		["0", 5, "None of 5 beads was left out: confidence below 0."],
		["0.6", 2, "3 of 5 beads were left out: confidence below 0.6."],
		[".7", 1, "4 of 5 beads were left out: confidence below 0.7."],
		["1", 0, "5 of 5 beads were left out: confidence below 1."],
	])("%s keeps %i beads, and tells how many went", async (least, count, sentence) => {
		const { code, out, err } = await run(...unequal, "--format", "vecalign", "--confidence", least);
		expect({ code, err }).toEqual({ code: 0, err: sentence });
		expect(out.split("\n").length - 1).toBe(count);
	});

	test.each([
		["tsv", 2],
		["json", 1],
		["ladder", 4],
		["vecalign", 2],
	])("in %s the others are gone: %i lines", async (format, count) => {
		const { out } = await run(...unequal, "--format", format, "--confidence", "0.6");
		expect(out.split("\n").length - 1).toBe(count);
	});

	test.each(["1.01", "-0", "95%", "0,9", "", "NaN", "Infinity", "1e-1", "high"])(
		"cannot be %j",
		async (value) => {
			const { code, out, err } = await run(...harbour, `--confidence=${value}`);
			expect({ code, out }).toEqual({ code: 2, out: "" });
			expect(err).toBe(`--confidence must be a number from 0 to 1, such as 0.8; it cannot be “${value}”.`);
		},
	);
});

describe("--output", () => {
	test("gets what standard output would, to the byte, and prints nothing", async () => {
		const { out } = await run(...lines, "--format", "ladder");
		const path = at("written.ladder");
		expect(await run(...lines, "--format", "ladder", "--output", path)).toEqual({
			code: 0,
			out: "",
			err: "",
		});
		expect(readFileSync(path, "utf8")).toBe(out);
	});

	test("the format moses writes two line-parallel files, named for their languages", async () => {
		const path = at("corpus");
		expect(await run(...lines, "--format", "moses", "--output", path)).toEqual({ code: 0, out: "", err: "" });
		expect(readFileSync(`${path}.zh`, "utf8")).toBe("港口开放了。\n来了三艘船。\n引航员都上了岸。\n");
		expect(readFileSync(`${path}.en`, "utf8")).toBe(
			"The port opened.\nThree ships came.\nAll the pilots went ashore.\n",
		);
	});

	test("an input is never written over, under whatever name", async () => {
		symlinkSync(at("harbour.zh"), at("symlink"));
		for (const path of [at("harbour.en"), at("link.en"), at("symlink")]) {
			const { code, err } = await run(...harbour, "--output", path);
			expect({ code, err }).toEqual({ code: 2, err: `--output would write over ${path}, which is read.` });
		}
		const { code, err } = await run(...harbour, "--format", "moses", "--output", at("harbour"));
		expect({ code, err }).toEqual({
			code: 2,
			err: `--output would write over ${at("harbour")}.zh, which is read.`,
		});
		expect(readFileSync(at("harbour.en"), "utf8")).toMatch(/^The port opened\. Three/);
	});

	test("two sides of one language cannot share a file", async () => {
		const { code, err } = await run(
			at("harbour.en"),
			at("copy.en"),
			"--format",
			"moses",
			"--output",
			at("same"),
		);
		expect(code).toBe(2);
		expect(err).toBe(
			`Both sides would be written to ${at("same")}.en. Tell them apart with --source-language and --target-language.`,
		);
	});
});

test("languages are guessed, or taken as they are given", async () => {
	const languages = async (...more: string[]) => {
		const { source, target } = JSON.parse((await run(...harbour, "--format", "json", ...more)).out);
		return [source.language, target.language];
	};
	expect(await languages()).toEqual(["zh-Hans", "en"]);
	expect(await languages("--source-language", "ZH-hant-tw")).toEqual(["zh-Hant-TW", "en"]);
	expect(await languages("--target-language", "de")).toEqual(["zh-Hans", "de"]);
});

test("a text without anything in it is told, and leaves the other side alone", async () => {
	expect(await run(at("copy.en"), at("empty"), "--format", "vecalign")).toEqual({
		code: 0,
		out: "[0]:[]:1.000000\n",
		err: `${at("empty")} has no text in it: nothing of the other side has a counterpart.`,
	});
});

test("the default aligner is the first of the registry", async () => {
	const { out } = await run(at("harbour.zh"), at("harbour.en"), "--format", "json");
	expect(JSON.parse(out).aligner).toBe(aligners[0].id);
});

test("help explains every aligner and format, in lines for any terminal", async () => {
	const { out } = await run("--help");
	for (const id of [...alignerIds, ...alignmentFormats.map(({ id }) => id)]) {
		expect(out).toMatch(new RegExp(`^       ${id} {2,}\\S`, "mu"));
	}
	for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
});

describe("what cannot be done ends with 2 and says why", () => {
	const pair = [at("harbour.zh"), at("harbour.en")];
	test.each<[string[], string]>([
		[[...pair, "--fast"], "“duizhao align” was given --fast, an option that it does not know."],
		[[...pair, "-x"], "“duizhao align” was given -x, an option"],
		[[...pair, "--format"], "--format was given without the value that it needs"],
		[
			[...pair, "--already-split=yes"],
			"--already-split was given without the value that it needs, or with one",
		],
		[[...pair, "--already-split", "--paragraphs", "line"], "Leave one of them out."],
		[[...pair, "--output="], "--output was given without the value that it needs"],
		[[...pair, "--format", "moses"], "The format moses is two files: name them with --output PREFIX."],
		[[...pair, "--format", "table"], "--format cannot be “table”; it can be: tsv, json, tmx, ladder,"],
		[[...pair, "--source-language", "Chinese language"], "--source-language must be a language tag"],
		[[...pair, "--target-language", ""], "--target-language must be a language tag"],
		[
			[...pair, "--aligner", "length", "--lexicon", "x"],
			"The aligner length looks at no words, so --lexicon",
		],
		[[...pair, "--aligner", "one-to-one", "--examples", "x"], "looks at no words, so --examples would"],
		[[at("harbour.zh"), at("harbour.zh")], `${at("harbour.zh")} and ${at("harbour.zh")} are the same file.`],
		[[at("harbour.en"), at("link.en")], "are the same file."],
		[[at("harbour.zh"), at("folder")], `${at("folder")} is a folder, not a text file.`],
		[[at("harbour.zh/x"), at("harbour.en")], "There is no file"],
		[[at("binary.doc"), at("harbour.en")], "binary.doc is not a text file."],
		[
			[at("broken.txt"), at("harbour.en")],
			"broken.txt, line 2, column 2: the bytes FF are no character of UTF-8, in which",
		],
	])("%j", async (args, sentence) => {
		const { code, out, err } = await run(...args);
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(err).toContain(sentence);
		expect(err).not.toContain("\n");
	});

	test("a folder that is not there, or a folder instead of a file, is told and ends with 1", async () => {
		expect(await run(...harbour, "--output", at("nowhere/x"))).toEqual({
			code: 1,
			out: "",
			err: `${at("nowhere/x")} cannot be written: there is no such folder.`,
		});
		expect(await run(...harbour, "--output", at("folder"))).toEqual({
			code: 1,
			out: "",
			err: `${at("folder")} is a folder; --output needs the name of a file.`,
		});
	});
});
