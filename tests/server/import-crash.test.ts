/** An import of 50,000 sentences whose worker is killed at any moment: all of it is there afterwards, or nothing. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, pool } from "#lib/server/db.ts";
import { importDocument } from "#lib/server/import-document.ts";
import { readJob } from "#lib/server/jobs.ts";
import { storeUpload } from "#lib/server/uploads.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { TestWorker } from "./test-worker.ts";

/** DUIZHAO_KILLS asks for more of them than every run has time for. */
const kills = Number(process.env["DUIZHAO_KILLS"] ?? 3);
const rows = 25_000; // of two sentences each
/** Tells the worker's connections from this test's own. */
const doomed = "doomed";
let lead: Actor;
let workerUrl: string;
const worker = TestWorker.forThisFile();

beforeAll(async () => {
	const { url } = await testDatabase();
	process.env["DATABASE_URL"] = url;
	workerUrl = `${url}${url.includes("?") ? "&" : "?"}application_name=${doomed}`;
	lead = await makePerson("Ines Okoye");
});
afterAll(closeDatabase);

/** A translation memory, in pieces as it would arrive. */
async function* memory(): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	yield encoder.encode(
		'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh" datatype="plaintext"/><body>\n',
	);
	for (let i = 0; i < rows; i++)
		yield encoder.encode(
			`<tu><tuv xml:lang="zh"><seg>第${i}号码头今天开放了${i % 97}个泊位。</seg></tuv><tuv xml:lang="en"><seg>Wharf No. ${i} opened ${i % 97} berths today.</seg></tuv></tu>\n`,
		);
	yield encoder.encode("</body></tmx>\n");
}

async function askForImport(projectId: string): Promise<{ jobId: string; uploadId: string }> {
	const file = { bytes: memory(), announced: null };
	const { id: uploadId } = await storeUpload(lead, projectId, { name: "wharves.tmx" }, file);
	const made = await importDocument(lead, projectId, {
		pairs: { upload: uploadId, source: "zh", target: "en" },
		paragraphs: "line",
		aligner: "one-to-one",
		origin: { kind: "human" },
	});
	if (!("jobId" in made)) throw new TypeError("the import was not long");
	return { jobId: made.jobId, uploadId };
}

interface Visible {
	readonly documents: number;
	readonly revisions: number;
	readonly passages: number;
	readonly segments: number;
	readonly originals: number;
}

/** Everything that an import writes, whether a service would show it or not. */
async function visible(): Promise<Visible> {
	const count = (table: string) => `(SELECT count(*)::int FROM "${table}")`;
	const found = await pool().query<Visible>(
		`SELECT ${count("Document")} AS "documents", ${count("Revision")} AS "revisions", ${count("Passage")} AS "passages",
			${count("Segment")} AS "segments", ${count("DocumentOriginal")} AS "originals"`,
	);
	const [counts] = found.rows;
	if (!counts) throw new Error("nothing was counted");
	return counts;
}

const whole = (imports: number): Visible => ({
	documents: imports,
	revisions: imports,
	passages: imports * rows,
	segments: imports * rows * 2,
	originals: imports,
});

/** The database ends the statement that it is at before it notices that nobody listens any more. */
async function connectionsAreGone(): Promise<void> {
	const open = async () =>
		(await pool().query(`SELECT FROM pg_stat_activity WHERE application_name = $1`, [doomed])).rowCount;
	await expect.poll(open, { timeout: 60_000 }).toBe(0);
}

/** The queue notices a dead worker by its heartbeat; a test does not wait for that. */
const handOver = async () =>
	await pool().query(`UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active'`);

async function end(jobId: string): Promise<void> {
	for (;;) {
		const { state, problem } = await readJob(lead, jobId);
		if (state === "done") return;
		if (state === "failed" || state === "cancelled") throw new Error(`${state}: ${JSON.stringify(problem)}`);
		await sleep(50);
	}
}

/** Milliseconds that an import takes when nobody disturbs it, from the worker's start. */
async function undisturbed(projectId: string): Promise<number> {
	const { jobId } = await askForImport(projectId);
	const began = performance.now();
	worker.start({ DATABASE_URL: workerUrl });
	await end(jobId);
	return performance.now() - began;
}

test(`killed at ${kills} random moments, it is there whole or not at all, and the next try succeeds`, async () => {
	const projectId = await makeProject([lead, "lead"]);
	const duration = await undisturbed(projectId);
	await worker.stop("SIGTERM");
	expect(await visible()).toEqual(whole(1));
	let [killed, imports] = [0, 1];
	while (killed < kills) {
		const { jobId } = await askForImport(projectId);
		for (let tries = 0; tries < 2 && killed < kills; tries++) {
			worker.start({ DATABASE_URL: workerUrl });
			await sleep(Math.random() * duration);
			await worker.stop("SIGKILL");
			killed += 1;
			await connectionsAreGone();
			const { state } = await readJob(lead, jobId);
			const now = await visible();
			expect([whole(imports), whole(imports + 1)]).toContainEqual(now);
			if (state === "done") expect(now).toEqual(whole(imports + 1));
			await handOver();
		}
		worker.start({ DATABASE_URL: workerUrl });
		await end(jobId);
		imports += 1;
		expect(await visible()).toEqual(whole(imports));
		await worker.stop("SIGTERM");
	}
}, 600_000);
