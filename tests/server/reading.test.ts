/** What is in a file: told at once, or by a job that can be watched and cancelled, in bounded memory. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FileSource, ReadRefusal } from "#lib/core/formats/reader.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, databaseAddress, db, pool } from "#lib/server/db.ts";
import { diskFile, memoryFile, storedFile } from "#lib/server/files/file-source.ts";
import { runJob } from "#lib/server/jobs/run-job.ts";
import { inThread, ThreadExhausted } from "#lib/server/threads/in-thread.ts";
import type { ReadTask } from "#lib/server/threads/read.ts";
import { storeUpload } from "#lib/server/uploads.ts";
import { makeProject } from "#tests/factories.ts";
import { callRoute, cookieOf, makePerson, openTestDatabase } from "./caller.ts";
import { longParagraph, muchText, utf8 } from "./hostile-files.ts";

let lead: Actor;
let cookie: string;
let projectId: string;
const folder = mkdtempSync(join(tmpdir(), "duizhao-reading-"));

beforeAll(async () => {
	await openTestDatabase();
	const person = await makePerson("Lead");
	lead = { userId: person.id, name: person.name, administrator: false };
	cookie = await cookieOf(person);
	projectId = await makeProject([lead, "lead"]);
});
afterAll(async () => {
	await closeDatabase();
	rmSync(folder, { recursive: true });
});

async function* piecesOf(pieces: Iterable<Uint8Array>) {
	yield* pieces;
}

async function sent(name: string, pieces: Iterable<Uint8Array>): Promise<string> {
	return (await storeUpload(lead, projectId, { name }, { bytes: piecesOf(pieces), announced: null })).id;
}

/** What a reading found; on a busy machine also a small file becomes a job. */
async function reportOf(answer: Response): Promise<unknown> {
	const body = await answer.json();
	if (answer.status !== 202) return body;
	await runJob(body.jobId, false);
	const { result, problem } = await db().job.findUniqueOrThrow({ where: { id: body.jobId } });
	return result ?? problem;
}

const read = async (body: object) =>
	await callRoute("POST /projects/:projectId/read", { params: { projectId }, body, cookie });

describe("told", () => {
	const text = "港口开放了\n\n2024-05-27\n\n引航员都上了岸，今天又开放了三个泊位。";

	test("of an upload and of a pasted text alike", async () => {
		const report = await reportOf(await read({ upload: await sent("notice.txt", [utf8(text)]) }));
		expect(await reportOf(await read({ text }))).toEqual(report);
		expect(report).toMatchObject({
			format: "txt",
			shape: "text",
			count: 3,
			metadata: { title: "港口开放了", publishedAt: "2024-05-27", language: "zh-Hans" },
		});
	});

	test("as the kind of file and in the language that somebody names", async () => {
		const report = await reportOf(await read({ text: "# 港口\n", format: "markdown", language: "zh-Hant" }));
		expect(report).toMatchObject({ format: "markdown", metadata: { language: "zh-Hant" } });
	});

	test("that an upload is another project's", async () => {
		const other = await makeProject([lead, "lead"]);
		const { id } = await storeUpload(
			lead,
			other,
			{ name: "a.txt" },
			{ bytes: piecesOf([utf8(text)]), announced: null },
		);
		expect((await read({ upload: id })).status).toBe(404);
	});
});

describe("a job", () => {
	const jobOf = async (upload: string) => {
		const answer = await read({ upload });
		expect(answer.status).toBe(202);
		return ((await answer.json()) as { jobId: string }).jobId;
	};
	const job = async (jobId: string) => await db().job.findUniqueOrThrow({ where: { id: jobId } });

	test("reads what is large, tells how far it is, and ends with what was found", async () => {
		const jobId = await jobOf(await sent("long.txt", muchText(20, longParagraph)));
		const running = runJob(jobId, false);
		await expect
			.poll(async () => (await job(jobId)).total, { interval: 5, timeout: 20_000 })
			.toBeGreaterThan(1);
		await running;
		expect(await job(jobId)).toMatchObject({ state: "done", result: { format: "txt", shape: "text" } });
	});

	test("is stopped in the middle by whoever asked for it", async () => {
		const jobId = await jobOf(await sent("long.txt", muchText(60, longParagraph)));
		const running = runJob(jobId, false);
		await expect
			.poll(async () => (await job(jobId)).total, { interval: 5, timeout: 20_000 })
			.toBeGreaterThan(1);
		const cancelled = await callRoute("DELETE /jobs/:jobId", { params: { jobId }, cookie });
		expect(cancelled.status).toBe(204);
		await running;
		expect(await job(jobId)).toMatchObject({ state: "cancelled", result: null, problem: null });
	});

	test("is of no use to somebody who was taken out of the project meanwhile", async () => {
		const jobId = await jobOf(await sent("long.txt", muchText(3)));
		await db().membership.deleteMany({ where: { projectId, userId: lead.userId } });
		await runJob(jobId, false);
		await db().membership.create({ data: { projectId, userId: lead.userId, role: "lead" } });
		expect(await job(jobId)).toMatchObject({ state: "failed", problem: { key: "notFound" }, result: null });
	});
});

describe("a thread that takes more memory than it was given ends alone", () => {
	const megabyte = randomBytes(1024 * 1024);
	const tasks: [string, number, () => Promise<ReadTask["given"]>][] = [
		["on its heap", 8, async () => ({ name: "a.txt", text: "港口开放了。\n".repeat(60_000) })],
		[
			"outside of it, with the bytes of a file",
			64,
			async () => {
				const id = await sent(
					"a.docx",
					Array.from({ length: 150 }, () => megabyte),
				);
				return { id, name: "a.docx", size: 150 * megabyte.length };
			},
		],
	];

	test.each(tasks)("%s", async (_, megabytes, make) => {
		const task: ReadTask = { given: await make(), options: {} };
		const options = { megabytes, database: databaseAddress() };
		await expect(inThread("read", task, {}, options)).rejects.toBeInstanceOf(ThreadExhausted);
		expect(await reportOf(await read({ text: "港口开放了。" }))).toMatchObject({ count: 1 });
	});
});

describe("a file is the same wherever it lies", () => {
	const bytes = randomBytes(700_001);
	const sources: [string, () => Promise<FileSource>][] = [
		["in memory", async () => memoryFile("a.bin", bytes)],
		[
			"on a disk",
			async () => {
				writeFileSync(join(folder, "a.bin"), bytes);
				return await diskFile(join(folder, "a.bin"));
			},
		],
		[
			"in the database",
			async () =>
				await storedFile(pool(), { id: await sent("a.bin", [bytes]), name: "a.bin", size: bytes.length }),
		],
	];

	test.each(sources)("%s", async (_, open) => {
		const file = await open();
		expect(file).toMatchObject({ name: "a.bin", size: bytes.length });
		expect(Buffer.from(file.head).equals(bytes.subarray(0, 65_536))).toBe(true);
		for (let times = 0; times < 2; times++) {
			const pieces: Uint8Array[] = [];
			for await (const piece of file.chunks()) pieces.push(piece.slice());
			expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
		}
		expect(Buffer.from(await file.bytes(bytes.length)).equals(bytes)).toBe(true);
		await expect(file.bytes(bytes.length - 1)).rejects.toMatchObject({ problem: { key: "tooLarge" } });
	});

	test.each([
		["longer", 700_100],
		["shorter", 600_000],
	])("a file on a disk that gets %s while it is read is refused, not cut", async (_, size) => {
		const path = join(folder, "changing.bin");
		writeFileSync(path, bytes);
		const file = await diskFile(path);
		writeFileSync(path, randomBytes(size));
		await expect(file.bytes(1_000_000)).rejects.toThrow(ReadRefusal);
	});

	test("an upload that is deleted while it is read is an error, never an end too early", async () => {
		const id = await sent("a.bin", [bytes]);
		const file = await storedFile(pool(), { id, name: "a.bin", size: bytes.length });
		const chunks = file.chunks()[Symbol.asyncIterator]();
		await chunks.next();
		await pool().query(`DELETE FROM "Upload" WHERE "id" = $1`, [id]);
		await expect(chunks.next()).rejects.toThrow(/ends after/);
	});
});
