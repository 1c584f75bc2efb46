/** One transaction on one document, under the lock that numbers its revisions. */
import type { PoolClient, QueryResult } from "pg";
import type { DocumentDescription } from "#lib/core/document/model.ts";
import { type Actor, isRole, type Role } from "#lib/server/access.ts";
import { pool } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { settleNoted } from "#lib/server/live/announce.ts";
import { beginSending, settleSent } from "./send.ts";

/** The document's row as locked; its head is what the next revision is numbered and chained from. */
export interface Head {
	readonly documentId: string;
	/** The id that the log's hashes cover. */
	readonly logId: string;
	readonly projectId: string;
	readonly role: Role;
	readonly number: number;
	readonly hash: string;
	readonly order: number;
	/** Bytes of the document, and of its log since a snapshot was last asked for. */
	readonly weight: number;
	readonly logSince: number;
	readonly description: DocumentDescription;
	/** The revision that the same request made before, when it is a repeat. */
	readonly repeated: number | null;
}

interface HeadLine extends DocumentDescription {
	logId: string | null;
	projectId: string;
	role: string;
	headNumber: number;
	headHash: string;
	orderNumber: number;
	weight: number;
	logSince: number;
}

/** One document may hold at most half of the pool, so that a busy one leaves room for the others. */
const places = Math.max(1, Math.floor(Number(process.env["DUIZHAO_POOL_SIZE"] ?? 10) / 2));
/** How long a request waits for such a place before it is told to try again. Milliseconds. */
const longestWait = 5_000;
/** Requests beyond this many waiting for one document are answered at once. */
const longestQueue = 500;

interface Gate {
	running: number;
	readonly waiting: (() => void)[];
}
const gates = new Map<string, Gate>();

/**
 * Runs `work` with the document's row locked. Anybody who is not a member gets `not-found`; a document
 * that stays locked by others gets `busy`.
 */
export async function onDocument<Result>(
	actor: Actor,
	documentId: string,
	requestKey: string | null,
	work: (client: PoolClient, head: Head) => Promise<Result>,
): Promise<Result> {
	return await stepsOnDocument(actor, documentId, requestKey, {
		ahead: async () => undefined,
		work,
		answer: async (_client, result) => result,
	});
}

export interface Steps<Ahead, Result, Answer> {
	/** Reads what the work will need, as it is once the row is locked; sent along with the locking. */
	ahead(client: PoolClient): Promise<Ahead>;
	work(client: PoolClient, head: Head, ahead: Ahead): Promise<Result>;
	/** Reads what the request is told, outside of the lock. */
	answer(client: PoolClient, result: Result): Promise<Answer>;
}

/** The same in steps, for what is done so often that every journey to the database counts. */
export async function stepsOnDocument<Ahead, Result, Answer>(
	actor: Actor,
	documentId: string,
	requestKey: string | null,
	{ ahead, work, answer }: Steps<Ahead, Result, Answer>,
): Promise<Answer> {
	const lockAndWork = async (client: PoolClient): Promise<Result> => {
		const [head, read] = await Promise.all([lockHead(client, actor, documentId, requestKey), ahead(client)]);
		return await work(client, head, read);
	};
	return await inTurn(documentId, () => transact(lockAndWork, answer));
}

/** Runs `work` in a transaction of its own; whatever it throws rolls everything back. */
export async function inTransaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
	return await transact(work, async (_client, result) => result);
}

/**
 * The connections are pipelined: statements sent one after the other without waiting are carried out in
 * that order. BEGIN travels with the first statement and COMMIT with what the answer reads, so that a
 * document is not locked for the time of those journeys.
 */
async function transact<Result, Answer>(
	work: (client: PoolClient) => Promise<Result>,
	answer: (client: PoolClient, result: Result) => Promise<Answer>,
): Promise<Answer> {
	const client = await pool().connect();
	let broken: Error | undefined;
	beginSending(client);
	try {
		const [, result] = await Promise.all([client.query("BEGIN"), work(client)]);
		const [, end, told] = await Promise.all([
			settleSent(client),
			client.query("COMMIT"),
			answer(client, result),
		]);
		if (end.command !== "COMMIT") throw new Error("a statement failed, so nothing was committed");
		settleNoted(client, true);
		return told;
	} catch (error) {
		await client.query("ROLLBACK").catch((trouble: Error) => {
			broken = trouble;
		});
		await settleSent(client); // what failed first says more than what failed because of it
		throw error;
	} finally {
		settleNoted(client, false);
		client.release(broken);
	}
}

/** Writing 100,000 segments takes longer than a request may: for operations on whole documents. */
export async function beyondRequest(client: PoolClient): Promise<void> {
	await client.query("SET LOCAL statement_timeout = '10min'");
	await client.query("SET LOCAL idle_in_transaction_session_timeout = '10min'");
}

async function inTurn<Result>(documentId: string, work: () => Promise<Result>): Promise<Result> {
	const gate = gates.get(documentId) ?? { running: 0, waiting: [] };
	gates.set(documentId, gate);
	if (gate.running >= places) await turn(gate);
	else gate.running += 1;
	try {
		return await work();
	} finally {
		const next = gate.waiting.shift();
		if (next) next();
		else gate.running -= 1;
		if (gate.running === 0) gates.delete(documentId);
	}
}

/** Waits until somebody hands over a place. */
async function turn(gate: Gate): Promise<void> {
	if (gate.waiting.length >= longestQueue) throw new AppError("busy", "busy");
	await new Promise<void>((resolve, reject) => {
		const enter = () => {
			clearTimeout(timer);
			resolve();
		};
		const timer = setTimeout(() => {
			gate.waiting.splice(gate.waiting.indexOf(enter), 1);
			reject(new AppError("busy", "busy"));
		}, longestWait);
		gate.waiting.push(enter);
	});
}

async function lockHead(
	client: PoolClient,
	actor: Actor,
	documentId: string,
	requestKey: string | null,
): Promise<Head> {
	const [found, repeated] = await Promise.all([
		lockLine(client, actor, documentId),
		requestKey === null ? null : numberOfRequest(client, actor, documentId, requestKey),
	]);
	const line = found.rows[0];
	if (!line || !isRole(line.role)) throw new AppError("not-found", "notFound");
	const { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origins, labels } = line;
	return {
		documentId,
		logId: line.logId ?? documentId,
		projectId: line.projectId,
		role: line.role,
		number: line.headNumber,
		hash: line.headHash,
		order: line.orderNumber,
		weight: line.weight,
		logSince: line.logSince,
		description: { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origins, labels },
		repeated,
	};
}

async function lockLine(
	client: PoolClient,
	actor: Actor,
	documentId: string,
): Promise<QueryResult<HeadLine>> {
	return await client.query<HeadLine>({
		name: "lock-document",
		text: `SELECT d."projectId", m."role", d."logId", d."headNumber", d."headHash", d."orderNumber", d."weight", d."logSince", d."title", d."publishedOn", d."publisher",
				d."byline", d."sourceLanguage", d."targetLanguage", d."origins", d."labels"
			FROM "Document" d
			JOIN "Project" p ON p."id" = d."projectId"
			JOIN "Membership" m ON m."projectId" = p."id" AND m."userId" = $2
			WHERE d."id" = $1 AND d."deletedAt" IS NULL AND p."deletedAt" IS NULL
			FOR UPDATE OF d`,
		values: [documentId, actor.userId],
	});
}

/**
 * A statement of its own behind the lock: one that waits for a lock sees other tables as they were when it
 * began, and so would miss what the same request wrote meanwhile.
 */
async function numberOfRequest(
	client: PoolClient,
	actor: Actor,
	documentId: string,
	requestKey: string,
): Promise<number | null> {
	const found = await client.query<{ number: number }>({
		name: "find-request",
		text: `SELECT "number" FROM "Revision" WHERE "documentId" = $1 AND "actorId" = $2 AND "requestKey" = $3`,
		values: [documentId, actor.userId, requestKey],
	});
	return found.rows[0]?.number ?? null;
}
