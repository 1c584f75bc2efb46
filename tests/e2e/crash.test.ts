/** What was answered is kept: web processes killed under a stream of saves, and many editors of one segment. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, openDatabase, pool } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { readWindow } from "#lib/server/passages.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { type Answer, cookieFor, posterTo } from "#tests/setup/over-http.ts";
import { startServer, type TestServer } from "#tests/setup/server.ts";

const secret = "a secret that all processes of this test share";
const servers: TestServer[] = [];
let databaseUrl: string;
let owner: Actor;
let projectId: string;
let cookie: string;

beforeAll(async () => {
	databaseUrl = (await testDatabase()).url;
	process.env["DATABASE_URL"] = databaseUrl;
	process.env["DUIZHAO_SESSION_SECRET"] = secret;
	openDatabase(databaseUrl);
	owner = await makePerson("Ines Okoye");
	projectId = await makeProject([owner, "owner"]);
	cookie = await cookieFor(owner);
	servers.push(await startWeb(), await startWeb());
});

afterAll(async () => {
	await Promise.all(servers.map((server) => server.stop()));
	await closeDatabase();
});

const startWeb = async () => await startServer({ databaseUrl, env: { DUIZHAO_SESSION_SECRET: secret } });

function serverAt(index: number): TestServer {
	const server = servers[index % servers.length];
	if (!server) throw new Error("no server");
	return server;
}

interface Edit {
	readonly type: "edit";
	readonly segment: string;
	readonly version: number;
	readonly text: string;
}

interface Acknowledged {
	readonly key: string;
	readonly operation: Edit;
	readonly number: number;
}

interface LogLine {
	readonly number: number;
	readonly requestKey: string | null;
	readonly operation: { readonly type: string; readonly segment: string; readonly text: string };
	readonly inverse: { readonly text: string };
}

async function readLog(documentId: string): Promise<LogLine[]> {
	const found = await pool().query<LogLine>(
		`SELECT "number", "requestKey", "operation"::json, "inverse"::json FROM "Revision" WHERE "documentId" = $1 ORDER BY "number"`,
		[documentId],
	);
	return found.rows;
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const renderingsOf = async (documentId: string) =>
	(await readWindow(owner, documentId, { limit: 500 })).rows.flatMap((row) => row.target);

/** A client that corrects one rendering again and again, and repeats what was not answered under its key. */
class Client {
	readonly acknowledged: Acknowledged[] = [];
	repeats = 0;
	readonly #post: ReturnType<typeof posterTo>;
	readonly #path: string;
	readonly #segment: string;
	#version: number;

	constructor(origin: string, documentId: string, segment: string, version: number) {
		this.#post = posterTo(origin, cookie);
		this.#path = `/documents/${documentId}/operations`;
		this.#segment = segment;
		this.#version = version;
	}

	async saveUntil(over: AbortSignal): Promise<void> {
		while (!over.aborted) {
			const key = newId();
			const text = `Correction ${this.acknowledged.length + 1} of ${this.#segment}`;
			const operation: Edit = { type: "edit", segment: this.#segment, version: this.#version, text };
			const number = await this.#untilAnswered(key, operation);
			this.acknowledged.push({ key, operation, number });
			this.#version = number;
		}
	}

	async #untilAnswered(key: string, operation: Edit): Promise<number> {
		for (;;) {
			const answer = await this.#post(this.#path, { key, operation }).catch(() => null);
			if (answer?.status === 200) return (answer.body as { number: number }).number;
			if (answer && answer.status !== 503)
				throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
			this.repeats += 1;
			await sleep(20); // the server is away until it is started again
		}
	}
}

test("ten kills of the web process lose no acknowledged save and double none that was repeated", async () => {
	const documentId = await makeDocument(owner, projectId, plainRows(12));
	const server = serverAt(0);
	const clients = (await renderingsOf(documentId)).map(
		({ id, version }) => new Client(server.url, documentId, id, version),
	);
	const count = () => clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
	const over = new AbortController();
	const saving = Promise.all(clients.map((client) => client.saveUntil(over.signal)));
	for (let kill = 1; kill <= 10; kill++) {
		const enough = count() + 30;
		await expect.poll(count, { timeout: 30_000, interval: 7 }).toBeGreaterThanOrEqual(enough);
		await server.restart(); // SIGKILL first
	}
	over.abort();
	await saving;

	const acknowledged = clients.flatMap((client) => client.acknowledged);
	const log = await readLog(documentId);
	expect(log.map(({ number }) => number)).toEqual(upTo(log.length));
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	const edits = log.slice(1); // the first is the import
	expect(edits.map(({ number, requestKey, operation }) => [number, requestKey, operation.text])).toEqual(
		acknowledged
			.toSorted((a, b) => a.number - b.number)
			.map(({ number, key, operation }) => [number, key, operation.text]),
	);
	expect((await renderingsOf(documentId)).map(({ text }) => text)).toEqual(
		clients.map((client) => client.acknowledged.at(-1)?.operation.text),
	);
	expect(
		clients.every(({ repeats }) => repeats > 0),
		"every client met a kill",
	).toBe(true);
}, 300_000);

test("of 64 stale saves on one segment through two processes one is taken and 63 are shown both texts", async () => {
	const documentId = await makeDocument(owner, projectId, plainRows(1));
	const posts = servers.map((server) => posterTo(server.url, cookie));
	const segment = (await renderingsOf(documentId))[0];
	let version = segment?.version ?? 0;
	let text = segment?.text ?? "";
	const texts = [text];
	for (let round = 1; round <= 5; round++) {
		const operations = upTo(64).map(
			(editor): Edit => ({
				type: "edit",
				segment: segment?.id ?? "",
				version,
				text: `Round ${round}, editor ${editor}`,
			}),
		);
		const answers = await Promise.all(
			operations.map(async (operation, i): Promise<Answer> => {
				const post = posts[i % posts.length];
				if (!post) throw new Error("no server");
				return await post(`/documents/${documentId}/operations`, { key: newId(), operation });
			}),
		);
		const taken = operations.filter((_, i) => answers[i]?.status === 200);
		expect(taken).toHaveLength(1);
		version += 1;
		text = taken[0]?.text ?? "";
		texts.push(text);
		for (const [i, answer] of answers.entries()) {
			if (answer.status === 200) continue;
			expect(answer).toMatchObject({
				status: 409,
				body: { values: { current: text, yours: operations[i]?.text, version } },
			});
		}
	}
	const edits = (await readLog(documentId)).slice(1);
	expect(edits.map(({ inverse }) => inverse.text)).toEqual(texts.slice(0, -1));
	expect(edits.map(({ operation }) => operation.text)).toEqual(texts.slice(1));
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("one save sent a hundred times over two processes is one revision with a hundred equal answers", async () => {
	const documentId = await makeDocument(owner, projectId, plainRows(1));
	const posts = servers.map((server) => posterTo(server.url, cookie));
	const [segment] = await renderingsOf(documentId);
	const operation: Edit = {
		type: "edit",
		segment: segment?.id ?? "",
		version: 1,
		text: "Sent once, it thinks.",
	};
	const key = newId();
	const answers = await Promise.all(
		upTo(100).map(
			async (i) => await posts[i % posts.length]?.(`/documents/${documentId}/operations`, { key, operation }),
		),
	);
	expect(new Set(answers.map((answer) => answer?.status))).toEqual(new Set([200]));
	expect(new Set(answers.map((answer) => (answer?.body as { number: number } | undefined)?.number))).toEqual(
		new Set([2]),
	);
	expect(await readLog(documentId)).toHaveLength(2);
});
