/** A log of some thousand revisions: each text's history, any version, and one byte that was changed among them all. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeSnapshot } from "#lib/core/document/snapshot.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, pool } from "#lib/server/db.ts";
import { importLog } from "#lib/server/import-log.ts";
import { documentAt } from "#lib/server/revision-log/document-at.ts";
import { readLog, replayLog } from "#lib/server/revision-log/replay.ts";
import { segmentHistory } from "#lib/server/revisions.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { longLog } from "#tests/bench/history/long-log.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

const revisions = 2_500;
let owner: Actor;
let documentId: string;
let client: pg.Client;

beforeAll(async () => {
	// As the database's owner and past its triggers: as somebody would who changes what was written.
	client = new pg.Client({ connectionString: await openTestDatabase() });
	await client.connect();
	await client.query("SET session_replication_role = replica");
	owner = await makePerson("Ines Okoye");
	const projectId = await makeProject([owner, "owner"]);
	const { lines } = longLog(120, revisions, [{ id: owner.userId, name: owner.name }]);
	const bytes = (async function* () {
		for (const line of lines) yield Buffer.from(line);
	})();
	documentId = (await importLog(owner, projectId, bytes)).documentId;
});
afterAll(async () => {
	await client.end();
	await closeDatabase();
});

test("any version is what the whole log tells, by way of several snapshots", async () => {
	const found = await pool().query(`SELECT 1 FROM "Snapshot" WHERE "documentId" = $1`, [documentId]);
	expect(found.rows.length).toBeGreaterThan(3);
	for (const number of [1, 2, 700, 1_499, 2_000, revisions]) {
		const whole = await replayLog(pool(), documentId, number);
		expect(writeSnapshot(await documentAt(pool(), documentId, number)), `version ${number}`).toBe(
			writeSnapshot(whole),
		);
	}
});

test("a text's history has each of its wordings, from what it was to what it became", async () => {
	const edits = new Map<string, number[]>();
	for await (const { number, operation } of readLog(pool(), documentId, revisions)) {
		const { type, segment } = JSON.parse(operation) as { type: string; segment: string };
		if (type === "edit") edits.set(segment, [...(edits.get(segment) ?? []), number]);
	}
	const now = await documentAt(pool(), documentId, revisions);
	const segments = now.rows().flatMap(({ target }) => target.slice(0, 1));
	for (const { id, text } of segments.filter((_, i) => i % 9 === 0)) {
		const worded = (await segmentHistory(owner, documentId, id)).entries.filter(
			({ type }) => type === "edit",
		);
		const own = worded.map(({ number }) => number).filter((number) => edits.get(id)?.includes(number));
		expect(own).toEqual((edits.get(id) ?? []).toReversed().slice(0, own.length));
		const [latest] = worded;
		if (latest && latest.number === segments.find((segment) => segment.id === id)?.version)
			expect(latest.after).toBe(text);
	}
});

describe("one byte that was changed after it was written is found, and its revision named", () => {
	test.each([
		["in a text", `"operation" = replace("operation", 'o', 'O')`, 1_234, "chain"],
		["in what leads back", `"inverse" = "inverse" || ' '`, 7, "chain"],
		["in the hash", `"hash" = translate("hash", '0123456789', '1234567890')`, revisions, "chain"],
		["in the time", `"at" = "at" + interval '1 millisecond'`, 2, "chain"],
		["in the person", `"actorId" = reverse("actorId")`, 1_800, "chain"],
		["in what it takes back", `"undoes" = 1`, 901, "chain"],
		["in how it is filed", `"type" = 'swap'`, 1_000, "type"],
	])("%s", async (_where, change, number, key) => {
		const where = `"documentId" = '${documentId}' AND "number" = ${number}`;
		const [line] = (await client.query(`SELECT * FROM "Revision" WHERE ${where}`)).rows;
		await client.query(`UPDATE "Revision" SET ${change} WHERE ${where}`);
		expect((await verifyDocument(documentId)).discrepancies).toContainEqual({
			documentId,
			key,
			values: expect.objectContaining({ number }),
		});
		await client.query(
			`UPDATE "Revision" SET "operation" = $1, "inverse" = $2, "hash" = $3, "at" = $4, "actorId" = $5, "undoes" = $6, "type" = $7 WHERE ${where}`,
			[line.operation, line.inverse, line.hash, line.at, line.actorId, line.undoes, line.type],
		);
		expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	});

	test("so is a revision that was taken out", async () => {
		await client.query(`DELETE FROM "Revision" WHERE "documentId" = $1 AND "number" = 400`, [documentId]);
		expect((await verifyDocument(documentId)).discrepancies).toEqual([
			{ documentId, key: "replay", values: { number: 400, reason: "missing" } },
		]);
	});
});
