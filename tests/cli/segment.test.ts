import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { segment } from "#lib/cli/commands/segment.ts";
import { tell } from "#lib/cli/srx-file.ts";
import { duizhaoRules } from "#lib/core/srx/duizhao-rules.ts";
import { readSrx } from "#lib/core/srx/read.ts";
import { writeSrx } from "#lib/core/srx/write.ts";
import reading from "#lib/messages/en/reading.json" with { type: "json" };
import { gbk } from "../core/text/legacy-encoders.ts";

const program = fileURLToPath(new URL("../../lib/cli/duizhao.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "duizhao-segment-"));
const at = (name: string) => join(folder, name);

const rulesWith = (before: string, after = "") =>
	writeSrx({
		...duizhaoRules,
		languageRules: [{ name: "A", rules: [{ breaks: true, before, after }] }],
		maps: [{ pattern: ".*", ruleName: "A" }],
	});

beforeAll(() => {
	const files: Record<string, string> = {
		zh: "天亮了。鸟叫了！\r\n\r\n“走吧。”他说。\r\n",
		en: "Mr. Li left. He ran.\n\nWho knows?\n",
		de: "Am 3. Mai kam er. Sie ging.\n",
		empty: "\n\n",
		"semicolons.srx": rulesWith(";", "\\s"),
		"unreadable.srx": rulesWith("(a)\\1"),
		"costly.srx": rulesWith("x.*"),
		"broken.srx": "<srx><header>",
		long: `${"a ".repeat(20_000)}\n`,
		list: "one; two. three; four\n",
	};
	for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
	writeFileSync(at("gbk"), gbk("天亮了。鸟叫了！\n"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await segment(args, { print: (text) => out.push(text), complain: (text) => err.push(text) });
	return { code, out: out.join("\n"), err: err.join("\n") };
}

test.each([
	[["zh"], "天亮了。\n鸟叫了！\n“走吧。”他说。"],
	[["en"], "Mr. Li left.\nHe ran.\nWho knows?"],
	[["de", "--language", "de"], "Am 3. Mai kam er.\nSie ging."],
	[["en", "--paragraphs", "line"], "Mr. Li left.\nHe ran.\nWho knows?"],
	[["empty"], ""],
	[["list", "--rules", at("semicolons.srx")], "one;\ntwo. three;\nfour"],
])("%j: one sentence a line", async ([name = "", ...options], out) => {
	expect(await run(at(name), ...options)).toEqual({ code: 0, out, err: "" });
});

test("a text in GB18030 is cut like one in UTF-8", async () => {
	expect(await run(at("gbk"))).toEqual({ code: 0, out: "天亮了。\n鸟叫了！", err: "" });
});

test("--json says in which line of the file a sentence’s paragraph begins", async () => {
	expect(JSON.parse((await run(at("zh"), "--json")).out)).toEqual([
		{ line: 1, text: "天亮了。" },
		{ line: 1, text: "鸟叫了！" },
		{ line: 3, text: "“走吧。”他说。" },
	]);
	expect(JSON.parse((await run(at("empty"), "--json")).out)).toEqual([]);
});

test("--write-rules prints rules that can be given back", async () => {
	const { out } = await run("--write-rules");
	expect(readSrx(out)).toEqual({ document: duizhaoRules, problems: [] });
	writeFileSync(at("ours.srx"), out);
	for (const name of ["zh", "en"])
		expect(await run(at(name), "--rules", at("ours.srx"))).toEqual(await run(at(name)));
});

test("a rule that cannot be followed is told, and the rest is done", async () => {
	expect(await run(at("list"), "--rules", at("unreadable.srx"))).toEqual({
		code: 0,
		out: "one; two. three; four",
		err: `${at("unreadable.srx")}, line 11, column 5: Rule 1 of “A” is not used: it refers back to what a group has matched (\\1), which cannot be followed.`,
	});
});

test.each([
	[[], 2, "“duizhao segment” needs one file."],
	[["a", "b"], 2, "“duizhao segment” needs one file."],
	[["missing"], 2, "There is no file missing."],
	[[at("en"), "--fast"], 2, "“duizhao segment” was given --fast, an option that it does not know."],
	[[at("en"), "--rules"], 2, "--rules was given without the value"],
	[[at("en"), "--language", "klingonisch!"], 2, "--language must be a language tag"],
	[[at("en"), "--paragraphs", "page"], 2, "--paragraphs cannot be “page”; it can be: blank-line, line."],
	[[at("en"), "--rules", at("missing.srx")], 2, "There is no file"],
	[[at("en"), "--rules", at("broken.srx")], 2, "This is not well-formed XML ("],
	[[at("long"), "--rules", at("costly.srx")], 1, "take too long on the paragraph at line 1."],
	[[at("en"), "--write-rules"], 2, "--write-rules prints the rules that are built in"],
	[["--write-rules", "--json"], 2, "--write-rules prints the rules that are built in"],
])("%j ends with %i and says why", async (args, code, sentence) => {
	const result = await run(...args);
	expect(result).toMatchObject({ code, out: "" });
	expect(result.err).toContain(sentence);
});

test("every problem and fault of a rule file has its sentence", () => {
	const values = { name: "A", rule: 2, part: "p", element: "e", attribute: "a", value: "v", reason: "r" };
	const keys = Object.keys(reading.srx.problems) as (keyof typeof reading.srx.problems)[];
	for (const key of keys)
		for (const fault of Object.keys(reading.srx.patterns))
			expect(tell({ line: 1, column: 2, key, values: { ...values, fault } })).toMatch(
				/^line 1, column 2: .+\.$/u,
			);
	const version = (given: string) => tell({ line: 1, column: 1, key: "version", values: { version: given } });
	expect(version("1.0")).toContain("This is SRX 1.0, not 2.0");
	expect(version("")).toContain("without a version");
});

describe("as a process", () => {
	const call = (args: string[], input = "") =>
		spawnSync(process.execPath, [program, "segment", ...args], { cwd: folder, encoding: "utf8", input });

	test("- is standard input", () => {
		const { status, stdout, stderr } = call(["-"], "天亮了。鸟叫了。");
		expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "天亮了。\n鸟叫了。\n", stderr: "" });
		expect(call(["-"], "a\0").stderr).toContain("- has a NUL character at line 1, column 2");
		expect(call(["-", "--json"]).stdout).toBe("[]\n");
	});

	test("help tells of it", () => {
		expect(call(["--help"]).stdout).toContain("Usage: duizhao segment FILE [OPTIONS]");
	});

	test("a reader that closes the pipe early is no failure", async () => {
		writeFileSync(at("large"), "天亮了。鸟叫了。\n".repeat(100_000));
		const child = spawn(process.execPath, [program, "segment", at("large")], {
			stdio: ["ignore", "pipe", "pipe"],
		});
		let complaints = "";
		child.stderr.on("data", (chunk) => {
			complaints += String(chunk);
		});
		child.stdout.once("data", () => child.stdout.destroy());
		const code = await new Promise((resolve) => child.on("close", resolve));
		expect({ code, complaints }).toEqual({ code: 0, complaints: "" });
	});
});
