/** Long work that a person waits for: asking for it, watching it, cancelling it. */
import type { PoolClient } from "pg";
import { type Actor, requireProject } from "./access.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { enqueue } from "./jobs/queue.ts";
import type { JobKindId } from "./jobs/registry.ts";
import { newId } from "./new-id.ts";
import { inTransaction } from "./revision-log/transaction.ts";

export interface JobReport {
	readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
	readonly done: number;
	readonly total: number;
	readonly result: unknown;
	readonly problem: unknown;
}

/** The caller has checked that the actor may ask for this. */
export async function startJob(
	actor: Actor,
	projectId: string,
	kind: JobKindId,
	input: object,
): Promise<string> {
	return await inTransaction((client) => queueJob(client, actor.userId, projectId, kind, input));
}

/** The same within a transaction that does more: the job is there exactly if that is committed. */
export async function queueJob(
	client: PoolClient,
	actorId: string,
	projectId: string,
	kind: JobKindId,
	input: object,
): Promise<string> {
	const jobId = newId();
	await client.query(
		`INSERT INTO "Job" ("id", "kind", "projectId", "actorId", "state", "input") VALUES ($1, $2, $3, $4, 'waiting', $5)`,
		[jobId, kind, projectId, actorId, JSON.stringify(input)],
	);
	await enqueue(client, jobId);
	return jobId;
}

/** Only whoever asked for a job sees it, and only while a member of its project. */
export async function readJob(actor: Actor, jobId: string): Promise<JobReport> {
	const found = await pool().query<JobReport & { projectId: string }>(
		`SELECT "projectId", "state", "done", "total", "result", "problem" FROM "Job" WHERE "id" = $1 AND "actorId" = $2`,
		[jobId, actor.userId],
	);
	const [job] = found.rows;
	if (!job) throw new AppError("not-found", "notFound");
	await requireProject(actor, job.projectId, "project.read");
	const { state, done, total, result, problem } = job;
	return { state, done, total, result, problem };
}

/** A job that has ended stays as it is, and one whose work is done already. */
export async function cancelJob(actor: Actor, jobId: string): Promise<void> {
	await readJob(actor, jobId);
	await pool().query(
		`UPDATE "Job" SET "state" = 'cancelled', "input" = '{}', "updatedAt" = now()
		WHERE "id" = $1 AND "state" IN ('waiting', 'running') AND "result" IS NULL`,
		[jobId],
	);
}
