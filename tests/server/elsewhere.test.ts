/** Renderings of the same source elsewhere, and concordances: of the project one is a member of, and of no other. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { ConcordanceQuery, readConcordance } from "#lib/server/concordance.ts";
import { closeDatabase, db, pool } from "#lib/server/db.ts";
import { readElsewhere } from "#lib/server/elsewhere.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { replaceTexts } from "#lib/server/replace.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let owner: Actor;
let stranger: Actor;

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	owner = await makePerson("Ines Okoye");
	stranger = await makePerson("Bo Lind");
});
afterAll(closeDatabase);

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 500 })).rows;
const passageAt = async (documentId: string, index: number) => (await rowsOf(documentId))[index]?.id ?? "";
const elsewhere = async (documentId: string, index: number) =>
	await readElsewhere(owner, documentId, await passageAt(documentId, index));

async function reword(documentId: string, index: number, texts: readonly string[]): Promise<void> {
	const row = (await rowsOf(documentId))[index];
	const edits = (row?.target ?? []).map(({ id, version }, i): [string, number, string] => [
		id,
		version,
		texts[i] ?? "",
	]);
	await replaceTexts(owner, documentId, { key: newId(), side: "target", edits });
}

const notice: RowTexts[] = [
	[["縣規劃辦公室"], ["County planning"]],
	[["别的。"], ["Something else."]],
	[["县规划办公室"], ["Planning of the county"]],
	[
		["县规划办公室", "今天开门。"],
		["The office", "opens today."],
	],
];

test("what somebody worded is offered, of this document first, with who, how often and where", async () => {
	const projectId = await makeProject([owner, "owner"]);
	const here = await makeDocument(owner, projectId, notice);
	const other = await makeDocument(owner, projectId, [
		[["　县规划办公室 "], ["x"]],
		[["县规划办公室"], ["y"]],
		[["县规划办公室"], ["Untouched draft"]],
	]);
	await reword(here, 2, ["County Planning Office"]);
	await reword(other, 0, ["County Plan Office"]);
	await reword(other, 1, ["County Plan Office"]);
	const answer = await elsewhere(here, 0);
	expect(answer.renderings).toMatchObject([
		{ texts: ["County Planning Office"], state: "edited", by: "Ines Okoye", places: 1, here: true },
		{ texts: ["County Plan Office"], places: 2, documentId: other, here: false },
	]);
	expect(answer.same).toMatchObject([
		{ index: 2, state: "edited", target: [{ text: "County Planning Office" }] },
	]);
	expect((await elsewhere(here, 1)).renderings).toEqual([]);
	expect((await elsewhere(here, 3)).renderings).toEqual([]);
});

test("a corrected source is looked up by what it says now, and by what it said once that is undone", async () => {
	const projectId = await makeProject([owner, "owner"]);
	const documentId = await makeDocument(owner, projectId, notice);
	await reword(documentId, 2, ["County Planning Office"]);
	const segment = (await rowsOf(documentId))[2]?.source[0];
	if (!segment) throw new Error("no source");
	const operation = {
		type: "edit",
		v: 1,
		segment: segment.id,
		version: segment.version,
		text: "县档案馆",
		as: null,
	} as const;
	await performOperation(owner, documentId, { key: newId(), operation });
	expect((await elsewhere(documentId, 0)).renderings).toEqual([]);
	await undo(owner, documentId, newId());
	expect((await elsewhere(documentId, 0)).renderings).toHaveLength(1);
});

test("texts stored before there were digests are taken in when somebody asks", async () => {
	const projectId = await makeProject([owner, "owner"]);
	const documentId = await makeDocument(owner, projectId, notice);
	await reword(documentId, 2, ["County Planning Office"]);
	await pool().query(`UPDATE "Segment" SET "sourceDigest" = NULL WHERE "projectId" = $1`, [projectId]);
	expect((await elsewhere(documentId, 0)).renderings).toHaveLength(1);
	const left = await pool().query(
		`SELECT 1 FROM "Segment" WHERE "projectId" = $1 AND "side" = 'source' AND "sourceDigest" IS NULL`,
		[projectId],
	);
	expect(left.rows).toEqual([]);
});

test("nothing of another project, of a deleted document or for a stranger", async () => {
	const projectId = await makeProject([owner, "owner"]);
	const foreign = await makeProject([stranger, "owner"], [owner, "owner"]);
	const here = await makeDocument(owner, projectId, notice);
	const gone = await makeDocument(owner, projectId, notice);
	const there = await makeDocument(owner, foreign, notice);
	for (const documentId of [gone, there]) await reword(documentId, 0, ["Theirs alone"]);
	const concordance = async (actor: Actor, project: string) =>
		await readConcordance(actor, project, ConcordanceQuery.parse({ text: "规划", first: there }));
	expect((await elsewhere(here, 2)).renderings).toMatchObject([{ documentId: gone }]);
	expect(await concordance(owner, projectId)).toMatchObject({ total: 6 });
	await db().document.update({ where: { id: gone }, data: { deletedAt: new Date() } });
	expect((await elsewhere(here, 2)).renderings).toEqual([]);
	const answer = await concordance(owner, projectId);
	expect(answer.total).toBe(3);
	expect(new Set(answer.lines.map(({ documentId }) => documentId))).toEqual(new Set([here]));
	const first = await passageAt(here, 0);
	const foreignPassage = await passageAt(there, 0);
	for (const ask of [
		() => readElsewhere(stranger, here, first),
		() => readElsewhere(owner, here, foreignPassage),
		() => concordance(stranger, projectId),
	])
		await expect(ask()).rejects.toMatchObject({ code: "not-found" });
});

test("a concordance has both sides, this document first, with what stands across", async () => {
	const projectId = await makeProject([owner, "owner"]);
	const here = await makeDocument(owner, projectId, notice);
	const other = await makeDocument(owner, projectId, [[["看PLANNING。"], ["See planning."]]]);
	const answer = await readConcordance(owner, projectId, { text: "planning", first: here });
	expect(answer).toMatchObject({ total: 4, more: false });
	expect(answer.lines.map(({ documentId, index, side }) => [documentId, index, side])).toEqual([
		[here, 0, "target"],
		[here, 2, "target"],
		[other, 0, "source"],
		[other, 0, "target"],
	]);
	expect(answer.lines[0]).toMatchObject({
		beside: "縣規劃辦公室",
		places: [{ start: 7, end: 15 }],
		state: "draft",
	});
});

test("a common word is shown in its first places, and counted as far as it is quick", async () => {
	const projectId = await makeProject([owner, "owner"]);
	const rows = Array.from(
		{ length: 60 },
		(_, i): RowTexts => [[`第${i}句。`], [`Sentence ${i}, one sentence.`]],
	);
	await makeDocument(owner, projectId, rows);
	const answer = await readConcordance(owner, projectId, { text: "sentence" });
	expect(answer).toMatchObject({ total: 120, more: false });
	expect(answer.lines).toHaveLength(50);
});
