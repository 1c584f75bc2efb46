import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gatherKnowledge } from "#lib/cli/align/knowledge.ts";
import type { Means } from "#lib/cli/align/request.ts";
import { progressLine } from "#lib/cli/progress-line.ts";
import type { Aligner } from "#lib/core/align/contract.ts";

const folder = mkdtempSync(join(tmpdir(), "duizhao-knowledge-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
	writeFileSync(join(folder, name), content);
	return join(folder, name);
}

const anyAligner: Aligner = { id: "any", align: () => [] };

const gather = (
	given: Partial<Means>,
	languages: readonly [string, string] = ["de", "fr"],
): ReturnType<typeof gatherKnowledge> => {
	const nothing = { sourceLanguage: undefined, targetLanguage: undefined, output: undefined };
	const means = { ...nothing, aligner: anyAligner, lexicon: undefined, examples: undefined, ...given };
	return gatherKnowledge(means, ...languages, progressLine({ write: () => {} }));
};

test("a pair without a dictionary and without files is aligned with what the texts tell", async () => {
	expect(await gather({})).toEqual({ options: {}, lexicon: null, embedder: null });
});

test("a glossary becomes terms, passages become examples", async () => {
	const { options } = await gather({
		lexicon: file("harbour.terms", "# harbour\nHafen\tport\n"),
		examples: file("harbour.tsv", "Der Hafen ist offen.\tLe port est ouvert.\t0.9\n"),
	});
	expect(options).toEqual({
		terms: [{ source: "Hafen", target: "port" }],
		examples: [{ source: "Der Hafen ist offen.", target: "Le port est ouvert." }],
	});
});

test("Chinese and English bring their dictionary along, but not for an aligner that looks at no words", async () => {
	const knowledge = await gather({}, ["zh-Hant", "en"]);
	expect(knowledge.options.lexicon?.name).toBe(knowledge.lexicon);
	expect(knowledge.lexicon).toContain("CC-CEDICT");
	const wordless = { ...anyAligner, ignoresWords: true };
	expect((await gather({ aligner: wordless }, ["zh-Hant", "en"])).options).toEqual({});
});

describe("a file that is not as it must be is told with its places", () => {
	test("every bad line of it", async () => {
		const bad = file("bad.terms", "# words\n港口\tport\n引航员 pilot\n\tship\n");
		await expect(gather({ lexicon: bad })).rejects.toMatchObject({
			exitCode: 2,
			message: [
				`${bad}, line 3, column 10: there is no tab between a source and its target.`,
				`${bad}, line 4, column 1: the source is missing.`,
			].join("\n"),
		});
	});

	test("the first ones of very many", async () => {
		const told = gather({ lexicon: file("worse.terms", "word\n".repeat(30)) });
		await expect(told).rejects.toThrow(/^(?:.+, line \d, .+\n){8}22 more lines are not as they must be\.$/u);
	});

	test.each([
		["lexicon", "nowhere", "There is no file"],
		["examples", "nowhere", "There is no file"],
		["examples", "bad.tsv", "bad.tsv, line 1, column 8: there is no tab"],
		["lexicon", "damaged.terms", "damaged.terms, line 1, column 2: the bytes FF are no character of UTF-8"],
	] as const)("--%s %s: %s", async (option, name, sentence) => {
		file("bad.tsv", "no tabs");
		file("damaged.terms", Buffer.from([0xe4, 0xb8, 0xad, 0xff, 0x09, 0x65]));
		await expect(gather({ [option]: join(folder, name) })).rejects.toThrow(sentence);
	});
});

test("an aligner that needs an embedder says so where none is set up", async () => {
	const told = gather({ aligner: { ...anyAligner, needsEmbedder: true } });
	await expect(told).rejects.toMatchObject({
		exitCode: 1,
		message: "The aligner any needs an embedder, and none is set up. docs/neural-embeddings.md says how.",
	});
});
