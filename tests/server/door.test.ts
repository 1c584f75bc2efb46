/** The one door on a real Postgres: what it does is what the pure model says, once, and only for those who may. */
import { randomInt } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Row, Side } from "#lib/core/document/model.ts";
import { shapeOf } from "#lib/core/document/operations/contract.ts";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, pool } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { AppError } from "#lib/server/errors.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, redo, undo } from "#lib/server/operations.ts";
import { readOutline } from "#lib/server/outline.ts";
import { documentHead, readWindow } from "#lib/server/passages.ts";
import { revisionsSince, segmentHistory } from "#lib/server/revisions.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import {
	importOf,
	makeDocument,
	makePerson,
	makeProject,
	plainRows,
	type RowTexts,
} from "#tests/factories.ts";
import { testDatabase } from "#tests/setup/database.ts";

let owner: Actor;
let reviewer: Actor;
let reader: Actor;
let projectId: string;
let ownerUrl: string;

beforeAll(async () => {
	const database = await testDatabase();
	process.env["DATABASE_URL"] = database.url;
	ownerUrl = database.ownerUrl;
	owner = await makePerson("Ines Okoye");
	reviewer = await makePerson("Bo Lind");
	reader = await makePerson("Ana Ruiz");
	projectId = await makeProject([owner, "owner"], [reviewer, "reviewer"], [reader, "reader"]);
});
afterAll(closeDatabase);

const rowsOf = async (documentId: string) => (await readWindow(owner, documentId, { limit: 500 })).rows;
const post = async (actor: Actor, documentId: string, operation: object) =>
	performOperation(actor, documentId, { key: newId(), operation: StoredOperation.parse(operation) });
const codeOf = async (work: Promise<unknown>): Promise<string> =>
	await work.then(
		() => "done",
		(error: unknown) => (error instanceof AppError ? `${error.code} ${error.key}` : String(error)),
	);

describe("an edit", () => {
	test("is one numbered revision that says who, when and what was before", async () => {
		const documentId = await makeDocument(owner, projectId);
		const [row] = await rowsOf(documentId);
		const segment = row?.target[0];
		const answer = await post(reviewer, documentId, {
			type: "edit",
			segment: segment?.id,
			version: 1,
			text: "Wharf 1 opened.",
		});
		expect(answer).toMatchObject({ number: 2, headNumber: 2, reload: false });
		expect(answer.rows[0]).toMatchObject({
			id: row?.id,
			index: 0,
			state: "edited",
			link: "automatic",
			confidence: 0.9,
		});
		expect(answer.rows[0]?.target[0]).toMatchObject({
			text: "Wharf 1 opened.",
			version: 2,
			draft: segment?.text,
			changedBy: "Bo Lind",
		});
		const history = await segmentHistory(reader, documentId, segment?.id ?? "");
		expect(history.entries).toMatchObject([
			{ number: 2, actor: { name: "Bo Lind" }, before: segment?.text, after: "Wharf 1 opened." },
		]);
	});

	test("on an older version answers with both texts and changes nothing", async () => {
		const documentId = await makeDocument(owner, projectId);
		const segment = (await rowsOf(documentId))[0]?.target[0];
		await post(reviewer, documentId, { type: "edit", segment: segment?.id, version: 1, text: "mine" });
		const late = performOperation(owner, documentId, {
			key: newId(),
			operation: StoredOperation.parse({ type: "edit", segment: segment?.id, version: 1, text: "theirs" }),
		});
		await expect(late).rejects.toMatchObject({
			code: "conflict",
			key: "conflict",
			values: { current: "mine", yours: "theirs" },
		});
		expect((await documentHead(owner, documentId)).headNumber).toBe(2);
	});

	test("sent twenty times with one key has one effect and twenty equal answers", async () => {
		const documentId = await makeDocument(owner, projectId);
		const segment = (await rowsOf(documentId))[0]?.target[0];
		const input = {
			key: newId(),
			operation: StoredOperation.parse({ type: "edit", segment: segment?.id, version: 1, text: "once" }),
		};
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => performOperation(reviewer, documentId, input)),
		);
		expect(new Set(answers.map(({ number }) => number))).toEqual(new Set([2]));
		expect((await documentHead(owner, documentId)).headNumber).toBe(2);
	});

	test.each([
		["a reader", "target", "forbidden forbidden", () => reader],
		["a reviewer", "target", "done", () => reviewer],
		["a reviewer", "source", "forbidden forbidden", () => reviewer],
		["an owner", "source", "done", () => owner],
	] as const)("%s changing a segment of the %s side: %s", async (_who, side, expected, actor) => {
		const documentId = await makeDocument(owner, projectId);
		const segment = (await rowsOf(documentId))[0]?.[side][0];
		expect(
			await codeOf(post(actor(), documentId, { type: "edit", segment: segment?.id, version: 1, text: "x" })),
		).toBe(expected);
	});
});

describe("undo", () => {
	test("takes back one's own last operation, also several in a row, and redo does them again", async () => {
		const documentId = await makeDocument(owner, projectId);
		const [first, second] = await rowsOf(documentId);
		const ids = [first?.target[0]?.id ?? "", second?.target[0]?.id ?? ""];
		await post(reviewer, documentId, { type: "edit", segment: ids[0], version: 1, text: "one" });
		await post(owner, documentId, { type: "edit", segment: ids[1], version: 1, text: "two" });
		await post(reviewer, documentId, {
			type: "merge",
			rows: [first, second].map((row) => row && shapeOf(row)),
		});
		const texts = async () =>
			(await rowsOf(documentId)).slice(0, 2).map((row) => row.target.map((segment) => segment.text));
		expect((await undo(reviewer, documentId, newId())).undone).toMatchObject({
			number: 4,
			type: "merge",
			passage: first?.id,
		});
		expect((await undo(reviewer, documentId, newId())).undone).toMatchObject({ number: 2, type: "edit" });
		expect(await texts()).toEqual([[first?.target[0]?.text], ["two"]]);
		expect(await codeOf(undo(reviewer, documentId, newId()))).toBe("refused nothingToUndo");
		expect((await redo(reviewer, documentId, newId())).undone.number).toBe(6);
		expect((await redo(reviewer, documentId, newId())).undone.number).toBe(5);
		expect(await texts()).toEqual([["one", "two"], [expect.any(String)]]);
		expect(await codeOf(redo(reviewer, documentId, newId()))).toBe("refused nothingToRedo");
		expect((await undo(reviewer, documentId, newId())).undone.number).toBe(4);
		expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	});

	test("of the import that made the document is nothing to undo, as for somebody who did nothing", async () => {
		const documentId = await makeDocument(owner, projectId);
		expect(await codeOf(undo(owner, documentId, newId()))).toBe("refused nothingToUndo");
		expect(await codeOf(undo(reviewer, documentId, newId()))).toBe("refused nothingToUndo");
	});

	test("is refused where later work was built on it", async () => {
		const documentId = await makeDocument(owner, projectId);
		const segment = (await rowsOf(documentId))[0]?.target[0];
		await post(reviewer, documentId, { type: "edit", segment: segment?.id, version: 1, text: "one" });
		await post(owner, documentId, { type: "edit", segment: segment?.id, version: 2, text: "two" });
		expect(await codeOf(undo(reviewer, documentId, newId()))).toBe("refused laterWork");
	});
});

test("an id that was used once is refused for ever", async () => {
	const documentId = await makeDocument(owner, projectId);
	const [first, second] = await rowsOf(documentId);
	const shapes = [first, second].map((row) => row && shapeOf(row));
	await post(owner, documentId, { type: "merge", rows: shapes });
	const [whole] = await rowsOf(documentId);
	const divide = { type: "divide", row: whole && shapeOf(whole), id: second?.id, source: 1, target: 1 };
	expect(await codeOf(post(owner, documentId, divide))).toBe("refused refusals.id-used");
});

test("clients may not send what only inverses carry", async () => {
	const documentId = await makeDocument(owner, projectId);
	const segment = (await rowsOf(documentId))[0]?.target[0];
	expect(
		await codeOf(
			post(owner, documentId, { type: "edit", segment: segment?.id, version: 1, text: "x", as: 1 }),
		),
	).toBe("invalid invalidBody");
});

test("a confirmed link and a reviewed wording are facts that shift and undo bring back", async () => {
	const documentId = await makeDocument(owner, projectId, plainRows(8));
	const before = await rowsOf(documentId);
	const row = before[5];
	const exact = (side: Side) => row?.[side].map((segment) => [segment.id, segment.version]);
	await post(reviewer, documentId, {
		type: "confirm",
		kinds: ["link", "review"],
		rows: [{ id: row?.id, source: exact("source"), target: exact("target") }],
	});
	expect((await rowsOf(documentId))[5]).toMatchObject({ state: "reviewed", link: "confirmed" });
	const { orderNumber } = await documentHead(owner, documentId);
	const shift = {
		type: "shift",
		side: "target",
		direction: "down",
		from: before[2]?.id,
		segment: before[2]?.target[0]?.id,
		created: newId(),
		order: orderNumber,
	};
	expect(await post(reviewer, documentId, shift)).toMatchObject({ reload: true });
	const shifted = await rowsOf(documentId);
	expect(shifted).toHaveLength(9);
	expect(shifted[2]).toMatchObject({ state: "empty", confidence: null });
	expect(shifted[5]).toMatchObject({ state: "draft", link: "stale" });
	expect(shifted[3]?.target[0]?.id).toBe(before[2]?.target[0]?.id);
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	await undo(reviewer, documentId, newId());
	expect((await rowsOf(documentId))[5]).toMatchObject({
		state: "reviewed",
		link: "confirmed",
		confidence: 0.9,
	});
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

describe("the log", () => {
	test.each(["UPDATE", "DELETE"])("refuses %s by the application", async (verb) => {
		const documentId = await makeDocument(owner, projectId);
		const sql =
			verb === "UPDATE"
				? `UPDATE "Revision" SET "type" = 'x' WHERE "documentId" = $1`
				: `DELETE FROM "Revision" WHERE "documentId" = $1`;
		await expect(pool().query(sql, [documentId])).rejects.toThrow(/permission denied|append-only/);
	});

	test("shows a flipped byte and a row that it does not tell of", async () => {
		const documentId = await makeDocument(owner, projectId);
		const segment = (await rowsOf(documentId))[0]?.target[0];
		await post(reviewer, documentId, { type: "edit", segment: segment?.id, version: 1, text: "Berth 17" });
		await post(reviewer, documentId, { type: "edit", segment: segment?.id, version: 2, text: "Berth 18" });
		expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
		await asOwner(`UPDATE "Segment" SET "text" = 'Berth 19' WHERE "documentId" = $1 AND "id" = $2`, [
			documentId,
			segment?.id,
		]);
		expect((await verifyDocument(documentId)).discrepancies).toMatchObject([
			{ key: "segment", values: { segment: segment?.id } },
		]);
		await asOwner(`ALTER TABLE "Revision" DISABLE TRIGGER refuse_change`);
		await asOwner(
			`UPDATE "Revision" SET "operation" = replace("operation", 'Berth 17', 'Berth 16') WHERE "documentId" = $1`,
			[documentId],
		);
		await asOwner(`ALTER TABLE "Revision" ENABLE TRIGGER refuse_change`);
		expect((await verifyDocument(documentId)).discrepancies).toMatchObject([
			{ key: "chain", values: { number: 2 } },
		]);
	});

	test("tells clients what happened since a revision", async () => {
		const documentId = await makeDocument(owner, projectId);
		const segment = (await rowsOf(documentId))[0]?.target[0];
		await post(reviewer, documentId, { type: "edit", segment: segment?.id, version: 1, text: "one" });
		expect(await revisionsSince(reader, documentId, 1, 10)).toMatchObject({
			headNumber: 2,
			revisions: [{ number: 2, type: "edit", actor: { name: "Bo Lind" }, operation: { text: "one" } }],
		});
	});
});

test("an outline holds one letter for each passage, its headings and the words done", async () => {
	const documentId = await makeDocument(owner, projectId, [
		[["一。"], ["One two three."]],
		[["二。"], []],
		[[], ["Four."]],
	]);
	const outline = await readOutline(reader, documentId);
	expect(outline).toMatchObject({
		states: "mem",
		links: "aaa",
		words: { done: 0, total: 4, unit: "words", empty: 1 },
	});
});

const shapes: readonly RowTexts[] = [
	[["海风。", "来了。"], ["Sea wind."]],
	[["港口🚢开放。"], ["The port 🚢 opened. Ships came."]],
	[["孤句。"], []],
	[[], ["An extra sentence."]],
	[["一。"], ["One."]],
	[
		["二。", "三。"],
		["Two.", "Three.", "Three and three."],
	],
	[["四。"], ["Four."]],
	[["五。"], []],
];

test("any sequence of operations, undos and redos leaves exactly the rows that the log tells", async () => {
	for (let run = 0; run < 4; run++) {
		const documentId = await createDocument(owner, projectId, importOf(shapes));
		let applied = 0;
		for (let step = 0; step < 50; step++) {
			const rows = await rowsOf(documentId);
			const { orderNumber } = await documentHead(owner, documentId);
			const dice = randomInt(10);
			const work =
				dice === 0
					? undo(owner, documentId, newId())
					: dice === 1
						? redo(owner, documentId, newId())
						: post(owner, documentId, someOperation(rows, orderNumber));
			const code = await codeOf(work);
			if (code === "done") applied += 1;
			else expect(code, `step ${step}`).toMatch(/^(refused|conflict) /);
		}
		expect(applied).toBeGreaterThan(15);
		expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	}
}, 120_000);

test("whatever was done, undo after undo leads back to the document as it was imported", async () => {
	for (let run = 0; run < 6; run++) {
		const documentId = await createDocument(owner, projectId, importOf(shapes));
		const imported = await contentOf(documentId);
		for (let step = 0; step < 15; step++) {
			const { orderNumber } = await documentHead(owner, documentId);
			await codeOf(post(owner, documentId, someOperation(await rowsOf(documentId), orderNumber)));
		}
		let code = "done";
		while (code === "done") code = await codeOf(undo(owner, documentId, newId()));
		expect(code).toBe("refused nothingToUndo");
		expect(await contentOf(documentId)).toEqual(imported);
	}
}, 60_000);

const contentOf = async (documentId: string) =>
	(await rowsOf(documentId)).map(({ id, source, target, state, link, confidence }) => {
		const bare = (list: typeof source) => list.map(({ changedBy: _, changedAt: __, ...segment }) => segment);
		return { id, source: bare(source), target: bare(target), state, link, confidence };
	});

test("confirming a long run is one small revision; it and its undo leave the standings that the log tells", async () => {
	const documentId = await makeDocument(owner, projectId, plainRows(240));
	const rows = await rowsOf(documentId);
	const [first, last] = [rows[0], rows[199]];
	const exact = (row: Row | undefined) => ({
		id: row?.id,
		source: row && pairs(row, "source"),
		target: row && pairs(row, "target"),
	});
	await post(owner, documentId, { type: "confirm", kinds: ["link"], rows: [exact(rows[7])] });
	const run = { from: first?.id, to: last?.id, stale: true, grouping: 1, seen: 2 };
	expect(await post(reviewer, documentId, { type: "affirm", ...run })).toMatchObject({
		reload: true,
		rows: [],
	});
	const confirmed = async () => (await rowsOf(documentId)).filter(({ link }) => link === "confirmed").length;
	expect(await confirmed()).toBe(200);
	const size = await pool().query<{ size: number }>(
		`SELECT length("operation") + length("inverse") AS "size" FROM "Revision" WHERE "documentId" = $1 AND "number" = 3`,
		[documentId],
	);
	expect(size.rows[0]?.size).toBeLessThan(500);
	expect((await segmentHistory(reader, documentId, first?.target[0]?.id ?? "")).entries[0]?.type).toBe(
		"affirm",
	);
	const source = rows[50]?.source[0];
	await post(owner, documentId, { type: "edit", segment: source?.id, version: 1, text: "另一句。" });
	expect((await rowsOf(documentId))[50]).toMatchObject({ link: "stale" });
	expect(await codeOf(undo(reviewer, documentId, newId()))).toBe("refused laterWork");
	await undo(owner, documentId, newId());
	expect(await confirmed()).toBe(200);
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
	expect(await undo(reviewer, documentId, newId())).toMatchObject({
		undone: { type: "affirm", passage: first?.id, passages: 199 },
	});
	expect(await confirmed()).toBe(1);
	await redo(reviewer, documentId, newId());
	expect(await confirmed()).toBe(200);
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

function someOperation(rows: readonly Row[], order: number): object {
	const at = randomInt(Math.max(1, rows.length - 1));
	const first = rows[at];
	const second = rows[at + 1] ?? first;
	if (!first || !second) throw new TypeError("no rows");
	const side: Side = randomInt(2) === 0 ? "source" : "target";
	const segment =
		first[side][randomInt(Math.max(1, first[side].length))] ??
		second[side][0] ??
		first.target[0] ??
		first.source[0];
	if (!segment) throw new TypeError("an empty row");
	const exact = (row: Row) => ({ id: row.id, source: pairs(row, "source"), target: pairs(row, "target") });
	const choices: readonly (() => object)[] = [
		() => ({
			type: "edit",
			segment: segment.id,
			version: segment.version,
			text: `${segment.text}${randomInt(10)}`,
		}),
		() => ({
			type: "split",
			segment: segment.id,
			version: segment.version,
			at: randomInt(segment.text.length + 1),
			draftAt: 1,
			id: newId(),
		}),
		() => ({
			type: "join",
			segments: first[side].slice(0, 2).map((s) => s.id),
			versions: first[side].slice(0, 2).map((s) => s.version),
			separator: " ",
		}),
		() => ({ type: "merge", rows: [shapeOf(first), shapeOf(second)] }),
		() => ({
			type: "divide",
			row: shapeOf(first),
			id: newId(),
			source: randomInt(first.source.length + 1),
			target: randomInt(first.target.length + 1),
		}),
		() => ({
			type: "move",
			rows: [shapeOf(first), shapeOf(second)],
			segment: (second[side][0] ?? segment).id,
		}),
		() => ({
			type: "shift",
			side,
			direction: "down",
			from: first.id,
			segment: (first[side].at(-1) ?? segment).id,
			created: newId(),
			order,
		}),
		() => ({
			type: "shift",
			side,
			direction: "up",
			from: first.id,
			segment: (second[side][0] ?? segment).id,
			created: newId(),
			order,
		}),
		() => ({
			type: "carry",
			rows: [shapeOf(first), shapeOf(second)],
			segments: second[side].slice(0, 2).map((s) => s.id),
		}),
		() => ({ type: "paragraph", segment: segment.id, starts: !segment.paragraphStart }),
		() => ({ type: "edit", segment: segment.id, version: segment.version, text: " " }),
		() => {
			const bare = rows.find((row) => row.target.some(({ text }) => text.trim() === "")) ?? first;
			const blank = bare.target.find(({ text }) => text.trim() === "") ?? segment;
			return { type: "discard", row: shapeOf(bare), segment: blank.id, version: blank.version };
		},
		() => {
			const to = rows[at + randomInt(rows.length - at)] ?? first;
			const run = { from: first.id, to: to.id, grouping: order, seen: 1 + randomInt(60) };
			return { type: "affirm", ...run, stale: randomInt(2) === 0 };
		},
		() => ({ type: "swap", segments: [...first.target, ...second.target].slice(0, 2).map((s) => s.id) }),
		() => ({
			type: "insert",
			row: shapeOf(first),
			segment: newId(),
			text: "typed",
			after: first.target[0]?.id ?? null,
		}),
		() => ({ type: "confirm", kinds: ["link", "review"], rows: [exact(first)] }),
		() => ({ type: "confirm", kinds: ["link"], rows: [exact(first), exact(second)] }),
		() => ({ type: "confirm", kinds: ["link", "review", "approval"], rows: [exact(second)] }),
	];
	for (;;) {
		const operation = choices[randomInt(choices.length)]?.() ?? {};
		// Joins and swaps need two segments; the schema would refuse fewer before the model could.
		if (StoredOperation.safeParse(operation).success) return operation;
	}
}

function pairs(row: Row, side: Side): [string, number][] {
	return row[side].map((segment) => [segment.id, segment.version]);
}

async function asOwner(sql: string, values: unknown[] = []): Promise<void> {
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	await client.query(sql, values).finally(() => client.end());
}
