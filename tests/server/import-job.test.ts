/** Long imports: asked for in a request, done by the worker, once, and all or nothing. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, db } from "#lib/server/db.ts";
import { listDocuments } from "#lib/server/documents.ts";
import { AppError } from "#lib/server/errors.ts";
import { importDocument } from "#lib/server/import-document.ts";
import { type NewDocument, pastedText } from "#lib/server/import-input.ts";
import { cancelJob, type JobReport, readJob } from "#lib/server/jobs.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { TestWorker } from "./test-worker.ts";

let lead: Actor;
const worker = TestWorker.forThisFile();

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	lead = await makePerson("Ines Okoye");
});
afterAll(closeDatabase);

function longText(lines: number): NewDocument {
	const make = (line: (i: number) => string) => ({
		text: Array.from({ length: lines }, (_, i) => line(i)).join("\n"),
	});
	return {
		paragraphs: "line",
		aligner: "one-to-one",
		origin: { kind: "machine", engine: "demo-mt" },
		source: make((i) => `第${i}号码头今天又开放了${i % 97}个泊位，引航员都到了。`),
		target: make((i) => `Wharf No. ${i} opened ${i % 97} berths today and all the pilots came.`),
	};
}

async function ended(jobId: string): Promise<JobReport> {
	for (let i = 0; i < 600; i++) {
		const job = await readJob(lead, jobId);
		if (job.state !== "waiting" && job.state !== "running") return job;
		await sleep(100);
	}
	throw new Error("the job did not end");
}

async function ask(projectId: string, lines: number): Promise<string> {
	const asked = await importDocument(lead, projectId, longText(lines));
	if (!("jobId" in asked)) throw new TypeError("the text was not long");
	return asked.jobId;
}

test("a long text becomes a document through the worker, and its asker alone sees how far it is", async () => {
	const projectId = await makeProject([lead, "lead"]);
	worker.start();
	const jobId = await ask(projectId, 1_500);
	const stranger = await makePerson();
	await expect(readJob(stranger, jobId)).rejects.toBeInstanceOf(AppError);
	expect(await ended(jobId)).toMatchObject({ state: "done", result: { documentId: expect.any(String) } });
	expect(await listDocuments(lead, projectId)).toMatchObject([{ passages: 1_500 }]);
});

test("a cancelled import leaves nothing behind", async () => {
	const projectId = await makeProject([lead, "lead"]);
	const jobId = await ask(projectId, 1_500);
	await cancelJob(lead, jobId);
	worker.start();
	const next = await ask(projectId, 1_200);
	expect(await ended(next)).toMatchObject({ state: "done" });
	expect(await readJob(lead, jobId)).toMatchObject({ state: "cancelled" });
	expect(await listDocuments(lead, projectId)).toHaveLength(1);
});

test.each([0, 400, 1_600])(
	"cancelled %i ms after it began, an import leaves nothing, or was done",
	async (wait) => {
		const projectId = await makeProject([lead, "lead"]);
		worker.start();
		const jobId = await ask(projectId, 12_000);
		await sleep(wait);
		await cancelJob(lead, jobId);
		const { state } = await ended(jobId);
		await worker.stop();
		expect(await listDocuments(lead, projectId)).toHaveLength(state === "done" ? 1 : 0);
		expect(["cancelled", "done"]).toContain(state);
	},
);

test("a worker killed at any moment leaves a job that another worker ends, with one document", async () => {
	const projectId = await makeProject([lead, "lead"]);
	const jobId = await ask(projectId, 4_000);
	for (const moment of [300, 900, 1_500]) {
		worker.start();
		await sleep(moment);
		await worker.stop("SIGKILL");
		expect((await listDocuments(lead, projectId)).every(({ passages }) => passages === 4_000)).toBe(true);
		// The queue notices a dead worker by its heartbeat; the test does not wait for that.
		await db().$executeRaw`UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active'`;
	}
	worker.start();
	expect(await ended(jobId)).toMatchObject({ state: "done" });
	expect(await listDocuments(lead, projectId)).toMatchObject([{ passages: 4_000 }]);
});

test("a long text that cannot be stored is refused at once, with its place", async () => {
	const projectId = await makeProject([lead, "lead"]);
	const input = longText(1_500);
	const broken = { ...input, target: { text: `${pastedText(input.target)}\nno\0` } };
	await expect(importDocument(lead, projectId, broken)).rejects.toMatchObject({
		code: "invalid",
		key: "textNul",
		values: { side: "target", line: 1_501, column: 3 },
	});
});
