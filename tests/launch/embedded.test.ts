import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type EmbeddedServer, startEmbedded } from "#lib/server/embedded.ts";
import { killDatabase, newDataFolder, removeDataFolder } from "#tests/setup/data-folder.ts";

let dataFolder: string;
let servers: EmbeddedServer[];

beforeEach(() => {
	dataFolder = newDataFolder();
	servers = [];
});

afterEach(async () => {
	for (const server of servers) await server.stop();
	removeDataFolder(dataFolder);
});

async function start(
	options: Partial<Parameters<typeof startEmbedded>[0]> = { durable: false },
): Promise<EmbeddedServer> {
	const server = await startEmbedded({ dataFolder, ...options });
	servers.push(server);
	return server;
}

async function query(server: EmbeddedServer, statement: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client({ connectionString: server.url });
	await client.connect();
	try {
		return (await client.query(statement)).rows;
	} finally {
		await client.end();
	}
}

test("a killed server starts again with everything that was committed", async () => {
	const server = await start({});
	await query(server, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
	killDatabase(dataFolder);
	await server.ended;
	const again = await start({});
	expect(await query(again, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 1000 }]);
});

test("a process number that now belongs to another program does not keep the server from starting", async () => {
	const server = await start();
	killDatabase(dataFolder);
	await server.ended;
	const file = join(server.cluster, "postmaster.pid");
	writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(process.ppid)));
	expect((await start()).reused).toBe(false);
});

test("an interrupted first start is begun anew", async () => {
	mkdirSync(join(dataFolder, "postgres.new", "base"), { recursive: true });
	expect(await query(await start(), "SELECT 1 AS n")).toEqual([{ n: 1 }]);
});

test("a running server is refused to a second start and shared with a command", async () => {
	const server = await start();
	await expect(start()).rejects.toThrow("is in use by another Duizhao");
	const shared = await start({ whenRunning: "reuse" });
	expect([shared.reused, shared.url]).toEqual([true, server.url]);
	await shared.stop();
	expect(await query(server, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
});

test("what a revision stands on is on", async () => {
	const [settings] = await query(
		await start({}),
		`SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
			current_setting('full_page_writes') AS pages, current_setting('data_checksums') AS checksums,
			current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS address`,
	);
	expect(settings).toEqual({
		fsync: "on",
		commit: "on",
		pages: "on",
		checksums: "on",
		encoding: "UTF8",
		address: "127.0.0.1",
	});
});

test("another password is refused", async () => {
	const url = new URL((await start()).url);
	url.password = "guessed";
	await expect(new pg.Client({ connectionString: url.href }).connect()).rejects.toThrow("password");
});

test("a data folder that is a file gives one sentence", async () => {
	const file = join(dataFolder, "file");
	writeFileSync(file, "");
	await expect(startEmbedded({ dataFolder: file })).rejects.toThrow(
		`The data folder ${file} cannot be written.`,
	);
});

test("data of another major version is left alone", async () => {
	const server = await start();
	await server.stop();
	writeFileSync(join(server.cluster, "PG_VERSION"), "17\n");
	await expect(start()).rejects.toThrow("was written by PostgreSQL 17");
});

test("under a folder that only its owner can enter, the data lives where its server can reach it", async () => {
	chmodSync(dataFolder, 0o700);
	const server = await start();
	const asRoot = process.getuid?.() === 0; // then the server runs as another user
	expect(server.cluster.startsWith(asRoot ? "/var/lib/duizhao/" : dataFolder)).toBe(true);
	await query(server, "CREATE TABLE kept AS SELECT 1 AS n");
	await server.stop();
	const again = await start();
	expect([again.cluster, await query(again, "SELECT n FROM kept")]).toEqual([server.cluster, [{ n: 1 }]]);
});
