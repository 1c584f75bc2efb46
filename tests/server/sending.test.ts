/** Statements sent without waiting: one that fails undoes the transaction and is what the caller hears of. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db } from "#lib/server/db.ts";
import { send } from "#lib/server/revision-log/send.ts";
import { inTransaction } from "#lib/server/revision-log/transaction.ts";
import { makeProject } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let projectId: string;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	process.env["DUIZHAO_POOL_SIZE"] = "2"; // so that the connection of a failed transaction is used again
	projectId = await makeProject();
});
afterAll(closeDatabase);

const rename = (name: string) => ({
	text: `UPDATE "Project" SET "name" = $2 WHERE "id" = $1`,
	values: [projectId, name],
});
const nameNow = async () => (await db().project.findUniqueOrThrow({ where: { id: projectId } })).name;

test.each([
	["nothing waits for it", async () => undefined],
	[
		"a later statement meets the broken transaction",
		async (query: (text: string) => Promise<unknown>) => query("SELECT 1"),
	],
	["the work itself throws", async () => Promise.reject(new Error("the work's own"))],
])("a statement that was sent and fails takes everything back, also where %s", async (_where, then) => {
	const before = await nameNow();
	const failing = inTransaction(async (client) => {
		send(client, rename("half done"));
		send(client, { text: "SELECT 1 / 0" });
		await then((text) => client.query(text));
	});
	await expect(failing).rejects.toThrow("division by zero");
	expect(await nameNow()).toBe(before);
	for (let i = 0; i < 4; i++) await inTransaction(async (client) => send(client, rename(`renamed ${i}`)));
	expect(await nameNow()).toBe("renamed 3");
});

test("sending is refused outside of a transaction", async () => {
	await inTransaction(async (client) => {
		const elsewhere = Object.create(client);
		expect(() => send(elsewhere, rename("nowhere"))).toThrow("within a transaction");
	});
});
