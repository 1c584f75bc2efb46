/** Runs one job of the queue from its row to its end, once however often it is delivered. */
import { z } from "zod";
import type { Actor } from "#lib/server/access.ts";
import { pool } from "#lib/server/db.ts";
import { AppError, problemOf } from "#lib/server/errors.ts";
import { ThreadFailed } from "#lib/server/threads/in-thread.ts";
import type { Running } from "./contract.ts";
import { JobCancelled } from "./job-cancelled.ts";
import { findJobKind } from "./registry.ts";

interface JobLine {
	kind: string;
	projectId: string;
	actorId: string;
	name: string;
	administrator: boolean;
	state: string;
	input: unknown;
}

/** Throws what another try may mend; anything else ends the job with its problem. */
export async function runJob(jobId: string, lastTry: boolean): Promise<void> {
	const line = await claim(jobId);
	if (!line) return; // done, failed or cancelled already
	const kind = findJobKind(line.kind);
	const actor: Actor = { userId: line.actorId, name: line.name, administrator: line.administrator };
	const cancelling = new AbortController();
	const running: Running = {
		jobId,
		projectId: line.projectId,
		actor,
		signal: cancelling.signal,
		progress: async (done, total) => {
			const found = await pool().query<{ state: string }>(
				`UPDATE "Job" SET "done" = $2, "total" = $3, "updatedAt" = now() WHERE "id" = $1 RETURNING "state"`,
				[jobId, Math.round(done), Math.round(total)],
			);
			if (found.rows[0]?.state === "cancelled") cancelling.abort(new JobCancelled());
			cancelling.signal.throwIfAborted();
		},
	};
	// Work that tells nothing for a while is stopped too.
	const listening = setInterval(() => void listen(jobId, cancelling).catch(() => undefined), listenEvery);
	try {
		if (!kind) throw new TypeError(`no job is called ${line.kind}`);
		await running.progress(0, 1);
		const result = await kind.run(kind.input.parse(line.input), running);
		await finish(jobId, "done", { result });
	} catch (error) {
		if (error instanceof JobCancelled) return;
		const final =
			error instanceof ThreadFailed ||
			error instanceof AppError ||
			error instanceof z.ZodError ||
			error instanceof TypeError;
		if (!final && !lastTry) throw error;
		await finish(jobId, "failed", {
			problem: error instanceof ThreadFailed ? error.problem : problemOf(error),
		});
	} finally {
		clearInterval(listening);
	}
}

/** Milliseconds between two looks whether somebody cancelled. */
const listenEvery = 500;

async function listen(jobId: string, cancelling: AbortController): Promise<void> {
	const found = await pool().query<{ state: string }>(`SELECT "state" FROM "Job" WHERE "id" = $1`, [jobId]);
	if (found.rows[0]?.state === "cancelled") cancelling.abort(new JobCancelled());
}

async function claim(jobId: string): Promise<JobLine | undefined> {
	const found = await pool().query<JobLine>(
		`UPDATE "Job" j SET "state" = 'running', "updatedAt" = now() FROM "User" u
		WHERE j."id" = $1 AND j."state" IN ('waiting', 'running') AND u."id" = j."actorId"
		RETURNING j."kind", j."projectId", j."actorId", u."name", u."administrator", j."state", j."input"`,
		[jobId],
	);
	return found.rows[0];
}

/** The input goes with the end: it holds a whole text. */
async function finish(
	jobId: string,
	state: "done" | "failed",
	{ result, problem }: { result?: object; problem?: object },
): Promise<void> {
	await pool().query(
		`UPDATE "Job" SET "state" = $2, "result" = $3, "problem" = $4, "input" = '{}', "done" = "total", "updatedAt" = now()
		WHERE "id" = $1 AND "state" = 'running'`,
		[jobId, state, result ? JSON.stringify(result) : null, problem ? JSON.stringify(problem) : null],
	);
}
