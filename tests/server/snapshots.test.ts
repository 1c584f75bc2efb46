/** Versions read from snapshots: the same documents as the whole log tells, and never believed where they are not. */
import { gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeSnapshot } from "#lib/core/document/snapshot.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, pool } from "#lib/server/db.ts";
import { runJob } from "#lib/server/jobs/run-job.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { documentAt } from "#lib/server/revision-log/document-at.ts";
import { replayLog } from "#lib/server/revision-log/replay.ts";
import { takeSnapshot } from "#lib/server/revision-log/take-snapshot.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

let url: string;
let owner: Actor;
let projectId: string;

beforeAll(async () => {
	url = await openTestDatabase();
	owner = await makePerson("Ines Okoye");
	projectId = await makeProject([owner, "owner"]);
});
afterAll(closeDatabase);

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 500 })).rows;

async function edit(documentId: string, row: number, text: string): Promise<void> {
	const segment = (await rowsOf(documentId))[row]?.target[0];
	if (!segment) throw new Error(`row ${row} has no rendering`);
	const operation = { type: "edit", v: 1, segment: segment.id, version: segment.version, text } as const;
	await performOperation(owner, documentId, { key: newId(), operation: { ...operation, as: null } });
}

async function confirm(documentId: string, row: number): Promise<void> {
	const { id, source, target } = (await rowsOf(documentId))[row] ?? { id: "", source: [], target: [] };
	const exact = (segments: readonly { id: string; version: number }[]) =>
		segments.map(({ id, version }): [string, number] => [id, version]);
	const rows = [{ id, source: exact(source), target: exact(target) }];
	await performOperation(owner, documentId, {
		key: newId(),
		operation: { type: "confirm", v: 1, kinds: ["link", "review"], rows },
	});
}

/** Twelve revisions with a snapshot after the fourth, the seventh and the tenth. */
async function workedOn(): Promise<string> {
	const documentId = await makeDocument(owner, projectId);
	for (let i = 0; i < 3; i++) {
		await edit(documentId, i, `Berth ${i} is open.`);
		await confirm(documentId, i);
		await undo(owner, documentId, newId());
		await takeSnapshot(documentId);
	}
	await edit(documentId, 0, "Berth 0 is closed.");
	await undo(owner, documentId, newId());
	return documentId;
}

/** As the database's owner, for what the application may not do. */
async function asOwner(statement: string, values: readonly unknown[]): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(statement, [...values]).finally(() => client.end());
}

async function everyVersion(documentId: string): Promise<[at: string[], replayed: string[]]> {
	const [at, replayed]: [string[], string[]] = [[], []];
	for (let number = 1; number <= 12; number++) {
		at.push(writeSnapshot(await documentAt(pool(), documentId, number)));
		replayed.push(writeSnapshot(await replayLog(pool(), documentId, number)));
	}
	return [at, replayed];
}

const numbersOf = async (documentId: string) =>
	(
		await pool().query<{ number: number }>(
			`SELECT "number" FROM "Snapshot" WHERE "documentId" = $1 ORDER BY "number"`,
			[documentId],
		)
	).rows.map(({ number }) => number);

test("every version is the same from the nearest snapshot as from the whole log", async () => {
	const documentId = await workedOn();
	expect(await numbersOf(documentId)).toEqual([4, 7, 10]);
	const [at, replayed] = await everyVersion(documentId);
	expect(at).toEqual(replayed);
	expect(await verifyDocument(documentId)).toMatchObject({ revisions: 12, discrepancies: [] });
});

test("a version is taken further to a later one, by way of a snapshot where there is one between", async () => {
	const documentId = await workedOn();
	const whole = writeSnapshot(await replayLog(pool(), documentId, 12));
	for (const first of [2, 5, 11]) {
		const earlier = await documentAt(pool(), documentId, first);
		expect(writeSnapshot(await documentAt(pool(), documentId, 12, earlier))).toBe(whole);
	}
});

describe("a snapshot that is not what was written", () => {
	const change = async (documentId: string, bytes: Uint8Array) =>
		await asOwner(`UPDATE "Snapshot" SET "bytes" = $2 WHERE "documentId" = $1 AND "number" = 7`, [
			documentId,
			bytes,
		]);
	const named = (documentId: string) => [{ documentId, key: "snapshot", values: { number: 7 } }];

	test("is passed over where it cannot be read, and named", async () => {
		const documentId = await workedOn();
		await change(documentId, Buffer.from("no archive"));
		const [at, replayed] = await everyVersion(documentId);
		expect(at).toEqual(replayed);
		expect((await verifyDocument(documentId)).discrepancies).toEqual(named(documentId));
	});

	test("is named where it reads like one", async () => {
		const documentId = await workedOn();
		const other = writeSnapshot(await documentAt(pool(), documentId, 7)).replace("Berth 1", "Berth 9");
		await change(documentId, gzipSync(other));
		expect((await verifyDocument(documentId)).discrepancies).toEqual(named(documentId));
	});

	test("is passed over where it is of another history, and named", async () => {
		const documentId = await workedOn();
		await asOwner(`UPDATE "Snapshot" SET "hash" = 'other' WHERE "documentId" = $1 AND "number" = 7`, [
			documentId,
		]);
		const [at, replayed] = await everyVersion(documentId);
		expect(at).toEqual(replayed);
		expect((await verifyDocument(documentId)).discrepancies).toEqual(named(documentId));
	});
});

test("the application cannot change a snapshot", async () => {
	await expect(pool().query(`UPDATE "Snapshot" SET "number" = 1`)).rejects.toThrow(/permission denied/);
});

test("a snapshot is asked for once the log since the last outweighs the document, and again after that", async () => {
	const documentId = await makeDocument(owner, projectId);
	const jobs = async () =>
		(
			await pool().query<{ id: string }>(
				`SELECT "id" FROM "Job" WHERE "kind" = 'snapshot-document' AND "input"->>'documentId' = $1 AND "state" = 'waiting'`,
				[documentId],
			)
		).rows;
	const taken: number[][] = [];
	for (let i = 0; i < 20; i++) {
		await edit(documentId, 0, `${i} ${"a long sentence, ".repeat(1_000)}`);
		for (const { id } of await jobs()) await runJob(id, true);
		taken.push(await numbersOf(documentId));
	}
	// Each save weighs its text twice, before and after: 34,000 bytes, and the first half of that.
	expect(taken.at(-1)).toEqual([5, 8, 11, 14, 17, 20]);
	expect(taken[2]).toEqual([]);
	expect(await verifyDocument(documentId)).toMatchObject({ revisions: 21, discrepancies: [] });
});
