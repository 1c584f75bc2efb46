// From a bare clone to a script that runs with the bundled Node. Only Node's own modules may be used here,
// and nothing newer than Node 20: no package is there yet.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { giveUp, phase, trouble } from "./phases.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const oldestNode = 20;

/** Installs what is missing, then runs scripts/NAME with the bundled Node. @param {string} name @param {string[]} [args] */
export async function enter(name, args = process.argv.slice(2)) {
	process.chdir(root);
	try {
		if (Number(process.versions.node.split(".")[0]) < oldestNode) {
			throw trouble(
				`Duizhao needs Node.js ${oldestNode} or later; this is ${process.version}.`,
				"install a newer Node.js, then the same again",
			);
		}
		if (!packagesAreFresh()) await phase("packages", installPackages);
		const node = bundledNode();
		const script = join(root, "scripts", name);
		if (process.version === node.version) {
			process.argv.splice(1, process.argv.length, script, ...args);
			await import(pathToFileURL(script).href);
		} else {
			hand(node.path, [script, ...args]);
		}
	} catch (error) {
		giveUp(error);
	}
}

/** Whether node_modules holds what package-lock.json asks for, by npm's own record of what it installed. */
function packagesAreFresh() {
	try {
		const read = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;
		const installed = read("node_modules/.package-lock.json");
		return Object.entries(read("package-lock.json")).every(([place, wanted]) => {
			const found = installed[place];
			if (place === "" || (!found && (wanted.optional || wanted.peer))) return true;
			return found?.version === wanted.version && found?.integrity === wanted.integrity;
		});
	} catch {
		return false;
	}
}

function installPackages() {
	const npm = process.env.npm_execpath;
	const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
	const [command, ...rest] = npm?.endsWith("js")
		? [process.execPath, npm, ...args]
		: [process.platform === "win32" ? "npm.cmd" : "npm", ...args];
	console.log("  packages     installing from the registry, which may take a few minutes");
	const result = spawnSync(command, rest, {
		cwd: root,
		encoding: "utf8",
		shell: process.platform === "win32" && command === "npm.cmd",
		env: { ...process.env, ...quiet, NODE_ENV: "development" }, // else npm leaves out what building and testing need
	});
	if (result.status !== 0) {
		process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
		throw trouble(
			`npm could not install the packages (${result.error?.message ?? `exit code ${result.status}`}).`,
			"npm ci, and once it passes the same again",
		);
	}
	return "installed";
}

/** Keeps tools from calling home, and Prisma from fetching an engine that Duizhao does not use. */
export const quiet = {
	CHECKPOINT_DISABLE: "1",
	NEXT_TELEMETRY_DISABLED: "1",
	PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
	PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

function bundledNode() {
	const path = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
	const { status, stdout } = existsSync(path)
		? spawnSync(path, ["--version"], { encoding: "utf8" })
		: { status: null, stdout: "" };
	if (status === 0) return { path, version: stdout.trim() };
	throw trouble(
		`The bundled Node.js is not in ${path}: npm was told not to run install scripts, or the packages come from another machine.`,
		"npm ci --ignore-scripts=false, then the same again",
	);
}

/** Signals go on to the child; its exit code is ours; it ends when we are killed, by its closed channel. */
function hand(command, args) {
	const child = spawn(command, args, {
		cwd: root,
		stdio: ["inherit", "inherit", "inherit", "ipc"],
		detached: true,
	});
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
	whenStarterEnds(() => child.kill("SIGTERM"));
	child.on("exit", (code) => process.exit(code ?? 1));
}

const starterCheck = 500; // milliseconds

/** npm hands SIGTERM to a shell that dies of it without telling us; what is left then belongs to nobody. */
export function whenStarterEnds(stop) {
	if (!process.env.npm_lifecycle_event) return;
	const starter = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === starter) return;
		clearInterval(watch);
		stop();
	}, starterCheck);
	watch.unref();
}

/** Where Node keeps what it compiled, so that the next start takes half as long. */
export const compiled = { NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "duizhao", "compiled") };
