/**
 * Saves per second with 32 writers, on one document and spread over 64, beside pgbench sending the very
 * same statements to the same durable Postgres:  npm run bench -- saves [ROUNDS] [SECONDS]
 * What is measured takes turns, round after round, so that a busy machine is as busy for each.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, openDatabase, pool } from "#lib/server/db.ts";
import { startEmbedded } from "#lib/server/embedded.ts";
import { installQueues } from "#lib/server/jobs/install-queues.ts";
import { migrate } from "#lib/server/migrate.ts";
import { performOperation } from "#lib/server/operations.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";
import { cookieFor } from "#tests/setup/over-http.ts";
import { startServer, type TestServer } from "#tests/setup/server.ts";
import { median, percentile, type Timings, table } from "./load/figures.ts";
import { findPgbench, playScripts, recordScript } from "./load/pgbench.ts";
import { type Desk, deskOf, keepSaving, type Save, saveOnce, saveOverHttp } from "./load/writers.ts";

const writers = 32;
const passages = 60;
const spread = 64;
const [rounds = 5, seconds = 5] = process.argv.slice(3).map(Number);

/** Something measured, and what it is held against. */
interface Contestant {
	readonly name: string;
	readonly load: "one document" | "64 documents";
	run(): Promise<Timings>;
	readonly results: Timings[];
}

const dataFolder = mkdtempSync(join(tmpdir(), "duizhao-saves-"));
const cluster = await startEmbedded({ dataFolder });
let server: TestServer | undefined;
try {
	await migrate(cluster.url);
	await installQueues(cluster.url);
	process.env["DATABASE_URL"] = cluster.url;
	process.env["DUIZHAO_SESSION_SECRET"] = "the bench's own secret, of no use elsewhere";
	openDatabase(cluster.url);
	await requireDurable();
	const actor = await makePerson("Ines Okoye");
	const projectId = await makeProject([actor, "owner"]);
	const contestants = await enter(actor, projectId);
	for (let round = 0; round < rounds; round++) {
		for (const contestant of contestants) contestant.results.push(await contestant.run());
	}
	report(contestants);
	await proveLogs(projectId);
} finally {
	await server?.stop();
	await closeDatabase();
	await cluster.stop();
	rmSync(cluster.cluster, { recursive: true, force: true });
	rmSync(dataFolder, { recursive: true, force: true });
}

async function requireDurable(): Promise<void> {
	for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
		const found = await pool().query<{ value: string }>(`SELECT current_setting($1) AS "value"`, [setting]);
		if (found.rows[0]?.value !== "on") throw new Error(`${setting} is off: such figures would say nothing`);
	}
}

async function enter(actor: Actor, projectId: string): Promise<Contestant[]> {
	const desks = async (count: number): Promise<Desk[]> => {
		const made: Desk[] = [];
		for (let i = 0; i < count; i++)
			made.push(await deskOf(actor, await makeDocument(actor, projectId, plainRows(passages)), writers));
		return made;
	};
	const here: Save = async (documentId, input) => (await performOperation(actor, documentId, input)).number;
	const ways: [name: string, save: Save][] = [["performOperation", here]];
	if (existsSync(".next/BUILD_ID")) {
		server = await startServer({ databaseUrl: cluster.url });
		ways.push(["over HTTP", saveOverHttp(server.url, await cookieFor(actor))]);
	} else console.log("Nothing is built, so saves over HTTP are left out: npm run build");
	const program = findPgbench();
	if (program === null)
		console.log("pgbench is neither on PATH nor under /usr/lib/postgresql, so nothing is held against it.");
	const contestants: Contestant[] = [];
	for (const [load, count] of [
		["one document", 1],
		["64 documents", spread],
	] as const) {
		for (const [name, save] of ways) {
			const own = await desks(count);
			await warmUp(save, own);
			contestants.push({ name, load, run: () => keepSaving(save, own, writers, seconds), results: [] });
		}
		if (program === null) continue;
		const recorded = await desks(count);
		await warmUp(here, recorded);
		const scripts = await record(here, recorded);
		const playing = {
			program,
			databaseUrl: cluster.url,
			options: String(pool().options.options),
			scripts,
			clients: writers,
			seconds,
		};
		contestants.push({ name: "pgbench", load, run: () => playScripts(playing), results: [] });
	}
	return contestants;
}

/** The first save of a passage changes its state as well; what follows is the ordinary one. */
async function warmUp(save: Save, desks: readonly Desk[]): Promise<void> {
	for (const desk of desks)
		for (let writer = 0; writer < writers; writer++) await saveOnce(save, desk, writer);
}

/** One script for each writer's rendering in one document, or for one rendering of each of many. */
async function record(save: Save, desks: readonly Desk[]): Promise<string[]> {
	const places = desks.length === 1 ? Array.from({ length: writers }, (_, writer) => writer) : [0];
	const scripts: string[] = [];
	for (const desk of desks)
		for (const writer of places) scripts.push(await recordScript(() => saveOnce(save, desk, writer)));
	if (process.env["SHOW_SCRIPT"]) console.log(scripts[0]);
	return scripts;
}

function report(contestants: readonly Contestant[]): void {
	const lines = contestants.map(({ name, load, results }) => {
		const times = results.flatMap(({ milliseconds }) => milliseconds);
		const rate = median(results.map(({ perSecond }) => perSecond));
		const other = contestants.find((rival) => rival.load === load && rival.name === "pgbench");
		const ratio = other
			? median(results.map((result, i) => result.perSecond / (other.results[i]?.perSecond ?? Number.NaN)))
			: Number.NaN;
		const figures = [
			rate.toFixed(0),
			percentile(times, 0.5).toFixed(1),
			percentile(times, 0.95).toFixed(1),
			ratio.toFixed(2),
		];
		return [`${load}, ${name}`, ...figures];
	});
	console.log(`${writers} writers, ${rounds} rounds of ${seconds} s, medians; Node ${process.version}`);
	console.log(table([["", "saves/s", "p50 ms", "p95 ms", "× pgbench"], ...lines]));
}

/** Whatever was fast must also be true. pgbench's own documents are no logs: it does not compute hashes. */
async function proveLogs(projectId: string): Promise<void> {
	const found = await pool().query<{ id: string }>(
		`SELECT d."id" FROM "Document" d WHERE d."projectId" = $1 AND NOT EXISTS (
			SELECT FROM "Revision" r WHERE r."documentId" = d."id" AND r."requestKey" ~ '^[0-9]{1,16}$') ORDER BY d."headNumber" DESC LIMIT 6`,
		[projectId],
	);
	for (const { id } of found.rows) {
		const { revisions, discrepancies } = await verifyDocument(id);
		if (discrepancies.length > 0) throw new Error(`${id}: ${JSON.stringify(discrepancies.slice(0, 3))}`);
		console.log(`verified ${revisions} revisions of a document`);
	}
}
