/** A browser with a profile on disk that can be killed outright and started again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { findBrowser, frugal } from "#tests/setup/chromium.ts";

export class MortalBrowser {
	readonly #profile = mkdtempSync(join(tmpdir(), "duizhao-browser-"));
	#child: ChildProcess | null = null;

	/** Starts it, with whatever it kept on disk; answers its one context. */
	async start(): Promise<BrowserContext> {
		const { executablePath, env } = await findBrowser();
		const child = spawn(
			executablePath,
			[
				...frugal,
				"--headless",
				"--no-sandbox",
				"--no-first-run",
				"--remote-debugging-port=0",
				`--user-data-dir=${this.#profile}`,
				"about:blank",
			],
			{ stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...env } },
		);
		this.#child = child;
		const browser = await chromium.connectOverCDP(await addressIn(child));
		const [context] = browser.contexts();
		if (!context) throw new Error("the browser has no profile");
		return context;
	}

	/** As a crash or a power cut of the program does: nothing is asked, nothing is tidied up. */
	async kill(): Promise<void> {
		const child = this.#child;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, "exit");
		child.kill("SIGKILL");
		await gone;
	}

	async discard(): Promise<void> {
		await this.kill();
		rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** Where the browser says that it can be spoken to. */
async function addressIn(child: ChildProcess): Promise<string> {
	let output = "";
	return await new Promise((resolve, reject) => {
		child.once("exit", () => reject(new Error(`The browser did not start:\n${output}`)));
		child.stderr?.setEncoding("utf8").on("data", (part: string) => {
			output += part;
			const address = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
			if (address) resolve(address);
		});
	});
}
