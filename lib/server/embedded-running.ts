/** Finds out whether a Postgres is running on a cluster, and clears away what a killed one left. */
import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ownerName } from "#lib/server/embedded-cluster.ts";

export interface Running {
	readonly pid: number;
	readonly port: number;
}

const patience = 60_000; // crash recovery of a large log, or a shutdown with a last checkpoint

/** `null` when none runs. Waits while one is starting or stopping. */
export async function findRunning(cluster: string, password: string): Promise<Running | null> {
	const end = Date.now() + patience;
	for (;;) {
		const entry = readPidFile(cluster);
		if (!entry) return null;
		if (!isPostgres(entry.pid)) {
			// The number belongs to nobody or, after a restart of the machine, to another program.
			rmSync(join(cluster, "postmaster.pid"), { force: true });
			return null;
		}
		if (entry.status !== "stopping" && (await answersFor(cluster, entry.port, password))) return entry;
		if (Date.now() > end) return entry;
		await sleep(100);
	}
}

function readPidFile(cluster: string): (Running & { status: string }) | null {
	let lines: string[];
	try {
		lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
	} catch {
		return null;
	}
	const [pid, , , port, , , , status] = lines;
	return { pid: Math.abs(Number(pid)), port: Number(port ?? 0), status: status?.trim() ?? "starting" };
}

function isPostgres(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
	if (process.platform === "linux") {
		try {
			return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith("postgres");
		} catch {
			return false; // gone meanwhile, or another user's, which ours never is
		}
	}
	if (process.platform === "win32") return true;
	return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout.includes(
		"postgres",
	);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}

async function answersFor(cluster: string, port: number, password: string): Promise<boolean> {
	if (!port) return false;
	const client = new pg.Client({ host: "127.0.0.1", port, user: ownerName, password, database: "postgres" });
	client.on("error", () => undefined);
	try {
		await client.connect();
		const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
		return realpathSync(rows[0]?.data_directory ?? "/") === realpathSync(cluster);
	} catch {
		return false;
	} finally {
		await client.end().catch(() => undefined);
	}
}
