import { requireProject } from "#lib/server/access.ts";
import { ReadFile, readForJob } from "#lib/server/reading.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

/** Tells what is in a large file. */
export const readFileJob = {
	id: "read-file",
	input: ReadFile,
	async run(input, running) {
		await requireProject(running.actor, running.projectId, "document.import");
		return await watchOf(running, (watch) => readForJob(running.projectId, input, watch));
	},
} as const satisfies JobKind<typeof ReadFile>;
