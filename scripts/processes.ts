/** Keeps a process of Duizhao's running: starts it, starts it again when it dies, ends it softly, then hard. */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { compiled, quiet } from "./bootstrap.mjs";

export interface Service {
	readonly name: string;
	/** A script and its arguments, run by the bundled Node. */
	readonly command: readonly string[];
	/** Whether what it writes besides errors is of use to a person. */
	readonly talks: boolean;
}

const drainTime = 10_000; // milliseconds for requests under way
const mostRestarts = 5; // within restartWindow; then something is wrong that a restart does not mend
const restartWindow = 60_000;

export class Supervised {
	readonly service: Service;
	readonly #environment: NodeJS.ProcessEnv;
	readonly #onGivenUp: () => void;
	#child: ChildProcess;
	#gone: Promise<void>;
	#stopping = false;
	#restarts: number[] = [];

	constructor(service: Service, environment: NodeJS.ProcessEnv, onGivenUp: () => void) {
		this.service = service;
		this.#environment = environment;
		this.#onGivenUp = onGivenUp;
		[this.#child, this.#gone] = this.#spawn();
	}

	get running(): boolean {
		return this.#child.exitCode === null && this.#child.signalCode === null;
	}

	#spawn(): [ChildProcess, Promise<void>] {
		const child = spawn(process.execPath, [...this.service.command], {
			stdio: ["ignore", this.service.talks ? "inherit" : "ignore", "inherit", "ipc"], // the channel's end tells the child that we are gone
			env: { ...compiled, ...process.env, ...quiet, ...this.#environment },
			detached: process.platform !== "win32", // Ctrl+C reaches us alone, and we stop things in order
		});
		const gone = new Promise<void>((settle) => {
			child.once("exit", (code, signal) => {
				settle();
				if (!this.#stopping) void this.#restart(signal ?? `exit code ${code}`);
			});
		});
		return [child, gone];
	}

	async #restart(reason: string): Promise<void> {
		const now = Date.now();
		this.#restarts = [...this.#restarts.filter((at) => now - at < restartWindow), now];
		if (this.#restarts.length > mostRestarts) {
			console.error(`The ${this.service.name} process keeps ending (${reason}).`);
			this.#onGivenUp();
			return;
		}
		console.error(`The ${this.service.name} process ended (${reason}); starting it again.`);
		await sleep(200 * (this.#restarts.length - 1));
		if (!this.#stopping) [this.#child, this.#gone] = this.#spawn();
	}

	async stop(): Promise<void> {
		this.#stopping = true;
		if (!this.running) return;
		this.#child.kill("SIGTERM");
		const late = await Promise.race([this.#gone, sleep(drainTime, true, { ref: false })]);
		if (late) this.kill();
		await this.#gone;
	}

	kill(): void {
		this.#stopping = true;
		this.#child.kill("SIGKILL");
	}
}
