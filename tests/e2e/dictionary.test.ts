/** The production build finds the dictionary: what a translation leaves out stands alone, asked for now or as a job. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { readJob } from "#lib/server/jobs.ts";
import { readWindow } from "#lib/server/passages.ts";
import { shuffled, textsOf } from "#tests/core/align/sentence-pool.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "#tests/server/caller.ts";
import { cookieFor, posterTo } from "#tests/setup/over-http.ts";
import { startServer, type TestServer } from "#tests/setup/server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let server: TestServer;
let worker: ChildProcess;
let owner: Actor;
let projectId: string;

beforeAll(async () => {
	server = await startServer({ databaseUrl: await openTestDatabase() });
	worker = spawn(process.execPath, ["lib/server/jobs/worker.ts"], {
		cwd: root,
		stdio: ["ignore", "ignore", "inherit"],
	});
	owner = await makePerson("Ines Okoye");
	projectId = await makeProject([owner, "owner"]);
});
afterAll(async () => {
	const gone = once(worker, "exit");
	worker.kill("SIGTERM");
	await gone;
	await server.stop();
	await closeDatabase();
});

/** No translation has every ninth sentence. */
const isMissing = (place: number) => place % 9 === 4;

/** So many times each sentence, each time in another order. */
function textWithGaps(rounds: number) {
	const steps = Array.from({ length: rounds }, (_, round) => shuffled(round * 3)).flat();
	const { source, target } = textsOf(
		steps.map((step, i) => (isMissing(i) ? { ...step, fate: "noTarget" } : step)),
	);
	return {
		paragraphs: "line",
		aligner: "lexical",
		origin: { kind: "machine", engine: "Harbour MT" },
		source: { text: source.join("\n") },
		target: { text: target.join("\n") },
	};
}

async function importText(input: object): Promise<string> {
	const post = posterTo(server.url, await cookieFor(owner));
	const { status, body } = await post(`/projects/${projectId}/documents`, input);
	const { jobId, documentId } = body as { readonly jobId?: string; readonly documentId?: string };
	if (!jobId) return documentId ?? `status ${status}`;
	await soon(async () => (await readJob(owner, jobId)).state).toBe("done");
	const job = await readJob(owner, jobId);
	return job.state === "done" ? String((job.result as { documentId: string }).documentId) : job.state;
}

/** Which sentences of the source stand alone, and which should, in the first passages. */
async function lonely(documentId: string) {
	const { rows } = await readWindow(owner, documentId, { limit: 500 });
	const linked = rows.flatMap(({ source, target }) => source.map(() => target.length > 0));
	const places = [...linked.keys()];
	return { found: places.filter((place) => !linked[place]), wanted: places.filter(isMissing) };
}

test("in the web process", async () => {
	const { found, wanted } = await lonely(await importText(textWithGaps(1)));
	expect(found).toEqual(wanted);
});

test("in the worker and its threads", async () => {
	const { found, wanted } = await lonely(await importText(textWithGaps(30)));
	const right = found.filter(isMissing).length;
	expect(right / found.length).toBeGreaterThan(0.9);
	expect(right / wanted.length).toBeGreaterThan(0.9);
});
