/**
 * Sixty-two people, run by the workbench's own code without a screen, and two in browsers, in one document over two
 * web processes; each saves every two seconds, ten of the sixty-two in the same sentence:
 *   npm run build && npm run bench -- together [SECONDS]
 * Afterwards the log is held to what was answered: nothing lost, nothing overwritten that its author had not seen.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, openDatabase } from "#lib/server/db.ts";
import { startEmbedded } from "#lib/server/embedded.ts";
import { installQueues } from "#lib/server/jobs/install-queues.ts";
import { migrate } from "#lib/server/migrate.ts";
import { readWindow } from "#lib/server/passages.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";
import { cookieFor } from "#tests/setup/over-http.ts";
import { startServer, type TestServer } from "#tests/setup/server.ts";
import { launch, PersonAtBrowser, type Seen } from "./load/browsers.ts";
import { type Acknowledged, Client } from "./load/client.ts";
import { percentile, table } from "./load/figures.ts";
import { type Judgement, judgeLog } from "./load/judge-log.ts";
import { Sightings } from "./load/sightings.ts";
import { measureHearing, measureTelling } from "./load/telling.ts";

const clients = 62;
const inOneSentence = 10;
const passages = 120;
const saveEvery = 2_000; // ms
const target = 1_000; // ms
const arrival = 3_000; // ms in which everybody comes in, and the last save is seen
const shared = Array.from({ length: inOneSentence }, (_, i) => `A${i}`);
/** All ten write here as well, every so often: the same word, which no merge can decide. */
const contested = "Anybody";
const contestEvery = 8;

/** The sentence in which everybody has a place of their own, far enough from the next to be merged. */
const sentence = `${[...shared, contested].map((place) => `${place} holds x0s0`).join("; ")}.`;

const [seconds = 60] = process.argv.slice(3).map(Number);

const dataFolder = mkdtempSync(join(tmpdir(), "duizhao-together-"));
const cluster = await startEmbedded({ dataFolder });
const servers: TestServer[] = [];
try {
	await migrate(cluster.url);
	await installQueues(cluster.url);
	process.env["DATABASE_URL"] = cluster.url;
	process.env["DUIZHAO_SESSION_SECRET"] = "the bench's own secret, of no use elsewhere";
	openDatabase(cluster.url);
	servers.push(
		await startServer({ databaseUrl: cluster.url }),
		await startServer({ databaseUrl: cluster.url }),
	);
	await floors();
	await together();
} finally {
	await Promise.all(servers.map((server) => server.stop()));
	await closeDatabase();
	await cluster.stop();
	rmSync(cluster.cluster, { recursive: true, force: true });
	rmSync(dataFolder, { recursive: true, force: true });
}

/** What no program can be faster than here, and what telling costs. */
async function floors(): Promise<void> {
	const heard = await measureHearing(cluster.url, 300);
	const perSecond = await measureTelling(cluster.url, 5, 2);
	console.log(`${cpus().length} cores, Node ${process.version}, PostgreSQL with fsync on, two web processes`);
	console.log(`NOTIFY to LISTEN, bare: p50 ${heard.p50.toFixed(2)} ms, p95 ${heard.p95.toFixed(2)} ms`);
	const commits = Object.entries(perSecond).map(([way, rate]) => `${way} ${rate.toFixed(0)}`);
	console.log(`commits/s of 32 writers on 64 rows, told: ${commits.join(", ")}`);
}

/** What somebody makes of the sentence, or of one that only they write in. */
function write(client: number): (text: string, nth: number) => string {
	const word = (nth: number) => `x${client}s${nth}`;
	if (client >= inOneSentence)
		return (_, nth) => `Wharf No. ${client} was handed over to ${word(nth)} this morning.`;
	return (text, nth) => {
		const place = nth % contestEvery === client % contestEvery ? contested : (shared[client] ?? "");
		return text.replace(new RegExp(`${place} holds \\w+`), `${place} holds ${word(nth)}`);
	};
}

async function together(): Promise<void> {
	const owner = await makePerson("Ines Okoye");
	const people: Actor[] = [];
	for (let i = 0; i < clients + 2; i++) people.push(await makePerson(`Reviewer ${i + 1}`));
	const projectId = await makeProject(
		[owner, "owner"],
		...people.map((person): [Actor, "reviewer"] => [person, "reviewer"]),
	);
	const rows = plainRows(passages).map(
		([source, target], i) => [source, i === 0 ? [sentence] : target] as const,
	);
	const documentId = await makeDocument(owner, projectId, rows);
	const { rows: stored } = await readWindow(owner, documentId, { limit: passages });
	const passageOf = new Map(stored.flatMap((row) => row.target.map(({ id }) => [id, row.id] as const)));

	const everybody: Client[] = [];
	const saves: (Acknowledged & { readonly by: number })[] = [];
	const sightings = new Sightings(everybody, passageOf);
	for (const [number, person] of people.slice(0, clients).entries()) {
		const client: Client = await Client.open({
			origin: servers[number % servers.length]?.url ?? "",
			cookie: await cookieFor(person),
			person,
			documentId,
			row: number < inOneSentence ? 0 : number,
			name: String(number),
			write: write(number),
			changed: () => everybody[number] && sightings.look(everybody[number]),
			saved: (save) => {
				saves.push({ ...save, by: number });
				sightings.await(save, everybody[number] ?? null);
			},
		});
		everybody.push(client);
	}
	const browser = await launch();
	const path = `/projects/${projectId}/documents/${documentId}`;
	const atBrowsers: PersonAtBrowser[] = [];
	for (const [i, person] of people.slice(clients).entries())
		atBrowsers.push(await PersonAtBrowser.open(browser, servers[i]?.url ?? "", path, person, 2 + i));
	await sleep(arrival);

	const over = AbortSignal.timeout(seconds * 1_000);
	await Promise.all([...everybody, ...atBrowsers].map((person) => person.saveUntil(over, saveEvery)));
	await Promise.all(everybody.map((client) => client.settled()));
	await sleep(arrival);
	const seen = await Promise.all(atBrowsers.map((person) => person.seen()));
	await browser.close();

	const placesOf = (save: Acknowledged) => {
		const author = saves.find(({ key }) => key === save.key)?.by ?? clients;
		return author < inOneSentence ? new Set([shared[author] ?? "", contested]) : null;
	};
	const judgement = await judgeLog(documentId, saves, placesOf);
	const { revisions, discrepancies } = await verifyDocument(documentId);
	report({ everybody, saves, sightings, atBrowsers, seen, judgement });
	console.log(`duizhao verify: ${revisions} revisions, ${discrepancies.length} discrepancies`);
	const { rows: last } = await readWindow(owner, documentId, { limit: passages });
	const differing = everybody.filter(({ desk }) =>
		last.some((row, i) => desk.data.rows.at(i)?.target[0]?.text !== row.target[0]?.text),
	);
	console.log(`screens that differ from the database at the end: ${differing.length} of ${everybody.length}`);
	for (const client of everybody) client.close();
	const faults = judgement.lost + judgement.overwrittenUnseen + judgement.droppedWords + discrepancies.length;
	if (faults + differing.length > 0 || percentile(sightings.milliseconds, 0.95) >= target)
		process.exitCode = 1;
}

interface Outcome {
	readonly everybody: readonly Client[];
	readonly saves: readonly Acknowledged[];
	readonly sightings: Sightings;
	readonly atBrowsers: readonly PersonAtBrowser[];
	readonly seen: readonly Seen[];
	readonly judgement: Judgement;
}

function report({ everybody, saves, sightings, atBrowsers, seen, judgement }: Outcome): void {
	const line = (name: string, times: readonly number[]) => [
		name,
		String(times.length),
		...[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(0)),
	];
	const drawn = seen.flatMap(({ words, segments }) => drawnAfter(saves, words, segments));
	console.log(
		`\n${seconds} s, ${clients} clients and ${atBrowsers.length} browsers, one save per 2 s each, ${inOneSentence} in one sentence`,
	);
	console.log(
		table([
			["others' edits, from answer to sight", "seen", "p50 ms", "p95 ms", "max ms"],
			line("by the clients", sightings.milliseconds),
			line(
				"a save itself, from sending to its answer",
				saves.map(({ took }) => took),
			),
			line("drawn in the browsers", drawn),
		]),
	);
	const sum = (of: (client: Client) => number) => everybody.reduce((total, client) => total + of(client), 0);
	const atKeys = atBrowsers.reduce((total, person) => total + person.saves, 0);
	console.log(
		`saves answered: ${saves.length} of clients, ${atKeys} of browsers; merged while typing: ${sum(({ merges }) => merges)}; conflicts shown and decided: ${sum(({ conflicts }) => conflicts)}`,
	);
	console.log(
		`lost: ${judgement.lost}; overwritten unseen: ${judgement.overwrittenUnseen}; others' words dropped: ${judgement.droppedWords}; never seen: ${sightings.unseen}`,
	);
}

/** Of saves in rows that a browser draws: how long after the answer their word was there. */
function drawnAfter(
	saves: readonly Acknowledged[],
	words: ReadonlyMap<string, number>,
	segments: ReadonlySet<string>,
): number[] {
	const first = new Map<string, Acknowledged>();
	for (const save of saves.filter(({ segment }) => segments.has(segment)))
		for (const [word] of save.text.matchAll(/\bx\d+s\d+\b/g)) if (!first.has(word)) first.set(word, save);
	return [...first].flatMap(([word, save]) => {
		const at = words.get(word);
		return at === undefined || word === "x0s0" ? [] : [Math.max(0, at - save.at)];
	});
}
