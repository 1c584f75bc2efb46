/** `npm start` and `npm run dev`, once the packages are there: from a checked environment to an open address. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedServer, makeDataFolder, startEmbedded } from "#lib/server/embedded.ts";
import { type Environment, env, sessionSecret } from "#lib/server/env.ts";
import { installQueues } from "#lib/server/jobs/install-queues.ts";
import { LaunchError } from "#lib/server/launch-error.ts";
import { checkDatabase, migrate } from "#lib/server/migrate.ts";
import { compiled, quiet, whenStarterEnds } from "./bootstrap.mjs";
import { build, buildDictionary, generateClient } from "./building.ts";
import type { FirstSteps } from "./first-steps.ts";
import { phase, tell } from "./phases.mjs";
import { type Service, Supervised } from "./processes.ts";

const development = process.argv.includes("--dev");
const wantsDemo = !process.argv.includes("--no-demo");
const portPatience = 3_000; // a server whose starter was killed needs a moment to leave
const startPatience = 120_000;

const services: readonly Service[] = [
	{ name: "web", command: ["scripts/web.mjs", ...(development ? ["--dev"] : [])], talks: development },
	{ name: "worker", command: ["lib/server/jobs/worker.ts"], talks: false },
];

let database: Promise<EmbeddedServer> | undefined;
let supervised: readonly Supervised[] = [];
let stopping: Promise<void> | undefined;
let askedAt = 0;

async function start(): Promise<void> {
	if (existsSync(".env")) process.loadEnvFile(".env");
	const environment = env();
	makeDataFolder(environment.DUIZHAO_DATA);
	await freeAddress(environment);
	if (environment.DATABASE_URL) await checkDatabase(environment.DATABASE_URL);
	await generateClient();
	await buildDictionary();
	if (!development) await build();
	const url = environment.DATABASE_URL ?? (await startDatabase(environment));
	await phase("migrations", async () => {
		const applied = await migrate(url);
		await installQueues(url);
		return applied.length > 0 ? `applied ${applied.join(", ")}` : "nothing to do";
	});
	const inherited = childEnvironment(environment, url);
	const first = await takeFirstSteps(inherited);
	if (stopping) return;
	supervised = services.map((service) => new Supervised(service, inherited, () => void stop(1)));
	await phase("web", () => answering(environment));
	if (stopping) return;
	announce(environment, first);
}

async function startDatabase({ DUIZHAO_DATA }: Environment): Promise<string> {
	let url = "";
	await phase("database", async () => {
		database = startEmbedded({ dataFolder: DUIZHAO_DATA });
		const server = await database;
		watch(server, DUIZHAO_DATA);
		url = server.url;
		return `PostgreSQL in ${server.cluster}`;
	});
	return url;
}

/** A database that dies is started again at the same port, where the web processes look for it. */
function watch(server: EmbeddedServer, dataFolder: string): void {
	void server.ended.then(async () => {
		if (stopping) return;
		console.error("The database ended; starting it again.");
		try {
			database = startEmbedded({ dataFolder, port: Number(new URL(server.url).port) });
			watch(await database, dataFolder);
		} catch (error) {
			if (!stopping) tell(error);
			await stop(1);
		}
	});
}

function childEnvironment(environment: Environment, url: string): NodeJS.ProcessEnv {
	return {
		NODE_ENV: development ? "development" : "production",
		DATABASE_URL: url,
		DUIZHAO_DATA: environment.DUIZHAO_DATA,
		DUIZHAO_SESSION_SECRET: sessionSecret(),
		DUIZHAO_URL: environment.DUIZHAO_URL,
		HOST: environment.HOST,
		PORT: String(environment.PORT),
	};
}

/** The demo goes into an empty embedded database only: a database of one's own stays as it was given. */
async function takeFirstSteps(inherited: NodeJS.ProcessEnv): Promise<FirstSteps> {
	const options = wantsDemo && database ? ["--demo"] : [];
	let steps: FirstSteps | undefined;
	await phase("first steps", async () => {
		const child = spawn(process.execPath, ["scripts/first-steps.ts", ...options], {
			stdio: ["ignore", "inherit", "inherit", "ipc"],
			env: { ...compiled, ...process.env, ...quiet, ...inherited },
		});
		child.once("message", (message) => {
			steps = message as FirstSteps;
		});
		await once(child, "exit");
		if (!steps)
			throw new LaunchError(
				"The database could not be prepared.",
				"mend what it says above; then: npm start",
			);
		return steps.demo ? "demo project loaded" : "nothing to load";
	});
	return steps ?? { demo: false, link: null };
}

/** Whether the address can be had, found out before anything that takes long. */
async function freeAddress({ HOST, PORT }: Environment): Promise<void> {
	const end = Date.now() + portPatience;
	for (;;) {
		const code = await new Promise<string | undefined>((settle) => {
			const server = createServer();
			server.once("error", (error) => settle("code" in error ? String(error.code) : error.message));
			server.listen({ host: HOST, port: PORT, exclusive: true }, () => server.close(() => settle(undefined)));
		});
		if (!code) return;
		if (code === "EADDRINUSE" && Date.now() < end) await sleep(100);
		else throw addressTrouble(code, HOST, PORT);
	}
}

function addressTrouble(code: string, host: string, port: number): LaunchError {
	const other = `PORT=${port < 1024 ? 3000 : port + 1} npm start`;
	if (code === "EADDRINUSE")
		return new LaunchError(`Port ${port} on ${host} is in use by another program.`, other);
	if (code === "EACCES") return new LaunchError(`This user may not listen on port ${port}.`, other);
	return new LaunchError(
		`This machine has no address ${host} to listen on (${code}).`,
		"HOST=127.0.0.1 npm start",
	);
}

async function answering({ HOST, PORT }: Environment): Promise<string> {
	const host = HOST === "0.0.0.0" ? "127.0.0.1" : HOST === "::" ? "::1" : HOST;
	const address = `http://${host.includes(":") ? `[${host}]` : host}:${PORT}/api/v1/health`;
	const end = Date.now() + startPatience;
	while (!stopping && Date.now() < end) {
		if (await fetch(address).catch(() => null)) return development ? "development server" : "listening";
		await sleep(50);
	}
	if (stopping) return "stopped";
	throw new LaunchError("The web process does not answer.", "read what it says above; then: npm start");
}

function announce({ DUIZHAO_URL }: Environment, { link }: FirstSteps): void {
	console.log(`\nDuizhao is open at ${DUIZHAO_URL}`);
	if (link) console.log(`No administrator has a password yet. Sign in with: ${DUIZHAO_URL}${link}`);
	console.log("Ctrl+C stops it.");
}

function stop(code: number): Promise<void> {
	stopping ??= (async () => {
		await Promise.all(supervised.map((one) => one.stop()));
		const server = await database?.catch(() => undefined); // one that is still starting is waited for
		await server?.stop();
		process.exit(code);
	})();
	return stopping;
}

function askedToStop(): void {
	const now = Date.now();
	// Terminal, npm and shell may each pass on the same Ctrl+C; only one pressed again means "at once".
	if (stopping && now - askedAt > 1_000) for (const one of supervised) one.kill();
	askedAt = now;
	if (!stopping) console.log("\nStopping …");
	void stop(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, askedToStop);
process.on("disconnect", askedToStop);
whenStarterEnds(askedToStop);

start().catch(async (error: unknown) => {
	if (!stopping) tell(error); // else the work was cut off by the stop
	await stop(1);
});
