/** Work that keeps a processor busy, in a thread of its own, so that its process stays able to answer and to be stopped. */
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { AppError, type Problem } from "#lib/server/errors.ts";

/** How long work is watched and stopped. */
export interface Watch {
	readonly progress?: (done: number, total: number) => void;
	readonly signal?: AbortSignal;
}

/** A file beside this one that `answerIn` its work. */
export type ThreadId = "align" | "cut" | "lexicon";

/** Work that broke in its thread, with what to tell the person. */
export class ThreadFailed extends Error {
	override readonly name = "ThreadFailed";
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.key);
		this.problem = problem;
	}
}

export type Report<Result> =
	| { readonly done: number; readonly total: number }
	| { readonly result: Result }
	| { readonly problem: Problem };

/** `task` and the result are copied. Throws the `AppError` of the work, `ThreadFailed` where it broke, and the signal's reason when aborted. */
export async function inThread<Result>(
	id: ThreadId,
	task: object,
	{ progress, signal }: Watch,
): Promise<Result> {
	signal?.throwIfAborted();
	// The source as it lies in the folder that every process is started in: the web server's own code is built into one.
	const thread = new Worker(
		resolve(/* turbopackIgnore: true */ process.cwd(), "lib/server/threads", `${id}.ts`),
		{
			workerData: task,
		},
	);
	const stop = () => void thread.terminate();
	signal?.addEventListener("abort", stop, { once: true });
	try {
		return await new Promise<Result>((done, failed) => {
			thread.on("message", (report: Report<Result>) => {
				if ("result" in report) done(report.result);
				else if ("problem" in report) failed(errorOf(report.problem));
				else progress?.(report.done, report.total);
			});
			thread.on("error", failed);
			thread.on("exit", () => failed(signal?.reason ?? new Error("the thread ended early")));
		});
	} finally {
		signal?.removeEventListener("abort", stop);
		await thread.terminate();
	}
}

function errorOf(problem: Problem): Error {
	const { code, key, values } = problem;
	return code === "internal" ? new ThreadFailed(problem) : new AppError(code, key, values);
}
