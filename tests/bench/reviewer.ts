/**
 * A reviewer without a mouse: sixty passages of the demo arrive with seven faults of pairing and twelve of wording; both
 * are mended, everything is confirmed. Key strokes are counted as they are pressed in a real browser; beside them those
 * of other tools, counted from their documentation (reviewer/peers.ts):
 *   npm run build && npm run bench -- reviewer
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { closeDatabase, openDatabase } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { startEmbedded } from "#lib/server/embedded.ts";
import { installQueues } from "#lib/server/jobs/install-queues.ts";
import { migrate } from "#lib/server/migrate.ts";
import { importOf, makePerson, makeProject } from "#tests/factories.ts";
import { findBrowser } from "#tests/setup/chromium.ts";
import { cookieFor } from "#tests/setup/over-http.ts";
import { startServer } from "#tests/setup/server.ts";
import { table } from "./load/figures.ts";
import { Hands } from "./reviewer/hands.ts";
import { aligners, type Counted, mateCat } from "./reviewer/peers.ts";
import { arrivingRows, faults, rightRows } from "./reviewer/work.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "duizhao-reviewer-"));
process.env["DUIZHAO_SESSION_SECRET"] = "the bench's own secret, of no use elsewhere";
const cluster = await startEmbedded({ dataFolder });
const close: (() => Promise<unknown>)[] = [
	async () => rmSync(dataFolder, { recursive: true, force: true }),
	() => cluster.stop(),
];
try {
	await migrate(cluster.url);
	await installQueues(cluster.url);
	process.env["DATABASE_URL"] = cluster.url;
	openDatabase(cluster.url);
	close.push(closeDatabase);
	const actor = await makePerson("Ines Okoye");
	const projectId = await makeProject([actor, "owner"]);
	const server = await startServer({ databaseUrl: cluster.url });
	close.push(server.stop);
	const { executablePath, env } = await findBrowser();
	const browser = await chromium.launch({
		executablePath,
		env,
		args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
	});
	close.push(() => browser.close());
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const [name = "", value = ""] = (await cookieFor(actor)).split("=");
	await context.addCookies([{ name, value, url: server.url }]);
	const right = rightRows();
	const begin = async () => {
		const documentId = await createDocument(actor, projectId, importOf(arrivingRows(right)));
		const page = await context.newPage();
		await page.goto(`${server.url}/projects/${projectId}/documents/${documentId}`);
		return new Hands(page, { actor, documentId, right });
	};
	const { counts, milliseconds } = await (await begin()).work();
	report(counts, milliseconds);
	const anew = await (await begin()).pairAnew();
	console.log(
		`\nPairing anew at once instead: ${anew.strokes} strokes, ${anew.left} of 60 passages left to mend.`,
	);
} finally {
	for (const end of close.reverse()) await end();
}

function report(
	{ tasks, pairing, wording, confirming }: Awaited<ReturnType<Hands["work"]>>["counts"],
	ms: number,
): void {
	const cell = ({ strokes }: Counted) => (strokes === null ? "cannot" : String(strokes));
	const lines = [
		["", "Duizhao", ...aligners.map((peer) => `${peer.name} *`), `${mateCat.name} *`],
		...faults.map(({ id, at }, i) => [
			`${id}, passage ${at + 1}`,
			String(tasks[i] ?? 0),
			...aligners.map((peer) => cell(peer.fault(i))),
			"cannot",
		]),
		[
			"all links confirmed",
			"with the wording",
			...aligners.map(({ confirmAll }) => cell(confirmAll)),
			"cannot",
		],
		[
			"to another mode and back",
			String(pairing - tasks.reduce((sum, strokes) => sum + strokes, 0)),
			"0",
			"0",
			"0",
		],
		["words corrected in 12 passages", String(wording), "", "", String(wording)],
		["60 wordings confirmed", String(confirming), "", "", String(confirming)],
	];
	console.log("\nKey strokes; * counted from documentation");
	console.log(table(lines));
	const ours = pairing + wording + confirming;
	console.log(`\nIn all: Duizhao ${ours}`);
	for (const peer of aligners) {
		const strokes = faults.map((_, i) => peer.fault(i).strokes);
		const known = strokes.reduce((sum: number, each) => sum + (each ?? 0), peer.confirmAll.strokes ?? 0);
		const missing = strokes.filter((each) => each === null).length;
		console.log(
			`        ${peer.name} and ${mateCat.name} ${known + wording + confirming}${missing > 0 ? `, with ${missing} fault left` : ""}, and the way from one to the other`,
		);
	}
	console.log(
		`\n${(ms / 60).toFixed(0)} ms and ${(ours / 60).toFixed(1)} strokes for each of 60 passages, everything saved.`,
	);
	console.log("\nSequences counted from documentation:");
	for (const peer of aligners) {
		console.log(`${peer.name} (${peer.source})`);
		for (const [i, { id, at }] of faults.entries())
			console.log(`  ${id} at ${at + 1}: ${peer.fault(i).sequence}`);
		console.log(`  confirm all: ${peer.confirmAll.sequence}`);
	}
	console.log(`${mateCat.name} (${mateCat.source})\n  each passage: ${mateCat.confirm}`);
}
