#!/usr/bin/env node
/** The `duizhao` command. An older Node.js hands over to the one that Duizhao brings along among its packages. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const oldestMajor = 24;
const args = process.argv.slice(2);

if (Number(process.versions.node.split(".")[0]) >= oldestMajor) {
	const { main } = await import("./main.ts");
	// A reader that has seen enough (`… | head`) closes the pipe; that is no failure
	process.stdout.on("error", (error) => {
		if (error.code !== "EPIPE") throw error;
		process.exit(0);
	});
	process.exitCode = await main(args, {
		print: (text) => process.stdout.write(`${text}\n`),
		complain: (text) => process.stderr.write(`${text}\n`),
	});
} else {
	handOver(bundledNode());
}

/** @returns {string | null} */
function bundledNode() {
	try {
		const folder = dirname(createRequire(import.meta.url).resolve("node/package.json"));
		const program = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
		return existsSync(program) ? program : null;
	} catch {
		return null;
	}
}

/** @param {string | null} program */
function handOver(program) {
	if (program === null) {
		const sentences = JSON.parse(readFileSync(new URL("../messages/en/cli.json", import.meta.url), "utf8"));
		process.stderr.write(`${sentences.launcher.noNode.replace("{version}", process.version)}\n`);
		process.exitCode = 1;
		return;
	}
	const child = spawn(program, [fileURLToPath(import.meta.url), ...args], { stdio: "inherit" });
	// Ctrl+C reaches both; the child decides, and its end is reported
	process.on("SIGINT", () => {});
	process.on("SIGTERM", () => child.kill("SIGTERM"));
	child.on("error", (error) => {
		throw error;
	});
	child.on("exit", (code, signal) => {
		if (signal !== null) {
			// Ended as the child was, so that a shell script sees the interruption and stops
			process.removeAllListeners(signal);
			process.kill(process.pid, signal);
		}
		process.exitCode = code ?? 1;
	});
}
