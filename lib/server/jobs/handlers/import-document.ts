import { requireProject } from "#lib/server/access.ts";
import { cutInThread, cutTask, insertImported } from "#lib/server/import-document.ts";
import { NewDocument } from "#lib/server/import-input.ts";
import { beyondRequest, inTransaction } from "#lib/server/revision-log/transaction.ts";
import type { JobKind } from "../contract.ts";
import { JobCancelled } from "../job-cancelled.ts";
import { watchOf } from "../watch.ts";

/** Imports a long document: all of it is there afterwards, or nothing. */
export const importDocumentJob = {
	id: "import-document",
	input: NewDocument,
	async run(input, running) {
		const task = await cutTask(running.projectId, input);
		const preview = await watchOf(running, (watch) => cutInThread(task, watch));
		await requireProject(running.actor, running.projectId, "document.import");
		return await inTransaction(async (client) => {
			await beyondRequest(client);
			const there = await client.query<{ result: { documentId: string } | null }>(
				`SELECT "result" FROM "Job" WHERE "id" = $1`,
				[running.jobId],
			);
			const [job] = there.rows;
			if (job?.result) return job.result; // an earlier run got this far
			const made = await insertImported(client, running.actor, running.projectId, input, preview);
			// With the document: whoever cancelled until now, or ended the job in another process, has it undone.
			const { rowCount } = await client.query(
				`UPDATE "Job" SET "result" = $2 WHERE "id" = $1 AND "state" = 'running' AND "result" IS NULL`,
				[running.jobId, JSON.stringify(made)],
			);
			if (rowCount !== 1) throw new JobCancelled();
			return made;
		});
	},
} as const satisfies JobKind<typeof NewDocument>;
