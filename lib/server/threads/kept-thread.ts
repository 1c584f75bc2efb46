/** A thread that takes long to begin and is asked again and again: it stays for a while. */
import type { Worker } from "node:worker_threads";
import { errorOf, type Report, startThread, type ThreadId } from "./in-thread.ts";

/** Milliseconds after which a thread that nobody asks is ended. */
const longestRest = 60_000;

/** Asks are answered one after another. */
export class KeptThread<Task extends object, Result> {
	#id: ThreadId;
	#thread: Worker | null = null;
	#last: Promise<unknown> = Promise.resolve();
	#resting: NodeJS.Timeout | undefined;

	/** `id`: of a file beside this one that answers every message with a report. */
	constructor(id: ThreadId) {
		this.#id = id;
	}

	/** Throws the signal's reason when aborted; the thread is then ended, and the next ask begins another. */
	async ask(task: Task, signal?: AbortSignal): Promise<Result> {
		const answer = this.#last.then(() => this.#ask(task, signal));
		this.#last = answer.catch(() => undefined);
		return await answer;
	}

	async #ask(task: Task, signal?: AbortSignal): Promise<Result> {
		signal?.throwIfAborted();
		clearTimeout(this.#resting);
		const thread = this.#begun();
		const stop = () => void this.#end();
		const { promise, resolve: done, reject: failed } = Promise.withResolvers<Result>();
		const ended = () => failed(signal?.reason ?? new Error("the thread ended early"));
		const hear = (report: Report<Result>) => {
			if ("result" in report) done(report.result);
			else if ("problem" in report) failed(errorOf(report.problem));
		};
		thread.on("message", hear).on("error", failed).on("exit", ended);
		signal?.addEventListener("abort", stop, { once: true });
		try {
			thread.ref();
			thread.postMessage(task);
			return await promise;
		} catch (error) {
			await this.#end(); // what broke may be broken for the next one too
			throw error;
		} finally {
			signal?.removeEventListener("abort", stop);
			thread.off("message", hear).off("error", failed).off("exit", ended);
			thread.unref(); // the process may end
			this.#resting = setTimeout(stop, longestRest).unref();
		}
	}

	#begun(): Worker {
		if (this.#thread) return this.#thread;
		const thread = startThread(this.#id);
		const forget = () => {
			if (this.#thread === thread) this.#thread = null;
		};
		thread.on("error", forget).on("exit", forget);
		this.#thread = thread;
		return thread;
	}

	async #end(): Promise<void> {
		const thread = this.#thread;
		this.#thread = null;
		await thread?.terminate();
	}
}
