/** A document's log as a file: what it brings elsewhere is the document itself, and what was changed on the way is refused. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "#lib/core/document/canonical.ts";
import { writeSnapshot } from "#lib/core/document/snapshot.ts";
import type { Actor } from "#lib/server/access.ts";
import { changeAccount, listAccounts } from "#lib/server/accounts.ts";
import { closeDatabase, db, pool } from "#lib/server/db.ts";
import { exportLog } from "#lib/server/export-log.ts";
import { importLog, LogRefused } from "#lib/server/import-log.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation, undo } from "#lib/server/operations.ts";
import { documentHead, readWindow } from "#lib/server/passages.ts";
import { chainHash } from "#lib/server/revision-log/chain.ts";
import { replayLog } from "#lib/server/revision-log/replay.ts";
import { segmentHistory } from "#lib/server/revisions.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { anyAttempts, anyImport } from "#tests/core/document/arbitrary.ts";
import { Session, stored } from "#tests/core/document/session.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { openTestDatabase } from "./caller.ts";

let lead: Actor;
let reviewer: Actor;
let projectId: string;
let original: string;
let lines: string[];

beforeAll(async () => {
	await openTestDatabase();
	lead = await makePerson("Ines Okoye");
	reviewer = await makePerson("Bo Lind");
	projectId = await makeProject([lead, "lead"], [reviewer, "reviewer"]);
	original = await makeDocument(lead, projectId);
	await edit(reviewer, original, 0, "Wharf No. 1 opened no berths today.");
	await confirm(original, 0);
	await merge(original, 1);
	await undo(lead, original, newId());
	await edit(reviewer, original, 2, "");
	lines = await linesOf(original);
});
afterAll(closeDatabase);

const rowsOf = async (documentId: string) => (await readWindow(lead, documentId, { limit: 500 })).rows;
const exact = (segments: readonly { id: string; version: number }[] = []) =>
	segments.map(({ id, version }): [string, number] => [id, version]);
const perform = async (who: Actor, documentId: string, operation: object) =>
	await performOperation(who, documentId, { key: newId(), operation: operation as never });

async function edit(who: Actor, documentId: string, row: number, text: string): Promise<void> {
	const segment = (await rowsOf(documentId))[row]?.target[0];
	await perform(who, documentId, {
		type: "edit",
		v: 1,
		segment: segment?.id,
		version: segment?.version,
		text,
		as: null,
	});
}

async function confirm(documentId: string, row: number): Promise<void> {
	const { id, source, target } = (await rowsOf(documentId))[row] ?? {};
	const rows = [{ id, source: exact(source), target: exact(target) }];
	await perform(lead, documentId, { type: "confirm", v: 1, kinds: ["link", "review"], rows });
}

async function merge(documentId: string, row: number): Promise<void> {
	const shape = ({ id, source, target }: Awaited<ReturnType<typeof rowsOf>>[number]) => ({
		id,
		source: source.map((segment) => segment.id),
		target: target.map((segment) => segment.id),
	});
	const rows = (await rowsOf(documentId)).slice(row, row + 2).map(shape);
	await perform(lead, documentId, { type: "merge", v: 1, rows, order: null });
}

async function linesOf(documentId: string): Promise<string[]> {
	const read: string[] = [];
	for await (const line of (await exportLog(lead, documentId)).lines) read.push(line);
	return read;
}

/** In pieces that end anywhere, as a file is read. */
async function* pieces(text: readonly string[], size = 1_000): AsyncGenerator<Uint8Array> {
	const bytes = Buffer.from(text.join(""));
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const take = async (text: readonly string[], into = projectId) => await importLog(lead, into, pieces(text));
const withoutTime = ([header = "", ...rest]: readonly string[]) => [
	header.replace(/"exportedAt":"[^"]*"/, ""),
	...rest,
];
const state = async (documentId: string) => writeSnapshot(await replayLog(pool(), documentId, 1_000));

test("a log that is taken in is a document with the same texts, states, people, dates and bytes of log", async () => {
	const { documentId, ...counts } = await take(lines);
	expect(counts).toEqual({ revisions: 6, passages: 6, people: 2 });
	expect(await verifyDocument(documentId)).toMatchObject({ revisions: 6, discrepancies: [] });
	expect(await state(documentId)).toBe(await state(original));
	const seen = async (id: string) =>
		(await rowsOf(id)).map(({ source, target, state: now, link }) => ({ source, target, now, link }));
	expect(await seen(documentId)).toEqual(await seen(original));
	const segment = (await rowsOf(original))[0]?.target[0]?.id ?? "";
	expect(await segmentHistory(lead, documentId, segment)).toEqual(
		await segmentHistory(lead, original, segment),
	);
	expect((await documentHead(lead, documentId)).description).toEqual(
		(await documentHead(lead, original)).description,
	);
	expect(withoutTime(await linesOf(documentId))).toEqual(withoutTime(lines));
});

test("work goes on in it, and it can be handed on once more", async () => {
	const { documentId } = await take(lines);
	await edit(reviewer, documentId, 3, "Wharf No. 4 is new.");
	await undo(reviewer, documentId, newId());
	expect(await verifyDocument(documentId)).toMatchObject({ revisions: 8, discrepancies: [] });
	const again = await take(await linesOf(documentId));
	expect(await verifyDocument(again.documentId)).toMatchObject({ revisions: 8, discrepancies: [] });
});

test("people whom nobody knows here keep their name and their id, and have no way in", async () => {
	const [stranger, there] = [newId(), newId()];
	const moved = rechained(
		lines,
		(line) => ({ ...line, actor: line.actor === reviewer.userId ? stranger : lead.userId }),
		{
			document: there,
			people: [
				{ id: stranger, name: "Ana Ruiz" },
				{ id: lead.userId, name: "Another name" },
			],
		},
	);
	const { documentId } = await take(moved);
	expect(await verifyDocument(documentId)).toMatchObject({ discrepancies: [] });
	const segment = (await rowsOf(documentId))[0]?.target[0]?.id ?? "";
	const { entries } = await segmentHistory(lead, documentId, segment);
	expect(entries.map(({ actor }) => actor)).toEqual([
		{ id: lead.userId, name: "Ines Okoye" },
		{ id: stranger, name: "Ana Ruiz" },
	]);
	const administrator = { ...lead, administrator: true };
	expect((await listAccounts(administrator)).accounts.map(({ id }) => id)).not.toContain(stranger);
	await expect(changeAccount(administrator, stranger, { disabled: false })).rejects.toThrow("not-found");
	await expect(db().user.update({ where: { id: stranger }, data: { disabledAt: null } })).rejects.toThrow();
});

interface Line {
	number: number;
	at: string;
	actor: string;
	undoes: number | null;
	operation: string;
	inverse: string;
	hash: string;
}

/** The log with its revisions changed and hashed anew, as somebody would who forges one. */
function rechained(
	from: readonly string[],
	change: (line: Line) => Line,
	header: Record<string, unknown> = {},
): string[] {
	const first = { ...JSON.parse(from[0] ?? ""), ...header };
	let hash = "";
	const revisions = from.slice(1, -1).map((text) => {
		const line = change(JSON.parse(text));
		const { number, at, actor: actorId, undoes, operation, inverse } = line;
		hash = chainHash(hash, {
			logId: first.document,
			number,
			at: new Date(at),
			actorId,
			undoes,
			operation,
			inverse,
		});
		return { ...line, hash };
	});
	return [first, ...revisions, { end: true, revisions: revisions.length, hash }].map(
		(line) => `${JSON.stringify(line)}\n`,
	);
}

const at = (place: number, change: (line: string) => string) => () =>
	lines.map((line, i) => (i === place ? change(line) : line));
const forged = (number: number, change: (line: Line) => Partial<Line>) => () =>
	rechained(lines, (line) => (line.number === number ? { ...line, ...change(line) } : line));

describe("a file that is not the log it says is refused with its line, and nothing of it is kept", () => {
	test.each<[claim: string, made: () => readonly string[], line: number, key: LogRefused["key"]]>([
		["no log at all", () => ["Wharf No. 1\n"], 1, "notLog"],
		["nothing", () => [], 1, "notLog"],
		[
			"a later version of the format",
			at(0, (line) => line.replace('"version":1', '"version":2')),
			1,
			"notLog",
		],
		["a field that nobody knows", at(0, (line) => line.replace("{", '{"more":1,')), 1, "notLog"],
		["one letter of a text changed", at(2, (line) => line.replace("no berths", "no Berths")), 3, "chain"],
		["a date changed", at(3, (line) => line.replace(/"at":"20\d\d/, '"at":"1999')), 4, "chain"],
		[
			"another person's name put to it",
			at(2, (line) => line.replace(reviewer.userId, lead.userId)),
			3,
			"chain",
		],
		[
			"a person of whom the header does not tell",
			at(0, (line) => line.replace(reviewer.userId, newId())),
			3,
			"person",
		],
		["another document's log", at(0, (line) => line.replace(original, newId())), 2, "chain"],
		["a line left out", () => lines.filter((_, i) => i !== 3), 4, "number"],
		["two lines exchanged", () => lines.with(3, lines[4] ?? "").with(4, lines[3] ?? ""), 4, "number"],
		["a broken line", at(4, (line) => line.slice(0, 40)), 5, "line"],
		["the end missing", () => lines.slice(0, -1), 8, "end"],
		["cut in the middle", () => lines.slice(0, 4), 5, "end"],
		["something behind the end", () => [...lines, lines[1] ?? ""], 9, "afterEnd"],
		["another hash at the end", at(7, (line) => line.replace(/[0-9a-f]{8}"/, '00000000"')), 8, "head"],
		[
			"an operation that cannot be applied",
			forged(2, ({ operation }) => ({ operation: operation.replace(/"version":1/, '"version":9') })),
			3,
			"replay",
		],
		[
			"an inverse that is not its own",
			forged(2, ({ inverse }) => ({ inverse: inverse.replace("Wharf", "Quay") })),
			3,
			"replay",
		],
		[
			"an operation that nobody knows",
			forged(3, () => ({ operation: '{"type":"burn","v":1}' })),
			4,
			"operation",
		],
		[
			"an operation not in its one form",
			forged(3, ({ operation }) => ({ operation: ` ${operation}` })),
			4,
			"operation",
		],
		["taking back what comes later", forged(5, () => ({ undoes: 5 })), 6, "undoes"],
	])("%s", async (_claim, made, line, key) => {
		const before = await pool().query(`SELECT count(*)::int AS "n" FROM "Document"`);
		const refused = await take(made()).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(LogRefused);
		expect(refused).toMatchObject({ key, line });
		const after = await pool().query(`SELECT count(*)::int AS "n" FROM "Document"`);
		expect(after.rows).toEqual(before.rows);
	});
});

test("whatever people did, the document that is made of their log is what the log tells", async () => {
	await fc.assert(
		fc.asyncProperty(anyImport, anyAttempts(25), async (begin, attempts) => {
			const session = new Session(begin, []);
			for (const attempt of attempts) session.attempt(attempt);
			const revisions = session.log.map(({ number, operation, inverse, undoes }) => ({
				number,
				at: new Date(number * 1_000).toISOString(),
				actor: reviewer.userId,
				undoes,
				operation: canonicalJson(stored(operation) as unknown as Json),
				inverse: canonicalJson(inverse as unknown as Json),
				hash: "",
			}));
			const file = [
				lines[0]?.replace(/"revisions":\d+/, `"revisions":${revisions.length}`) ?? "",
				...revisions.map((line) => JSON.stringify(line)),
				"",
			];
			const { documentId } = await take(rechained(file, (line) => line));
			expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
			expect(await state(documentId)).toBe(writeSnapshot(session.replica));
		}),
		{ numRuns: 40 * Number(process.env["PROPERTY_RUNS"] ?? 1) },
	);
});

test("only who may import takes a log in, and only who sees a document gets its log", async () => {
	await expect(importLog(reviewer, projectId, pieces(lines))).rejects.toThrow("forbidden");
	const stranger = await makePerson("Nobody here");
	await expect(importLog(stranger, projectId, pieces(lines))).rejects.toThrow("not-found");
	await expect(exportLog(stranger, original)).rejects.toThrow("not-found");
});
