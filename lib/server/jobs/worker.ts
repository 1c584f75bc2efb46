/** The worker process: takes jobs from the queue, one at a time, until it is told to stop. */
import { closeDatabase } from "#lib/server/db.ts";
import { describeError, logEvent } from "#lib/server/log.ts";
import { sweepUploads } from "#lib/server/uploads.ts";
import { queueName } from "./install-queues.ts";
import { workerBoss } from "./queue.ts";
import { runJob } from "./run-job.ts";

const boss = workerBoss();
boss.on("error", (error) => logEvent("queue-trouble", { error: describeError(error) }));

let stopping = false;
async function stop(): Promise<void> {
	if (stopping) return;
	stopping = true;
	// A job under way is left: it is delivered again, and each is safe to run twice.
	await boss.stop({ graceful: false }).catch(() => undefined);
	await closeDatabase().catch(() => undefined);
	process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
process.on("disconnect", () => void stop());

await boss.start();
const eager = { pollingIntervalSeconds: 1, includeMetadata: true } as const;
await boss.work<{ jobId: string }, unknown, typeof eager>(queueName, eager, async ([job]) => {
	if (!job) return;
	await runJob(job.data.jobId, job.retryCount >= job.retryLimit);
});
logEvent("worker-ready", {});

/** Milliseconds between two looks for uploads that nothing came of. */
const sweepEvery = 60 * 60 * 1_000;
const sweep = () =>
	void sweepUploads().catch((error: unknown) => logEvent("sweep-failed", { error: describeError(error) }));
setInterval(sweep, sweepEvery).unref();
sweep();
