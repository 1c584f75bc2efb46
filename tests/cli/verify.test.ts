import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "#lib/cli/commands/verify.ts";
import { closeDatabase, openDatabase } from "#lib/server/db.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let url: string;
let documentId: string;

beforeAll(async () => {
	url = (await testDatabase()).url;
	process.env["DATABASE_URL"] = url;
	openDatabase(url);
	const owner = await makePerson();
	documentId = await makeDocument(owner, await makeProject([owner, "owner"]));
});
afterAll(closeDatabase);

async function run(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await verify(args, { print: (line) => out.push(line), complain: (line) => err.push(line) });
	return { code, out, err };
}

test.each([[[]], [["the document's id"]]])("every row is as its log tells: verify %j", async (args) => {
	const { code, out, err } = await run(...args.map(() => documentId));
	expect({ code, err }).toEqual({ code: 0, err: [] });
	expect(out).toEqual([
		expect.stringMatching(/^1 document, 1 revision, \d+ passages: every row is as its log tells\.$/),
	]);
});

test("a document that is not there is found wanting", async () => {
	expect(await run("nosuchdocument")).toMatchObject({
		code: 1,
		err: ["nosuchdocument: there is no such document"],
	});
});

test("an option it does not know is a wrong call", async () => {
	expect(await run("--fast")).toMatchObject({
		code: 2,
		out: [],
		err: [expect.stringContaining("duizhao verify [DOCUMENT …]")],
	});
});
