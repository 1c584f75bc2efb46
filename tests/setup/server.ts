/** The production build, served by a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "#lib/server/embedded.ts";
import { newDataFolder, removeDataFolder } from "#tests/setup/data-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const startPatience = 60_000;

export interface TestServer {
	readonly url: string;
	/** Ends the process hard or softly and waits until it is gone. */
	kill(signal: NodeJS.Signals): Promise<void>;
	/** The same database and address once more, after a kill. */
	restart(): Promise<void>;
	stop(): Promise<void>;
	/** What the process wrote so far. */
	logs(): string;
}

export interface ServerOptions {
	readonly databaseUrl: string;
	readonly port?: number;
	readonly env?: Readonly<Record<string, string>>;
}

export async function startServer(options: ServerOptions): Promise<TestServer> {
	if (!existsSync(join(root, ".next", "BUILD_ID"))) throw new Error("Nothing is built: npm run build");
	const port = options.port ?? (await freePort());
	const url = `http://127.0.0.1:${port}`;
	const dataFolder = newDataFolder();
	let output = "";
	const start = async (): Promise<ChildProcess> => {
		const child = spawn(process.execPath, [join(root, "scripts", "web.mjs")], {
			cwd: root,
			stdio: ["ignore", "pipe", "pipe", "ipc"],
			env: {
				...process.env,
				NODE_ENV: "production",
				DATABASE_URL: options.databaseUrl,
				DUIZHAO_DATA: dataFolder,
				DUIZHAO_URL: url,
				HOST: "127.0.0.1",
				PORT: String(port),
				...options.env,
			},
		});
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding("utf8").on("data", (text: string) => {
				output += text;
			});
		}
		await answering(url, child, () => output);
		return child;
	};
	let child = await start();
	const kill = async (signal: NodeJS.Signals): Promise<void> => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, "exit");
		child.kill(signal);
		await gone;
	};
	return {
		url,
		kill,
		logs: () => output,
		restart: async () => {
			await kill("SIGKILL");
			child = await start();
		},
		stop: async () => {
			await kill("SIGTERM");
			removeDataFolder(dataFolder);
		},
	};
}

async function answering(url: string, child: ChildProcess, logs: () => string): Promise<void> {
	const end = Date.now() + startPatience;
	while (Date.now() < end && child.exitCode === null) {
		const answer = await fetch(`${url}/api/v1/health`).catch(() => null);
		if (answer) return;
		await sleep(50);
	}
	child.kill("SIGKILL");
	throw new Error(`The server did not start:\n${logs()}`);
}
