/** Realigning on a real Postgres: what nobody has confirmed is paired anew, in one revision that leads back. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RealignPreview, WireRow } from "#lib/core/document/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { offeredAligners } from "#lib/server/align-texts.ts";
import { requestAttach } from "#lib/server/attach-side.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { confirmedExamples } from "#lib/server/examples.ts";
import { cancelJob, type JobReport, readJob } from "#lib/server/jobs.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, redo, undo } from "#lib/server/operations.ts";
import { documentHead, readWindow } from "#lib/server/passages.ts";
import { RealignDocument, requestRealign } from "#lib/server/realign.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import {
	importOf,
	makeDocument,
	makePerson,
	makeProject,
	plainRows,
	type RowTexts,
} from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { TestWorker } from "./test-worker.ts";

let owner: Actor;
let reviewer: Actor;
let reader: Actor;
let projectId: string;
const worker = TestWorker.forThisFile();

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	owner = await makePerson("Ines Okoye");
	reviewer = await makePerson("Bo Lind");
	reader = await makePerson("Ana Ruiz");
	projectId = await makeProject([owner, "owner"], [reviewer, "reviewer"], [reader, "reader"]);
});
afterAll(closeDatabase);

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 500 })).rows;
const sizes = (rows: readonly WireRow[]) => rows.map((row) => `${row.source.length}-${row.target.length}`);
const asked = (input: object) => RealignDocument.parse({ key: newId(), aligner: "one-to-one", ...input });
const now = async (documentId: string, input: object = {}, actor = reviewer) => {
	const made = await requestRealign(actor, documentId, asked(input));
	if ("jobId" in made) throw new TypeError("this was not long");
	return made;
};
const preview = async (documentId: string, input: object = {}) =>
	(await now(documentId, { ...input, preview: true })) as RealignPreview;

async function confirm(documentId: string, row: WireRow | undefined): Promise<void> {
	const exact = (segments: readonly { id: string; version: number }[] = []) =>
		segments.map(({ id, version }): [string, number] => [id, version]);
	const rows = [{ id: row?.id ?? "", source: exact(row?.source), target: exact(row?.target) }];
	await performOperation(owner, documentId, {
		key: newId(),
		operation: { type: "confirm", v: 1, kinds: ["link"], rows },
	});
}

/** Six sentences a side, of which the third and fourth rendering stand one passage too low. */
const slipped: RowTexts[] = plainRows(6).map(([source], i, all) => {
	const target = (n: number) => all[n]?.[1][0] ?? "";
	if (i === 2) return [source, []];
	if (i === 3) return [source, [target(2), target(3)]];
	return [source, [target(i)]];
});

test("what is shown is what is done: a slip is mended, in one revision that undo and redo lead over", async () => {
	const documentId = await makeDocument(owner, projectId, slipped);
	const before = await rowsOf(documentId);
	expect(sizes(before)).toEqual(["1-1", "1-1", "1-0", "1-2", "1-1", "1-1"]);
	const shown = await preview(documentId);
	expect(shown).toMatchObject({ total: 6, confirmed: 0, changed: 2, became: 2, reviewed: 0, more: 0 });
	expect(shown.stretches).toMatchObject([
		{
			index: 2,
			before: [{ target: [] }, { target: [slipped[3]?.[1][0], slipped[3]?.[1][1]] }],
			after: [{ target: [slipped[3]?.[1][0]] }, { target: [slipped[3]?.[1][1]] }],
		},
	]);
	expect(await rowsOf(documentId)).toEqual(before);
	expect(await now(documentId)).toMatchObject({
		number: 2,
		headNumber: 2,
		reload: true,
		changed: 2,
		skipped: 0,
	});
	const after = await rowsOf(documentId);
	expect(sizes(after)).toEqual(Array(6).fill("1-1"));
	expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
	expect(await preview(documentId)).toMatchObject({ changed: 0, stretches: [] });
	await expect(now(documentId)).rejects.toMatchObject({ key: "refusals.nothing-changed" });
	await undo(reviewer, documentId, newId());
	expect(await rowsOf(documentId)).toEqual(before);
	await redo(reviewer, documentId, newId());
	expect(await rowsOf(documentId)).toEqual(after);
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("confirmed passages stay, with whatever they hold, and what lies between them is paired on its own", async () => {
	const documentId = await makeDocument(owner, projectId, slipped);
	const before = await rowsOf(documentId);
	await confirm(documentId, before[3]);
	expect(await preview(documentId)).toMatchObject({ confirmed: 1, changed: 0 });
	await confirm(documentId, before[0]);
	expect(await now(documentId)).toMatchObject({ changed: 0 });
	const after = await rowsOf(documentId);
	expect(sizes(after)).toEqual(sizes(before));
	expect(after.map(({ link }) => link)).toEqual(
		before.map((_, i) => (i === 0 || i === 3 ? "confirmed" : "automatic")),
	);
});

test("only the passages named are looked at", async () => {
	const rows = [...slipped, ...slipped];
	const documentId = await makeDocument(owner, projectId, rows);
	const before = await rowsOf(documentId);
	const part = { from: before[6]?.id, to: before[11]?.id };
	expect(await preview(documentId, part)).toMatchObject({ total: 6, changed: 2, stretches: [{ index: 8 }] });
	await now(documentId, part);
	expect(sizes(await rowsOf(documentId))).toEqual([...sizes(before).slice(0, 6), ...Array(6).fill("1-1")]);
	await expect(preview(documentId, { from: newId() })).rejects.toMatchObject({ key: "refusals.row-changed" });
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("a repeat with the same key has one effect; a grouping that is gone is refused", async () => {
	const documentId = await makeDocument(owner, projectId, slipped);
	const { orderNumber } = await documentHead(owner, documentId);
	const input = asked({ order: orderNumber });
	const answers = await Promise.all([1, 2, 3].map(() => requestRealign(reviewer, documentId, input)));
	for (const answer of answers) expect(answer).toMatchObject({ number: 2, headNumber: 2 });
	await expect(now(documentId, { order: orderNumber })).rejects.toMatchObject({
		code: "conflict",
		key: "refusals.order-changed",
	});
});

test.each([
	["by a reader", () => reader, "forbidden"],
	["by somebody else", () => makePerson(), "notFound"],
])("refused %s", async (_, who, key) => {
	const documentId = await makeDocument(owner, projectId, slipped);
	await expect(now(documentId, {}, await who())).rejects.toMatchObject({ key });
});

test("refused where there is one side only", async () => {
	const documentId = await makeDocument(owner, projectId, [[["一。"], []]]);
	await expect(now(documentId)).rejects.toMatchObject({ key: "oneSided" });
});

test("refused with an aligner that needs a model, where none is set; nor is it offered", async () => {
	const documentId = await makeDocument(owner, projectId, slipped);
	await expect(now(documentId, { aligner: "embedding" })).rejects.toMatchObject({ key: "noEmbedder" });
	expect(offeredAligners()).not.toContain("embedding");
});

describe("at random", () => {
	/** Any grouping of 40 sentences, some of it confirmed, some of it edited. */
	function jumbled(seed: number): RowTexts[] {
		const left = {
			source: plainRows(40).map(([s]) => s[0] ?? ""),
			target: plainRows(40).map(([, t]) => t[0] ?? ""),
		};
		const rows: RowTexts[] = [];
		for (let i = seed; left.source.length + left.target.length > 0; i = (i * 31 + 7) % 1_009) {
			const sources = left.source.splice(0, i % 3);
			const targets = left.target.splice(0, sources.length === 0 ? 1 + (i % 2) : Math.floor(i / 3) % 3);
			if (sources.length + targets.length > 0) rows.push([sources, targets]);
			else if (left.target.length === 0) rows.push([left.source.splice(0, 1), []]);
		}
		return rows;
	}

	test.each([3, 17, 52, 101, 333])(
		"the database holds what the log says, forth and back (%i)",
		async (seed) => {
			const documentId = await createDocument(owner, projectId, importOf(jumbled(seed)));
			const before = await rowsOf(documentId);
			for (const row of before.filter((_, i) => (i + seed) % 9 === 0)) await confirm(documentId, row);
			const confirmed = await rowsOf(documentId);
			const kept = confirmed.filter(({ link }) => link === "confirmed");
			await now(documentId, { aligner: "length" });
			expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
			const after = await rowsOf(documentId);
			for (const row of kept) expect(after).toContainEqual({ ...row, index: expect.any(Number) });
			const segments = (rows: readonly WireRow[]) =>
				(["source", "target"] as const).map((side) => rows.flatMap((row) => row[side]));
			expect(segments(after)).toEqual(segments(before));
			await undo(reviewer, documentId, newId());
			expect(await rowsOf(documentId)).toEqual(confirmed);
			expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
		},
	);
});

test("confirmed passages of the project in the same languages teach, the document worked on last first", async () => {
	const own = await makeProject([owner, "owner"]);
	const first = await makeDocument(owner, own, plainRows(3));
	const second = await makeDocument(owner, own, plainRows(2));
	await confirm(second, (await rowsOf(second))[1]);
	await confirm(first, (await rowsOf(first))[2]);
	const pair = (i: number) => ({ source: plainRows(3)[i]?.[0][0], target: plainRows(3)[i]?.[1][0] });
	expect(await confirmedExamples(own, "zh-Hant", "en-GB")).toEqual([pair(2), pair(1)]);
	expect(await confirmedExamples(own, "de", "en")).toEqual([]);
	expect(await confirmedExamples(await makeProject([owner, "owner"]), "zh", "en")).toEqual([]);
});

describe("long documents", () => {
	const long = 1_001;

	async function ended(jobId: string): Promise<JobReport> {
		for (let i = 0; i < 600; i++) {
			const job = await readJob(owner, jobId);
			if (job.state !== "waiting" && job.state !== "running") return job;
			await sleep(100);
		}
		throw new Error("the job did not end");
	}

	const jobOf = async (made: Promise<object>): Promise<string> => {
		const answer = await made;
		if (!("jobId" in answer)) throw new TypeError("this was not long");
		return String(answer.jobId);
	};

	test("are shown and realigned by a job, which leaves nothing behind when it is cancelled", async () => {
		const rows = plainRows(long);
		const documentId = await makeDocument(owner, projectId, [...rows.slice(0, 3), ...slipped, ...rows]);
		const cancelled = await jobOf(requestRealign(owner, documentId, asked({})));
		await cancelJob(owner, cancelled);
		worker.start();
		const showing = await jobOf(requestRealign(owner, documentId, asked({ preview: true })));
		expect(await ended(showing)).toMatchObject({ state: "done", result: { changed: 2, total: long + 9 } });
		expect((await documentHead(owner, documentId)).headNumber).toBe(1);
		const doing = await jobOf(requestRealign(owner, documentId, asked({})));
		expect(await ended(doing)).toMatchObject({ state: "done", result: { number: 2, changed: 2 } });
		expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
		expect(await readJob(owner, cancelled)).toMatchObject({ state: "cancelled" });
	});

	test("get their other side by a job, shown first", async () => {
		const documentId = await makeDocument(
			owner,
			projectId,
			plainRows(long).map(([source]) => [source, []]),
		);
		const text = plainRows(long)
			.map(([, target]) => target[0])
			.join("\n");
		const body = { side: "target", given: { text }, paragraphs: "line", aligner: "one-to-one" } as const;
		worker.start();
		const showing = await jobOf(requestAttach(owner, documentId, { ...body, key: newId(), preview: true }));
		const { result } = await ended(showing);
		expect(result).toMatchObject({ rows: { length: long }, target: { segments: { length: 400 } } });
		const doing = await jobOf(requestAttach(owner, documentId, { ...body, key: newId(), preview: false }));
		expect(await ended(doing)).toMatchObject({ state: "done", result: { number: 2, reload: true } });
		expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	});
});
