/** The command as a person calls it: a process of its own. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "#lib/cli/registry.ts";
import { alignerIds } from "#lib/core/align/registry.ts";
import cli from "#lib/messages/en/cli.json" with { type: "json" };

const program = fileURLToPath(new URL("../../lib/cli/duizhao.mjs", import.meta.url));
const commandFolder = fileURLToPath(new URL("../../lib/cli/commands", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "duizhao-align-"));

beforeAll(() => {
	const files: Record<string, string | Buffer> = {
		"harbour.zh.txt": "\uFEFF港口开放了。来了三艘船。\r\n\r\n引航员都上了岸。\r\n",
		"harbour.en.txt": "The port opened. Three ships came.\n\nAll the pilots went ashore.\n",
		"lines.zh.txt": "港口开放了。来了三艘船。\n\n引航员上了岸。\n",
		"lines.en.txt": "The port opened.\nThree ships\tcame \\ went.\nAll the pilots went ashore.\n",
		"empty.txt": "",
		"nothing.txt": "",
		"broken.txt": Buffer.from([0x6f, 0x6b, 0x0a, 0xe4, 0xb8, 0xad, 0xff, 0x61]),
		"nul.txt": "ok\nno\0\n",
	};
	for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function duizhao(...args: string[]): { code: number | null; out: string; err: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
		cwd: folder,
		encoding: "utf8",
		// An address that answers nobody: these commands must not look for a database
		env: { ...process.env, DATABASE_URL: "postgresql://127.0.0.1:9/none" },
	});
	return { code: status, out: stdout, err: stderr };
}

test("align prints source, target and confidence of one bead a line", () => {
	const { code, out, err } = duizhao("align", "harbour.zh.txt", "harbour.en.txt");
	expect({ code, err }).toEqual({ code: 0, err: "" });
	const rows = out
		.trimEnd()
		.split("\n")
		.map((line) => line.split("\t"));
	expect(rows.map(([source, target]) => [source, target])).toEqual([
		["港口开放了。", "The port opened."],
		["来了三艘船。", "Three ships came."],
		["引航员都上了岸。", "All the pilots went ashore."],
	]);
	for (const [, , confidence] of rows) expect(confidence).toMatch(/^[01]\.\d{4}$/);
});

test("--already-split keeps every line as it is, blank ones too, and TSV escapes tabs and backslashes", () => {
	const { code, out } = duizhao(
		"align",
		"lines.zh.txt",
		"lines.en.txt",
		"--already-split",
		"--aligner",
		"one-to-one",
	);
	expect(code).toBe(0);
	expect(out).toBe(
		"港口开放了。来了三艘船。\tThe port opened.\t1.0000\n" +
			"\tThree ships\\tcame \\\\ went.\t1.0000\n" +
			"引航员上了岸。\tAll the pilots went ashore.\t1.0000\n",
	);
});

test("--format json gives the sentences and the beads as their numbers", () => {
	const { code, out } = duizhao(
		"align",
		"harbour.zh.txt",
		"harbour.en.txt",
		"--format",
		"json",
		"--paragraphs",
		"line",
		"--aligner",
		"length",
	);
	expect(code).toBe(0);
	expect(JSON.parse(out)).toMatchObject({
		aligner: "length",
		source: { language: "zh-Hans", sentences: ["港口开放了。", "来了三艘船。", "引航员都上了岸。"] },
		target: {
			language: "en",
			sentences: ["The port opened.", "Three ships came.", "All the pilots went ashore."],
		},
		beads: [
			{ source: [0], target: [0] },
			{ source: [1], target: [1] },
			{ source: [2], target: [2] },
		],
	});
});

test("an empty side leaves every sentence of the other alone", () => {
	expect(duizhao("align", "harbour.en.txt", "empty.txt", "--aligner", "length").out).toBe(
		"The port opened.\t\t1.0000\nThree ships came.\t\t1.0000\nAll the pilots went ashore.\t\t1.0000\n",
	);
	expect(duizhao("align", "empty.txt", "nothing.txt")).toEqual({
		code: 0,
		out: "",
		err: ["empty.txt", "nothing.txt"]
			.map((path) => `${path} has no text in it: nothing of the other side has a counterpart.\n`)
			.join(""),
	});
});

test.each([
	[["align", "missing.txt", "harbour.en.txt"], "There is no file missing.txt."],
	[["align", ".", "harbour.en.txt"], ". is a folder, not a text file."],
	[
		["align", "broken.txt", "harbour.en.txt"],
		"broken.txt, line 2, column 2: the bytes FF are no character of UTF-8, in which",
	],
	[["align", "nul.txt", "harbour.en.txt"], "nul.txt has a NUL character at line 2, column 3;"],
	[["align", "harbour.zh.txt"], "needs two files"],
	[["align", "a", "b", "c"], "needs two files"],
	[
		["align", "a", "b", "--aligner", "best"],
		`--aligner cannot be “best”; it can be: ${alignerIds.join(", ")}.`,
	],
	[["align", "a", "b", "--format", "xml"], "--format cannot be “xml”; it can be: tsv, json, tmx, ladder,"],
	[["align", "a", "b", "--paragraphs", "page"], "--paragraphs cannot be “page”"],
	[["align", "a", "b", "--fast"], "an option that it does not know"],
	[["polish"], "There is no command polish."],
	[["help", "polish"], "There is no command polish."],
])("duizhao %j ends with 2 and says: %s", (args, sentence) => {
	const { code, out, err } = duizhao(...args);
	expect({ code, out }).toEqual({ code: 2, out: "" });
	expect(err).toContain(sentence);
	expect(err.trimEnd()).not.toContain("\n");
});

test("help lists every command, and explains one", () => {
	const { code, out } = duizhao("help");
	expect(code).toBe(0);
	for (const name of Object.keys(commands)) expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
	expect(duizhao().out).toBe(out);
	expect(duizhao("--help").out).toBe(out);
	expect(duizhao("help", "align").out).toContain("--already-split");
	expect(duizhao("align", "--help")).toMatchObject({ code: 0, out: duizhao("help", "align").out });
});

test("the registry, the files and the catalogue name the same commands", async () => {
	const names = Object.keys(commands).sort();
	expect(
		readdirSync(commandFolder)
			.map((file) => basename(file, ".ts"))
			.sort(),
	).toEqual(names);
	expect(Object.keys(cli.summary).sort()).toEqual(names);
	for (const load of Object.values(commands)) expect(await load()).toBeTypeOf("function");
});

test("a reader that closes the pipe early is no failure", () => {
	writeFileSync(join(folder, "long.txt"), "A sentence of the long text. ".repeat(20_000));
	const { stdout, stderr } = spawnSync(
		"bash",
		["-c", `"${process.execPath}" "${program}" align long.txt empty.txt | head -1`],
		{ cwd: folder, encoding: "utf8" },
	);
	expect(stdout).toBe("A sentence of the long text.\t\t1.0000\n");
	expect(stderr).toBe("empty.txt has no text in it: nothing of the other side has a counterpart.\n");
});

test.each([
	["postgresql://127.0.0.1:9/none", "The database does not answer (connect ECONNREFUSED"],
	["nonsense", "DATABASE_URL must be an address"],
])("with DATABASE_URL %s, verify ends with 1 and a sentence", (address, sentence) => {
	const { status, stderr } = spawnSync(process.execPath, [program, "verify"], {
		encoding: "utf8",
		env: { ...process.env, DATABASE_URL: address },
	});
	expect(status).toBe(1);
	expect(stderr).toContain(sentence);
	expect(stderr).not.toContain("    at ");
});

/** Lets a script believe that it runs in an old Node.js. */
const asOldNode = [
	"--import",
	'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.0.0"}})',
];

test("an older Node.js hands over to the bundled one, arguments and exit code included", () => {
	const run = (...args: string[]) =>
		spawnSync(process.execPath, [...asOldNode, program, ...args], { cwd: folder, encoding: "utf8" });
	expect(run("help").stdout).toBe(duizhao("help").out);
	expect(run("align", "missing.txt", "empty.txt").status).toBe(2);
});

test("an older Node.js without the bundled one says what to do", () => {
	const copy = join(folder, "copy", "lib");
	const messages = join("messages", "en", "cli.json");
	cpSync(program, join(copy, "cli", "duizhao.mjs"));
	cpSync(join(program, "..", "..", messages), join(copy, messages));
	const { status, stderr } = spawnSync(process.execPath, [...asOldNode, join(copy, "cli", "duizhao.mjs")], {
		encoding: "utf8",
	});
	expect(status).toBe(1);
	expect(stderr).toMatch(/^This is Node\.js .+ Run “npm ci” in Duizhao’s folder and try again\.\n$/);
});

describe("Ctrl+C in the middle of the work", () => {
	/** Ends the alignment of two long texts once it has begun, and gives the shell's exit code. */
	function interrupt(...node: string[]): { status: number | null; files: string[] } {
		const work = join(folder, "interrupted");
		rmSync(work, { recursive: true, force: true });
		mkdirSync(work);
		for (const name of ["a.txt", "b.txt"]) {
			const lines = Array.from(
				{ length: 30_000 },
				(_, i) => `${name} ${"word ".repeat((i * 37) % 23)}${i}.\n`,
			);
			writeFileSync(join(work, name), lines.join(""));
		}
		const command = `set -m; "$@" & sleep 1; kill -INT -- -$!; wait $!`;
		const align = [program, "align", "a.txt", "b.txt", "--aligner", "length", "--output", "out.tsv"];
		const { status } = spawnSync("bash", ["-c", command, "bash", process.execPath, ...node, ...align], {
			cwd: work,
			stdio: "ignore",
		});
		return { status, files: readdirSync(work).sort() };
	}

	test.each([
		["this Node.js", []],
		["an older one that hands over", asOldNode],
	])("%s: 130, and no half-written file", (_, node) => {
		expect(interrupt(...node)).toEqual({ status: 130, files: ["a.txt", "b.txt"] });
	});
});
