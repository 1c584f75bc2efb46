/** The Postgres that comes with Duizhao: made, started, found again and stopped. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
	checkVersion,
	cleanEnvironment,
	identity,
	initialise,
	lastLine,
	ownerName,
	prepareDatabase,
	readPassword,
	type Setup,
} from "#lib/server/embedded-cluster.ts";
import { clusterFolder, databaseAccount, databasePrograms } from "#lib/server/embedded-host.ts";
import { findRunning } from "#lib/server/embedded-running.ts";
import { LaunchError } from "#lib/server/launch-error.ts";

export interface EmbeddedOptions {
	readonly dataFolder: string;
	/** A running server on the same data: share it (a command beside `npm start`), or refuse. */
	readonly whenRunning?: "reuse" | "refuse";
	/** False only for tests, whose data nobody needs after a power cut. */
	readonly durable?: boolean;
	/** Any free one unless given: after a crash, clients look where the server was. */
	readonly port?: number;
}

export interface EmbeddedServer {
	/** Connects as the owner, to the database `duizhao`. */
	readonly url: string;
	readonly cluster: string;
	readonly reused: boolean;
	/** Settles when the server ends for whatever reason; never for a reused one. */
	readonly ended: Promise<void>;
	/** A fast, clean shutdown; nothing for a reused one. */
	stop(): Promise<void>;
}

const startPatience = 120_000; // replaying the log after a crash comes first
const stopPatience = 30_000;
const logLimit = 5_000_000;

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
	const dataFolder = resolve(options.dataFolder);
	const account = databaseAccount();
	makeDataFolder(dataFolder);
	const programs = databasePrograms(account);
	const cluster = clusterFolder(dataFolder, account);
	const password = readPassword(dataFolder, cluster);
	const running = existsSync(cluster) ? await findRunning(cluster, password) : null;
	if (running && options.whenRunning === "reuse") {
		const url = ownerUrl(password, running.port);
		return { url, cluster, reused: true, ended: new Promise(() => undefined), stop: async () => undefined };
	}
	if (running) {
		throw new LaunchError(
			`The data folder ${dataFolder} is in use by another Duizhao (Postgres process ${running.pid}).`,
			"stop that one, or choose another folder: DUIZHAO_DATA=./data-2 PORT=3001 npm start",
		);
	}
	const setup = { programs, cluster, password, account, durable: options.durable ?? true };
	if (!existsSync(join(cluster, "PG_VERSION"))) initialise(setup);
	checkVersion(cluster);
	const server = await run({ ...setup, logFile: join(dataFolder, "postgres.log"), wantedPort: options.port });
	try {
		await prepareDatabase(server.url, setup.durable);
		return server;
	} catch (error) {
		await server.stop();
		throw error;
	}
}

/** The folder of DUIZHAO_DATA, made if need be and tried for writing. */
export function makeDataFolder(dataFolder: string): void {
	const marker = join(dataFolder, `.writable-${process.pid}`);
	try {
		mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
		writeFileSync(marker, "");
		rmSync(marker);
	} catch (cause) {
		throw new LaunchError(
			`The data folder ${dataFolder} cannot be written.`,
			"make it writable, or choose another: DUIZHAO_DATA=/another/folder npm start",
			{ cause },
		);
	}
}

// Stops the server when our end of its standard input closes, which a `kill -9` of us does as well. The
// signal is repeated, because a server that is only just starting still ignores it.
const guard = `exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ read -r _ <&3; while kill -INT $server; do sleep 1; done; } 2>/dev/null &
watch=$!
wait $server
code=$?
kill $watch 2>/dev/null
exit $code`;

async function run(
	setup: Setup & { logFile: string; wantedPort: number | undefined },
): Promise<EmbeddedServer> {
	for (let attempt = 1; ; attempt++) {
		const port = setup.wantedPort ?? (await freePort());
		const started = openLog(setup.logFile);
		const child = launch(setup, port, started.descriptor);
		closeSync(started.descriptor);
		const ended = new Promise<void>((settle) => {
			child.once("exit", () => settle());
			child.once("error", () => settle());
		});
		const url = ownerUrl(setup.password, port);
		if (await becomesReady(url, ended)) {
			return { url, cluster: setup.cluster, reused: false, ended, stop: () => stop(child, ended, setup) };
		}
		const log = readFileSync(setup.logFile, "utf8").slice(started.offset);
		// Another program took the port meanwhile, or a killed server's children are still leaving.
		const passing = /Address already in use|pre-existing shared memory block/.test(log);
		if (!passing || attempt === 20) {
			throw new LaunchError(
				`The embedded database did not start: ${lastLine(log)}`,
				`look into ${setup.logFile}, then: npm start`,
			);
		}
		await sleep(500);
	}
}

function launch(setup: Setup, port: number, log: number): ChildProcess {
	const safety = setup.durable ? "on" : "off";
	const settings = {
		port,
		listen_addresses: "127.0.0.1",
		unix_socket_directories: "",
		max_connections: 200,
		shared_buffers: "256MB",
		fsync: safety,
		synchronous_commit: safety,
		full_page_writes: safety,
		log_timezone: "UTC",
		timezone: "UTC",
	};
	const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
	const command = [setup.programs.postgres, "-D", setup.cluster, ...flags];
	const options = { ...identity(setup.account), cwd: setup.cluster, env: cleanEnvironment(), detached: true };
	if (process.platform === "win32") {
		// pg_ctl gives up administrator rights, which the server refuses to run with.
		const asked = flags.map((flag) => (flag === "-c" ? flag : `"${flag}"`)).join(" ");
		return spawn(setup.programs.pgCtl, ["start", "-D", setup.cluster, "-o", asked], {
			...options,
			stdio: ["ignore", log, log],
		});
	}
	return spawn("/bin/sh", ["-c", guard, "guard", ...command], { ...options, stdio: ["pipe", log, log] });
}

async function stop(child: ChildProcess, ended: Promise<void>, setup: Setup): Promise<void> {
	if (process.platform === "win32") {
		spawnSync(setup.programs.pgCtl, ["stop", "-D", setup.cluster, "-m", "fast"]);
		return;
	}
	child.stdin?.end();
	const late = sleep(stopPatience, "late" as const, { ref: false });
	if ((await Promise.race([ended, late])) !== "late") return;
	const pid = Number(readFileSync(join(setup.cluster, "postmaster.pid"), "utf8").split("\n")[0]);
	process.kill(pid, "SIGQUIT"); // immediate: the log is replayed at the next start
	await ended;
}

async function becomesReady(url: string, ended: Promise<void>): Promise<boolean> {
	let over = false;
	void ended.then(() => {
		over = process.platform !== "win32";
	});
	const end = Date.now() + startPatience;
	while (!over && Date.now() < end) {
		const client = new pg.Client({ connectionString: url.replace(/\/duizhao$/, "/postgres") });
		client.on("error", () => undefined);
		try {
			await client.connect();
			return true;
		} catch {
			await sleep(30);
		} finally {
			await client.end().catch(() => undefined);
		}
	}
	return false;
}

function ownerUrl(password: string, port: number): string {
	return `postgresql://${ownerName}:${password}@127.0.0.1:${port}/duizhao`;
}

function openLog(file: string): { descriptor: number; offset: number } {
	if (existsSync(file) && statSync(file).size > logLimit) renameSync(file, `${file}.old`);
	const descriptor = openSync(file, "a", 0o600);
	return { descriptor, offset: statSync(file).size };
}

export async function freePort(): Promise<number> {
	return new Promise((settle, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => settle(typeof address === "object" && address ? address.port : 0));
		});
	});
}
