/** A thread that reads English: a dictionary of 16 MB and its work stay away from the process that answers. */
import { parentPort } from "node:worker_threads";
import { problemOf } from "#lib/server/errors.ts";
import type { EnglishTask } from "#lib/server/read-english.ts";
import { readEnglishHere } from "#lib/server/read-english-here.ts";

parentPort?.on("message", async (task: EnglishTask) => {
	const report = await readEnglishHere(task).then(
		(result) => ({ result }),
		(error: unknown) => ({ problem: problemOf(error) }),
	);
	parentPort?.postMessage(report);
});
