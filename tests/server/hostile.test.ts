/** What must not be read is refused with its reason and place, what takes long is a job at once, and nothing is cut. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReadingReport } from "#lib/core/reading/reading-report.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, db } from "#lib/server/db.ts";
import type { JobReport } from "#lib/server/jobs.ts";
import { storeUpload } from "#lib/server/uploads.ts";
import { makeProject } from "#tests/factories.ts";
import { callRoute, cookieOf, makePerson, openTestDatabase } from "./caller.ts";
import * as files from "./hostile-files.ts";
import { TestWorker } from "./test-worker.ts";

/** Milliseconds: a hang would be longer, a busy machine is not. */
const soon = 10_000;
let lead: Actor;
let cookie: string;
let projectId: string;
const worker = new TestWorker();

beforeAll(async () => {
	await openTestDatabase();
	const person = await makePerson("Lead");
	lead = { userId: person.id, name: person.name, administrator: false };
	cookie = await cookieOf(person);
	projectId = await makeProject([lead, "lead"]);
	worker.start();
});
afterAll(async () => {
	await worker.stop();
	await closeDatabase();
});

interface Outcome {
	readonly acknowledgedAs: "answer" | "job";
	readonly problem?: {
		readonly key: string;
		readonly title: string;
		readonly values: Record<string, unknown>;
	};
	readonly report?: ReadingReport;
}

async function* one(bytes: Uint8Array) {
	yield bytes;
}

/** Uploads and reads as a browser would, and waits for a job where it becomes one. */
async function outcomeOf(name: string, bytes: Uint8Array | Iterable<Uint8Array>): Promise<Outcome> {
	const pieces = bytes instanceof Uint8Array ? one(bytes) : piecesOf(bytes);
	const { id } = await storeUpload(lead, projectId, { name }, { bytes: pieces, announced: null });
	const began = performance.now();
	const answer = await callRoute("POST /projects/:projectId/read", {
		params: { projectId },
		body: { upload: id },
		cookie,
	});
	expect(performance.now() - began).toBeLessThan(soon);
	const body = await answer.json();
	if (answer.status === 200) return { acknowledgedAs: "answer", report: body };
	if (answer.status !== 202) return { acknowledgedAs: "answer", problem: body };
	const { result, problem } = await ended(body.jobId);
	return {
		acknowledgedAs: "job",
		...(problem ? { problem: problem as NonNullable<Outcome["problem"]> } : {}),
		...(result ? { report: result as ReadingReport } : {}),
	};
}

async function* piecesOf(bytes: Iterable<Uint8Array>) {
	yield* bytes;
}

async function ended(jobId: string): Promise<JobReport> {
	for (;;) {
		const answer = await callRoute("GET /jobs/:jobId", { params: { jobId }, cookie });
		const job = (await answer.json()) as JobReport;
		if (job.state !== "waiting" && job.state !== "running") return job;
		await sleep(50); // the test's own limit ends this
	}
}

const refusals: [string, string, () => Uint8Array, string, object][] = [
	["an entity bomb in a translation memory", "a.tmx", files.tmxBomb, "xmlEntities", { line: 2 }],
	["an entity bomb in a translation file", "a.xlf", files.xliffBomb, "xmlEntities", { line: 2 }],
	["an entity bomb in a Word file", "a.docx", files.docxBomb, "officeDoctype", {}],
	["a translation memory 200,000 deep", "a.tmx", () => files.tmxDeep(200_000), "xmlTooDeep", { line: 2 }],
	["a translation file 200,000 deep", "a.xlf", () => files.xliffDeep(200_000), "xmlTooDeep", { line: 2 }],
	["a Word file 200,000 deep", "a.docx", () => files.docxDeep(200_000), "officeTooDeep", {}],
	["42 kB that unpack to 4 GB", "a.docx", files.zipBomb, "archiveRatio", {}],
	["a part longer than it says", "a.docx", files.docxLying, "archiveLies", {}],
	["a part that says it is a gigabyte", "a.docx", files.docxBoasting, "archiveEntryTooLarge", {}],
	[
		"a part named out of the archive",
		"a.docx",
		() => files.docxSlipping("../../x.xml"),
		"archiveUnsafeName",
		{},
	],
	["a part named by a drive", "a.docx", () => files.docxSlipping("C:/x.xml"), "archiveUnsafeName", {}],
	["a NUL character", "a.txt", () => files.utf8("第一行\n第二\0行"), "textNul", { line: 2, column: 3 }],
	[
		"a NUL character in UTF-16",
		"a.txt",
		() => files.utf16("第一行\n第二\0行"),
		"textNul",
		{ line: 2, column: 3 },
	],
	[
		"a lone surrogate in UTF-16",
		"a.txt",
		() => files.utf16("第一行\n第二\ud800行"),
		"foreignBytes",
		{ line: 2, column: 3, bytes: expect.stringContaining("D8") },
	],
	[
		"a NUL character in a translation memory",
		"a.tmx",
		() => files.tmxOf("港\0口", "port"),
		"xmlForbiddenCharacter",
		{ line: 2 },
	],
	["half a character at the end", "a.txt", () => files.utf8("港口").subarray(0, 5), "cutOff", { line: 1 }],
	["nothing", "a.txt", () => new Uint8Array(), "emptyFile", { line: 1 }],
	[
		"a program",
		"a.txt",
		() => Buffer.from("\x7fELF\x02\x01\x01\0\0\0", "latin1"),
		"notTextAtAll",
		{ line: 1 },
	],
];

describe("refused with the reason and the place", () => {
	test.each(refusals)("%s", async (_, name, make, key, values) => {
		const { problem } = await outcomeOf(name, make());
		expect(problem).toMatchObject({ key: `reading.problems.${key}`, status: 422, values });
		expect(problem?.title).not.toBe("This is not possible as things stand.");
	});
});

test("half a character in a text that is pasted is told with its place", async () => {
	const answer = await callRoute("POST /projects/:projectId/read", {
		params: { projectId },
		body: { text: "第一行\n第二\ud800行" },
		cookie,
	});
	expect(await answer.json()).toMatchObject({
		status: 400,
		key: "textLoneSurrogate",
		values: { line: 2, column: 3 },
	});
});

describe("kept, and told", () => {
	const hidden = "港\u200b口\u202e开\u2066放\u2069了。\u{feff}三艘船";

	test.each([
		["a text", "a.txt", files.utf8(hidden)],
		["a text in UTF-16", "a.txt", files.utf16(hidden)],
		["a Word file", "a.docx", files.docxLinking(hidden, "a.png")],
		["a page", "a.html", files.utf8(`<!doctype html><meta charset="utf-8"><p>${hidden}</p>`)],
		["Markdown", "a.md", files.utf8(hidden)],
	])("signs of direction and of no width in %s", async (_, name, bytes) => {
		const { report } = await outcomeOf(name, bytes);
		expect(report?.blocks.map(({ text }) => text)).toContain(hidden);
		expect(report?.problems).toContainEqual(
			expect.objectContaining({ key: "hiddenCharacters", values: expect.objectContaining({ count: 5 }) }),
		);
	});
});

test.each([
	["a translation memory", "a.tmx", files.tmxOf],
	["a translation file", "a.xlf", files.xliffOf],
])("and in %s", async (_, name, make) => {
	const hidden = "港\u200b口\u202e开";
	const { report } = await outcomeOf(name, make(hidden, "The port"));
	expect(report?.units[0]?.variants[0]?.segments[0]?.text).toBe(hidden);
	expect(report?.problems).toContainEqual(expect.objectContaining({ key: "hiddenCharacters" }));
});

test("a Word file that links to a file of the server is read without it", async () => {
	const folder = mkdtempSync(join(tmpdir(), "duizhao-hostile-"));
	try {
		const secret = join(folder, "secret.txt");
		writeFileSync(secret, "what nobody may see");
		for (const address of [pathToFileURL(secret).href, "file:///dev/zero", secret]) {
			const { report } = await outcomeOf("a.docx", files.docxLinking("港口开放了。", address));
			expect(report?.blocks.map(({ text }) => text).join("\n")).toContain("港口开放了。");
			expect(JSON.stringify(report)).not.toContain("nobody may see");
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
});

describe("refused with the same reason where it is imported without having been looked at", () => {
	const source = (upload: string) => ({ source: { upload } });
	const pairs = (upload: string) => ({ pairs: { upload, source: "zh", target: "en" } });

	test.each([
		["a.tmx", files.tmxBomb, pairs, "xmlEntities"],
		["a.docx", files.zipBomb, source, "archiveRatio"],
		["a.txt", () => files.muchText(100, files.longParagraph), source, "tooManyCharacters"],
	])("%s %s", async (name, make, body, key) => {
		const made = make();
		const bytes = made instanceof Uint8Array ? one(made) : piecesOf(made);
		const { id } = await storeUpload(lead, projectId, { name }, { bytes, announced: null });
		const answer = await callRoute("POST /projects/:projectId/documents", {
			params: { projectId },
			body: { ...body(id), paragraphs: "line", aligner: "one-to-one", origin: { kind: "unknown" } },
			cookie,
		});
		const { jobId, ...problem } = await answer.json();
		const told = jobId === undefined ? problem : (await ended(jobId)).problem;
		expect(told).toMatchObject({ key: `reading.problems.${key}` });
		expect(await db().document.count({ where: { projectId } })).toBe(0);
	});
});

describe("a job at once", () => {
	test.each([
		["of lines", files.shortLine, 190, "tooManySegments"],
		["of long paragraphs", files.longParagraph, 190, "tooManyCharacters"],
	])("200 MB %s: more than a document holds, told with its line", async (_, line, mebibytes, key) => {
		const { acknowledgedAs, problem } = await outcomeOf("big.txt", files.muchText(mebibytes, line));
		expect(acknowledgedAs).toBe("job");
		expect(problem).toMatchObject({
			key: `reading.problems.${key}`,
			values: { limit: expect.any(Number), line: expect.any(Number) },
		});
		expect(problem?.values["line"]).toBeGreaterThan(10_000);
	});

	test("a long text that fits is there to its last line", async () => {
		const { acknowledgedAs, report } = await outcomeOf("long.txt", files.muchText(3));
		expect(acknowledgedAs).toBe("job");
		const lines = [...files.muchText(3)].reduce(
			(sum, piece) => sum + piece.filter((byte) => byte === 10).length,
			0,
		);
		expect(report?.count).toBe(lines);
	});
});
