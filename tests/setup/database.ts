import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

export interface TestDatabase {
	/** What the application gets as DATABASE_URL; its connections take on the application's role themselves. */
	readonly url: string;
	/** The same database as its owner, for what the application may not do. */
	readonly ownerUrl: string;
}

/** A fresh, migrated, empty database. It goes with the server at the end of the run. */
export async function testDatabase(): Promise<TestDatabase> {
	const server = inject("databaseServer");
	const name = `test_${randomBytes(8).toString("hex")}`;
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	try {
		await client.query(`CREATE DATABASE ${name} TEMPLATE ${inject("databaseTemplate")}`);
	} finally {
		await client.end();
	}
	const url = server.replace(/\/postgres(?=\?|$)/, `/${name}`);
	return { url, ownerUrl: url };
}
