/**
 * A document of 5,000 passages with 100,000 revisions: how long histories, versions, the timeline and the proof take,
 * and what a revision weighs:  npm run bench -- history [PASSAGES] [REVISIONS]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Actor } from "#lib/server/access.ts";
import { passagesBlame, segmentBlame } from "#lib/server/blame.ts";
import { closeDatabase, openDatabase, pool } from "#lib/server/db.ts";
import { startEmbedded } from "#lib/server/embedded.ts";
import { importLog } from "#lib/server/import-log.ts";
import { installQueues } from "#lib/server/jobs/install-queues.ts";
import { migrate } from "#lib/server/migrate.ts";
import { documentAt } from "#lib/server/revision-log/document-at.ts";
import { replayLog } from "#lib/server/revision-log/replay.ts";
import { segmentHistory } from "#lib/server/revisions.ts";
import { documentTimeline, projectTimeline } from "#lib/server/timeline.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { type LongLog, longLog, steady } from "./history/long-log.ts";
import { percentile, table } from "./load/figures.ts";

const [passages = 5_000, revisions = 100_000] = process.argv.slice(3).map(Number);
const names = ["Ines Okoye", "Bo Lind", "Ana Ruiz", "Mei Sato", "Tomas Weir", "Noor Haddad"];
const random = steady(23);
const lines: string[][] = [["", "median", "95 %", "worst"]];

const dataFolder = mkdtempSync(join(tmpdir(), "duizhao-history-"));
const cluster = await startEmbedded({ dataFolder });
try {
	await migrate(cluster.url);
	await installQueues(cluster.url);
	process.env["DATABASE_URL"] = cluster.url;
	openDatabase(cluster.url);
	const people: Actor[] = [];
	for (const name of names) people.push(await makePerson(name));
	const owner = people[0] ?? (await makePerson());
	const projectId = await makeProject(...people.map((person): [Actor, "owner"] => [person, "owner"]));
	const log = longLog(
		passages,
		revisions,
		people.map(({ userId, name }) => ({ id: userId, name })),
	);
	const [took, { documentId }] = await timed(() => importLog(owner, projectId, bytesOf(log.lines)));
	console.log(`${passages} passages, ${revisions} revisions; taken in within ${seconds(took)} (log import)`);
	await weigh(documentId, log);
	await readHistories(owner, documentId, log);
	await readBlame(owner, documentId, log);
	await openVersions(documentId);
	await readTimelines(owner, projectId, documentId, log);
	console.log(table(lines));
	await prove(documentId);
} finally {
	await closeDatabase();
	await cluster.stop();
	rmSync(cluster.cluster, { recursive: true, force: true });
	rmSync(dataFolder, { recursive: true, force: true });
}

async function* bytesOf(text: readonly string[]): AsyncGenerator<Uint8Array> {
	for (const line of text) yield Buffer.from(line);
}

async function timed<Result>(work: () => Promise<Result>): Promise<[number, Result]> {
	const start = performance.now();
	const result = await work();
	return [performance.now() - start, result];
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1_000).toFixed(1)} s`;
}

function note(name: string, times: readonly number[]): void {
	const figures = [percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)];
	lines.push([name, ...figures.map((time) => `${time.toFixed(1)} ms`)]);
}

async function weigh(documentId: string, { bytes }: LongLog): Promise<void> {
	const edits = bytes.get("edit");
	const all = [...bytes.values()].reduce((sum, entry) => sum + entry.bytes, 0);
	console.log(
		`bytes of log per edit: ${((edits?.bytes ?? 0) / (edits?.count ?? 1)).toFixed(0)}; per revision: ${(all / revisions).toFixed(0)}`,
	);
	const stored = await pool().query<{ name: string; bytes: string }>(
		`SELECT relname AS "name", pg_total_relation_size(oid) AS "bytes" FROM pg_class
		WHERE relname IN ('Revision', 'RevisionSegment', 'Fact', 'Lineage', 'Snapshot') AND relkind = 'r' ORDER BY 2 DESC`,
	);
	for (const { name, bytes: size } of stored.rows)
		console.log(
			`${name}: ${(Number(size) / 2 ** 20).toFixed(1)} MB with its indexes, ${(Number(size) / revisions).toFixed(0)} bytes a revision`,
		);
	const snapshots = await pool().query<{ count: number; mean: number }>(
		`SELECT count(*)::int AS "count", avg(octet_length("bytes"))::int AS "mean" FROM "Snapshot" WHERE "documentId" = $1`,
		[documentId],
	);
	console.log(`snapshots: ${snapshots.rows[0]?.count} of ${snapshots.rows[0]?.mean} bytes on average`);
}

async function readHistories(owner: Actor, documentId: string, { replica }: LongLog): Promise<void> {
	const segments = replica.rows().flatMap(({ source, target }) => [...source, ...target]);
	const times: number[] = [];
	for (let i = 0; i < 300; i++) {
		const segment = segments[Math.floor(random() * segments.length)];
		if (segment) times.push((await timed(() => segmentHistory(owner, documentId, segment.id)))[0]);
	}
	note("history of a segment", times);
}

async function readBlame(owner: Actor, documentId: string, { replica }: LongLog): Promise<void> {
	const rows = replica.rows();
	const [single, window]: [number[], number[]] = [[], []];
	for (let i = 0; i < 100; i++) {
		const at = Math.floor(random() * rows.length);
		const segment = rows[at]?.target[0]?.id;
		if (segment) single.push((await timed(() => segmentBlame(owner, documentId, segment)))[0]);
		const passages = rows.slice(at, at + 20).map(({ id }) => id);
		if (i % 5 === 0) window.push((await timed(() => passagesBlame(owner, documentId, { passages })))[0]);
	}
	note("who wrote a segment", single);
	note("who wrote 20 passages", window);
}

async function openVersions(documentId: string): Promise<void> {
	const times: number[] = [];
	for (let i = 0; i < 60; i++) {
		const number = 1 + Math.floor(random() * revisions);
		times.push((await timed(() => documentAt(pool(), documentId, number)))[0]);
	}
	note("any version opened", times);
	const [whole] = await timed(() => replayLog(pool(), documentId, revisions));
	console.log(`the last version without snapshots: ${seconds(whole)}`);
}

/** Pages of 50 lines, as they are looked for. */
async function readTimelines(
	owner: Actor,
	projectId: string,
	documentId: string,
	{ replica }: LongLog,
): Promise<void> {
	const rows = replica.rows();
	const at = () => String(1 + Math.floor(random() * revisions));
	const someone = (await peopleThere())[1];
	const pages: [string, () => Promise<unknown>][] = [
		["anywhere", () => documentTimeline(owner, documentId, { before: at() })],
		["of a person", () => documentTimeline(owner, documentId, { before: at(), person: someone ?? "" })],
		["of alignment", () => documentTimeline(owner, documentId, { before: at(), kind: "alignment" })],
		[
			"of a passage",
			() =>
				documentTimeline(owner, documentId, { passage: rows[Math.floor(random() * rows.length)]?.id ?? "" }),
		],
		["of the project", () => projectTimeline(owner, projectId, {})],
	];
	for (const [name, read] of pages) {
		const times: number[] = [];
		for (let i = 0; i < 40; i++) times.push((await timed(read))[0]);
		note(`timeline ${name}, a page`, times);
	}
}

async function peopleThere(): Promise<string[]> {
	const found = await pool().query<{ id: string }>(`SELECT "id" FROM "User" ORDER BY "name"`);
	return found.rows.map(({ id }) => id);
}

/** Whole, and with one byte of one revision turned over. */
async function prove(documentId: string): Promise<void> {
	const [took, whole] = await timed(() => verifyDocument(documentId));
	if (whole.discrepancies.length > 0) throw new Error(JSON.stringify(whole.discrepancies.slice(0, 3)));
	console.log(`verified in ${seconds(took)}: no discrepancy`);
	const number = 1 + Math.floor(random() * revisions);
	await flip(documentId, number);
	const [again, { discrepancies }] = await timed(() => verifyDocument(documentId));
	const [found] = discrepancies;
	if (found?.key !== "chain" || found.values["number"] !== number)
		throw new Error(`revision ${number} was changed, and this was found: ${JSON.stringify(discrepancies)}`);
	console.log(`one byte of revision ${number} turned over: named in ${seconds(again)}`);
}

/** As the database's owner, past the trigger that refuses it. */
async function flip(documentId: string, number: number): Promise<void> {
	const client = new pg.Client({ connectionString: cluster.url });
	await client.connect();
	try {
		await client.query("SET session_replication_role = replica");
		const place = Math.floor(random() * 60);
		await client.query(
			`UPDATE "Revision" SET "operation" = overlay("operation" PLACING chr(ascii(substr("operation", $3, 1)) # 1) FROM $3)
			WHERE "documentId" = $1 AND "number" = $2`,
			[documentId, number, 1 + place],
		);
	} finally {
		await client.end();
	}
}
