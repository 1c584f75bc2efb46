import { AppError } from "#lib/server/errors.ts";
import { inThread, ThreadExhausted, type Watch } from "#lib/server/threads/in-thread.ts";
import type { ReadTask, ReturnedTask } from "#lib/server/threads/read.ts";

/** Megabytes of the heap in which any file is read; with what lies outside of it a thread stays below 300. */
const readingMemory = 192;

export interface ReadingLimits {
	readonly megabytes?: number;
	/** Address of the database, where it is not the environment's. */
	readonly database?: string;
}

/** However large a file unfolds, only this thread suffers. Throws `AppError`, also where it takes too much memory. */
export async function readInThread<Result>(
	task: ReadTask | ReturnedTask,
	watch: Watch = {},
	{ megabytes = readingMemory, ...others }: ReadingLimits = {},
): Promise<Result> {
	try {
		return await inThread<Result>("read", task, watch, { megabytes, ...others });
	} catch (error) {
		throw error instanceof ThreadExhausted ? tooHeavy() : error;
	}
}

export const tooHeavy = () => new AppError("refused", "reading.problems.tooHeavy", { line: 1 });
