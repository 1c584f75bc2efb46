/** What a document's measures say, and to whom. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import { measureTexts } from "#lib/core/measure/measure-texts.ts";
import type { WireDocumentMeasures } from "#lib/core/measure/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, pool } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { readJob } from "#lib/server/jobs.ts";
import { documentTable } from "#lib/server/measures/csv.ts";
import { documentMeasures, requestMeasures } from "#lib/server/measures/document.ts";
import { MeasuresQuery, measuredDocuments } from "#lib/server/measures/found.ts";
import { PassageMeasuresQuery, passageMeasures } from "#lib/server/measures/passages.ts";
import { projectMeasures } from "#lib/server/measures/project.ts";
import { documentTally } from "#lib/server/measures/tally.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, undo } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import {
	importOf,
	makeDocument,
	makePerson,
	makeProject,
	plainRows,
	type RowTexts,
} from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { TestWorker } from "./test-worker.ts";

let owner: Actor;
let ana: Actor;
let bo: Actor;
let reader: Actor;
let projectId: string;
const worker = TestWorker.forThisFile();

beforeAll(async () => {
	process.env["DATABASE_URL"] = (await testDatabase()).url;
	[owner, ana, bo, reader] = [
		await makePerson("Ines Okoye"),
		await makePerson("Ana Ruiz"),
		await makePerson("=Bo Lind"),
		await makePerson("Eva Holm"),
	];
	projectId = await makeProject([owner, "owner"], [ana, "reviewer"], [bo, "reviewer"], [reader, "reader"]);
});
afterAll(closeDatabase);
afterEach(() => void vi.useRealTimers());

const rows: RowTexts[] = [
	[["船来了。"], ["The boat has come."]],
	[["港口开放。"], ["The port is opened."]],
	[["人们很高兴。"], ["The people is happy.", "Very happy."]],
	[["结束。"], ["The end."]],
];

/** What happens to a document goes by the clock that is set here. */
const at = (time: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(time) });
const read = async (actor: Actor, documentId: string, query: object = {}) =>
	(await documentMeasures(actor, documentId, MeasuresQuery.parse(query))) as WireDocumentMeasures;
const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, {})).rows;
const perform = (actor: Actor, documentId: string, operation: object) =>
	performOperation(actor, documentId, { key: newId(), operation: StoredOperation.parse(operation) });

async function edit(actor: Actor, documentId: string, passage: number, text: string): Promise<void> {
	const segment = (await rowsOf(documentId))[passage]?.target[0];
	await perform(actor, documentId, { type: "edit", segment: segment?.id, version: segment?.version, text });
}

async function confirm(actor: Actor, documentId: string, passage: number, kind = "review"): Promise<void> {
	const row = (await rowsOf(documentId))[passage];
	const exact = (segments: readonly { id: string; version: number }[] = []) =>
		segments.map(({ id, version }) => [id, version]);
	await perform(actor, documentId, {
		type: "confirm",
		kinds: [kind],
		rows: [{ id: row?.id, source: exact(row?.source), target: exact(row?.target) }],
	});
}

/** Ana corrects two passages and confirms one of them; Bo confirms a third as it is, and the owner approves it. */
async function workedOn(): Promise<string> {
	at("2026-03-02T09:00:10Z");
	const documentId = await makeDocument(owner, projectId, rows);
	at("2026-03-03T23:58:00Z");
	await edit(ana, documentId, 0, "The boat came.");
	at("2026-03-04T00:02:00Z");
	await edit(ana, documentId, 0, "The boat is here.");
	await confirm(ana, documentId, 0);
	at("2026-03-04T00:20:00Z");
	await edit(ana, documentId, 2, "People are happy.");
	at("2026-03-04T10:00:00Z");
	await confirm(bo, documentId, 3);
	await confirm(owner, documentId, 3, "approval");
	vi.useRealTimers();
	return documentId;
}

test("a document's figures are those of its drafts against what stands there now, added up", async () => {
	const documentId = await workedOn();
	const { total, drafts, drafted } = await read(owner, documentId);
	const [first, third] = [
		measureTexts("The boat has come.", "The boat is here.", "en"),
		measureTexts("The people is happy.", "People are happy.", "en"),
	];
	expect({ drafts, drafted }).toEqual({ drafts: "machine", drafted: { machine: 4, other: 0 } });
	expect(total).toMatchObject({
		passages: 4,
		edited: 2,
		confirmed: 2,
		confirmedUntouched: 1,
		charactersChanged: first.charactersChanged + third.charactersChanged,
		wordsChanged: first.wordsChanged + third.wordsChanged,
		edits: first.edits + third.edits,
		referenceWords: 4 + 4 + 3 + 2 + 2,
	});
	expect(total.ter).toBeCloseTo((100 * (first.edits + third.edits)) / 15);
	const confirmedOnly = await read(owner, documentId, { passages: "confirmed" });
	expect(confirmedOnly.total).toMatchObject({
		passages: 2,
		edited: 1,
		referenceWords: 6,
		edits: first.edits,
	});
});

test("wording counts for whoever worded it last, confirming for whoever confirmed, and the reviewer before the approver", async () => {
	const documentId = await workedOn();
	const { people } = await read(owner, documentId);
	expect(
		people.map(({ name, passages, edited, confirmed, confirmedUntouched }) => [
			name,
			passages,
			edited,
			confirmed,
			confirmedUntouched,
		]),
	).toEqual([
		["Ana Ruiz", 2, 2, 1, 0],
		["=Bo Lind", 1, 0, 1, 1],
		["Ines Okoye", 0, 0, 0, 0],
	]);
	expect(people.map(({ minutes, changes }) => [minutes, changes])).toEqual([
		[3, 4],
		[1, 1],
		[2, 2],
	]);
});

test("days are those of the reader's zone, and a pause of more than five minutes counts for nothing", async () => {
	const documentId = await workedOn();
	const days = async (zone: string) =>
		(await read(owner, documentId, { zone })).days.map(({ day, changes, minutes, confirmed }) => [
			day,
			changes,
			minutes,
			confirmed,
		]);
	expect(await days("UTC")).toEqual([
		["2026-03-02", 1, 1, 0],
		["2026-03-03", 1, 1, 0],
		["2026-03-04", 5, 4, 2],
	]);
	expect(await days("Asia/Shanghai")).toEqual([
		["2026-03-02", 1, 1, 0],
		["2026-03-04", 6, 8, 2],
	]);
	const words = (await read(owner, documentId)).days.map(({ wordsChanged }) => wordsChanged);
	expect(words[1]).toBe(0);
	expect(words.reduce((sum, count) => sum + count, 0)).toBe(
		(await read(owner, documentId)).total.wordsChanged,
	);
});

test("without the permission for other people's figures one sees one's own, and the document's like everybody", async () => {
	const documentId = await workedOn();
	const [mine, theirs, none] = [
		await read(ana, documentId),
		await read(bo, documentId),
		await read(reader, documentId),
	];
	expect(mine.people.map(({ name }) => name)).toEqual(["Ana Ruiz"]);
	expect(mine.days.reduce((sum, { changes }) => sum + changes, 0)).toBe(4);
	expect(theirs.people.map(({ name }) => name)).toEqual(["=Bo Lind"]);
	expect(none).toMatchObject({ people: [], days: [], everyone: false });
	expect(none.total).toEqual((await read(owner, documentId)).total);
	const people = await documentTable(bo, documentId, "people", MeasuresQuery.parse({}));
	expect(people.text).not.toContain("Ana");
	expect(people.text).toContain("\r\n'=Bo Lind,1,0,1,1,");
});

test("single passages: in the document's order, or first those with the most edits", async () => {
	const documentId = await workedOn();
	await read(owner, documentId);
	const page = async (query: object) =>
		(await passageMeasures(reader, documentId, PassageMeasuresQuery.parse(query))).passages;
	expect((await page({})).map(({ index, state, text }) => [index, state, text])).toEqual([
		[0, "reviewed", "The boat is here."],
		[1, "draft", "The port is opened."],
		[2, "edited", "People are happy. Very happy."],
		[3, "approved", "The end."],
	]);
	expect((await page({ order: "rate" })).map(({ index, ter }) => [index, ter])).toEqual([
		[0, 50],
		[2, 40],
		[1, 0],
		[3, 0],
	]);
	expect(
		(await page({ order: "characters", passages: "confirmed", offset: "1" })).map(({ index }) => index),
	).toEqual([3]);
});

test("taking an edit back gives the figures from before, and what was measured once is not measured again", async () => {
	const documentId = await makeDocument(owner, projectId, rows);
	await edit(owner, documentId, 0, "The boat is here.");
	const before = await read(owner, documentId);
	await edit(owner, documentId, 0, "Nothing of the kind.");
	expect((await read(owner, documentId)).total.edits).toBeGreaterThan(before.total.edits);
	await undo(owner, documentId, newId());
	const kept = async () =>
		(
			await pool().query(
				`SELECT xmin, "segmentId", "version" FROM "SegmentMeasure" WHERE "documentId" = $1 ORDER BY 2, 3`,
				[documentId],
			)
		).rows;
	const stored = await kept();
	expect((await read(owner, documentId)).total).toEqual(before.total);
	expect(await kept()).toEqual(stored);
	expect(stored).toHaveLength(5 + 1);
});

test("who ask at the same time are all answered, and what was done meanwhile is not lost", async () => {
	const documentId = await workedOn();
	const answers = await Promise.all(
		Array.from({ length: 6 }, (_, i) => read(owner, documentId, { passages: i % 2 ? "all" : "confirmed" })),
	);
	expect(new Set(answers.map(({ days }) => days.reduce((sum, { changes }) => sum + changes, 0)))).toEqual(
		new Set([7]),
	);
	await edit(bo, documentId, 1, "The port is open.");
	const { people, total } = await read(owner, documentId);
	expect(people.map(({ name, changes }) => [name, changes])).toContainEqual(["=Bo Lind", 2]);
	expect(total.edited).toBe(3);
});

test("what is added up without a rendering that was written meanwhile is not kept", async () => {
	const documentId = await workedOn();
	const whole = await read(owner, documentId);
	await edit(bo, documentId, 1, "The port is open.");
	const [document] = await measuredDocuments(projectId, [documentId]);
	if (!document) throw new Error("the document is gone");
	await documentTally(document, { drafts: "machine", passages: "all" });
	expect((await read(owner, documentId)).total.edits).toBe(whole.total.edits + 1);
});

test("drafts that are not a machine's are measured where there is nothing else, or on request", async () => {
	const human = await createDocument(owner, projectId, { ...importOf(rows), origin: { kind: "human" } });
	await edit(owner, human, 0, "The boat is here.");
	expect(await read(owner, human)).toMatchObject({
		drafts: "all",
		drafted: { machine: 0, other: 4 },
		total: { edited: 1 },
	});
	expect((await read(owner, human, { drafts: "machine" })).total).toMatchObject({
		passages: 0,
		ter: 0,
		chrf: 0,
	});
});

test("a long document is measured by a job; then every answer comes at once", async () => {
	const long = plainRows(1_600);
	const documentId = await makeDocument(owner, projectId, long);
	const edits = (await rowsOf(documentId)).slice(0, 100);
	for (const row of edits.slice(0, 3))
		await edit(owner, documentId, row.index, `${row.target[0]?.text} Indeed.`);
	// As many renderings that differ from their drafts as a person would need weeks for.
	await pool().query(
		`UPDATE "Segment" SET "text" = reverse("text") || ' and so on' WHERE "documentId" = $1 AND "side" = 'target'`,
		[documentId],
	);
	expect(await read(reader, documentId)).toEqual({ state: "unmeasured", missing: 1_600, renderings: 1_600 });
	await expect(documentTable(reader, documentId, "passages", MeasuresQuery.parse({}))).rejects.toMatchObject({
		key: "notMeasured",
	});
	const { jobId } = await requestMeasures(reader, documentId);
	worker.start();
	let job = await readJob(reader, jobId);
	for (let tries = 0; job.state !== "done" && tries < 200; tries += 1) {
		await sleep(100);
		job = await readJob(reader, jobId);
	}
	expect(job).toMatchObject({ state: "done", result: { measured: 1_600 } });
	const begin = processorTime();
	expect(await read(reader, documentId)).toMatchObject({
		state: "measured",
		total: { passages: 1_600, edited: 1_600 },
	});
	expect(processorTime() - begin).toBeLessThan(1_000);
	const { text } = await documentTable(reader, documentId, "passages", MeasuresQuery.parse({}));
	expect(text.split("\r\n")).toHaveLength(1 + 1_600 + 1);
}, 60_000);

test("a project's figures are its documents' added up; a minute spent in two of them counts once", async () => {
	const alone = await makeProject([owner, "owner"], [ana, "reviewer"]);
	at("2026-03-05T08:00:00Z");
	const [one, two] = [await makeDocument(owner, alone, rows), await makeDocument(owner, alone, rows)];
	await makeDocument(owner, alone, [[["独自一人。"], []]]);
	at("2026-03-05T09:00:00Z");
	await edit(ana, one, 0, "The boat is here.");
	at("2026-03-05T09:03:30Z");
	await edit(ana, two, 1, "The port is open.");
	at("2026-03-05T09:03:40Z");
	await confirm(ana, one, 3);
	vi.useRealTimers();
	const measures = async (actor: Actor, query: object = {}) =>
		await projectMeasures(actor, alone, MeasuresQuery.parse(query));
	const found = await measures(owner);
	expect(found).toMatchObject({
		state: "measured",
		everyone: true,
		total: { passages: 8, edited: 2, confirmed: 1 },
	});
	if (found.state !== "measured") return;
	expect(found.documents.map(({ id }) => id).toSorted()).toEqual([one, two].toSorted());
	expect(found.total.wordsChanged).toBe(
		found.documents.reduce((sum, { wordsChanged }) => sum + wordsChanged, 0),
	);
	expect(found.people.map(({ name, minutes, changes }) => [name, minutes, changes])).toEqual([
		["Ana Ruiz", 4, 3],
		["Ines Okoye", 1, 3],
	]);
	expect(await measures(ana)).toMatchObject({
		everyone: false,
		people: [{ name: "Ana Ruiz" }],
		total: found.total,
	});
	await expect(measures(bo)).rejects.toMatchObject({ code: "not-found" });
});
