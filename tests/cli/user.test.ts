import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { user } from "#lib/cli/commands/user.ts";
import { closeDatabase, db, openDatabase } from "#lib/server/db.ts";
import { peekLink, redeemLink } from "#lib/server/links.ts";
import { testDatabase } from "#tests/setup/database.ts";

let url: string;

beforeAll(async () => {
	url = (await testDatabase()).url;
	process.env["DATABASE_URL"] = url;
	process.env["DUIZHAO_URL"] = "https://desk.example.org";
});
afterAll(closeDatabase);

/** Runs the command, which closes the database at its end, and opens it again for the test. */
async function run(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await user(args, { print: (line) => out.push(line), complain: (line) => err.push(line) });
	openDatabase(url);
	return { code, out, err };
}

const tokenIn = (lines: readonly string[]) =>
	/^https:\/\/desk\.example\.org\/link\/([\w-]{43})$/.exec(lines[1] ?? "")?.[1] ?? "";

describe("duizhao user", () => {
	test("add makes an account and prints a link that works", async () => {
		const { code, out, err } = await run("add", "Bo@Example.org", "--name", "Bo Lin", "--administrator");
		expect([code, err]).toEqual([0, []]);
		expect(await redeemLink(tokenIn(out))).toMatchObject({ email: "bo@example.org", name: "Bo Lin" });
		expect(await db().user.findUnique({ where: { email: "bo@example.org" } })).toMatchObject({
			administrator: true,
		});
	});

	test("link prints a fresh link and ends the one before", async () => {
		await run("add", "kim@example.org");
		const [first, second] = [await run("link", "kim@example.org"), await run("link", "kim@example.org")];
		expect(await peekLink(tokenIn(first.out))).toBeNull();
		expect(await peekLink(tokenIn(second.out))).toMatchObject({ email: "kim@example.org", account: "kim" });
	});

	test.each([
		[["add", "kim@example.org"], "There is already an account for kim@example.org."],
		[["link", "nobody@example.org"], "There is no account for nobody@example.org."],
	])("%j is refused with a reason", async (args, reason) => {
		expect(await run(...args)).toEqual({ code: 1, out: [], err: [reason] });
	});

	test("--help tells how it is called", async () => {
		const { code, out, err } = await run("add", "--help");
		expect([code, err]).toEqual([0, []]);
		expect(out.join()).toContain("duizhao user link EMAIL");
	});

	test.each([
		[],
		["add"],
		["add", "no address"],
		["add", "a@example.org", "b@example.org"],
		["add", "a@example.org", "--role", "owner"],
		["link", "kim@example.org", "--administrator"],
		["remove", "kim@example.org"],
	])("%j shows how it is called", async (...args) => {
		const { code, out, err } = await run(...args);
		expect([code, out]).toEqual([2, []]);
		expect(err.join()).toContain("duizhao user add EMAIL");
	});
});
