import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { align } from "#lib/cli/commands/align.ts";

const root = mkdtempSync(join(tmpdir(), "duizhao-gold-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
function goldFolder(files: Readonly<Record<string, string>>): string {
	made += 1;
	const folder = join(root, String(made));
	mkdirSync(folder);
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	return folder;
}

async function run(...args: string[]) {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await align(["--aligner", "one-to-one", "--evaluate", ...args], {
		print: (text) => out.push(text),
		complain: (text) => err.push(text),
	});
	return { code, out: out.join("\n"), err: err.join("\n") };
}

/** Against one-to-one: the first line right, the others wrong, one lone sentence where the gold has one too. */
const harbour = {
	"a.zh": "港口。\n船。\n引航员。\n",
	"a.en": "Port.\nShip, and\none more.\nPilots.\n",
	"a.gold": "[0]:[0]\n[1]:[1,2]\n[2]:[3]\n",
};
/** Right throughout. */
const tea = { "b.zh": "茶。\n水。\n", "b.en": "Tea.\nWater.\n", "b.gold": "[0]:[0]\n[1]:[1]:0.5\n" };

describe("what is measured", () => {
	test("text by text and over all beads together: strict, lax, lone sentences, confidence", async () => {
		const { code, out, err } = await run(goldFolder({ ...harbour, ...tea }), "--format", "json");
		expect({ code, err }).toEqual({ code: 0, err: "" });
		const result = JSON.parse(out);
		expect(result).toMatchObject({
			aligner: "one-to-one",
			lexicon: null,
			embedder: null,
			sourceLanguage: "zh",
			targetLanguage: "en",
			documents: [
				{
					name: "a",
					// Beads 0:0, 1:1, 2:2, :3 of which the gold has the first; the second shares a pair with it
					strict: { precision: 1 / 4, recall: 1 / 3, f1: expect.closeTo(2 / 7) },
					lax: { precision: 1 / 2, recall: 2 / 3, f1: expect.closeTo(4 / 7) },
					nulls: { precision: 0, recall: 0, f1: 0 },
					alone: 0,
					beads: 4,
				},
				{ name: "b", strict: { precision: 1, recall: 1, f1: 1 }, beads: 2 },
			],
			total: {
				strict: { precision: 3 / 6, recall: 3 / 5 },
				lax: { precision: 4 / 6, recall: 4 / 5 },
				beads: 6,
			},
			calibration: { sure: { from: 0.95, beads: 2, right: 1 } },
		});
		expect(result.total.seconds).toBeGreaterThanOrEqual(0);
	});

	test("a table for people has the same digits", async () => {
		const { out } = await run(goldFolder({ ...harbour, ...tea }));
		const cells = out.split("\n").map((line) => line.trim().split(/\s{2,}|\s(?=[\d.])/u));
		expect(cells[0]?.[0]).toContain("one-to-one, zh → en; no dictionary");
		expect(out).toMatch(
			/^a +0\.2500 +0\.3333 +0\.2857 +0\.5000 +0\.6667 +0\.5714 +0\.0000 +0\.0000 +0 +4 +\d/mu,
		);
		expect(out).toMatch(/^2 texts +0\.5000 +0\.6000 +0\.5455 +0\.6667 +0\.8000 +0\.7273 /mu);
		expect(out).toMatch(/^0\.95–1\.00 +2 +1\.0000 +1\.0000$/mu);
		expect(out).toContain("2 beads have a confidence of 0.95 or more; share right 1.0000.");
	});

	test("--output gets it", async () => {
		const path = join(root, "result.json");
		expect(
			await run(goldFolder(tea), "--source-language", "zh", "--format", "json", "--output", path),
		).toEqual({
			code: 0,
			out: "",
			err: "",
		});
		expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ documents: [{ name: "b" }] });
	});
});

describe("which text is the source", () => {
	const uneven = { "a.de": "Eins.\nZwei.\n", "a.fr": "Un.\nDeux.\nTrois.\n" };
	const languages = async (files: Readonly<Record<string, string>>, ...more: string[]) => {
		const { out } = await run(goldFolder(files), "--format", "json", ...more);
		const { sourceLanguage, targetLanguage } = JSON.parse(out);
		return [sourceLanguage, targetLanguage];
	};

	test("the gold's left side has as many sentences as its text", async () => {
		expect(await languages({ ...uneven, "a.gold": "[0]:[0]\n[1]:[1,2]\n" })).toEqual(["de", "fr"]);
		expect(await languages({ ...uneven, "a.gold": "[0]:[0]\n[1,2]:[1]\n" })).toEqual(["fr", "de"]);
	});

	test("one text of the folder that shows it is enough", async () => {
		const even = { "b.de": "Drei.\n", "b.fr": "Trois.\n", "b.gold": "[0]:[0]\n" };
		expect(await languages({ ...uneven, "a.gold": "[0,1,2]:[0]\n", ...even })).toEqual(["fr", "de"]);
	});

	test("a language that is given decides, and picks two of several texts", async () => {
		const even = { ...tea, "b.fr": "Thé.\nEau.\n" };
		expect(await languages(tea, "--source-language", "EN")).toEqual(["en", "zh"]);
		expect(await languages(tea, "--target-language", "en")).toEqual(["zh", "en"]);
		expect(await languages(even, "--source-language", "fr", "--target-language", "zh")).toEqual(["fr", "zh"]);
	});
});

test.each<[string, Readonly<Record<string, string>> | null, string[], string]>([
	["no folder", null, [], "cannot be read (ENOENT)"],
	["no gold", { "a.zh": "", "a.en": "" }, [], "has no file whose name ends in .gold"],
	["no texts", { "a.gold": "" }, [], "such as a.zh and a.en; there is none."],
	["one text", { "a.gold": "", "a.zh": "" }, [], "there is only zh."],
	["three texts", { ...tea, "b.fr": "" }, [], "there are en, fr, zh: name two of them"],
	["a mixture", { ...tea, "c.gold": "", "c.zh": "", "c.fr": "" }, [], "c is not in en and zh"],
	["nothing that shows the source", tea, [], "could be en or zh. Say which with --source-language."],
	[
		"a bead that is none",
		{ ...tea, "b.gold": "[0]:[0]\n[1]-[1]\n" },
		[],
		"line 2, column 1: a bead is written as",
	],
	[
		"a sentence that is not there",
		{ ...tea, "b.gold": "[0]:[0]\n[2]:[1]\n" },
		["--source-language", "zh"],
		"b.gold names sentence 2 (counting from 0) of b.zh, which has 2 sentences.",
	],
	["files beside", tea, ["x.txt"], "leave SOURCE and TARGET out"],
	["--confidence", tea, ["--confidence", "0.5"], "--confidence does not go with --evaluate"],
	["--format tsv", tea, ["--format", "tsv"], "--format cannot be “tsv”; it can be: table, json."],
])("%s: ends with 2 and says why", async (_, files, more, sentence) => {
	const { code, out, err } = await run(files === null ? join(root, "nowhere") : goldFolder(files), ...more);
	expect({ code, out }).toEqual({ code: 2, out: "" });
	expect(err).toContain(sentence);
	expect(err).not.toContain("\n");
});
