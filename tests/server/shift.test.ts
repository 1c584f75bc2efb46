/** A shift is done by the database; it does and refuses what the pure operation does and refuses. */
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Row, Side } from "#lib/core/document/model.ts";
import { maxSegmentsOfRow, shapeOf } from "#lib/core/document/operations/contract.ts";
import { type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, pool } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { AppError } from "#lib/server/errors.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, undo } from "#lib/server/operations.ts";
import { replayLog } from "#lib/server/revision-log/replay.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { importOf, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let owner: Actor;
let projectId: string;

beforeAll(async () => {
	const database = await testDatabase();
	process.env["DATABASE_URL"] = database.url;
	owner = await makePerson("Ines Okoye");
	projectId = await makeProject([owner, "owner"]);
});
afterAll(closeDatabase);

const make = async (rows: readonly RowTexts[]) => await createDocument(owner, projectId, importOf(rows));
const replicaOf = async (documentId: string) => await replayLog(pool(), documentId, 1);
const answerTo = async (work: Promise<unknown>): Promise<string> =>
	await work.then(
		() => "done",
		(error: unknown) => (error instanceof AppError ? error.key : String(error)),
	);
const post = async (documentId: string, operation: Operation) =>
	await answerTo(performOperation(owner, documentId, { key: newId(), operation }));

/** Every passage of storage in order, as its segments. */
async function stored(documentId: string): Promise<unknown[]> {
	const found = await pool().query<{ id: string; source: string[]; target: string[] }>(
		`SELECT p."id", coalesce(array_agg(s."id" ORDER BY s."rank") FILTER (WHERE s."side" = 'source'), '{}') AS "source",
			coalesce(array_agg(s."id" ORDER BY s."rank") FILTER (WHERE s."side" = 'target'), '{}') AS "target"
		FROM "Passage" p LEFT JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
		WHERE p."documentId" = $1 GROUP BY p."id", p."rank" ORDER BY p."rank"`,
		[documentId],
	);
	return found.rows;
}

function anyRows(): RowTexts[] {
	return Array.from({ length: 1 + randomInt(8) }, () => {
		const source = Array.from({ length: randomInt(3) }, () => "港口。");
		const target = Array.from(
			{ length: source.length === 0 ? 1 + randomInt(2) : randomInt(3) },
			() => "Port.",
		);
		return [source, target];
	});
}

function anyShift(rows: readonly Row[], order: number): Operation {
	const at = randomInt(rows.length);
	const side: Side = randomInt(2) === 0 ? "source" : "target";
	const direction = randomInt(2) === 0 ? "down" : "up";
	const segments = rows[at + (direction === "up" ? 1 : 0)]?.[side] ?? [];
	const segment =
		segments[direction === "up" && randomInt(4) > 0 ? 0 : randomInt(Math.max(1, segments.length))];
	const slip = randomInt(8);
	const elsewhere = rows[randomInt(rows.length)];
	return StoredOperation.parse({
		type: "shift",
		side,
		direction,
		from: slip === 0 ? newId() : rows[at]?.id,
		segment: segment?.id ?? [...(elsewhere?.source ?? []), ...(elsewhere?.target ?? [])][0]?.id,
		created: newId(),
		order: slip === 1 ? order + 1 : order,
	});
}

test("any shifts and undos do and refuse what the pure operation does and refuses", async () => {
	const answers = new Set<string>();
	for (let run = 0; run < 12; run++) {
		const documentId = await make(anyRows());
		const replica = await replicaOf(documentId);
		const back: Operation[] = [];
		for (let step = 0; step < 14; step++) {
			const undoing = randomInt(3) === 0 ? back.pop() : undefined;
			const operation = undoing ?? anyShift(replica.rows(), replica.order);
			const applied = replica.apply(operation);
			if (!undoing && "inverse" in applied && applied.inverse) back.push(applied.inverse);
			const expected = "refused" in applied ? `refusals.${applied.refused}` : "done";
			const work = undoing ? answerTo(undo(owner, documentId, newId())) : post(documentId, operation);
			expect(await work, JSON.stringify(operation)).toBe(expected);
			expect(await stored(documentId), JSON.stringify(operation)).toEqual(replica.rows().map(shapeOf));
			answers.add(expected);
		}
		expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	}
	const refusals = ["order-changed", "row-changed", "nothing-beside"].map((key) => `refusals.${key}`);
	expect([...answers].sort()).toEqual(["done", ...refusals].sort());
}, 60_000);

test("two passages that together hold too much do not become one", async () => {
	const half = Array.from({ length: maxSegmentsOfRow / 2 + 1 }, () => "Port.");
	const documentId = await make([
		[["港口。"], half],
		[["码头。"], half],
	]);
	const [first, second] = (await replicaOf(documentId)).rows();
	const operation = StoredOperation.parse({
		type: "shift",
		side: "target",
		direction: "up",
		from: first?.id,
		segment: second?.target[0]?.id,
		created: newId(),
		order: 1,
	});
	expect(await post(documentId, operation)).toBe("refusals.row-too-long");
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});
