/** Queues in the same Postgres, through pg-boss, used as the application. */
import type { ClientBase } from "pg";
import { PgBoss } from "pg-boss";
import { pool } from "#lib/server/db.ts";
import { queueName, schema } from "./install-queues.ts";

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
