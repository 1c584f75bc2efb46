/** Queues in the same Postgres, through pg-boss: installed by the owner, used as the application. */
import type { ClientBase } from "pg";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { pool } from "#lib/server/db.ts";

const schema = "pgboss";
/** One queue for all kinds: the worker takes one job at a time, and each is bound by processor time. */
export const queueName = "jobs";

/** A worker that dies is noticed by its missing heartbeat; its job is given to another. Seconds. */
const heartbeatSeconds = 30;
const longestJobSeconds = 2 * 60 * 60;
const retries = 3;

/** Brings the queue's tables up to date. `url` is the owner's. Safe to call at every start, by several at once. */
export async function installQueues(url: string): Promise<void> {
	const boss = new PgBoss({ connectionString: url, schema, supervise: false, schedule: false });
	await boss.start();
	try {
		if ((await boss.getQueue(queueName)) === null) {
			await boss.createQueue(queueName, { heartbeatSeconds, expireInSeconds: longestJobSeconds, retryLimit: retries });
		}
	} finally {
		await boss.stop({ graceful: false });
	}
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client
		.query(
			`GRANT USAGE ON SCHEMA ${schema} TO duizhao_app;
			GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO duizhao_app;
			GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO duizhao_app`,
		)
		.finally(() => client.end());
}

/** Puts a job in the queue within the transaction of `client`: it is there exactly if the transaction is. */
export async function enqueue(client: ClientBase, jobId: string): Promise<void> {
	await openBoss(client).send(queueName, { jobId }, { singletonKey: jobId });
}

/** The queue for a worker, with the pool's connections; the caller starts and stops it. */
export function workerBoss(): PgBoss {
	return openBoss(pool(), true);
}

function openBoss(connection: Pick<ClientBase, "query">, supervise = false): PgBoss {
	const executeSql = async (text: string, values?: unknown[]) => await connection.query(text, values);
	return new PgBoss({ db: { executeSql }, schema, migrate: false, supervise, schedule: false });
}
