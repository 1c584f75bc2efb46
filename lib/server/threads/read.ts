/** A thread that reads a file, in as little memory as it is given. */
import type { ReadingOptions } from "#lib/core/reading/read-whole.ts";
import { reportOf } from "#lib/core/reading/reading-report.ts";
import { type GivenFile, readHere } from "#lib/server/files/read-here.ts";
import { answer } from "./answer.ts";

export interface ReadTask {
	readonly given: GivenFile;
	readonly options: ReadingOptions;
	/** Answers all that was read; else what somebody needs to see of it. */
	readonly whole?: true;
}

await answer(async (task, watch) => {
	const { given, options, whole } = task as ReadTask;
	const reading = await readHere(given, options, watch);
	return whole ? reading : reportOf(reading);
});
