import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A temporary folder for DUIZHAO_DATA that the operating-system user of Postgres can reach. */
export function newDataFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "duizhao-test-"));
	chmodSync(folder, 0o711);
	return folder;
}

/** With the cluster, wherever it had to be put. */
export function removeDataFolder(folder: string): void {
	const pointer = join(folder, "postgres-location");
	if (existsSync(pointer)) {
		rmSync(dirname(readFileSync(pointer, "utf8").trim()), { recursive: true, force: true });
	}
	rmSync(folder, { recursive: true, force: true });
}

/** The server process on a data folder; null when none runs. */
export function databaseProcess(folder: string): number | null {
	const pointer = join(folder, "postgres-location");
	const cluster = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : join(folder, "postgres");
	const file = join(cluster, "postmaster.pid");
	return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

/** `kill -9`, never of our own process group, which 0 would mean. */
export function killDatabase(folder: string): void {
	const pid = databaseProcess(folder);
	if (pid === null || !(pid > 1)) throw new Error(`No server runs on ${folder}`);
	process.kill(pid, "SIGKILL");
}
