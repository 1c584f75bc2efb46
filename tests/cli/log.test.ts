/** `duizhao log`: a document written to a file and made of it again, and what is told of a file that was changed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { log } from "#lib/cli/commands/log.ts";
import { verify } from "#lib/cli/commands/verify.ts";
import { closeDatabase, openDatabase } from "#lib/server/db.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

const folder = mkdtempSync(join(tmpdir(), "duizhao-log-"));
const file = join(folder, "harbour.log.jsonl");
let documentId: string;
let place: string[];

beforeAll(async () => {
	const { url } = await testDatabase();
	process.env["DATABASE_URL"] = url;
	openDatabase(url);
	const owner = await makePerson();
	const projectId = await makeProject([owner, "owner"]);
	documentId = await makeDocument(owner, projectId);
	place = ["--project", projectId, "--as", `${owner.userId}@duizhao.example`];
});
afterAll(async () => {
	await closeDatabase();
	rmSync(folder, { recursive: true });
});

type Command = typeof log;

async function run(command: Command, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await command(args, { print: (line) => out.push(line), complain: (line) => err.push(line) });
	return { code, out: out.join("\n"), err: err.join("\n") };
}

test("a log is written whole, and a document is made of it that verify finds right", async () => {
	const written = await run(log, "export", documentId, "--output", file);
	expect(written).toEqual({ code: 0, out: `1 revision written to ${file}.`, err: "" });
	expect(readdirSync(folder)).toEqual(["harbour.log.jsonl"]);
	const taken = await run(log, "import", file, ...place);
	expect(taken).toMatchObject({ code: 0, err: "" });
	const [, made = ""] = /document (\w+), 1 revision, 6 passages, 1 person/.exec(taken.out) ?? [];
	expect(await run(verify, documentId, made)).toMatchObject({
		code: 0,
		out: "2 documents, 2 revisions, 12 passages: every row is as its log tells.",
	});
});

test("a file in which a letter was changed is refused with its line", async () => {
	await run(log, "export", documentId, "--output", file);
	const changed = join(folder, "changed.jsonl");
	writeFileSync(changed, readFileSync(file, "utf8").replace("Wharf No. 3", "Wharf No. 8"));
	expect(await run(log, "import", changed, ...place)).toEqual({
		code: 1,
		out: "",
		err: `${changed}, line 2: the hash does not follow from the revisions before it: something was changed after it was written. Nothing was imported.`,
	});
});

test.each<[string, string[], number, string]>([
	["a document that is not there", ["export", "nosuchdocument"], 1, "This does not exist"],
	[
		"a file that is not there",
		["import", join(folder, "none"), "--project", "p", "--as", "a@b.example"],
		1,
		"no account",
	],
	["nothing to do", [], 2, "duizhao help log"],
	["an option of the other", ["export", "x", "--as", "a@b.example"], 2, "duizhao help log"],
	["an option it does not know", ["export", "x", "--fast"], 2, "duizhao help log"],
	["no person", ["import", "x", "--project", "p"], 2, "--as"],
])("told of %s", async (_claim, args, code, words) => {
	expect(await run(log, ...args)).toEqual({ code, out: "", err: expect.stringContaining(words) });
});

test("a file that cannot be read is named", async () => {
	const none = join(folder, "none");
	expect(await run(log, "import", none, ...place)).toEqual({
		code: 2,
		out: "",
		err: `${none} cannot be read (ENOENT).`,
	});
});
