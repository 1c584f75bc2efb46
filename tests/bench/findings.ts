/**
 * Checking a long document, and one edit in it:  npm run bench -- findings [PASSAGES] [FOLDER]
 * The texts are those of FOLDER/source.zh and FOLDER/reference.en over and over; each hundredth rendering is of machine.en.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import type { Actor } from "#lib/server/access.ts";
import { bringUpToDate } from "#lib/server/checking/bring-up-to-date.ts";
import { readPassages } from "#lib/server/checking/read-passages.ts";
import { checkedHead } from "#lib/server/checking/rules.ts";
import { closeDatabase, openDatabase, pool } from "#lib/server/db.ts";
import { startEmbedded } from "#lib/server/embedded.ts";
import { readFindings } from "#lib/server/findings.ts";
import { createTerm } from "#lib/server/glossary/change.ts";
import { installQueues } from "#lib/server/jobs/install-queues.ts";
import { migrate } from "#lib/server/migrate.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { median, table } from "./load/figures.ts";

const [asked = "50000", folder = "../shared/corpora/wmt22-zh-en"] = process.argv.slice(
	process.argv[2] === "findings" ? 3 : 2,
);
const passages = Number(asked);
const edits = 10;

const dataFolder = mkdtempSync(join(tmpdir(), "duizhao-findings-"));
const cluster = await startEmbedded({ dataFolder });
try {
	await migrate(cluster.url);
	await installQueues(cluster.url);
	process.env["DATABASE_URL"] = cluster.url;
	openDatabase(cluster.url);
	const owner = await makePerson("Ines Okoye");
	await measure(owner, await longDocument(owner, await makeProject([owner, "owner"])));
} finally {
	await closeDatabase();
	await cluster.stop();
	rmSync(cluster.cluster, { recursive: true, force: true });
	rmSync(dataFolder, { recursive: true, force: true });
}

async function longDocument(owner: Actor, projectId: string): Promise<string> {
	const lines = (name: string) => readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
	const [source, reference, machine] = [lines("source.zh"), lines("reference.en"), lines("machine.en")];
	const rows = Array.from({ length: passages }, (_, i) => {
		const at = i % source.length;
		return [[source[at] ?? ""], [(i % 100 === 99 ? machine : reference)[at] ?? ""]] as const;
	});
	const id = await makeDocument(owner, projectId, rows);
	await pool().query("ANALYZE");
	return id;
}

async function measure(owner: Actor, id: string): Promise<void> {
	globalThis.gc?.();
	const { projectId } = await checkedHead(id);
	const before = process.memoryUsage().rss;
	let peak = before;
	const watching = setInterval(() => {
		peak = Math.max(peak, process.memoryUsage().rss);
	}, 20);
	const began = process.cpuUsage();
	const first = await timed(async () => bringUpToDate(await checkedHead(id)));
	const { user, system } = process.cpuUsage(began);
	clearInterval(watching);
	const read = await timed(() => readFindings(owner, id));
	const english = await timed(() => readIn(id));
	const again = await timed(async () => bringUpToDate(await checkedHead(id)));
	const single: number[] = [];
	const answers: number[] = [];
	const readings: number[] = [];
	const looked = new Set<number>();
	for (let i = 0; i < edits; i += 1) {
		await editOne(owner, id, Math.floor((i + 0.5) * (passages / edits)));
		const one = await timed(async () => bringUpToDate(await checkedHead(id)));
		single.push(one.took);
		looked.add(one.result.looked);
		readings.push((await timed(() => readIn(id))).took);
		answers.push((await timed(() => readFindings(owner, id))).took);
	}
	await createTerm(owner, projectId, {
		...{ simplified: "快递", traditional: "", domain: "", note: "" },
		renderings: [{ text: "courier", status: "preferred", note: "", authority: "", alwaysWrong: false }],
	});
	const term = await timed(async () => bringUpToDate(await checkedHead(id)));
	const disputed = await pool().query<{ count: string }>(`SELECT count(*) FROM "DisputedSubject"`);
	const mentions = await pool().query<{ count: string }>(`SELECT count(*) FROM "CheckedMention"`);
	console.log(
		table([
			["", ""],
			["passages looked at", String(first.result.looked)],
			["seconds", (first.took / 1_000).toFixed(1)],
			["of the processor, without the database's", ((user + system) / 1e6).toFixed(1)],
			["passages per second", String(Math.round((passages / first.took) * 1_000))],
			["English read afterwards: texts, seconds", `${english.result}, ${(english.took / 1_000).toFixed(1)}`],
			["texts per second", String(Math.round((english.result / english.took) * 1_000))],
			["peak memory of the process, MB", (peak / 1e6).toFixed(0)],
			["of it before, MB", (before / 1e6).toFixed(0)],
			["findings", String(read.result.total)],
			["mentions, subjects in dispute", `${mentions.rows[0]?.count}, ${disputed.rows[0]?.count}`],
			["the document's findings read, ms", read.took.toFixed(0)],
			["asked again with nothing changed, ms", again.took.toFixed(1)],
			["after one edit: passages looked at", [...looked].join(", ")],
			["after one edit: looking, ms", median(single).toFixed(0)],
			[
				"after a new term: passages looked at, seconds",
				`${term.result.looked}, ${(term.took / 1_000).toFixed(2)}`,
			],
			["after one edit: reading its English, ms", median(readings).toFixed(0)],
			["after one edit: the document's findings read, ms", median(answers).toFixed(0)],
		]),
	);
	for (const { check, severity, open } of read.result.counts) console.log(`${check} ${severity}: ${open}`);
}

/** Texts that were read: those that stand more than once, once in a hundred passages. */
async function readIn(id: string): Promise<number> {
	const head = await checkedHead(id);
	const { rules } = await bringUpToDate(head);
	return rules ? await readPassages(head, rules) : 0;
}

async function editOne(owner: Actor, id: string, offset: number): Promise<void> {
	const { rows } = await readWindow(owner, id, { offset, limit: 1 });
	const segment = rows[0]?.target[0];
	const operation = {
		type: "edit",
		segment: segment?.id,
		version: segment?.version,
		text: `${segment?.text} `,
	};
	await performOperation(owner, id, { key: newId(), operation: StoredOperation.parse(operation) });
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ took: number; result: Result }> {
	const begin = performance.now();
	const result = await work();
	return { took: performance.now() - begin, result };
}
