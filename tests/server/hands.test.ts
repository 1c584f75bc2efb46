/** What the server tells hands that align: why a link is stale. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Row, Side } from "#lib/core/document/model.ts";
import { shapeOf } from "#lib/core/document/operations/contract.ts";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { segmentHistory } from "#lib/server/revisions.ts";
import { staleLink } from "#lib/server/stale-link.ts";
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

const make = async (texts: readonly RowTexts[]) => await createDocument(owner, projectId, importOf(texts));
const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 500 })).rows;
const post = async (documentId: string, operation: object) =>
	await performOperation(owner, documentId, { key: newId(), operation: StoredOperation.parse(operation) });
const exact = (row: Row | undefined) => {
	const named = (side: Side) => row?.[side].map(({ id, version }) => [id, version]);
	return { id: row?.id, source: named("source"), target: named("target") };
};
const confirm = async (documentId: string, row: Row | undefined) =>
	await post(documentId, { type: "confirm", kinds: ["link"], rows: [exact(row)] });

const even: RowTexts = [["港口今天开放。"], ["The port opened today."]];

test("a shift is in the history of every segment that it took along, and of no other", async () => {
	const documentId = await make([even, even, even, even]);
	const rows = await rowsOf(documentId);
	const ids = rows.map(({ target }) => target[0]?.id ?? "");
	await post(documentId, {
		type: "shift",
		side: "target",
		direction: "down",
		from: rows[1]?.id,
		segment: ids[1],
		created: newId(),
		order: 1,
	});
	await undo(owner, documentId, newId());
	const types = async (id: string) =>
		(await segmentHistory(owner, documentId, id)).entries.map(({ type, undoes }) => [type, undoes]);
	const both = [
		["shift", 2],
		["shift", null],
	];
	expect([await types(ids[0] ?? ""), await types(ids[1] ?? ""), await types(ids[3] ?? "")]).toEqual([
		[],
		both,
		both,
	]);
	expect(await types(rows[3]?.source[0]?.id ?? ""), "the other side").toEqual([]);
	const row = rows[3];
	const typed = newId();
	await post(documentId, {
		type: "insert",
		row: row && shapeOf(row),
		segment: typed,
		text: "Later.",
		after: ids[3],
	});
	expect(await types(typed), "what came later").toEqual([["insert", null]]);
});

describe("a stale link says", () => {
	test("which source text is another now, with what it was", async () => {
		const documentId = await make([even, even]);
		const [row] = await rowsOf(documentId);
		await confirm(documentId, row);
		const segment = row?.source[0];
		await post(documentId, { type: "edit", segment: segment?.id, version: 1, text: "港口昨天开放。" });
		const now = (await rowsOf(documentId))[0];
		expect(now?.link).toBe("stale");
		expect(await staleLink(owner, documentId, row?.id ?? "")).toEqual({
			confirmed: { number: 2, at: expect.any(String), actor: { id: owner.userId, name: "Ines Okoye" } },
			changes: [
				{
					kind: "reworded",
					side: "source",
					segment: segment?.id,
					before: "港口今天开放。",
					text: "港口昨天开放。",
				},
			],
		});
	});

	test("what came and what left, and where that stands now", async () => {
		const documentId = await make([[["一。"], ["One.", "Two."]], even]);
		const [first, second] = await rowsOf(documentId);
		await post(documentId, {
			type: "affirm",
			from: first?.id,
			to: second?.id,
			stale: true,
			grouping: 1,
			seen: 1,
		});
		const rows = [first, second].map((row) => row && shapeOf(row));
		await post(documentId, { type: "move", rows, segment: first?.target[1]?.id });
		const moved = { side: "target", segment: first?.target[1]?.id, text: "Two." };
		expect(await staleLink(owner, documentId, first?.id ?? "")).toMatchObject({
			changes: [{ kind: "left", ...moved, passage: second?.id, index: 1 }],
		});
		expect(await staleLink(owner, documentId, second?.id ?? "")).toMatchObject({
			changes: [{ kind: "came", ...moved }],
		});
	});

	test("nothing where nobody confirmed it", async () => {
		const documentId = await make([even]);
		const [row] = await rowsOf(documentId);
		expect(await staleLink(owner, documentId, row?.id ?? "")).toEqual({ confirmed: null, changes: [] });
	});
});
