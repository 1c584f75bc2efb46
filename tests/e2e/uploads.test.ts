/** Files of every size through the server as it is delivered: nothing on their way may cut them. */
import { createHash, randomBytes } from "node:crypto";
import { type ClientRequest, request } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, openDatabase, pool } from "#lib/server/db.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { cookieFor } from "#tests/setup/over-http.ts";
import { startServer, type TestServer } from "#tests/setup/server.ts";

const secret = "a secret that the server and this test share";
const megabyte = 1024 * 1024;
let server: TestServer;
let lead: Actor;
let cookie: string;
let projectId: string;

beforeAll(async () => {
	const databaseUrl = (await testDatabase()).url;
	process.env["DATABASE_URL"] = databaseUrl;
	process.env["DUIZHAO_SESSION_SECRET"] = secret;
	openDatabase(databaseUrl);
	lead = await makePerson("Ines Okoye");
	projectId = await makeProject([lead, "lead"]);
	cookie = await cookieFor(lead);
	server = await startServer({ databaseUrl, env: { DUIZHAO_SESSION_SECRET: secret } });
});

afterAll(async () => {
	await server.stop();
	await closeDatabase();
});

/** Chunked where no length is given. */
function post(length: number | null): ClientRequest {
	return request(new URL(`/api/v1/projects/${projectId}/uploads?name=big.bin`, server.url), {
		method: "POST",
		headers: {
			cookie,
			origin: server.url,
			"sec-fetch-site": "same-origin",
			"content-type": "application/octet-stream",
			...(length === null ? {} : { "content-length": length }),
		},
	});
}

interface Answer {
	readonly status: number;
	readonly body: { readonly id?: string; readonly size?: number; readonly sha256?: string };
}

async function answerOf(sending: ClientRequest): Promise<Answer> {
	return await new Promise((resolve, reject) => {
		sending.once("error", reject);
		sending.once("response", async (response) => {
			const parts: Buffer[] = [];
			for await (const part of response) parts.push(part);
			resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) });
		});
	});
}

/** Sends random bytes and answers what was sent beside what the server says. */
async function sendRandom(size: number, announce: boolean): Promise<{ sha256: string; answer: Answer }> {
	const hash = createHash("sha256");
	const sending = post(announce ? size : null);
	const answer = answerOf(sending);
	const pieces = function* () {
		for (let left = size; left > 0; left -= megabyte) {
			const piece = randomBytes(Math.min(megabyte, left));
			hash.update(piece);
			yield piece;
		}
	};
	await pipeline(Readable.from(pieces()), sending);
	return { sha256: hash.digest("hex"), answer: await answer };
}

async function downloaded(uploadId: string): Promise<{ sha256: string; size: number }> {
	const response = await fetch(`${server.url}/api/v1/projects/${projectId}/uploads/${uploadId}`, {
		headers: { cookie },
	});
	const hash = createHash("sha256");
	let size = 0;
	for await (const part of response.body ?? []) {
		hash.update(part);
		size += part.byteLength;
	}
	return { sha256: hash.digest("hex"), size };
}

test.each([
	[5, true],
	[12, true],
	[12, false],
	[50, true],
	[200, true],
])("%i MiB arrive and come back as they were sent (length announced: %s)", async (mebibytes, announce) => {
	const size = mebibytes * megabyte + 1;
	const { sha256, answer } = await sendRandom(size, announce);
	expect(answer).toMatchObject({ status: 201, body: { size, sha256 } });
	expect(await downloaded(answer.body.id ?? "")).toEqual({ sha256, size });
});

test("more than the limit is told to be too large before it is sent", async () => {
	const sending = post(257 * megabyte);
	const answer = answerOf(sending);
	sending.flushHeaders();
	expect(await answer).toMatchObject({ status: 413, body: { key: "uploadTooLarge" } });
	sending.destroy();
});

test("a connection that breaks in the middle leaves nothing", async () => {
	const rows = async () =>
		(await pool().query(`SELECT "id" FROM "Upload" WHERE "completedAt" IS NULL`)).rowCount;
	const sending = post(12 * megabyte);
	sending.on("error", () => undefined);
	sending.write(randomBytes(3 * megabyte));
	await expect.poll(rows, { timeout: 10_000 }).toBe(1);
	sending.destroy();
	await expect.poll(rows, { timeout: 10_000 }).toBe(0);
});
