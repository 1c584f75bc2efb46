/** Work that keeps a processor busy, in a thread of its own, so that its process stays able to answer and to be stopped. */
import { resolve } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { AppError, type Problem } from "#lib/server/errors.ts";

/** How long work is watched and stopped. */
export interface Watch {
	readonly progress?: (done: number, total: number) => void;
	readonly signal?: AbortSignal;
}

/** A file beside this one that answers with its work. */
export type ThreadId =
	| "align"
	| "candidates"
	| "cut"
	| "english"
	| "glossary"
	| "lexicon"
	| "read"
	| "versions";

/** Work that broke in its thread, with what to tell the person. */
export class ThreadFailed extends Error {
	override readonly name = "ThreadFailed";
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.key);
		this.problem = problem;
	}
}

/** Work that took all the memory it was given. */
export class ThreadExhausted extends Error {
	override readonly name = "ThreadExhausted";
}

export interface ThreadOptions {
	/** Most memory that the thread's heap may take, and half as much again lies outside of it: file contents. */
	readonly megabytes?: number;
	/** Address of the database, for a thread that opens connections of its own. */
	readonly database?: string;
}

/** Megabytes for what was made a moment ago; it counts beside the rest. */
const youngMegabytes = 16;

export type Report<Result> =
	| { readonly done: number; readonly total: number }
	| { readonly result: Result }
	| { readonly problem: Problem };

/** `task` and the result are copied. Throws the `AppError` of the work, `ThreadFailed` where it broke, `ThreadExhausted` where it took more memory than it was given, and the signal's reason when aborted. */
export async function inThread<Result>(
	id: ThreadId,
	task: object,
	{ progress, signal }: Watch,
	{ megabytes, database }: ThreadOptions = {},
): Promise<Result> {
	signal?.throwIfAborted();
	const thread = startThread(id, {
		workerData: task,
		...(database && { env: { ...process.env, DATABASE_URL: database } }),
		...(megabytes && {
			resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
		}),
	});
	const stop = () => void thread.terminate();
	const watching = megabytes === undefined ? undefined : watchMemory(thread, megabytes * 1.5);
	signal?.addEventListener("abort", stop, { once: true });
	try {
		return await new Promise<Result>((done, failed) => {
			thread.on("message", (report: Report<Result>) => {
				if ("result" in report) done(report.result);
				else if ("problem" in report) failed(errorOf(report.problem));
				else progress?.(report.done, report.total);
			});
			thread.on("error", (error) => failed(isExhaustion(error) ? new ThreadExhausted() : error));
			void watching?.exhausted.then(() => failed(new ThreadExhausted()));
			thread.on("exit", () => failed(signal?.reason ?? new Error("the thread ended early")));
		});
	} finally {
		watching?.stop();
		signal?.removeEventListener("abort", stop);
		await thread.terminate();
	}
}

/** The source as it lies in the folder that every process is started in: the web server's own code is built into one. */
export function startThread(id: ThreadId, options: WorkerOptions = {}): Worker {
	return new Worker(
		resolve(/* turbopackIgnore: true */ process.cwd(), "lib/server/threads", `${id}.ts`),
		options,
	);
}

/** Milliseconds between two looks at a thread's memory. */
const lookEvery = 50;
const mebibyte = 1024 * 1024;

/** The limits of the engine leave out what lies outside of its heap. What is over at two looks is no passing peak. */
function watchMemory(thread: Worker, megabytes: number): { exhausted: Promise<void>; stop: () => void } {
	const { promise: exhausted, resolve } = Promise.withResolvers<void>();
	let over = 0;
	const look = async () => {
		const { total_physical_size: heap, external_memory: outside } = await thread.getHeapStatistics();
		over = heap + outside > megabytes * mebibyte ? over + 1 : 0;
		if (over >= 2) resolve();
	};
	// A thread that has ended has no statistics.
	const timer = setInterval(() => void look().catch(() => undefined), lookEvery);
	return { exhausted, stop: () => clearInterval(timer) };
}

/** As the work threw it. */
export function errorOf(problem: Problem): Error {
	const { code, key, values } = problem;
	return code === "internal" ? new ThreadFailed(problem) : new AppError(code, key, values);
}

function isExhaustion(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
