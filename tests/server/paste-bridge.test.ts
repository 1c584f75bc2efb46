/** Copying passages without a rendering and pasting a translation back, on a real Postgres. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeNumbered } from "#lib/core/bridge/write-numbered.ts";
import type { BridgeLines, BridgePreview, WireRow } from "#lib/core/document/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { copyEmpty } from "#lib/server/copy-empty.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { type JobReport, readJob } from "#lib/server/jobs.ts";
import { newId } from "#lib/server/new-id.ts";
import { PostOperation, performOperation, redo, undo } from "#lib/server/operations.ts";
import { documentHead, readWindow } from "#lib/server/passages.ts";
import { type Filled, PasteBack, requestFill } from "#lib/server/paste-bridge.ts";
import { segmentHistory } from "#lib/server/revisions.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { makeDocument, makePerson, makeProject, plainRows, type RowTexts } from "#tests/factories.ts";
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

const chinese: RowTexts[] = [
	[["港口来信"], []],
	[["船到了。", "他在码头等着。"], []],
	[["天很冷。"], ["It was cold."]],
	[["风停了。"], []],
];
const english = "1. Letter from the Port\n2. The ship came. He waited on the pier.\n4. The wind dropped.";
const engine = { kind: "machine", engine: "Another engine" } as const;

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 500 })).rows;
const asked = (text: string, input: object = {}) =>
	PasteBack.parse({ key: newId(), text, origin: engine, ...input });
const preview = async (documentId: string, text: string, input: object = {}) =>
	(await requestFill(reviewer, documentId, asked(text, { ...input, preview: true }))) as BridgePreview;
const fill = async (documentId: string, text: string, input: object = {}, actor = reviewer) =>
	(await requestFill(actor, documentId, asked(text, input))) as Filled;
const texts = (rows: readonly WireRow[]) => rows.map((row) => row.target.map(({ text }) => text).join(" "));

const posted = (operation: object) => PostOperation.parse({ key: newId(), operation });

function type(row: WireRow | undefined, text: string) {
	const { id, source = [], target = [] } = row ?? {};
	const shape = { id, source: source.map((s) => s.id), target: target.map((s) => s.id) };
	return posted({ type: "insert", row: shape, segment: newId(), text, after: null });
}

test("passages without a rendering are copied under the numbers that the workbench shows", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	const copied = await copyEmpty(reader, documentId, 1);
	expect(copied).toMatchObject({ total: 3, next: null });
	expect(writeNumbered(copied.passages)).toBe("1. 港口来信\n2. 船到了。他在码头等着。\n4. 风停了。");
	expect((await copyEmpty(reader, documentId, 3)).passages).toEqual([{ number: 4, text: "风停了。" }]);
});

test("what was confirmed to have no rendering is not asked for", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	const [, , , last] = await rowsOf(documentId);
	const exact = { id: last?.id ?? "", source: last?.source.map((s) => [s.id, s.version]), target: [] };
	const operation = { type: "confirm", kinds: ["link"], rows: [exact] };
	await performOperation(reviewer, documentId, posted(operation));
	expect((await copyEmpty(reader, documentId, 1)).passages.map(({ number }) => number)).toEqual([1, 2]);
	expect(await preview(documentId, english)).toMatchObject({ filled: 2, taken: { first: [4] } });
});

test("what comes back is shown, then put in as drafts in one revision that undo and redo lead over", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	const before = await rowsOf(documentId);
	const { numbering } = await copyEmpty(reviewer, documentId, 1);
	expect(await preview(documentId, english, { numbering })).toMatchObject({
		filled: 3,
		parallel: false,
		missing: { count: 0 },
		extra: { count: 0 },
		samples: [
			{ number: 1, source: "港口来信", text: "Letter from the Port" },
			{ number: 2, source: "船到了。他在码头等着。" },
			{ number: 4 },
		],
	});
	expect(await rowsOf(documentId)).toEqual(before);
	expect(await fill(documentId, english, { numbering })).toMatchObject({ number: 2, filled: 3, skipped: 0 });
	const after = await rowsOf(documentId);
	expect(texts(after)).toEqual([
		"Letter from the Port",
		"The ship came. He waited on the pier.",
		"It was cold.",
		"The wind dropped.",
	]);
	expect(after.map(({ state }) => state)).toEqual(["draft", "draft", "draft", "draft"]);
	expect((await documentHead(owner, documentId)).description.origins).toEqual([
		{ kind: "machine", engine: "demo-mt" },
		engine,
	]);
	expect((await copyEmpty(reviewer, documentId, 1)).total).toBe(0);
	expect((await undo(reviewer, documentId, newId())).undone).toMatchObject({ number: 2, type: "fill" });
	expect(await rowsOf(documentId)).toEqual(before);
	await redo(reviewer, documentId, newId());
	expect(texts(await rowsOf(documentId))).toEqual(texts(after));
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("what somebody typed meanwhile stays, and is told", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	const { numbering } = await copyEmpty(reviewer, documentId, 1);
	const input = {
		numbering,
		copied: [
			[1, 2],
			[4, 4],
		],
	};
	expect(await preview(documentId, english, input)).toMatchObject({ filled: 3, taken: { count: 0 } });
	const typed = type((await rowsOf(documentId))[1], "Typed by hand.");
	await performOperation(owner, documentId, typed);
	expect(await fill(documentId, english, input)).toMatchObject({ filled: 2, skipped: 1 });
	expect(texts(await rowsOf(documentId))).toEqual([
		"Letter from the Port",
		"Typed by hand.",
		"It was cold.",
		"The wind dropped.",
	]);
	expect(await preview(documentId, english, input)).toMatchObject({ filled: 0, taken: { first: [1, 2, 4] } });
	await expect(fill(documentId, english, input)).rejects.toMatchObject({ key: "nothingToFill" });
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("typing and pasting at the same moment lose neither: one of them comes first", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	const typed = type((await rowsOf(documentId))[1], "Typed by hand.");
	const [typing, filling] = await Promise.allSettled([
		performOperation(owner, documentId, typed),
		fill(documentId, english),
	]);
	expect(filling.status).toBe("fulfilled");
	const now = texts(await rowsOf(documentId))[1];
	expect(now).toBe(
		typing.status === "fulfilled" ? "Typed by hand." : "The ship came. He waited on the pier.",
	);
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("lines without numbers are for those that were copied, although one of them was filled since", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	const input = {
		copied: [
			[1, 2],
			[4, 4],
		],
	};
	await performOperation(owner, documentId, type((await rowsOf(documentId))[0], "Typed."));
	const text = "Letter\nThe ship came.\nThe wind dropped.";
	expect(await preview(documentId, text, input)).toMatchObject({
		filled: 2,
		parallel: true,
		taken: { first: [1] },
	});
	await fill(documentId, text, input);
	expect(texts(await rowsOf(documentId))).toEqual([
		"Typed.",
		"The ship came.",
		"It was cold.",
		"The wind dropped.",
	]);
});

test("missing, extra, repeated and out-of-order lines are told with their numbers", async () => {
	const documentId = await makeDocument(
		owner,
		projectId,
		plainRows(5).map(([source]) => [source, []] as const),
	);
	const pasted = "Here you are:\n\n2. Two.\n1. One.\n3. Three.\n3. Third.\n9. Nine.";
	expect(await preview(documentId, pasted)).toMatchObject({
		filled: 3,
		missing: { count: 2, first: [4, 5] },
		outOfOrder: { first: [1] },
		repeated: { first: [3] },
		extra: {
			count: 3,
			first: [
				{ line: 1, number: null },
				{ line: 6, number: 3 },
				{ line: 7, number: 9 },
			],
		},
	});
});

test("what was copied and is pasted back untranslated is not taken for a translation", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	const text = writeNumbered((await copyEmpty(reviewer, documentId, 1)).passages);
	expect(await preview(documentId, text)).toMatchObject({ filled: 0, untranslated: { first: [1, 2, 4] } });
	await expect(fill(documentId, text)).rejects.toMatchObject({ key: "nothingToFill" });
});

test("a source that is said again before its rendering is left out", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	await fill(documentId, "1. 港口来信\nLetter from the Port\n4. 风停了。 → The wind dropped.");
	const [first, , , last] = texts(await rowsOf(documentId));
	expect([first, last]).toEqual(["Letter from the Port", "The wind dropped."]);
});

test("numbers that mean other passages since are refused, numbers that mean the same are not", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	const { numbering } = await copyEmpty(reviewer, documentId, 1);
	const [first, second] = await rowsOf(documentId);
	const shape = (row: WireRow | undefined) => ({
		id: row?.id ?? "",
		source: row?.source.map(({ id }) => id) ?? [],
		target: row?.target.map(({ id }) => id) ?? [],
	});
	const merge = { type: "merge", rows: [shape(first), shape(second)] };
	await performOperation(reviewer, documentId, posted(merge));
	const refused = { code: "conflict", key: "passagesMoved" };
	await expect(preview(documentId, english, { numbering })).rejects.toMatchObject(refused);
	await expect(fill(documentId, english, { numbering })).rejects.toMatchObject(refused);
	await undo(reviewer, documentId, newId());
	expect(await fill(documentId, english, { numbering })).toMatchObject({ filled: 3 });
});

test("a repeated request has one effect, and a second paste of the same engine shares its origin", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	const first = asked("1. Letter from the Port");
	const made = (await requestFill(reviewer, documentId, first)) as Filled;
	expect(await requestFill(reviewer, documentId, first)).toMatchObject({ number: made.number, filled: 1 });
	expect(await fill(documentId, "4. The wind dropped.")).toMatchObject({
		number: made.number + 1,
		filled: 1,
	});
	expect((await documentHead(owner, documentId)).description.origins).toHaveLength(2);
	const [row] = await rowsOf(documentId);
	const { entries } = await segmentHistory(owner, documentId, row?.target[0]?.id ?? "");
	expect(entries).toMatchObject([{ type: "fill", before: null, after: "Letter from the Port" }]);
});

test("reviewers may paste, readers may not", async () => {
	const documentId = await makeDocument(owner, projectId, chinese);
	await expect(fill(documentId, english, {}, reader)).rejects.toMatchObject({ code: "forbidden" });
	await expect(requestFill(reader, documentId, asked(english, { preview: true }))).rejects.toMatchObject({
		code: "forbidden",
	});
	expect(await fill(documentId, english)).toMatchObject({ filled: 3 });
});

test("a long document is copied in parts and filled by a job, every other passage at a time", async () => {
	const rows = plainRows(2_100).map(([source]) => [source, []] as const);
	const documentId = await makeDocument(owner, projectId, rows);
	const passages: BridgeLines["passages"][number][] = [];
	for (let from: number | null = 1; from !== null; ) {
		const part: BridgeLines = await copyEmpty(reviewer, documentId, from);
		passages.push(...part.passages);
		from = part.next;
	}
	expect(passages.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1));
	worker.start();
	for (const remainder of [1, 0]) {
		const half = passages.filter(({ number }) => number % 2 === remainder);
		const text = half.map(({ number }) => `${number}) Wharf ${number}.`).join("\n");
		const made = await requestFill(reviewer, documentId, asked(text));
		if (!("jobId" in made)) throw new TypeError("this was not long");
		expect(await ended(made.jobId)).toMatchObject({ state: "done", result: { filled: 1_050, skipped: 0 } });
	}
	expect(texts(await rowsOf(documentId))[7]).toBe("Wharf 8.");
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	await undo(reviewer, documentId, newId());
	expect((await copyEmpty(reviewer, documentId, 1)).total).toBe(1_050);
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

async function ended(jobId: string): Promise<JobReport> {
	for (;;) {
		const job = await readJob(reviewer, jobId);
		if (job.state !== "waiting" && job.state !== "running") return job;
		await sleep(100);
	}
}
