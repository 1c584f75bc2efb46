/** Brings a database to the shape of this release. Safe to run from several processes at once. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { DiagnoseMigrationHistoryOutput, MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { LaunchError } from "#lib/server/launch-error.ts";
import { noFilters, openSchemaEngine } from "#lib/server/schema-engine.ts";

export const prismaFolder = fileURLToPath(new URL("../../prisma", import.meta.url));
export const applicationRole = "duizhao_app";

const oldestVersion = 15;
const lockKey = 6_021_843; // any number, but for ever this one
const lockPatience = 10 * 60_000; // another instance may be rebuilding a large index

/** `url` connects as the owner. Answers with the names of the migrations that were applied now. */
export async function migrate(url: string): Promise<string[]> {
	const client = await connect(url);
	try {
		await checkServer(client);
		await lock(client);
		await checkRole(client);
		const applied = await applyMigrations(url);
		await checkRole(client, "after");
		return applied;
	} finally {
		await client.end(); // lets go of the lock as well
	}
}

/** Tells in a sentence why this database cannot be used, before anything that takes long. */
export async function checkDatabase(url: string): Promise<void> {
	const client = await connect(url);
	try {
		await checkServer(client);
		await checkRole(client);
	} finally {
		await client.end();
	}
}

const refusals: Record<string, (place: string) => [sentence: string, next: string]> = {
	"28P01": (place) => [
		`The database at ${place} refuses the user or password of DATABASE_URL.`,
		"correct DATABASE_URL, then: npm start",
	],
	"28000": (place) => [
		`The database at ${place} refuses the user of DATABASE_URL.`,
		"correct DATABASE_URL, or pg_hba.conf there, then: npm start",
	],
	"3D000": (place) => [
		`The database named in DATABASE_URL does not exist at ${place}.`,
		"make it with createdb, then: npm start",
	],
	"53300": (place) => [
		`The database at ${place} has no free connection.`,
		"raise max_connections there or stop other programs, then: npm start",
	],
};

async function connect(url: string): Promise<pg.Client> {
	const client = new pg.Client({
		connectionString: url,
		connectionTimeoutMillis: 10_000,
		application_name: "duizhao migrate",
	});
	client.on("error", () => undefined); // the statement that runs meanwhile reports it
	try {
		await client.connect();
		return client;
	} catch (cause) {
		const { hostname, port } = new URL(url);
		const place = `${hostname || client.host}:${port || client.port}`;
		const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
		const [sentence, next] = refusals[code]?.(place) ?? [
			`The database at ${place} cannot be reached (${code || (cause instanceof Error ? cause.message : cause)}).`,
			"start it or correct DATABASE_URL; without DATABASE_URL Duizhao brings its own: env -u DATABASE_URL npm start",
		];
		throw new LaunchError(sentence, next, { cause });
	}
}

async function checkServer(client: pg.Client): Promise<void> {
	const { rows } = await client.query<{ version: string; encoding: string; number: number; owned: boolean }>(
		`SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
			current_setting('server_version_num')::int AS number,
			has_schema_privilege('public', 'CREATE')
				AND has_database_privilege(current_database(), 'CREATE') AS owned`,
	);
	const server = rows[0];
	if (!server) return;
	if (server.number < oldestVersion * 10_000) {
		throw new LaunchError(
			`The database is PostgreSQL ${server.version}; Duizhao needs ${oldestVersion} or later.`,
			"upgrade it, or let Duizhao bring its own: env -u DATABASE_URL npm start",
		);
	}
	if (server.encoding !== "UTF8") {
		throw new LaunchError(
			`The database is encoded in ${server.encoding}; Duizhao needs UTF8.`,
			"createdb --encoding=UTF8 --template=template0 duizhao, name it in DATABASE_URL, then: npm start",
		);
	}
	if (!server.owned) {
		throw new LaunchError(
			`The user of DATABASE_URL (${client.user}) may not make tables and schemas in this database.`,
			`psql -c 'ALTER DATABASE "${client.database}" OWNER TO "${client.user}"' as a superuser, then: npm start`,
		);
	}
}

/** Polls instead of waiting in a statement, whose snapshot would hold up an index that is built concurrently. */
async function lock(client: pg.Client): Promise<void> {
	const end = Date.now() + lockPatience;
	for (;;) {
		const { rows } = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1) AS locked", [
			lockKey,
		]);
		if (rows[0]?.locked) return;
		if (Date.now() > end) {
			throw new LaunchError(
				"Another Duizhao has been migrating this database for ten minutes.",
				"wait for it or end it, then: npm start",
			);
		}
		await sleep(100);
	}
}

/** Before: the role exists or can be made. After: we can take it on. */
async function checkRole(client: pg.Client, when: "before" | "after" = "before"): Promise<void> {
	const { rows } = await client.query<{ exists: boolean; creates: boolean }>(
		`SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS exists,
			(SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS creates`,
		[applicationRole],
	);
	const taken = rows[0]?.exists === true && (await canTake(client));
	if (taken || (when === "before" && rows[0]?.creates)) return; // the migration makes and grants it
	const create = rows[0]?.exists ? "" : `CREATE ROLE ${applicationRole} NOLOGIN; `;
	throw new LaunchError(
		`The user of DATABASE_URL (${client.user}) may not ${rows[0]?.exists ? "take on" : "make"} the role ${applicationRole}.`,
		`psql -c '${create}GRANT ${applicationRole} TO "${client.user}"' as a superuser, then: npm start`,
	);
}

async function canTake(client: pg.Client): Promise<boolean> {
	try {
		await client.query(`SET ROLE ${applicationRole}`);
		await client.query("RESET ROLE");
		return true;
	} catch {
		return false;
	}
}

async function applyMigrations(url: string): Promise<string[]> {
	const migrationsList = await readMigrations();
	const { engine, close } = await openSchemaEngine(
		url,
		await readFile(join(prismaFolder, "schema.prisma"), "utf8"),
	);
	try {
		const found = await engine.diagnoseMigrationHistory({
			migrationsList,
			optInToShadowDatabase: false,
			filters: noFilters,
		});
		await prepareHistory(engine, found);
		const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
		return appliedMigrationNames;
	} catch (cause) {
		if (cause instanceof LaunchError) throw cause;
		throw new LaunchError(
			`The database could not be migrated: ${cause instanceof Error ? cause.message.trim() : String(cause)}`,
			"nothing of the failed migration was kept; mend the cause, then: npm start",
			{ cause },
		);
	} finally {
		await close();
	}
}

/** Takes back failed attempts, of which a migration's one transaction left nothing; refuses what it cannot judge. */
async function prepareHistory(engine: SchemaEngine, found: DiagnoseMigrationHistoryOutput): Promise<void> {
	const edited = found.editedMigrationNames[0];
	if (edited) {
		throw new LaunchError(
			`The migration ${edited} was changed after this database had applied it.`,
			`git checkout prisma/migrations/${edited}, or start with new data: DUIZHAO_DATA=./data-2 npm start`,
		);
	}
	if (found.history && "unpersistedMigrationNames" in found.history) {
		throw new LaunchError(
			`This database was migrated by another release (${found.history.unpersistedMigrationNames.join(", ")} is not known here).`,
			"use that release or a later one",
		);
	}
	for (const migrationName of found.failedMigrationNames)
		await engine.markMigrationRolledBack({ migrationName });
}

export async function readMigrations(): Promise<MigrationList> {
	const baseDir = join(prismaFolder, "migrations");
	const entries = await readdir(baseDir, { withFileTypes: true });
	const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
	return {
		baseDir,
		shadowDbInitScript: "",
		lockfile: {
			path: "migration_lock.toml",
			content: await readFile(join(baseDir, "migration_lock.toml"), "utf8"),
		},
		migrationDirectories: await Promise.all(
			names.map(async (path) => ({
				path,
				migrationFile: {
					path: "migration.sql",
					content: {
						tag: "ok" as const,
						value: await readFile(join(baseDir, path, "migration.sql"), "utf8"),
					},
				},
			})),
		),
	};
}
