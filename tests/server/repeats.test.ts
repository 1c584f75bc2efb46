/** Requests that wait for a document's lock see what was done while they waited. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let other: pg.Client;

beforeAll(async () => {
	const { url, ownerUrl } = await testDatabase();
	process.env["DATABASE_URL"] = url;
	other = new pg.Client({ connectionString: ownerUrl });
	await other.connect();
});
afterAll(async () => {
	await other.end();
	await closeDatabase();
});

async function waiting(): Promise<number | undefined> {
	await other.query("SELECT pg_stat_clear_snapshot()"); // within a transaction the view stands still
	const found = await other.query<{ count: number }>(
		`SELECT count(*)::int AS "count" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
	);
	return found.rows[0]?.count;
}

test("two requests with one key that wait for the lock together make one revision and get equal answers", async () => {
	const owner = await makePerson("Ines Okoye");
	const documentId = await makeDocument(owner, await makeProject([owner, "owner"]));
	const segment = (await readWindow(owner, documentId, {})).rows[0]?.target[0]?.id ?? "";
	const operation = { type: "edit", v: 1, segment, version: 1, text: "once", as: null } as const;
	const input = { key: newId(), operation };
	await other.query("BEGIN");
	await other.query(`SELECT FROM "Document" WHERE "id" = $1 FOR UPDATE`, [documentId]);
	const answers = Promise.all([
		performOperation(owner, documentId, input),
		performOperation(owner, documentId, input),
	]);
	await expect.poll(waiting, { timeout: 4_000 }).toBe(2);
	await other.query("COMMIT");
	expect((await answers).map(({ number }) => number)).toEqual([2, 2]);
});
