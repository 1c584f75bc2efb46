/** Searching, checking and converting Chinese documents through their services. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ConvertPreview } from "#lib/core/document/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { ConvertDocument, type Converted, requestConversion } from "#lib/server/convert-script.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { FindingsQuery, readFindings } from "#lib/server/findings.ts";
import { type JobReport, readJob } from "#lib/server/jobs.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, redo, undo } from "#lib/server/operations.ts";
import { documentHead, readWindow } from "#lib/server/passages.ts";
import { revisionsBefore, segmentHistory } from "#lib/server/revisions.ts";
import { SearchQuery, searchDocument } from "#lib/server/search.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { importOf, makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";
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

const simplified: RowTexts[] = [
	[
		["水渠修好以后，皇后也来看过。", "这里的标准很严。"],
		["The Queen came.", "Standards are strict here."],
	],
	[["The gate"], ["The gate"]],
	[["干部说范围不大。"], ["Officials said the range is small."]],
];
/** What a conversion left behind, as traditional documents have it. */
const slipped: RowTexts[] = [
	[["這里的標准很嚴。"], ["Standards are strict here."]],
	[["皇后來過。"], ["The Queen came."]],
	[["洪水發生后，范圍擴大。"], ["The flood spread."]],
];

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 500 })).rows;
const sourcesOf = async (documentId: string) =>
	(await rowsOf(documentId)).flatMap((row) => row.source.map(({ text }) => text));
const asked = (input: object) =>
	ConvertDocument.parse({ key: newId(), side: "source", to: "zh-Hant", ...input });
const convert = async (documentId: string, input: object = {}, actor = owner) =>
	(await requestConversion(actor, documentId, asked(input))) as Converted;
const traditional = async (rows: readonly RowTexts[]) => {
	const operation = importOf(rows);
	const description = { ...operation.description, sourceLanguage: "zh-Hant" };
	return await createDocument(owner, projectId, { ...operation, description });
};

test("a side is shown in the other script, then written in it as one revision that undo and redo lead over", async () => {
	const documentId = await makeDocument(owner, projectId, simplified);
	const before = await rowsOf(documentId);
	const shown = (await requestConversion(owner, documentId, asked({ preview: true }))) as ConvertPreview;
	expect(shown).toMatchObject({ language: "zh-Hans", total: 4, changed: 3 });
	expect(shown.samples[0]).toEqual({
		index: 0,
		before: "水渠修好以后，皇后也来看过。",
		after: "水渠修好以後，皇后也來看過。",
	});
	expect(await rowsOf(documentId)).toEqual(before);
	expect(await convert(documentId)).toMatchObject({ number: 2, reload: true, changed: 3 });
	const after = await sourcesOf(documentId);
	expect(after).toEqual(["水渠修好以後，皇后也來看過。", "這裡的標準很嚴。", "The gate", "幹部說範圍不大。"]);
	expect((await documentHead(owner, documentId)).description.sourceLanguage).toBe("zh-Hant");
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	await undo(owner, documentId, newId());
	expect(await rowsOf(documentId)).toEqual(before);
	expect((await documentHead(owner, documentId)).description.sourceLanguage).toBe("zh-Hans");
	await redo(owner, documentId, newId());
	expect(await sourcesOf(documentId)).toEqual(after);
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	await expect(convert(documentId)).rejects.toMatchObject({ key: "refusals.nothing-changed" });
	expect(await convert(documentId, { to: "zh-Hans" })).toMatchObject({ changed: 3 });
	expect(await rowsOf(documentId)).toMatchObject(
		before.map(({ id, source }) => ({ id, source: source.map(({ text }) => ({ text })) })),
	);
});

test("the histories of the sentences and the list of revisions tell of it", async () => {
	const documentId = await makeDocument(owner, projectId, simplified);
	await convert(documentId);
	const [first] = await rowsOf(documentId);
	const history = await segmentHistory(reader, documentId, first?.source[1]?.id ?? "");
	expect(history.entries).toMatchObject([
		{
			number: 2,
			type: "rewrite",
			before: "这里的标准很严。",
			after: "這裡的標準很嚴。",
			actor: { name: "Ines Okoye" },
		},
	]);
	const untouched = (await rowsOf(documentId))[1]?.source[0]?.id ?? "";
	expect((await segmentHistory(reader, documentId, untouched)).entries).toEqual([]);
	const { revisions } = await revisionsBefore(reader, documentId, null, 10);
	expect(revisions.map(({ type }) => type)).toEqual(["rewrite", "import"]);
});

test("what was confirmed of a source that is converted is stale, and undoing brings it back", async () => {
	const documentId = await makeDocument(owner, projectId, simplified);
	const exact = (await rowsOf(documentId)).map((row) => ({
		id: row.id,
		source: row.source.map((s): [string, number] => [s.id, s.version]),
		target: row.target.map((s): [string, number] => [s.id, s.version]),
	}));
	const operation = { type: "confirm", v: 1, kinds: ["link", "review"], rows: exact } as const;
	await performOperation(owner, documentId, {
		key: newId(),
		operation: { ...operation, kinds: ["link", "review"], rows: exact },
	});
	await convert(documentId);
	expect((await rowsOf(documentId)).map(({ link }) => link)).toEqual(["stale", "confirmed", "stale"]);
	await undo(owner, documentId, newId());
	const back = await rowsOf(documentId);
	expect(back.map(({ link, state }) => `${link} ${state}`)).toEqual(Array(3).fill("confirmed reviewed"));
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("a repeat with the same key has one effect", async () => {
	const documentId = await makeDocument(owner, projectId, simplified);
	const input = asked({});
	const answers = await Promise.all([1, 2, 3].map(() => requestConversion(owner, documentId, input)));
	for (const answer of answers) expect(answer).toMatchObject({ number: 2, headNumber: 2 });
});

test.each([
	["by a reader", () => reader, {}, "forbidden"],
	["by a reviewer", () => reviewer, {}, "forbidden"],
	["by somebody else", () => makePerson(), {}, "notFound"],
	["of a side that is not Chinese", () => owner, { side: "target" }, "notChinese"],
])("a conversion is refused %s", async (_, who, input, key) => {
	const documentId = await makeDocument(owner, projectId, simplified);
	await expect(convert(documentId, input, await who())).rejects.toMatchObject({ key });
});

test("sentences that are in the script already keep their characters", async () => {
	const documentId = await makeDocument(owner, projectId, [
		[["这里的标准", "范先生說這裡很遠", "皇后"], ["x"]],
	]);
	await convert(documentId);
	expect(await sourcesOf(documentId)).toEqual(["這裡的標準", "范先生說這裡很遠", "皇后"]);
});

test("the document's findings are counted, and each passage with any is named with what would mend it", async () => {
	const documentId = await traditional(slipped);
	const found = await readFindings(reader, documentId);
	expect(found).toMatchObject({ headNumber: 1, total: 4, more: 0 });
	expect(
		found.passages.map(({ index, findings }) => [
			index,
			...findings.map((one) => `${one.values["found"]}→${one.fix}`),
		]),
	).toEqual([
		[0, "這里→這裡", "標准→標準"],
		[2, "后→後", "范圍→範圍"],
	]);
	const english = await makeDocument(owner, projectId, [[[], ["Only English."]]]);
	expect(await readFindings(reader, english)).toMatchObject({ total: 0, passages: [] });
});

test.each([
	["標准", ["0 標准"]],
	["标准", ["0 標准"]],
	["標準", ["0 標准"]],
	["发生后", ["2 發生后"]],
	["STANDARDS", ["0 Standards"]],
	["皇后来", ["1 皇后來"]],
	["%", []],
	["範囲", []],
])("searching for %s finds %j, whatever the script", async (text, expected) => {
	const documentId = await traditional(slipped);
	const { passages, total } = await searchDocument(reader, documentId, { text });
	const texts = new Map(
		(await rowsOf(documentId)).flatMap((row) => [...row.source, ...row.target].map((s) => [s.id, s.text])),
	);
	const found = passages.flatMap(({ index, matches }) =>
		matches.flatMap(({ segment, places }) =>
			places.map(({ start, end }) => `${index} ${texts.get(segment)?.slice(start, end)}`),
		),
	);
	expect(found).toEqual(expected);
	expect(total).toBe(expected.length);
});

test.each(["[", "]", "\\", "^", "-", "a-z", "[^]", ".*", "|", "…", "(", "$1", "😀", "\\d", "…b"])(
	"%s is looked for as it stands, and is no pattern",
	async (text) => {
		const documentId = await makeDocument(owner, projectId, [
			[["水"], [`xx${text}yy`]],
			[["渠"], ["Nothing of 1 kind abc"]],
		]);
		const { passages } = await searchDocument(reader, documentId, { text });
		expect(passages).toMatchObject([
			{ index: 0, matches: [{ places: [{ start: 2, end: 2 + text.length }] }] },
		]);
	},
);

test.each(["", "a\0b", "x".repeat(501)])("a search for %j is not valid", (text) => {
	expect(SearchQuery.safeParse({ text }).success).toBe(false);
});

test("passages come in their order beyond what is read at once, and nobody else sees them", async () => {
	const rows = Array.from(
		{ length: 1_203 },
		(_, i): RowTexts => [[`第${i}段寫在這里。`], [i % 400 === 1 ? "Here, and here." : "There."]],
	);
	const documentId = await traditional(rows);
	const found = await searchDocument(owner, documentId, { text: "here" });
	expect(found.passages.map(({ index, count }) => [index, count])).toEqual([
		...Array.from({ length: 1_203 }, (_, i) => [i, i % 400 === 1 ? 2 : 1]),
	]);
	worker.start();
	const findings = await vi.waitFor(
		async () => {
			const now = await readFindings(owner, documentId, FindingsQuery.parse({ check: "script-slip" }));
			expect(now.counting).toBeNull();
			return now;
		},
		{ timeout: 20_000, interval: 200 },
	);
	expect(findings).toMatchObject({ checks: { "script-slip": 1_203 }, more: 903 });
	expect(findings.passages.map(({ index }) => index)).toEqual(Array.from({ length: 300 }, (_, i) => i));
	const stranger = await makePerson();
	await expect(searchDocument(stranger, documentId, { text: "here" })).rejects.toMatchObject({
		key: "notFound",
	});
	await expect(readFindings(stranger, documentId)).rejects.toMatchObject({ key: "notFound" });
});

test("a long document is converted by a job, in one revision", async () => {
	const rows = Array.from(
		{ length: 2_100 },
		(_, i): RowTexts => [[`第${i}个标准已经公布。`], ["Published."]],
	);
	const documentId = await makeDocument(owner, projectId, rows);
	const made = await requestConversion(owner, documentId, asked({}));
	if (!("jobId" in made)) throw new TypeError("this was not long");
	worker.start();
	expect(await ended(made.jobId)).toMatchObject({ state: "done", result: { number: 2, changed: 2_100 } });
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	await undo(owner, documentId, newId());
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	expect((await sourcesOf(documentId))[0]).toBe("第0个标准已经公布。");
});

async function ended(jobId: string): Promise<JobReport> {
	for (let i = 0; i < 600; i++) {
		const job = await readJob(owner, jobId);
		if (job.state !== "waiting" && job.state !== "running") return job;
		await sleep(100);
	}
	throw new Error("the job did not end");
}
