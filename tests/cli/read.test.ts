/** `duizhao read`: what other programs rely on, and what people see. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read } from "#lib/cli/commands/read.ts";
import { readers } from "#lib/core/formats/reader-registry.ts";
import cli from "#lib/messages/en/cli.json" with { type: "json" };

const program = fileURLToPath(new URL("../../lib/cli/duizhao.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "duizhao-read-"));
const at = (name: string) => join(folder, name);
const article = "港口扩建完工\n\n2024-05-27\n\n港口今天又开放了三个泊位。引航员都上了岸。\n";
const memory = `<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh" datatype="plaintext"/><body>
<tu><tuv xml:lang="zh"><seg>港口<bpt i="1">&lt;b&gt;</bpt>开放<ept i="1">&lt;/b&gt;</ept>了。</seg></tuv><tuv xml:lang="en"><seg>The port opened.</seg></tuv></tu>
</body></tmx>`;

beforeAll(() => {
	const files: Record<string, string | Buffer> = {
		"article.txt": article,
		"utf16.txt": Buffer.from(`\u{feff}${article}`, "utf16le"),
		"memory.tmx": memory,
		"hidden.txt": "港\u200b口开放了。\n",
		"orders.txt": "港口\u001b[2J开放了。\n",
		"nul.txt": "第一行\n第二\0行\n",
		"cut.tmx": memory.slice(0, -20),
		"empty.txt": "",
		"program.bin": Buffer.from("\x7fELF\x02\x01\x01\0\0\0", "latin1"),
	};
	for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
	mkdirSync(at("folder"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await read(args, { print: (text) => out.push(text), complain: (text) => err.push(text) });
	return { code, out: out.join("\n"), err: err.join("\n") };
}

describe("--json", () => {
	test.each(["article.txt", "utf16.txt"])(
		"of %s has exactly the names that are promised, in order",
		async (name) => {
			const { code, out, err } = await run(at(name), "--json");
			expect({ code, err }).toEqual({ code: 0, err: "" });
			const found = JSON.parse(out);
			expect(Object.keys(found)).toEqual([
				"title",
				"publishedAt",
				"publisher",
				"byline",
				"language",
				"blocks",
				"problems",
			]);
			for (const block of found.blocks) expect(Object.keys(block)).toEqual(["line", "kind", "text"]);
			expect(found).toMatchObject({
				title: "港口扩建完工",
				publishedAt: "2024-05-27",
				publisher: null,
				byline: null,
				language: "zh-Hans",
				problems: [],
			});
			expect(found.blocks).toEqual([
				{ line: 1, kind: "title", text: "港口扩建完工" },
				{ line: 3, kind: "meta", text: "2024-05-27" },
				{ line: 5, kind: "body", text: "港口今天又开放了三个泊位。引航员都上了岸。" },
			]);
		},
	);

	test("of a translation memory has a block for each text, as it reads", async () => {
		const { blocks } = JSON.parse((await run(at("memory.tmx"), "--json")).out);
		expect(blocks).toEqual([
			{ line: 3, kind: "body", text: "港口开放了。" },
			{ line: 3, kind: "body", text: "The port opened." },
		]);
	});

	test("tells with the line what is to be told, and is a success", async () => {
		const { code, out } = await run(at("hidden.txt"), "--json");
		const { blocks, problems } = JSON.parse(out);
		expect(code).toBe(0);
		expect(blocks).toEqual([{ line: 1, kind: "body", text: "港\u200b口开放了。" }]);
		expect(problems).toEqual([{ line: 1, message: expect.stringContaining("U+200B") }]);
	});

	test("takes the language that is named", async () => {
		expect(JSON.parse((await run(at("article.txt"), "--json", "--language", "ZH-hant")).out)).toMatchObject({
			language: "zh-Hant",
		});
	});
});

describe("for people", () => {
	test("the article's own words stand above its lines", async () => {
		expect((await run(at("article.txt"))).out.split("\n")).toEqual([
			"Kind      Plain text",
			"Title     港口扩建完工",
			"Date      2024-05-27",
			"Language  zh-Hans",
			"",
			"1  title  港口扩建完工",
			"3  meta   2024-05-27",
			"5  body   港口今天又开放了三个泊位。引航员都上了岸。",
		]);
	});

	test("a text gives a terminal no orders", async () => {
		const { out } = await run(at("orders.txt"));
		expect(out).not.toContain("\u001b");
		expect(out).toContain("港口\u{fffd}[2J开放了。");
	});

	test("the help names every kind of file", async () => {
		const { code, out } = await run("--help");
		expect(code).toBe(0);
		for (const { id } of readers) expect(out).toContain(id);
	});
});

describe("exit code 1 and the reason", () => {
	test.each([
		["nul.txt", /nul\.txt, line 2, column 3: .*NUL/],
		["cut.tmx", /cut\.tmx, line \d: .*incomplete/],
		["empty.txt", /empty\.txt, line 1: The file is empty\./],
		["program.bin", /program\.bin, line 1/],
	])("%s", async (name, reason) => {
		const { code, out, err } = await run(at(name), "--json");
		expect({ code, out }).toEqual({ code: 1, out: "" });
		expect(err).toMatch(reason);
	});
});

describe("exit code 2 for a wrong call", () => {
	test.each([
		[[]],
		[["a", "b"]],
		[["--fast", "a"]],
		[["a", "--json=yes"]],
		[[at("nowhere.txt")]],
		[[at("article.txt/x")]],
		[[at("folder")]],
		[[at("article.txt"), "--format", "wordstar"]],
		[[at("article.txt"), "--language", "not a tag"]],
		[[at("article.txt"), "--paragraphs", "page"]],
	])("%j", async (args) => {
		const { code, out, err } = await run(...args);
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(err).not.toBe("");
	});
});

test("standard input is read with “-”, in a process that has no database", () => {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, "read", "-", "--json"], {
		input: article,
		encoding: "utf8",
		env: { ...process.env, DATABASE_URL: "postgresql://127.0.0.1:9/none" },
	});
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	expect(JSON.parse(stdout)).toMatchObject({ title: "港口扩建完工" });
});

test("every kind of block has a word", () => {
	expect(Object.keys(cli.read.kinds)).toEqual(["title", "meta", "heading", "caption", "body", "furniture"]);
});
