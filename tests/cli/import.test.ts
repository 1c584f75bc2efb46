/** `duizhao import`: which files become which documents, and what is told of those that do not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importFiles } from "#lib/cli/commands/import.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, db, openDatabase } from "#lib/server/db.ts";
import { listDocuments } from "#lib/server/documents.ts";
import { newId } from "#lib/server/new-id.ts";
import { listOriginals } from "#lib/server/uploads.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

const folder = mkdtempSync(join(tmpdir(), "duizhao-import-"));
const at = (name: string) => join(folder, name);
const chinese = "港口开放了。\n\n引航员都上了岸。\n";
const english = "The port opened.\n\nAll the pilots went ashore.\n";
const memory = (units: number) =>
	`<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>${Array.from({ length: units }, (_, i) => `<tu><tuv xml:lang="en"><seg>Wharf ${i}.</seg></tuv><tuv xml:lang="zh"><seg>${i}号码头。</seg></tuv></tu>`).join("\n")}</body></tmx>`;
let url: string;
let lead: Actor;
let email: string;

beforeAll(async () => {
	url = (await testDatabase()).url;
	process.env["DATABASE_URL"] = url;
	openDatabase(url);
	lead = await makePerson("Ines Okoye");
	email = `${lead.userId.toLowerCase()}@duizhao.example`;
	const files: Record<string, string | Buffer> = {
		"one.zh.txt": chinese,
		"one.en.txt": english,
		"only-english.txt": english,
		"只有中文.txt": chinese,
		"memory.tmx": memory(3),
		"nul.txt": "第一行\n第二\0行\n",
		"many/001-中文.txt": chinese,
		"many/001-英文.txt": english,
		"many/zh/b.txt": chinese,
		"many/en/b.txt": english,
		"many/broken.en.txt": Buffer.from([0x6f, 0x6b, 0x0a, 0x61, 0, 0xfe]),
		"many/.hidden.txt": english,
	};
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(at(name)), { recursive: true });
		writeFileSync(at(name), content);
	}
	mkdirSync(at("nothing"));
});
afterAll(async () => {
	await closeDatabase();
	rmSync(folder, { recursive: true, force: true });
});

/** Runs the command, which closes the database at its end, and opens it again for the test. */
async function run(...args: string[]) {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await importFiles(args, {
		print: (text) => out.push(text),
		complain: (text) => err.push(text),
	});
	openDatabase(url);
	return { code, out, err };
}

async function imported(projectId: string) {
	const documents = await listDocuments(lead, projectId);
	return documents
		.map(({ title, passages, sides }) => ({ title, passages, ...sides }))
		.toSorted((a, b) => (a.title < b.title ? -1 : 1));
}

describe("files become documents", () => {
	test.each([
		["two sides by their names", ["one.zh.txt", "one.en.txt"], { passages: 2, source: true, target: true }],
		["an English text is a translation", ["only-english.txt"], { passages: 2, source: false, target: true }],
		["a Chinese text is a source", ["只有中文.txt"], { passages: 2, source: true, target: false }],
		["a bilingual file", ["memory.tmx"], { passages: 3, source: true, target: true }],
	])("%s", async (_, names, expected) => {
		const projectId = await makeProject([lead, "lead"]);
		const { code, out, err } = await run(...names.map(at), "--project", projectId, "--as", email);
		expect({ code, err }).toEqual({ code: 0, err: [] });
		expect(out).toEqual([expect.stringContaining(`${names.map(at).join(" + ")}: document `)]);
		expect(await imported(projectId)).toEqual([expect.objectContaining(expected)]);
	});

	test("two sides that are named, whatever their names and languages", async () => {
		const projectId = await makeProject([lead, "lead"]);
		const sides = ["--source", at("only-english.txt"), "--target", at("只有中文.txt")];
		const { code } = await run(...sides, "--project", projectId, "--as", email, "--engine", "demo-mt");
		expect(code).toBe(0);
		const [document] = await db().document.findMany({ where: { projectId } });
		expect(document).toMatchObject({
			sourceLanguage: "en",
			targetLanguage: "zh-Hans",
			origins: [{ kind: "machine", engine: "demo-mt" }],
		});
		const originals = await listOriginals(lead, document?.id ?? "");
		expect(originals.map(({ side, upload }) => [side, upload.name])).toEqual([
			["source", "only-english.txt"],
			["target", "只有中文.txt"],
		]);
	});

	test("a folder of pairs, of which one that cannot be read holds up no other", async () => {
		const projectId = await makeProject([lead, "lead"]);
		const { code, out, err } = await run(at("many"), "--project", projectId, "--as", email);
		expect(code).toBe(1);
		expect(out).toHaveLength(2);
		expect(err).toEqual([expect.stringMatching(/broken\.en\.txt, line \d/)]);
		expect(await imported(projectId)).toEqual([
			expect.objectContaining({ passages: 2, source: true, target: true }),
			expect.objectContaining({ passages: 2, source: true, target: true }),
		]);
	});

	test("a project is found by its name among those of the member", async () => {
		const name = `Wharves ${newId()}`;
		const projectId = await makeProject([lead, "lead"]);
		await makeProject([await makePerson(), "owner"]).then(async (id) => {
			await db().project.update({ where: { id }, data: { name } });
		});
		await db().project.update({ where: { id: projectId }, data: { name } });
		expect(await run(at("memory.tmx"), "--project", name, "--as", email.toUpperCase())).toMatchObject({
			code: 0,
		});
		expect(await imported(projectId)).toHaveLength(1);
	});
});

describe("nothing is made, and exit code 1 tells why", () => {
	test.each([
		["a file that cannot be stored", "nul.txt", /nul\.txt.*line 2.*NUL/],
		["an empty folder", "nothing", /no file/],
	])("%s", async (_, name, reason) => {
		const projectId = await makeProject([lead, "lead"]);
		const { code, err } = await run(at(name), "--project", projectId, "--as", email);
		expect(code).toBe(1);
		expect(err).toEqual([expect.stringMatching(reason)]);
		expect(await imported(projectId)).toEqual([]);
	});

	test("somebody who may only read, somebody who is no member, and nobody", async () => {
		const reader = await makePerson("Reader");
		const projectId = await makeProject([lead, "lead"], [reader, "reader"]);
		const calls: [string, RegExp][] = [
			[`${reader.userId.toLowerCase()}@duizhao.example`, /role does not allow/],
			[`${(await makePerson()).userId.toLowerCase()}@duizhao.example`, /is in no project/],
			["nobody@duizhao.example", /no account/],
		];
		for (const [address, reason] of calls) {
			const { code, err } = await run(at("one.zh.txt"), "--project", projectId, "--as", address);
			expect({ code, err }).toEqual({ code: 1, err: [expect.stringMatching(reason)] });
		}
		expect(await imported(projectId)).toEqual([]);
	});
});

describe("exit code 2 for a wrong call", () => {
	const complete = ["--project", "p", "--as", "a@example.org"];
	test.each([
		[[]],
		[complete],
		[["a.txt", "--project", "p"]],
		[["a.txt", "--as", "a@example.org"]],
		[["a.txt", "--as", "nobody", "--project", "p"]],
		[["a.txt", "--source", "b.txt", ...complete]],
		[["a.txt", "--human", "--engine", "x", ...complete]],
		[["a.txt", "--aligner", "tea-leaves", ...complete]],
		[["a.txt", "--paragraphs", "page", ...complete]],
		[["a.txt", "--source-language", "not a tag", ...complete]],
		[["a.txt", "--fast", ...complete]],
		[["there-is-no-such-file.txt", ...complete]],
	])("%j", async (args) => {
		const { code, out, err } = await run(...args);
		expect({ code, out }).toEqual({ code: 2, out: [] });
		expect(err).toHaveLength(1);
	});
});
