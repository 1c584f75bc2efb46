/** A Postgres cluster on disk: made once, checked before each start, its one database and its password. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Account, makePrivateFolder, type Programs } from "#lib/server/embedded-host.ts";
import { LaunchError } from "#lib/server/launch-error.ts";

/** The role that owns the embedded database and migrates it. */
export const ownerName = "duizhao";
const majorVersion = "18";

export interface Setup {
	readonly programs: Programs;
	readonly cluster: string;
	readonly password: string;
	readonly account: Account | null;
	readonly durable: boolean;
}

/** In a folder beside the final one, so that an interrupted attempt leaves nothing that looks like a cluster. */
export function initialise({ programs, cluster, password, account, durable }: Setup): void {
	const unfinished = `${cluster}.new`;
	const secrets = `${cluster}.secrets`;
	try {
		for (const folder of [unfinished, secrets]) rmSync(folder, { recursive: true, force: true });
		makePrivateFolder(unfinished, account);
		makePrivateFolder(secrets, account);
		const passwordFile = join(secrets, "password");
		writeFileSync(passwordFile, `${password}\n`, { mode: account ? 0o644 : 0o600 }); // in a 0700 folder
		const result = spawnSync(
			programs.initdb,
			[
				`--pgdata=${unfinished}`,
				`--username=${ownerName}`,
				`--pwfile=${passwordFile}`,
				"--auth=scram-sha-256",
				"--encoding=UTF8",
				"--locale=C", // the builtin provider gives the same order on every system and its every update
				"--locale-provider=builtin",
				"--builtin-locale=C.UTF-8",
				"--data-checksums",
				"--no-instructions",
				...(durable ? [] : ["--no-sync"]),
			],
			{ ...identity(account), cwd: unfinished, env: cleanEnvironment(), encoding: "utf8" },
		);
		if (result.status !== 0) {
			const reason = result.error?.message ?? lastLine(result.stderr);
			throw new LaunchError(
				`The embedded database could not be made in ${cluster}: ${reason}`,
				"npm start, once that is mended",
			);
		}
		renameSync(unfinished, cluster);
	} finally {
		rmSync(secrets, { recursive: true, force: true });
	}
}

export function checkVersion(cluster: string): void {
	const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
	if (version === majorVersion) return;
	throw new LaunchError(
		`The database in ${cluster} was written by PostgreSQL ${version}; this Duizhao brings ${majorVersion}.`,
		"move it with pg_upgrade, or choose another folder: DUIZHAO_DATA=./data-2 npm start",
	);
}

export function readPassword(dataFolder: string, cluster: string): string {
	const file = join(dataFolder, "database-password");
	if (existsSync(file)) return readFileSync(file, "utf8").trim();
	if (existsSync(join(cluster, "PG_VERSION"))) {
		throw new LaunchError(
			`The password of the database in ${cluster} is missing: ${file} is gone.`,
			`put that file back from your backup, then: npm start`,
		);
	}
	const password = randomBytes(24).toString("base64url");
	writeFileSync(file, `${password}\n`, { mode: 0o600, flag: "wx" });
	return password;
}

/** Makes the database and asserts the settings on which "no lost revision" stands. */
export async function prepareDatabase(url: string, durable: boolean): Promise<void> {
	const client = new pg.Client({ connectionString: url.replace(/\/duizhao$/, "/postgres") });
	await client.connect();
	try {
		const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'duizhao'");
		if (!rowCount) await client.query("CREATE DATABASE duizhao");
		if (!durable) return;
		for (const name of ["fsync", "synchronous_commit", "full_page_writes"]) {
			const { rows } = await client.query<{ value: string }>("SELECT current_setting($1) AS value", [name]);
			if (rows[0]?.value === "on") continue;
			throw new LaunchError(
				`The database setting ${name} is off, so a power cut could lose edits.`,
				`remove ${name} from the configuration in the data folder, then: npm start`,
			);
		}
	} finally {
		await client.end();
	}
}

export function identity(account: Account | null): { uid?: number; gid?: number } {
	return account ? { uid: account.uid, gid: account.gid } : {};
}

/** None of the PG… variables or locale settings of whoever starts us. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
	const { PATH, SystemRoot, TEMP } = process.env;
	return {
		NODE_ENV: process.env.NODE_ENV,
		LC_ALL: "C",
		TZ: "UTC",
		...(PATH && { PATH }),
		...(SystemRoot && { SystemRoot }),
		...(TEMP && { TEMP }),
	};
}

export function lastLine(text: string): string {
	return text.trim().split("\n").at(-1) ?? "";
}
