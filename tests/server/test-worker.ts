import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The worker process of a test file, on the database that the environment names. */
export class TestWorker {
	#process: ChildProcess | undefined;

	/** One that ends after each test at the latest. */
	static forThisFile(): TestWorker {
		const worker = new TestWorker();
		afterEach(async () => await worker.stop());
		return worker;
	}

	start(environment: Readonly<Record<string, string>> = {}): void {
		this.#process = spawn(process.execPath, ["lib/server/jobs/worker.ts"], {
			cwd: root,
			stdio: ["ignore", "ignore", "inherit"],
			env: { ...process.env, ...environment },
		});
	}

	async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
		const running = this.#process;
		if (!running || running.exitCode !== null || running.signalCode !== null) return;
		const gone = once(running, "exit");
		running.kill(signal);
		await gone;
	}
}
