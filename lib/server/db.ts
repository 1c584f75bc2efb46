import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "#generated/prisma/client.ts";
import { sessionAt, statementTimeout } from "./database-session.ts";
import { env } from "./env.ts";
import { describeError, logEvent } from "./log.ts";

export type Db = PrismaClient;
/** What a service gets inside `db().$transaction(async (tx) => …)`. */
export type Tx = Omit<
	PrismaClient,
	"$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction"
>;

/** How long a request waits for a free connection of the pool. Milliseconds. */
const poolTimeout = 5_000;

interface Open {
	readonly address: string;
	readonly pool: pg.Pool;
	readonly client: PrismaClient;
}

// Kept on globalThis because the development server loads this file anew with each change.
const holder: typeof globalThis & { duizhaoDatabase?: Open } = globalThis;

function open(address: string): Open {
	const pool = new pg.Pool({
		...sessionAt(address),
		max: env().DUIZHAO_POOL_SIZE,
		pipeline: true,
		connectionTimeoutMillis: poolTimeout,
		idleTimeoutMillis: 30_000,
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000,
		query_timeout: statementTimeout + 5_000,
		application_name: "duizhao",
	});
	// A backend that goes away raises "error" on the idle pool and on each client that is checked out;
	// without a listener on both it would end the process.
	pool.on("error", (error) => logEvent("database-connection-lost", { error: describeError(error) }));
	pool.on("connect", (client) =>
		client.on("error", (error) => logEvent("database-connection-lost", { error: describeError(error) })),
	);
	return { address, pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function opened(): Open {
	if (holder.duizhaoDatabase !== undefined) return holder.duizhaoDatabase;
	const address = env().DATABASE_URL;
	if (address === undefined) throw new Error("DATABASE_URL is not set");
	return openDatabase(address);
}

/** Names the database before first use, where it is not the environment's: for the command line and tests. */
export function openDatabase(address: string): Open {
	const database = open(address);
	holder.duizhaoDatabase = database;
	return database;
}

/** The database, opened at first use. */
export function db(): Db {
	return opened().client;
}

/** The connections beneath it, for SQL that Prisma cannot say. Values only as $1, $2, …; never in the text. */
export function pool(): pg.Pool {
	return opened().pool;
}

/** For a thread, which has no part in these connections. */
export function databaseAddress(): string {
	return opened().address;
}

/** Ends all connections; for the command line and tests. */
export async function closeDatabase(): Promise<void> {
	const current = holder.duizhaoDatabase;
	if (current === undefined) return;
	delete holder.duizhaoDatabase;
	await current.client.$disconnect();
	await current.pool.end();
}
