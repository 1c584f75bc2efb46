/** `npm start` from its first line to its last, on a database of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "#lib/server/embedded.ts";
import { databaseProcess, killDatabase, newDataFolder, removeDataFolder } from "#tests/setup/data-folder.ts";
import { patience } from "./steps/soon.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let dataFolder: string;
let port: number;

beforeEach(async () => {
	dataFolder = newDataFolder();
	port = await freePort();
});
afterEach(() => removeDataFolder(dataFolder));

interface Started {
	readonly child: ChildProcess;
	readonly output: () => string;
}

const byScript = [process.execPath, "scripts/start.mjs"] as const;

async function start([command, ...args]: readonly [string, ...string[]] = byScript): Promise<Started> {
	const child = spawn(command, [...args, "--no-demo"], {
		cwd: root,
		stdio: ["ignore", "pipe", "pipe"],
		env: {
			...process.env,
			NODE_ENV: "production",
			DATABASE_URL: "",
			DUIZHAO_DATA: dataFolder,
			PORT: String(port),
		},
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	while (!output.includes("Ctrl+C stops it.")) {
		if (child.exitCode !== null) throw new Error(output);
		await sleep(50);
	}
	return { child, output: () => output };
}

const answers = () =>
	fetch(`http://127.0.0.1:${port}/api/v1/health`).then(
		({ ok }) => ok,
		() => false,
	);

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
	const exit = once(child, "exit");
	child.kill(signal);
	return exit;
}

test.each(["SIGINT", "SIGTERM"] as const)(
	"%s stops web and database, and the next start goes on",
	async (signal) => {
		const first = await start();
		expect(await answers()).toBe(true);
		const link = /Sign in with: (\S+)/.exec(first.output())?.[1];
		expect(link).toContain(`http://127.0.0.1:${port}/`);
		expect(await end(first.child, signal)).toEqual([0, null]);
		expect(databaseProcess(dataFolder)).toBeNull();
		expect(await answers()).toBe(false);
		const second = await start();
		expect(second.output()).toMatch(/migrations +nothing to do/);
		await end(second.child, signal);
	},
);

test.skipIf(process.platform === "win32")(
	"SIGTERM to npm stops all of it, though npm's shell passes nothing on",
	async () => {
		const { child, output } = await start(["npm", "start", "--"]);
		await end(child, "SIGTERM");
		await expect.poll(answers, { timeout: patience }).toBe(false);
		await expect.poll(() => databaseProcess(dataFolder), { timeout: patience }).toBeNull();
		expect(output()).toContain("Stopping");
	},
);

test("kill -9 leaves nothing running that keeps the next start from the same port and data", async () => {
	const first = await start();
	await end(first.child, "SIGKILL");
	const second = await start();
	expect(await answers()).toBe(true);
	expect(await end(second.child, "SIGTERM")).toEqual([0, null]);
});

test("a killed database comes back under the running web process", async () => {
	const { child, output } = await start();
	killDatabase(dataFolder);
	while (!output().includes("starting it again")) await sleep(50);
	await expect.poll(answers, { timeout: patience }).toBe(true);
	await end(child, "SIGTERM");
	expect(databaseProcess(dataFolder)).toBeNull();
});
