/** How far people have seen a document, and what is news to them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { FilterQuery, filterPassages } from "#lib/server/filter-passages.ts";
import { newId } from "#lib/server/new-id.ts";
import { PostOperation, performOperation, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { revert } from "#lib/server/revert.ts";
import { newsFor, noteVisit } from "#lib/server/visits.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let owner: Actor;
let mei: Actor;
let bo: Actor;
let projectId: string;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	owner = await makePerson("Ines Okoye");
	mei = await makePerson("Mei Sato");
	bo = await makePerson("Bo Lind");
	projectId = await makeProject([owner, "owner"], [mei, "reviewer"], [bo, "reviewer"]);
});
afterAll(closeDatabase);

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 50 })).rows;

async function edit(actor: Actor, documentId: string, index: number, text: string): Promise<void> {
	const segment = (await rowsOf(documentId))[index]?.target[0];
	const operation = { type: "edit", segment: segment?.id, version: segment?.version, text };
	await performOperation(actor, documentId, PostOperation.parse({ key: newId(), operation }));
}
async function confirm(actor: Actor, documentId: string, index: number): Promise<void> {
	const row = (await rowsOf(documentId))[index];
	const exact = (segments: readonly { id: string; version: number }[] = []) =>
		segments.map(({ id, version }) => [id, version]);
	const rows = [{ id: row?.id, source: exact(row?.source), target: exact(row?.target) }];
	const operation = { type: "confirm", kinds: ["review"], rows };
	await performOperation(actor, documentId, PostOperation.parse({ key: newId(), operation }));
}
async function shift(actor: Actor, documentId: string): Promise<void> {
	const { rows, orderNumber: order } = await readWindow(owner, documentId, { limit: 50 });
	const place = { from: rows[2]?.id, segment: rows[2]?.target[0]?.id, created: newId(), order };
	const operation = { type: "shift", side: "target", direction: "down", ...place };
	await performOperation(actor, documentId, PostOperation.parse({ key: newId(), operation }));
}
const changed = async (actor: Actor, documentId: string, query: object) => {
	const { runs } = await filterPassages(actor, documentId, FilterQuery.parse(query));
	return runs;
};

test("who was never here has no news; who was has what others changed since, not what they did themselves", async () => {
	const documentId = await makeDocument(owner, projectId);
	await edit(bo, documentId, 0, "Bo wrote this.");
	expect(await newsFor(mei, documentId)).toEqual({
		visit: null,
		headNumber: 2,
		passages: 0,
		regrouped: false,
		people: [],
	});
	await noteVisit(mei, documentId, { number: 2 });
	await edit(mei, documentId, 1, "Mei wrote this.");
	await confirm(bo, documentId, 4);
	expect(await newsFor(mei, documentId)).toMatchObject({ visit: { number: 2 }, headNumber: 4, passages: 0 });
	await edit(bo, documentId, 1, "Bo wrote that.");
	await edit(bo, documentId, 2, "Bo wrote that too.");
	await edit(owner, documentId, 2, "And Ines.");
	expect(await newsFor(mei, documentId)).toMatchObject({ passages: 2, people: ["Bo Lind", "Ines Okoye"] });
	expect(await changed(mei, documentId, { since: "2", by: "others" })).toEqual([1, 2]);
	expect(await changed(mei, documentId, { since: "1" })).toEqual([0, 3]);
	expect(await changed(mei, documentId, { since: "1", text: "Ines" })).toEqual([2, 1]);
	expect(await newsFor(bo, documentId)).toMatchObject({ visit: null });
});

test("what was taken back is no news, what somebody took back is, and so is a side that was moved", async () => {
	const documentId = await makeDocument(owner, projectId);
	await edit(mei, documentId, 0, "Mei wrote this.");
	await noteVisit(mei, documentId, { number: 2 });
	await edit(bo, documentId, 3, "Bo wrote that.");
	await undo(bo, documentId, newId());
	expect(await newsFor(mei, documentId)).toMatchObject({ headNumber: 4, passages: 0, people: [] });
	await revert(bo, documentId, 2, newId());
	expect(await newsFor(mei, documentId)).toMatchObject({
		passages: 1,
		regrouped: false,
		people: ["Bo Lind"],
	});
	await shift(owner, documentId);
	expect(await newsFor(mei, documentId)).toMatchObject({ regrouped: true });
});

test("what was seen stays seen, and nobody has seen what is not there", async () => {
	const documentId = await makeDocument(owner, projectId);
	await edit(bo, documentId, 0, "One.");
	await edit(bo, documentId, 0, "Two.");
	await noteVisit(mei, documentId, { number: 3 });
	await noteVisit(mei, documentId, { number: 2 });
	expect((await newsFor(mei, documentId)).visit?.number).toBe(3);
	await expect(noteVisit(mei, documentId, { number: 4 })).rejects.toMatchObject({ key: "noSuchVersion" });
});
