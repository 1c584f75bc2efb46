import { requireProject } from "#lib/server/access.ts";
import { examplesFor, insertDocument } from "#lib/server/documents.ts";
import type { Preview } from "#lib/server/import-cut.ts";
import { NewDocument } from "#lib/server/import-input.ts";
import { importOperation } from "#lib/server/import-operation.ts";
import { beyondRequest, inTransaction } from "#lib/server/revision-log/transaction.ts";
import type { CutTask } from "#lib/server/threads/cut.ts";
import { inThread } from "#lib/server/threads/in-thread.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

/** Imports a long document: all of it is there afterwards, or nothing. */
export const importDocumentJob = {
	id: "import-document",
	input: NewDocument,
	async run(input, running) {
		const task: CutTask = { input, examples: await examplesFor(running.projectId, input) };
		const preview = await watchOf(running, (watch) => inThread<Preview>("cut", task, watch));
		await requireProject(running.actor, running.projectId, "document.import");
		return await inTransaction(async (client) => {
			await beyondRequest(client);
			const there = await client.query<{ result: { documentId: string } | null }>(
				`SELECT "result" FROM "Job" WHERE "id" = $1 FOR UPDATE`,
				[running.jobId],
			);
			const [job] = there.rows;
			if (job?.result) return job.result; // an earlier run got this far
			const operation = importOperation(input, preview);
			const documentId = await insertDocument(
				client,
				running.actor,
				running.projectId,
				operation,
				new Date(),
			);
			await client.query(`UPDATE "Job" SET "result" = $2 WHERE "id" = $1`, [
				running.jobId,
				JSON.stringify({ documentId }),
			]);
			return { documentId };
		});
	},
} as const satisfies JobKind<typeof NewDocument>;
