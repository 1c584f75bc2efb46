import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate, readMigrations } from "#lib/server/migrate.ts";

const migrator = fileURLToPath(new URL("./migrator.ts", import.meta.url));

let administrator: pg.Client;

beforeAll(async () => {
	administrator = new pg.Client({ connectionString: inject("databaseServer") });
	await administrator.connect();
});
afterAll(() => administrator.end());

async function emptyDatabase(owner?: string): Promise<{ name: string; url: string }> {
	const name = `empty_${randomBytes(6).toString("hex")}`;
	await administrator.query(`CREATE DATABASE ${name} ${owner ? `OWNER ${owner}` : ""}`);
	const url = new URL(inject("databaseServer"));
	url.pathname = `/${name}`;
	if (owner) [url.username, url.password] = [owner, owner];
	return { name, url: url.href };
}

async function newUser(options: string): Promise<string> {
	const name = `user_${randomBytes(6).toString("hex")}`;
	await administrator.query(`CREATE ROLE ${name} LOGIN PASSWORD '${name}' ${options}`);
	return name;
}

test("five processes that migrate at once apply each migration once", async () => {
	const { url } = await emptyDatabase();
	const runs = await Promise.all(
		Array.from({ length: 5 }, async () => {
			const child = fork(migrator, [url], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
			const [answer] = await once(child, "message");
			return answer as { applied?: string[]; trouble?: string };
		}),
	);
	const names = (await readMigrations()).migrationDirectories.map(({ path }) => path);
	expect(runs.flatMap(({ trouble }) => trouble ?? [])).toEqual([]);
	expect(runs.flatMap(({ applied }) => applied ?? []).sort()).toEqual(names);
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const { rows } = await client.query(
		`SELECT migration_name, finished_at IS NOT NULL AS whole FROM _prisma_migrations`,
	);
	await client.end();
	expect(rows.map((row) => row.migration_name).sort()).toEqual(names);
	expect(rows.every((row) => row.whole)).toBe(true);
});

test("a migrated database has nothing more to do", async () => {
	const { url } = await emptyDatabase();
	expect((await migrate(url)).length).toBeGreaterThan(0);
	expect(await migrate(url)).toEqual([]);
});

test("a migration changed after it was applied is told by name", async () => {
	const { name, url } = await emptyDatabase();
	await migrate(url);
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(`UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = '0001_init'`);
	await client.end();
	await expect(migrate(url)).rejects.toThrow("The migration 0001_init was changed after");
	await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
});

test("a database of a later release is left alone", async () => {
	const { url } = await emptyDatabase();
	await migrate(url);
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(
		`UPDATE _prisma_migrations SET migration_name = '9999_later' WHERE migration_name = '0001_init'`,
	);
	await client.end();
	await expect(migrate(url)).rejects.toThrow("9999_later is not known here");
});

test("an ordinary owner who has been given the application's role migrates", async () => {
	const owner = await newUser("");
	await administrator.query(`GRANT duizhao_app TO ${owner}`);
	const { url } = await emptyDatabase(owner);
	expect((await migrate(url)).length).toBeGreaterThan(0);
});

test("an owner who may neither make nor take on the role is told what to ask for", async () => {
	const owner = await newUser("");
	const { url } = await emptyDatabase(owner);
	await expect(migrate(url)).rejects.toMatchObject({
		message: `The user of DATABASE_URL (${owner}) may not take on the role duizhao_app.`,
		next: expect.stringContaining(`GRANT duizhao_app TO "${owner}"`),
	});
});

test("a user who may not make tables is told so", async () => {
	const { url } = await emptyDatabase();
	const user = await newUser("");
	const asUser = new URL(url);
	[asUser.username, asUser.password] = [user, user];
	await expect(migrate(asUser.href)).rejects.toThrow(`(${user}) may not make tables`);
});

test.each([
	[
		"a wrong password",
		(url: URL) => Object.assign(url, { password: "wrong" }),
		"refuses the user or password",
	],
	["no such database", (url: URL) => Object.assign(url, { pathname: "/nowhere" }), "does not exist at"],
	["nobody at the port", (url: URL) => Object.assign(url, { port: "1" }), "cannot be reached (ECONNREFUSED)"],
	["no such host", (url: URL) => Object.assign(url, { hostname: "nowhere.invalid" }), "nowhere.invalid"],
])("%s is one sentence", async (_, change, sentence) => {
	const url = change(new URL(inject("databaseServer")));
	await expect(migrate(url.href)).rejects.toThrow(sentence);
});
