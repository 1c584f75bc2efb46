import { Worker } from "node:worker_threads";
import { requireProject } from "#lib/server/access.ts";
import { insertDocument } from "#lib/server/documents.ts";
import type { Problem } from "#lib/server/errors.ts";
import { importOperation, NewDocument, type Preview } from "#lib/server/import-text.ts";
import { inTransaction } from "#lib/server/revision-log/transaction.ts";
import type { JobKind, Running } from "../contract.ts";
import { JobFailed } from "../job-failed.ts";

type Report = { done: number; total: number } | { preview: Preview } | { problem: Problem };

/** Imports a long document: all of it is there afterwards, or nothing. */
export const importDocumentJob = {
	id: "import-document",
	input: NewDocument,
	async run(input, running) {
		const preview = await cutInThread(input, running);
		await requireProject(running.actor, running.projectId, "document.import");
		return await inTransaction(async (client) => {
			// Writing 100,000 segments takes longer than a request may.
			await client.query("SET LOCAL statement_timeout = '10min'");
			await client.query("SET LOCAL idle_in_transaction_session_timeout = '10min'");
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

async function cutInThread(input: NewDocument, running: Running): Promise<Preview> {
	const thread = new Worker(new URL("../cut-thread.ts", import.meta.url), { workerData: input });
	const stop = () => void thread.terminate();
	running.signal.addEventListener("abort", stop, { once: true });
	try {
		return await new Promise<Preview>((resolve, reject) => {
			thread.on("message", (report: Report) => {
				if ("preview" in report) resolve(report.preview);
				else if ("problem" in report) reject(new JobFailed(report.problem));
				else running.progress(report.done, report.total).catch(reject);
			});
			thread.on("error", reject);
			thread.on("exit", () => reject(running.signal.reason ?? new Error("the thread ended early")));
		});
	} finally {
		running.signal.removeEventListener("abort", stop);
		await thread.terminate();
	}
}
