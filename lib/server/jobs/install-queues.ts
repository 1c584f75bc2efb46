/** The queue's own tables, installed by the database's owner; needs nothing that is generated. */
import pg from "pg";
import { PgBoss } from "pg-boss";

export const schema = "pgboss";
/** One queue for all kinds: the worker takes one job at a time, and each is bound by processor time. */
export const queueName = "jobs";

/** A worker that dies is noticed by its missing heartbeat; its job is given to another. Seconds. */
const heartbeatSeconds = 30;
const longestJobSeconds = 2 * 60 * 60;
const retries = 3;

/** Held while installing, because several instances may start at once. Any number that nothing else uses. */
const installLock = 7_205_114;

/** Brings the queue's tables up to date. `url` is the owner's. Safe to call at every start, by several at once. */
export async function installQueues(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query("SELECT pg_advisory_lock($1)", [installLock]);
		await createQueue(url);
		await client.query(
			`GRANT USAGE ON SCHEMA ${schema} TO duizhao_app;
			GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO duizhao_app;
			GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO duizhao_app`,
		);
	} finally {
		await client.end(); // and with it the lock
	}
}

async function createQueue(url: string): Promise<void> {
	const boss = new PgBoss({ connectionString: url, schema, supervise: false, schedule: false });
	await boss.start();
	try {
		if ((await boss.getQueue(queueName)) !== null) return;
		await boss.createQueue(queueName, {
			heartbeatSeconds,
			expireInSeconds: longestJobSeconds,
			retryLimit: retries,
		});
	} finally {
		await boss.stop({ graceful: false });
	}
}
