/** A thread that reads a file and tells what is in it. */

import type { ReadingOptions } from "#lib/core/reading/read-whole.ts";
import { reportOf } from "#lib/core/reading/reading-report.ts";
import { type GivenFile, readHere } from "#lib/server/files/read-here.ts";
import { answer } from "./answer.ts";

export interface ReadTask {
	readonly given: GivenFile;
	readonly options: ReadingOptions;
}

await answer(async (task, watch) => {
	const { given, options } = task as ReadTask;
	return reportOf(await readHere(given, options, watch));
});
