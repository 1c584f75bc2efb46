import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll } from "vitest";

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

	/** One that is there from the first test to the last, as beside every web process: what takes long is given to it. */
	static throughout(): TestWorker {
		const worker = new TestWorker();
		beforeAll(() => worker.start());
		afterAll(async () => await worker.stop());
		return worker;
	}

	start(environment: Readonly<Record<string, string>> = {}): void {
		this.#process = spawn(process.execPath, ["lib/server/jobs/worker.ts"], {
			cwd: root,
			stdio: ["ignore", "ignore", "inherit"],
			env: { ...process.env, ...environment },
		});
	}

	/** It takes no more jobs, until it goes on. */
	pause(): void {
		this.#process?.kill("SIGSTOP");
	}

	goOn(): void {
		this.#process?.kill("SIGCONT");
	}

	async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
		const running = this.#process;
		if (!running || running.exitCode !== null || running.signalCode !== null) return;
		const gone = once(running, "exit");
		this.goOn();
		running.kill(signal);
		await gone;
	}
}
