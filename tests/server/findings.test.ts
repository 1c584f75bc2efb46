/** What checks found is kept, and looked at again only where it can be another. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import type { WireRow } from "#lib/core/document/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { bringUpToDate } from "#lib/server/checking/bring-up-to-date.ts";
import { checkedHead } from "#lib/server/checking/rules.ts";
import { closeDatabase, pool } from "#lib/server/db.ts";
import { deleteDocument, undeleteDocument } from "#lib/server/documents.ts";
import { filterPassages } from "#lib/server/filter-passages.ts";
import { FindingsQuery, readFindings } from "#lib/server/findings.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { addProjectWord } from "#lib/server/project-words.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

/** Two checks of our own: one sees a word that is wrong by itself, the other compares what an office is called. */
vi.mock("#lib/core/qa/registry.ts", async () => await import("./findings-checks.ts"));
vi.mock("#lib/server/checking/check-names.ts", async () => await import("./findings-checks.ts"));

let owner: Actor;
let reader: Actor;
let projectId: string;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	[owner, reader] = [await makePerson("Ines Okoye"), await makePerson("Eva Holm")];
	projectId = await makeProject([owner, "owner"], [reader, "reader"]);
});
afterAll(closeDatabase);

const rows: RowTexts[] = [
	[["船来了。"], ["The teh boat."]],
	[["中联部到了。"], ["The [International Office] came."]],
	[["中联部走了。"], ["The [Liaison Bureau] left."]],
	[["结束。"], ["The end."]],
];

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, {})).rows;
const perform = (documentId: string, operation: object) =>
	performOperation(owner, documentId, { key: newId(), operation: StoredOperation.parse(operation) });
async function edit(documentId: string, place: number, text: string): Promise<void> {
	const segment = (await rowsOf(documentId))[place]?.target[0];
	await perform(documentId, { type: "edit", segment: segment?.id, version: segment?.version, text });
}
const shape = (row: WireRow | undefined) => ({
	id: row?.id,
	source: row?.source.map(({ id }) => id),
	target: row?.target.map(({ id }) => id),
});
const exact = (row: WireRow | undefined) => ({
	id: row?.id,
	source: row?.source.map(({ id, version }) => [id, version]),
	target: row?.target.map(({ id, version }) => [id, version]),
});
const looked = async (documentId: string) => (await bringUpToDate(await checkedHead(documentId))).looked;
const found = async (documentId: string, query: object = {}) =>
	(await readFindings(reader, documentId, FindingsQuery.parse(query))).passages.map(({ index, findings }) => [
		index,
		...findings.map(({ key, values }) => [key, values["found"] ?? "", values["here"] ?? ""].join(" ").trim()),
	]);
/** Nothing of what others say there weighs in. */
const alone = async (of: readonly RowTexts[] = rows) =>
	await makeDocument(owner, await makeProject([owner, "owner"], [reader, "reader"]), of);

test("everything is looked at once, and then only what was edited", async () => {
	const documentId = await alone();
	expect(await looked(documentId)).toBe(4);
	expect(await looked(documentId)).toBe(0);
	await edit(documentId, 3, "The teh end.");
	expect(await looked(documentId)).toBe(1);
	expect(await found(documentId, { check: "teh" })).toEqual([
		[0, "wrong teh"],
		[3, "wrong teh"],
	]);
	await undo(owner, documentId, newId());
	expect(await looked(documentId)).toBe(1);
	expect(await found(documentId, { check: "teh" })).toEqual([[0, "wrong teh"]]);
});

test("passages that share a subject are judged by what all say, without being looked at again", async () => {
	const documentId = await alone();
	expect(await found(documentId, { check: "office" })).toEqual([
		[1, "several International Office 1"],
		[2, "several Liaison Bureau 1"],
	]);
	await edit(documentId, 2, "The [International Office] left.");
	expect(await looked(documentId)).toBe(1);
	expect(await found(documentId, { check: "office" })).toEqual([]);
});

test("other documents of the project weigh in, deleted ones and other projects do not", async () => {
	const documentId = await makeDocument(owner, projectId, [[["中联部到了。"], ["[Liaison Bureau]"]]]);
	expect(await found(documentId)).toEqual([]);
	const other = await makeDocument(owner, projectId, rows.slice(1, 2));
	await alone();
	await looked(other);
	expect(await found(documentId)).toEqual([[0, "several Liaison Bureau 1"]]);
	expect(await found(other)).toEqual([[0, "several International Office 1"]]);
	await deleteDocument(owner, other);
	expect(await found(documentId)).toEqual([]);
	await undeleteDocument(owner, other);
	expect(await found(documentId)).toEqual([[0, "several Liaison Bureau 1"]]);
	await edit(other, 0, "The office came.");
	await looked(other);
	expect(await found(documentId)).toEqual([]);
});

test("what left the document says nothing any more", async () => {
	const documentId = await alone(rows.slice(1, 3));
	expect(await found(documentId)).toHaveLength(2);
	const [first, second] = await rowsOf(documentId);
	await perform(documentId, { type: "merge", rows: [shape(first), shape(second)] });
	expect(await found(documentId)).toEqual([
		[0, "several International Office 1", "several Liaison Bureau 1"],
	]);
	const kept = await pool().query(`SELECT FROM "CheckedPassage" WHERE "documentId" = $1`, [documentId]);
	expect(kept.rows).toHaveLength(1);
});

test("a state is part of what a check reads, and so is a word that the project learned", async () => {
	const documentId = await alone();
	await looked(documentId);
	const [first] = await rowsOf(documentId);
	await perform(documentId, { type: "confirm", kinds: ["link", "review"], rows: [exact(first)] });
	expect(await looked(documentId)).toBe(1);
	const { projectId: other } = await checkedHead(documentId);
	await addProjectWord(owner, other, { word: "teh" });
	expect(await looked(documentId)).toBe(4);
	expect(await found(documentId, { check: "teh" })).toEqual([]);
});

test("a check and its severity are counted and chosen, and the filter knows the same places", async () => {
	const documentId = await alone();
	const all = await readFindings(reader, documentId);
	expect(all).toMatchObject({
		total: 3,
		dismissed: 0,
		counting: null,
		checks: { any: 3, teh: 1, office: 2 },
	});
	expect(all.counts).toEqual([
		{ check: "office", severity: "major", open: 2, dismissed: 0 },
		{ check: "teh", severity: "minor", open: 1, dismissed: 0 },
	]);
	expect(await found(documentId, { severity: "minor" })).toEqual([[0, "wrong teh"]]);
	expect((await found(documentId, { from: "2" })).map(([index]) => index)).toEqual([2]);
	expect(await filterPassages(reader, documentId, { finding: "office" })).toMatchObject({ runs: [1, 2] });
	expect(await filterPassages(reader, documentId, { finding: "any" })).toMatchObject({ runs: [0, 3] });
});

test("a character cut in two by a check is kept as far as it is one", async () => {
	const documentId = await alone([[["好。"], ["teh 😀"]]]);
	const { passages } = await readFindings(reader, documentId);
	expect(passages[0]?.findings).toMatchObject([{ values: { found: "teh", half: "\ufffd" } }]);
});
