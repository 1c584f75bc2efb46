/** A thread that reads a file, in as little memory as it is given. */
import { readReturned } from "#lib/core/formats/word/returned/file.ts";
import type { ReadingOptions } from "#lib/core/reading/read-whole.ts";
import { reportOf } from "#lib/core/reading/reading-report.ts";
import { type GivenFile, readHere, readHereWith } from "#lib/server/files/read-here.ts";
import { answer } from "./answer.ts";

export interface ReadTask {
	readonly given: GivenFile;
	readonly options: ReadingOptions;
	/** Answers all that was read; else what somebody needs to see of it. */
	readonly whole?: true;
}

/** A Word file that was handed out and came back. */
export interface ReturnedTask {
	readonly returned: Extract<GivenFile, { readonly id: string }>;
}

await answer(async (task, watch) => {
	const wanted = task as ReadTask | ReturnedTask;
	if ("returned" in wanted) return await readHereWith(wanted.returned, readReturned, watch);
	const { given, options, whole } = wanted;
	const reading = await readHere(given, options, watch);
	return whole ? reading : reportOf(reading);
});
