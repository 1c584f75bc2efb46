/** `duizhao check`: what other programs rely on, and what people see. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ToldFinding } from "#lib/cli/check/findings.ts";
import { check } from "#lib/cli/commands/check.ts";

const folder = mkdtempSync(join(tmpdir(), "duizhao-check-"));
const at = (name: string) => join(folder, name);
const source = "渡口去年运送旅客1.5亿人次。";
const wrong = "The ferry carried 1.5 million passengers last year, and passengers and passengers came back。";
const unit = (zh: string, en: string) =>
	`<tu><tuv xml:lang="zh-CN"><seg>${zh}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;

beforeAll(() => {
	const files: Record<string, string> = {
		"pairs.tsv": `渡口开放了。\tThe ferry opened.\n\n${source}\t${wrong}\n`,
		"right.tsv": `${source}\tThe ferry carried 150 million passengers last year.\n`,
		"memory.tmx": `<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
${unit("渡口开放了。", "The ferry opened.")}${unit(source, wrong)}
</body></tmx>`,
		"pairs.xlf": `<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh-CN" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>渡口开放了。</source><target>The ferry opened.</target></trans-unit>
<trans-unit id="2"><source>${source}</source><target>${wrong}</target></trans-unit>
</body></file></xliff>`,
		"english.txt": `The ferry opened.\n\n${wrong}\n`,
		"slips.txt": "The goverment agreed.\n",
		"chinese.txt": "標准已經公布，渡口開放了。\n",
		"terms.tsv": "渡口\tferry landing\n",
		"terms.csv": "simplified,rendering,status\n渡口,ferry landing,preferred\n",
		"bad.csv": "渡口\n",
		"bad.tsv": "渡口\tferry\tlanding\textra\n",
		"cut.tmx": '<?xml version="1.0"?>\n<tmx version="1.4"><body><tu>',
		"empty.tsv": "",
	};
	for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await check(args, { print: (text) => out.push(text), complain: (text) => err.push(text) });
	return { code, out: out.join("\n"), err: err.join("\n") };
}

async function found(...args: string[]): Promise<ToldFinding[]> {
	const { code, out, err } = await run(...args, "--json");
	expect({ code, err }).toEqual({ code: 0, err: "" });
	return JSON.parse(out);
}

const inBrief = (findings: readonly ToldFinding[]) =>
	findings.map(({ check: id, segment, side, start, end }) => `${segment} ${side} ${start}–${end} ${id}`);

describe("--json", () => {
	test("has exactly the names that are promised, in order", async () => {
		const [first] = await found(at("pairs.tsv"));
		expect(Object.keys(first ?? {})).toEqual([
			"check",
			"severity",
			"segment",
			"side",
			"start",
			"end",
			"message",
			"fix",
		]);
	});

	test.each([
		["pairs.tsv", 3],
		["memory.tmx", 2],
		["pairs.xlf", 2],
	])("of %s names segment %i and places in its text", async (name, segment) => {
		const findings = await found(at(name));
		expect(new Set(findings.map((finding) => finding.segment))).toEqual(new Set([segment]));
		const places = findings.map(({ check: id, side, start, end }) => [id, wrong.slice(start, end), side]);
		expect(places).toContainEqual(["repeat", "passengers and passengers", "target"]);
		expect(places).toContainEqual(["full-width", "。", "target"]);
	});

	test("of an English text without its source finds what needs none", async () => {
		const ids = (await found(at("english.txt"))).map(({ check: id, segment }) => `${segment} ${id}`);
		expect(ids).toEqual(expect.arrayContaining(["3 repeat", "3 full-width"]));
		expect(ids).not.toContain("3 number");
	});

	test("of a Chinese text finds what is wrong in it", async () => {
		expect(inBrief(await found(at("chinese.txt")))).toEqual(["1 source 0–2 script-slip"]);
	});

	test("numbers the segments of a text by its lines, and counts in UTF-16 units", async () => {
		const [finding] = await found(at("chinese.txt"));
		expect(finding).toMatchObject({ segment: 1, side: "source", start: 0, end: 2, fix: "標準" });
	});

	test("of what is right is an empty array", async () => {
		expect(await found(at("right.tsv"))).toEqual([]);
		expect(await found(at("empty.tsv"))).toEqual([]);
	});
});

test("English is read for slips of spelling, unless somebody does not want it", async () => {
	const [slip] = await found(at("slips.txt"));
	expect(slip).toMatchObject({ check: "english", segment: 1, side: "target", start: 4, end: 13 });
	expect(await found(at("slips.txt"), "--no-english")).toEqual([]);
});

test("much English is read only when somebody asks for it, and that is said", async () => {
	const many = at("many.txt");
	writeFileSync(many, "The goverment agreed.\n".repeat(1_501));
	const { code, out, err } = await run(many, "--json");
	expect({ code, slips: out.includes('"english"') }).toEqual({ code: 0, slips: false });
	expect(err).toMatch(/1,501 renderings.*--english/);
});

describe("--glossary", () => {
	test.each(["terms.tsv", "terms.csv"])("%s is what renderings are held against", async (name) => {
		const told = await found(at("pairs.tsv"), "--glossary", at(name));
		expect(inBrief(told)).toContain("1 source 0–2 term");
		expect(inBrief(await found(at("pairs.tsv"), "--no-starter"))).not.toContain("1 source 0–2 term");
	});

	test.each(["bad.tsv", "bad.csv"])("%s cannot be read, which is told with its line", async (name) => {
		const { code, err } = await run(at("pairs.tsv"), "--glossary", at(name));
		expect(code).toBe(2);
		expect(err).toMatch(new RegExp(`${name}.*line 1`));
	});
});

test("people see a line for each finding, and a sum", async () => {
	const { code, out } = await run(at("chinese.txt"));
	expect(code).toBe(0);
	expect(out.split("\n")).toEqual([
		expect.stringMatching(/^1 source 0–2 {2}minor {2}script-slip {2}“標准”/),
		"1 passage: 1 finding (0 critical, 0 major, 1 minor).",
	]);
});

test.each([
	["minor", 1],
	["major", 0],
])("--fail-on %s of a file with a minor finding ends with %i", async (severity, wanted) => {
	expect((await run(at("chinese.txt"), "--fail-on", severity)).code).toBe(wanted);
});

test.each([
	[["no-such.tsv"], 2, /no file/],
	[[], 2, /Name one file/],
	[["pairs.tsv", "more.tsv"], 2, /Name one file/],
	[["pairs.tsv", "--fail-on", "bad"], 2, /critical, major, minor/],
	[["pairs.tsv", "--sideways"], 2, /--sideways/],
	[["cut.tmx"], 1, /cut\.tmx, line 2/],
])("%j is refused with %i and its reason", async (names, wanted, reason) => {
	const { code, out, err } = await run(...names.map((name) => (/\.\w+$/.test(name) ? at(name) : name)));
	expect({ code, out }).toEqual({ code: wanted, out: "" });
	expect(err).toMatch(reason);
});

test("the help says what it is called with", async () => {
	expect((await run("--help")).out).toMatch(/^Usage: duizhao check FILE/);
});
