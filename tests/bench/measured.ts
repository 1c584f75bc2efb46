/**
 * The measures of a long document with a long log:  npm run bench -- measured [PASSAGES] [REVISIONS]
 * Every rendering differs from its draft; the revisions are written past the log's own door, which is not what is measured.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, openDatabase, pool } from "#lib/server/db.ts";
import { startEmbedded } from "#lib/server/embedded.ts";
import { documentMeasures } from "#lib/server/measures/document.ts";
import { measureDocument } from "#lib/server/measures/fill.ts";
import { MeasuresQuery } from "#lib/server/measures/found.ts";
import { PassageMeasuresQuery, passageMeasures } from "#lib/server/measures/passages.ts";
import { projectMeasures } from "#lib/server/measures/project.ts";
import { migrate } from "#lib/server/migrate.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";
import { median, table } from "./load/figures.ts";

const [passages = 5_000, revisions = 100_000] = process.argv
	.slice(process.argv[2] === "measured" ? 3 : 2)
	.map(Number);
const rounds = 5;
const draft =
	"The inspection group visited the new reservoir and reported that the embankment had been repaired before the flood season began";

const dataFolder = mkdtempSync(join(tmpdir(), "duizhao-measured-"));
const cluster = await startEmbedded({ dataFolder });
try {
	await migrate(cluster.url);
	process.env["DATABASE_URL"] = cluster.url;
	openDatabase(cluster.url);
	const owner = await makePerson("Ines Okoye");
	const projectId = await makeProject([owner, "owner"]);
	await measure(owner, projectId, await longDocument(owner, projectId));
} finally {
	await closeDatabase();
	await cluster.stop();
	rmSync(cluster.cluster, { recursive: true, force: true });
	rmSync(dataFolder, { recursive: true, force: true });
}

async function longDocument(owner: Actor, projectId: string): Promise<string> {
	const rows = plainRows(passages).map(([source], i) => [source, [`${draft} (${i}).`]] as const);
	const id = await makeDocument(owner, projectId, rows);
	await pool().query(
		`INSERT INTO "Revision" ("documentId", "number", "projectId", "actorId", "at", "type", "operation", "inverse", "hash")
		SELECT $1, n, $2, $3, now() - interval '60 days' + n * interval '40 seconds', 'edit', repeat('x', 350), repeat('y', 350), md5(n::text)
		FROM generate_series(2, $4::int) AS n`,
		[id, projectId, owner.userId, revisions],
	);
	await pool().query(
		`UPDATE "Segment" s SET "text" = replace(replace(s."text", 'visited', 'went to see'), 'before the flood season began', 'ahead of the floods'),
			"version" = 2 + (line.n * $2::bigint / $3) % ($2 - 1)
		FROM (SELECT "id", row_number() OVER () AS n FROM "Segment" WHERE "documentId" = $1 AND "side" = 'target') AS line
		WHERE s."documentId" = $1 AND s."id" = line."id"`,
		[id, revisions, passages],
	);
	await pool().query(`UPDATE "Passage" SET "state" = 'edited' WHERE "documentId" = $1`, [id]);
	await pool().query(`UPDATE "Document" SET "headNumber" = $2 WHERE "id" = $1`, [id, revisions]);
	await pool().query("ANALYZE");
	return id;
}

async function measure(owner: Actor, projectId: string, id: string): Promise<void> {
	const query = MeasuresQuery.parse({});
	const first = await timed(() => measureDocument({ id, projectId, language: "en" }));
	const total = await timed(() => documentMeasures(owner, id, query));
	const again = () =>
		pool().query(`UPDATE "DocumentMeasure" SET "number" = "number" - 20 WHERE "documentId" = $1`, [id]);
	const lines: [name: string, work: () => Promise<unknown>, before?: () => Promise<unknown>][] = [
		["after twenty edits", () => documentMeasures(owner, id, query), again],
		["asked again", () => documentMeasures(owner, id, query)],
		["the project's", () => projectMeasures(owner, projectId, query)],
		["200 passages in order", () => passageMeasures(owner, id, PassageMeasuresQuery.parse({}))],
		["the 200 most edited", () => passageMeasures(owner, id, PassageMeasuresQuery.parse({ order: "rate" }))],
	];
	const figures = [
		["", "milliseconds"],
		["measured for the first time, by a job", first.toFixed(0)],
		["added up for the first time", total.toFixed(0)],
	];
	for (const [name, work, before] of lines) {
		const times: number[] = [];
		for (let round = 0; round < rounds; round += 1) {
			await before?.();
			times.push(await timed(work));
		}
		figures.push([name, median(times).toFixed(0)]);
	}
	console.log(`${passages} passages, ${revisions} revisions`);
	console.log(table(figures));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const begin = performance.now();
	await work();
	return performance.now() - begin;
}
