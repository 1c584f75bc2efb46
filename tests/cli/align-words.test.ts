/** What a glossary and known translations change, where nothing else tells which sentence is missing. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { align } from "#lib/cli/commands/align.ts";
import { aligners } from "#lib/core/align/registry.ts";

const folder = mkdtempSync(join(tmpdir(), "duizhao-words-"));
const at = (name: string) => join(folder, name);

/** Towns that no dictionary has; the English lacks the first one's sentence. */
const towns = ["瓯屏\tHalcyon", "漪垣\tQuorum", "岫砚\tVesper", "蘅舟\tTamarisk", "篁桥\tOsprey"];
const names = towns.map((town) => town.split("\t"));

beforeAll(() => {
	const files: Record<string, readonly string[]> = {
		"snow.zh": names.map(([chinese]) => `${chinese}今天下雪。`),
		"snow.en": names.slice(1).map(([, english]) => `It snows in ${english} today.`),
		"towns.tsv": towns,
		"known.tsv": names.flatMap(([chinese, english]) => [
			`${chinese}很小。\t${english} is small.`,
			`${chinese}很远。\t${english} is far.`,
		]),
	};
	for (const [name, lines] of Object.entries(files)) writeFileSync(at(name), `${lines.join("\n")}\n`);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...options: string[]): Promise<string> {
	const lines: string[] = [];
	const all = [at("snow.zh"), at("snow.en"), "--already-split", ...options];
	const code = await align(all, { print: (text) => lines.push(text), complain: (text) => lines.push(text) });
	expect(code).toBe(0);
	return lines.join("\n");
}

async function beads(...options: string[]): Promise<string[]> {
	const printed = await run("--format", "vecalign", ...options);
	return printed.split("\n").map((line) => line.replace(/:[\d.]+$/u, ""));
}

const right = ["[0]:[]", "[1]:[0]", "[2]:[1]", "[3]:[2]", "[4]:[3]"];

test("without an option texts are aligned by their words", async () => {
	expect(JSON.parse(await run("--format", "json")).aligner).toBe("lexical");
	expect(aligners[0].id).toBe("lexical");
});

test.each([["--lexicon", "towns.tsv"] as const, ["--examples", "known.tsv"] as const])(
	"%s %s tells which sentence is missing, and without it another one seems to be",
	async (option, name) => {
		expect(await beads(option, at(name))).toEqual(right);
		expect(await beads()).not.toEqual(right);
	},
);
