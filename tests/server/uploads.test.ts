/** Files as they arrived: whole or not at all, and the same bytes back. */
import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, pool } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { inTransaction } from "#lib/server/revision-log/transaction.ts";
import { keepOriginals, storeUpload, sweepUploads, uploadLimit } from "#lib/server/uploads.ts";
import { makeDocument, makeProject } from "#tests/factories.ts";
import { callRoute, cookieOf, makePerson, openTestDatabase } from "./caller.ts";

const megabyte = 1024 * 1024;
const piece = megabyte / 4; // as it is stored
const octets = { "content-type": "application/octet-stream" };
let lead: Actor;
let cookie: string;
let projectId: string;

beforeAll(async () => {
	await openTestDatabase();
	const person = await makePerson("Lead");
	lead = { userId: person.id, name: person.name, administrator: false };
	cookie = await cookieOf(person);
	projectId = await makeProject([lead, "lead"]);
});
afterAll(closeDatabase);

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

interface Sending {
	readonly query?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
}

async function send(bytes: Uint8Array, { query, headers }: Sending = {}): Promise<Response> {
	return await callRoute("POST /projects/:projectId/uploads", {
		params: { projectId },
		query: { name: "page.html", ...query },
		raw: bytes,
		cookie,
		headers: { ...octets, ...headers },
	});
}

async function sent(bytes: Uint8Array, query = {}): Promise<string> {
	const { id } = (await (await send(bytes, { query })).json()) as { id: string };
	return id;
}

const fetchUpload = async (uploadId: string, place = projectId) =>
	await callRoute("GET /projects/:projectId/uploads/:uploadId", {
		params: { projectId: place, uploadId },
		cookie,
	});
const deleteUpload = async (uploadId: string) =>
	await callRoute("DELETE /projects/:projectId/uploads/:uploadId", {
		params: { projectId, uploadId },
		cookie,
	});

/** Rows of the two tables, whether anybody can see them or not. */
async function kept(): Promise<{ uploads: number; pieces: number }> {
	const found = await pool().query<{ uploads: number; pieces: number }>(
		`SELECT (SELECT count(*)::int FROM "Upload") AS "uploads", (SELECT count(*)::int FROM "UploadChunk") AS "pieces"`,
	);
	return found.rows[0] ?? { uploads: -1, pieces: -1 };
}

async function* inParts(bytes: Uint8Array, length: number) {
	for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
}

describe("the same bytes come back", () => {
	test.each([0, 1, piece - 1, piece, piece + 1, 9 * piece + 17])("%i bytes", async (size) => {
		const bytes = randomBytes(size);
		const answer = await send(bytes, { query: { sha256: digest(bytes).toUpperCase() } });
		expect(answer.status).toBe(201);
		const upload = (await answer.json()) as { id: string };
		expect(upload).toEqual({ id: expect.any(String), name: "page.html", size, sha256: digest(bytes) });
		const back = await fetchUpload(upload.id);
		expect(back.headers.get("content-length")).toBe(String(size));
		expect(digest(new Uint8Array(await back.arrayBuffer()))).toBe(digest(bytes));
	});

	test.each([1, 1_000, 65_536, 700_001, 2 * megabyte + 1])(
		"however they were cut on their way: parts of %i",
		async (length) => {
			const bytes = randomBytes(length === 1 ? 5_000 : 2 * megabyte + 5);
			const { id, sha256 } = await storeUpload(
				lead,
				projectId,
				{ name: "parts" },
				{ bytes: inParts(bytes, length), announced: bytes.length },
			);
			expect(sha256).toBe(digest(bytes));
			expect(digest(new Uint8Array(await (await fetchUpload(id)).arrayBuffer()))).toBe(digest(bytes));
		},
	);
});

describe("a download is never a page", () => {
	test.each([
		["报告 (终稿).docx", "filename*=UTF-8''%E6%8A%A5%E5%91%8A%20%28%E7%BB%88%E7%A8%BF%29.docx"],
		['a"b.txt', "filename*=UTF-8''a%20b.txt"],
		["gpj.\u202Etxt.exe", "filename*=UTF-8''gpj.%20txt.exe"],
		["CON.txt", "filename*=UTF-8''CON_.txt"],
		["no extension", "filename*=UTF-8''no%20extension"],
		["<script>alert(1)<script>.html", "filename*=UTF-8''script%20alert%281%29%20script.html"],
	])("%s", async (name, expected) => {
		const { headers } = await fetchUpload(await sent(Buffer.from("<script>alert(1)</script>"), { name }));
		expect(headers.get("content-disposition")).toMatch(/^attachment; /);
		expect(headers.get("content-disposition")).toContain(expected);
		expect(headers.get("content-type")).toBe("application/octet-stream");
		expect(headers.get("x-content-type-options")).toBe("nosniff");
		expect(headers.get("cache-control")).toBe("no-store");
		expect(headers.get("content-security-policy")).toContain("sandbox");
	});
});

describe("refused, and nothing is kept", () => {
	const bytes = Buffer.from("港口开放了。");
	const refusals: [string, Sending, number, string][] = [
		["a digest of something else", { query: { sha256: "0".repeat(64) } }, 422, "uploadDiffers"],
		["a digest that is none", { query: { sha256: "abc" } }, 400, "invalidParameter"],
		["more announced than came", { headers: { "content-length": "4000" } }, 400, "uploadCut"],
		["less announced than came", { headers: { "content-length": "3" } }, 400, "uploadCut"],
		[
			"more than the limit announced",
			{ headers: { "content-length": String(uploadLimit + 1) } },
			413,
			"uploadTooLarge",
		],
		["a path for a name", { query: { name: "../../etc/passwd" } }, 400, "invalidParameter"],
		["a Windows path for a name", { query: { name: "C:\\notes.txt" } }, 400, "invalidParameter"],
		["no name", { query: { name: "" } }, 400, "invalidParameter"],
		["a name of dots", { query: { name: ".." } }, 400, "invalidParameter"],
		["a name of two lines", { query: { name: "a\nb" } }, 400, "invalidParameter"],
		["a name that is too long", { query: { name: "长".repeat(256) } }, 400, "invalidParameter"],
		["a parameter it does not know", { query: { path: "x" } }, 400, "invalidParameter"],
		["a form", { headers: { "content-type": "multipart/form-data; boundary=x" } }, 415, "fileType"],
	];

	test.each(refusals)("%s", async (_, sending, status, key) => {
		const before = await kept();
		const answer = await send(bytes, sending);
		expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status, body: { key } });
		expect(await kept()).toEqual(before);
	});

	test("a sender that goes away in the middle", async () => {
		const before = await kept();
		const breaking = (async function* () {
			yield randomBytes(3 * megabyte);
			throw new Error("aborted");
		})();
		await expect(
			storeUpload(lead, projectId, { name: "cut" }, { bytes: breaking, announced: null }),
		).rejects.toMatchObject({ code: "invalid", key: "uploadCut" });
		expect(await kept()).toEqual(before);
	});

	test("a byte more than the limit that nobody announced", async () => {
		const before = await kept();
		const zeros = Buffer.alloc(megabyte);
		let given = 0;
		const endless = (async function* () {
			for (;;) {
				given += 1;
				yield zeros;
			}
		})();
		await expect(
			storeUpload(lead, projectId, { name: "endless" }, { bytes: endless, announced: null }),
		).rejects.toMatchObject({ code: "too-large", key: "uploadTooLarge" });
		expect(given).toBe(uploadLimit / megabyte + 1);
		expect(await kept()).toEqual(before);
	});
});

describe("an upload is seen", () => {
	test("only when all of it is there", async () => {
		let seen: number | undefined;
		const bytes = (async function* () {
			yield randomBytes(2 * megabyte);
			const found = await pool().query<{ id: string }>(
				`SELECT "id" FROM "Upload" WHERE "completedAt" IS NULL`,
			);
			seen = (await fetchUpload(found.rows[0]?.id ?? "none")).status;
			yield randomBytes(10);
		})();
		const { id } = await storeUpload(lead, projectId, { name: "slow" }, { bytes, announced: null });
		expect(seen).toBe(404);
		expect((await fetchUpload(id)).status).toBe(200);
	});

	test("only in its own project, also by somebody who is in both", async () => {
		const id = await sent(randomBytes(10));
		const other = await makeProject([lead, "owner"]);
		expect((await fetchUpload(id, other)).status).toBe(404);
	});
});

async function documentFrom(uploadId: string): Promise<string> {
	const documentId = await makeDocument(lead, projectId);
	await inTransaction(
		async (client) =>
			await keepOriginals(client, { documentId, projectId, number: 1 }, [{ side: "source", uploadId }]),
	);
	return documentId;
}

describe("the files of a document", () => {
	test("are listed with revision and side, and cannot be deleted", async () => {
		const bytes = randomBytes(100);
		const id = await sent(bytes, { name: "来稿.txt" });
		const documentId = await documentFrom(id);
		const listed = await callRoute("GET /documents/:documentId/originals", {
			params: { documentId },
			cookie,
		});
		expect(await listed.json()).toEqual({
			originals: [
				{ number: 1, side: "source", upload: { id, name: "来稿.txt", size: 100, sha256: digest(bytes) } },
			],
		});
		const refused = await deleteUpload(id);
		expect({ status: refused.status, body: await refused.json() }).toMatchObject({
			status: 422,
			body: { key: "uploadInUse" },
		});
		expect((await fetchUpload(id)).status).toBe(200);
	});

	test("cannot be another project's", async () => {
		const id = await sent(randomBytes(10));
		const elsewhere = await makeProject([lead, "owner"]);
		const documentId = await makeDocument(lead, elsewhere);
		const keep = inTransaction(
			async (client) =>
				await keepOriginals(client, { documentId, projectId: elsewhere, number: 1 }, [
					{ side: "both", uploadId: id },
				]),
		);
		await expect(keep).rejects.toMatchObject({ code: "not-found" });
	});

	test("deleted by hand, an upload without a document is gone with its pieces", async () => {
		const before = await kept();
		const id = await sent(randomBytes(2 * megabyte + 1));
		expect((await deleteUpload(id)).status).toBe(204);
		expect((await fetchUpload(id)).status).toBe(404);
		expect(await kept()).toEqual(before);
	});
});

describe("swept away", () => {
	const hours = (count: number) => new Date(Date.now() - count * 60 * 60 * 1_000);
	const age = async (id: string, createdAt: Date) =>
		await pool().query(`UPDATE "Upload" SET "createdAt" = $2 WHERE "id" = $1`, [id, createdAt]);
	const there = async (id: string) =>
		(await pool().query(`SELECT FROM "Upload" WHERE "id" = $1`, [id])).rowCount === 1;

	test.each([
		["unused for more than a day", 25, true, false],
		["unused for less than a day", 23, true, true],
		["unfinished for hours", 3, false, false],
		["under way", 1, false, true],
	])("%s", async (_, old, complete, stays) => {
		const id = await sent(randomBytes(10));
		await age(id, hours(old));
		if (!complete)
			await pool().query(`UPDATE "Upload" SET "completedAt" = NULL, "sha256" = NULL WHERE "id" = $1`, [id]);
		await sweepUploads();
		expect(await there(id)).toBe(stays);
	});

	test("neither what a document was made from nor what waiting work is about", async () => {
		const [original, waited] = [await sent(randomBytes(10)), await sent(randomBytes(10))];
		await documentFrom(original);
		await pool().query(
			`INSERT INTO "Job" ("id", "kind", "projectId", "actorId", "state", "input") VALUES ($1, 'read-file', $2, $3, 'waiting', $4)`,
			[newId(), projectId, lead.userId, JSON.stringify({ upload: waited })],
		);
		for (const id of [original, waited]) await age(id, hours(100));
		await sweepUploads();
		expect([await there(original), await there(waited)]).toEqual([true, true]);
	});
});
